"""Archives that are damaged, hostile or mixed: a failure that names the place, and the rest is read."""

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import ReadingOptions, read
from pipeline.records import Article, Failure
from pipeline.writing.names import safe_name
from tests.reading.packing import PACKERS, tarred, warc_record, zipped

TEXT = "Завод в Рудном выпустил 5 000 тонн проката, сообщили в акимате области."
LINE = (json.dumps({"text": TEXT}, ensure_ascii=False) + "\n").encode()
PAGE = f"<html><head><title>Прокат</title></head><body><article><p>{TEXT}</p></article></body></html>".encode()


def outcome(path: Path, data: bytes, **options: Any) -> tuple[list[Article], list[Failure]]:
    path.write_bytes(data)
    items = list(read([path], ReadingOptions(**options)))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Failure)]


def incompressible(count: int) -> bytes:
    return b"".join(json.dumps({"id": hex(n**9), "text": f"{TEXT} {n**7}"}).encode() + b"\n" for n in range(count))


@pytest.mark.parametrize("packing", PACKERS)
def test_a_truncated_compressed_file_gives_what_was_whole(tmp_path: Path, packing: str) -> None:
    packed = PACKERS[packing](incompressible(20_000))
    articles, [failure] = outcome(tmp_path / f"a.jsonl.{packing}", packed[: len(packed) * 2 // 3])
    assert len(articles) > 1_000 or packing == "bz2"
    assert "damaged or cut short" in failure.error or "broken JSON" in failure.error
    assert str(tmp_path) in str(failure.source)


def test_a_broken_line_in_the_middle(tmp_path: Path) -> None:
    articles, [failure] = outcome(tmp_path / "a.jsonl", LINE * 5 + LINE[:30] + b"\n" + LINE * 5)
    assert len(articles) == 10
    assert failure.source == f"{tmp_path}/a.jsonl:6"


def test_a_line_without_end(tmp_path: Path) -> None:
    long = b'{"text": "' + b"a" * 5_000 + b'"}\n'
    articles, [failure] = outcome(tmp_path / "a.jsonl", LINE + long + LINE, max_article_bytes=1_000)
    assert len(articles) == 2
    assert "longer than 1,000 bytes" in failure.error


BAD_ROWS = {
    "one column too many": f"2,{TEXT},x\n".encode(),
    "one column missing": b"2\n",
    "a quote that goes on": f'2,"{TEXT}" x\n'.encode(),
    "no text": b"2,\n",
}


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_a_table_with_a_bad_row(tmp_path: Path, kind: str) -> None:
    good = [f'{n},"{TEXT.replace(",", "")}"\n'.encode() for n in range(4)]
    row = BAD_ROWS[kind].replace("проката, ".encode(), "проката ".encode())
    articles, [failure] = outcome(tmp_path / "a.csv", b"id,text\n" + good[0] + good[1] + row + good[3])
    assert [article.id for article in articles] == ["0", "1", "3"]
    assert failure.source == f"{tmp_path}/a.csv:4"


def test_windows_1251_among_utf_8(tmp_path: Path) -> None:
    rows = [f"{n},{TEXT.replace(',', '')} № {n}\n" for n in range(4)]
    data = b"id,text\n" + b"".join(row.encode("cp1251" if n % 2 else "utf-8") for n, row in enumerate(rows))
    articles, failures = outcome(tmp_path / "a.csv", data)
    assert [article.text for article in articles] == [row.split(",")[1].rstrip("\n") for row in rows]
    assert not failures


DAMAGED_RECORDS = {
    "a length that is no number": warc_record("http://a/x", PAGE).replace(b"Content-Length: ", b"Content-Length: x", 1),
    "no version": b"GARBAGE\r\nWARC-Type: response\r\n\r\n\r\n\r\n",
    "noise": bytes(range(256)) * 300 + b"\r\n\r\n",
}


@pytest.mark.parametrize("kind", DAMAGED_RECORDS)
@pytest.mark.parametrize("before", [1, 40])
def test_a_damaged_record_costs_itself(tmp_path: Path, kind: str, before: int) -> None:
    good = [warc_record(f"http://a/{n}", PAGE) for n in range(before + 40)]
    data = b"".join(good[:before]) + DAMAGED_RECORDS[kind] + b"".join(good[before:])
    articles, failures = outcome(tmp_path / "a.warc", data)
    assert [article.url for article in articles] == [f"http://a/{n}" for n in range(before + 40)]
    assert len(failures) == 1
    assert "damaged record" in failures[0].error


def test_a_web_archive_that_is_cut_short(tmp_path: Path) -> None:
    data = b"".join(warc_record(f"http://a/{n}", PAGE) for n in range(3))
    articles, failures = outcome(tmp_path / "a.warc", data[:-100])
    assert len(articles) >= 2
    assert len(articles) + len(failures) == 3


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_of_the_folder(tmp_path: Path, pack: Any) -> None:
    names = ["../../up.txt", "/etc/abs.txt", "a/../../b.txt", "C:\\win.txt"]
    articles, failures = outcome(tmp_path / "a", pack({name: TEXT.encode() for name in names}))
    assert len(articles) == 4
    assert not failures
    written = [(tmp_path / "out" / f"{safe_name(article.id)}.json").resolve() for article in articles]
    assert {path.parent for path in written} == {tmp_path / "out"}


@pytest.mark.parametrize("packing", PACKERS)
def test_a_bomb_is_stopped_by_its_ratio(tmp_path: Path, packing: str) -> None:
    articles, [failure] = outcome(tmp_path / f"a.txt.{packing}", PACKERS[packing](b" " * 2**26), max_ratio=100)
    assert not articles
    assert "as a bomb does" in failure.error


def test_a_bomb_in_a_zip_costs_itself(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT.encode(), "bomb.txt": b" " * 2**26, "b.txt": TEXT.encode()})
    articles, [failure] = outcome(tmp_path / "a.zip", data)
    assert [article.id for article in articles] == ["a", "b"]
    assert failure.source == f"{tmp_path}/a.zip!bomb.txt"


def test_a_bomb_of_size_within_the_ratio(tmp_path: Path) -> None:
    _, [failure] = outcome(tmp_path / "a.txt", b"a b c " * 2**20, max_article_bytes=2**20)
    assert "larger than 1,048,576 bytes" in failure.error


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(6):
        data = PACKERS["gz"](data)
    _, [failure] = outcome(tmp_path / "a.gz", data)
    assert "more than 4 deep" in failure.error


def test_a_sparse_file(tmp_path: Path) -> None:
    plain = io.BytesIO(tarred({"hole.txt": b"x" * 512}))
    with tarfile.open(fileobj=plain) as archive:
        member = archive.getmember("hole.txt")
    header = bytearray(member.tobuf(tarfile.GNU_FORMAT))
    header[156:157] = tarfile.GNUTYPE_SPARSE
    header[483:495] = b"77777777777\0"  # the size with its holes
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    _, [failure] = outcome(tmp_path / "a.tar", bytes(header) + b"x" * 512 + b"\0" * 1024)
    assert "sparse" in failure.error


def test_a_damaged_zip_and_a_locked_member(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT.encode()})
    _, [failure] = outcome(tmp_path / "cut.zip", data[:-10])
    assert "damaged or cut short" in failure.error
    locked = bytearray(data)
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    _, [failure] = outcome(tmp_path / "locked.zip", bytes(locked))
    assert "password" in failure.error


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in ("a", "b"):
            archive.writestr(f"{name}.txt", TEXT)
    data = packed.getvalue().replace(TEXT.encode(), TEXT.replace("5", "6").encode(), 1)
    articles, [failure] = outcome(tmp_path / "a.zip", data)
    assert [article.id for article in articles] == ["b"]
    assert "damaged" in failure.error


def test_a_damaged_parquet_file(tmp_path: Path) -> None:
    _, [failure] = outcome(tmp_path / "a.parquet", b"PAR1" + b"\x15\x04" * 50 + b"PAR1")
    assert "damaged Parquet file" in failure.error
