"""Every line of russian_lines.txt, alone, in every encoding; and bytes that must be refused."""

from pathlib import Path

import pytest

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode, recognise

LINES = Path(__file__).with_name("russian_lines.txt").read_text("utf-8").splitlines()
UNICODE = ("utf-8", "utf-8-sig", "utf-16")
LONG = "Объём перевалки в порту Актау вырос на треть; это рекорд за пять лет, сообщили в управлении. "


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("encoding", [*UNICODE, "cp1251", "koi8-r"])
def test_a_headline_is_enough(line: str, encoding: str) -> None:
    assert decode(line.encode(encoding)) == line


@pytest.mark.parametrize("encoding", [*UNICODE, "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_an_article(encoding: str) -> None:
    text = LONG * 50 + "\r\n\tДобыча — рекордная"[: 4 if encoding not in UNICODE else None]
    assert decode(text.encode(encoding)) == text


def test_typographic_signs_in_windows_1251() -> None:
    text = "АО «Самрук-Энерго» — 25 млрд тенге… № 5"
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("text", ["Price — “up” 5 %", "Plain ASCII", "", "Café opened in París"])
def test_western_text(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


BROKEN = {
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200)), "binary"),
    "zeros": (b"\0" * 100, "binary"),
    "noise": (bytes(range(128, 256)) * 3, "no known encoding"),
    "UTF-8 cut in a letter": ("Завод\nвырос".encode()[:-1], "line 2: byte 19 is not valid utf-8"),
    "UTF-8 with one bad byte": (LONG.encode() + b"\xff" + LONG.encode(), "not valid utf-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_no_text_is_refused_with_the_reason(name: str) -> None:
    data, reason = BROKEN[name]
    with pytest.raises(ReadingError, match=reason):
        decode(data)


def test_a_given_encoding_is_obeyed() -> None:
    assert decode("Завод".encode("cp866"), "cp866") == "Завод"
    with pytest.raises(ReadingError, match="unknown encoding 'klingon'"):
        decode(b"x", "klingon")


def test_recognise_names_a_codec() -> None:
    assert recognise(LONG.encode("koi8-r")) == "koi8-r"
