"""read(): files, folders, patterns, JSON Lines; every kind of bad input is one clear failure, and reading goes on."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SettingsError
from pipeline.reading import ReadingOptions, read
from pipeline.records import Article, Failure

TEXT = "Завод в Рудном выпустил 5 000 тонн проката."


def articles(*paths: Path | str, **options: Any) -> list[Article]:
    items = list(read(paths, ReadingOptions(**options)))
    assert not [item for item in items if isinstance(item, Failure)]
    return [item for item in items if isinstance(item, Article)]


def failure(*paths: Path | str, **options: Any) -> Failure:
    [item] = [item for item in read(paths, ReadingOptions(**options)) if isinstance(item, Failure)]
    assert "\n" not in item.error
    assert item.step == "reading"
    return item


def test_a_text_file_with_a_header(tmp_path: Path) -> None:
    path = tmp_path / "rudny-1.txt"
    path.write_text(f" date 2025-12-20 \n{TEXT}", "utf-8")
    assert articles(path) == [Article(id="rudny-1", published=date(2025, 12, 20), text=TEXT)]


def test_the_text_keeps_its_line_ends_and_spaces(tmp_path: Path) -> None:
    text = "  Первая.\r\n\r\nВторая\xa0— третья. \n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8"))
    assert articles(tmp_path)[0].text == text


def test_a_folder_is_read_in_order_and_its_folders_too(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [article.id for article in articles(tmp_path)] == ["a/10", "a/2", "b"]


def test_a_pattern(tmp_path: Path) -> None:
    for name in ("x1.txt", "x2.txt", "y.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [article.id for article in articles(str(tmp_path / "x*.txt"))] == ["x1", "x2"]


def test_json_lines_with_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"uid": 7, "body": TEXT, "day": "20.12.2025", "title": "Прокат", "url": "http://a", "source": "A", "tags": []}
    path.write_text(json.dumps(row) + "\n\n" + json.dumps(row | {"uid": 8, "day": None}) + "\n", "utf-8")
    first, second = articles(path, fields={"id": "uid", "text": "body", "published": "day"})
    assert first == Article(id="7", title="Прокат", text=TEXT, url="http://a", source="A", published=date(2025, 12, 20))
    assert second.published is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"{TEXT} {number}"}, ensure_ascii=False) + "\n" for number in range(3)]
    path.write_bytes("".join(lines).encode(encoding))
    assert [article.text for article in articles(path)] == [f"{TEXT} {number}" for number in range(3)]


def test_a_line_of_windows_1251_among_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": TEXT}, ensure_ascii=False) + "\n"
    path.write_bytes(line.encode() + line.encode("cp1251") + line.encode())
    assert [article.text for article in articles(path)] == [TEXT] * 3


def test_no_id_gives_one_from_the_content(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "id": ""}), "utf-8")
    assert articles(tmp_path)[0].id == Article(text=TEXT).id


def test_a_lone_surrogate_is_replaced_without_moving_offsets(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "до \\ud800 после"}', "utf-8")
    assert articles(tmp_path)[0].text == "до � после"


@pytest.mark.parametrize("content", [TEXT.encode(), json.dumps({"text": TEXT}).encode()])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in").write_bytes(content)
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert [article.text for article in articles("-")] == [TEXT]


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "spaces.txt": (b" \n \n", "empty"),
    "header.txt": (b" date 2025-12-20 \n", "no text after the header"),
    "image.txt": (b"\x89PNG\0\0\0\1\2\3" * 20, "binary data"),
    "cut.txt": ("Завод вырос".encode()[:-1], "not valid utf-8"),
    "day.txt": (" date 2025-13-45 \nТекст".encode(), "wrong date '2025-13-45'"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_names_itself_and_reading_goes_on(tmp_path: Path, name: str) -> None:
    data, reason = BAD_FILES[name]
    good = tmp_path / "good.txt"
    good.write_text(TEXT, "utf-8")
    (tmp_path / name).write_bytes(data)
    found = failure(tmp_path / name, good)
    assert reason in found.error
    assert found.source == str(tmp_path / name)
    assert len(list(read([tmp_path / name, good]))) == 2


BAD_LINES = {
    "{broken": "broken JSON",
    "[1, 2]": "a JSON list, not an object",
    '{"title": "t"}': "no field 'text' (fields here: title): name it: --field text=NAME",
    '{"text": " "}': "the text is empty",
    '{"text": ["a"]}': "field 'text' is list",
    '{"text": "a", "published": "2025-13-45"}': "wrong date '2025-13-45'",
    '{"text": "a", "published": 20251220}': "wrong date 20251220",
}


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_bad_line_names_its_number_and_reading_goes_on(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": TEXT})
    path.write_text(f"{good}\n{line}\n{good}\n", "utf-8")
    assert [type(item) for item in read([path])] == [Article, Failure, Article]
    found = failure(path)
    assert found.source == f"{path}:2"
    assert BAD_LINES[line] in found.error


def test_a_missing_path(tmp_path: Path) -> None:
    found = failure(tmp_path / "nowhere.txt")
    assert found.error == "no such file or folder: check the path"  # the source says which
    assert found.source == str(tmp_path / "nowhere.txt")


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "no article files" in failure(tmp_path).error


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    def refuse(*arguments: Any, **options: Any) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    # The superuser of a container reads everything, so the refusal itself is played.
    if os.geteuid() == 0:
        monkeypatch.setattr(Path, "open", refuse)
    else:
        (tmp_path / "a.txt").chmod(0)
    assert "no permission to read" in failure(tmp_path / "a.txt").error


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    items = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(next(items), Article)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert isinstance(next(items), Article)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(SettingsError, match="unknown field 'body': use one of id, title, text"):
        ReadingOptions(fields={"body": "text"})
