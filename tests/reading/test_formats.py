"""Every format, plain and packed, is found by its content; damage costs as little as it can."""

import importlib.util
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.reading import ReadingOptions, read
from pipeline.records import Article, Failure
from tests.reading.object_store import object_store
from tests.reading.packing import PACKERS, tarred, warc_record, zipped

TEXT = "Завод в Рудном выпустил 5 000 тонн проката, сообщили в акимате области."
MORE = "План на год составляет 60 тысяч тонн, это на 12 % больше прошлогоднего, отметили в компании в пятницу."
HTML = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Прокат</title>
<meta property="article:published_time" content="2025-12-20T10:00:00+05:00"></head><body>
<nav><a href="/">Главная</a> <a href="/n">Новости</a></nav>
<article><h1>Прокат</h1><p>{TEXT}</p><p>{MORE}</p></article><footer>Все права защищены</footer></body></html>"""
LENTA = "url,title,text,topic,tags,date\n" + "".join(
    f'https://lenta.ru/{n},Прокат,"{TEXT} «Сталь», {n}\n\n""Вторая"" строка",Экономика,Все,2019/12/{n}\n'
    for n in (13, 14)
)
LINES = "".join(json.dumps({"id": f"j{n}", "text": TEXT}, ensure_ascii=False) + "\n" for n in range(3))


def parquet() -> bytes:
    table = pa.table({"id": ["p1", "p2"], "text": [TEXT, MORE], "published": [date(2025, 12, 20), None], "n": [1, 2]})
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


FORMATS: dict[str, tuple[bytes, int]] = {
    "txt": (TEXT.encode(), 1),
    "html": (HTML.encode(), 1),
    "jsonl": (LINES.encode(), 3),
    "csv": (LENTA.encode(), 2),
    "tsv": (f"id\ttext\n1\t{TEXT}\n".encode(), 1),
    "parquet": (parquet(), 2),
    "warc": (warc_record("http://a/1", HTML.encode()) + warc_record("http://a/2", HTML.encode()), 2),
}


def found(path: Path, **options: Any) -> list[Article | Failure]:
    return list(read([path], ReadingOptions(**options)))


def ids(path: Path) -> list[str | None]:
    return [item.id if isinstance(item, Article) else item.error for item in found(path)]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("packing", ["", *PACKERS])
def test_each_format_plain_and_compressed(tmp_path: Path, form: str, packing: str) -> None:
    data, count = FORMATS[form]
    path = tmp_path / f"news.{form}{'.' * bool(packing)}{packing}"
    path.write_bytes(PACKERS[packing](data) if packing else data)
    assert [type(item) for item in found(path)] == [Article] * count
    assert all(TEXT in (item.text or "") or item.text == MORE for item in found(path) if isinstance(item, Article))


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "tsv"])
def test_the_content_tells_the_format_when_the_name_lies(tmp_path: Path, form: str) -> None:
    data, count = FORMATS[form]
    path = tmp_path / "news.txt"
    path.write_bytes(PACKERS["gz"](data))
    assert [type(item) for item in found(path)] == [Article] * count


@pytest.mark.parametrize("name", ["all.zip", "all.tar", "all.tar.gz", "all.tgz", "all.tar.zst"])
def test_archives_of_mixed_files(tmp_path: Path, name: str) -> None:
    members = {f"a/{form}.{form}": data for form, (data, _) in FORMATS.items()} | {"a/logo.png": b"\x89PNG", "b/": b""}
    packed = {
        "all.zip": zipped(members),
        "all.tar": tarred(members),
        "all.tar.zst": PACKERS["zst"](tarred(members)),
    }.get(name) or tarred(members, "w:gz")
    (tmp_path / name).write_bytes(packed)
    articles = found(tmp_path / name)
    assert [type(item) for item in articles] == [Article] * sum(count for _, count in FORMATS.values())
    assert ids(tmp_path / name)[:2] == ["a/txt", "a/html"]


def test_a_page_gives_text_title_and_date(tmp_path: Path) -> None:
    for encoding in ("utf-8", "windows-1251", "koi8-r"):
        (tmp_path / "a.html").write_bytes(HTML.replace("utf-8", encoding).encode(encoding))
        [article] = found(tmp_path / "a.html")
        assert isinstance(article, Article)
        assert (article.id, article.title, article.published) == ("a", "Прокат", date(2025, 12, 20))
        assert article.text is not None
        assert TEXT in article.text
        assert "права" not in article.text


def test_the_layout_of_the_lenta_archive(tmp_path: Path) -> None:
    (tmp_path / "lenta-ru-news.csv.bz2").write_bytes(PACKERS["bz2"](LENTA.encode()))
    article = found(tmp_path / "lenta-ru-news.csv.bz2")[0]
    assert isinstance(article, Article)
    assert (article.url, article.title, article.published) == ("https://lenta.ru/13", "Прокат", date(2019, 12, 13))
    assert article.text == f'{TEXT} «Сталь», 13\n\n"Вторая" строка'


def test_columns_by_option(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"key;body;day\n7;{TEXT};20.12.2025\n", "utf-8")
    assert found(tmp_path / "a.csv", fields={"id": "key", "text": "body", "published": "day"}) == [
        Article(id="7", text=TEXT, published=date(2025, 12, 20))
    ]


def test_a_web_archive_gives_its_pages_only(tmp_path: Path) -> None:
    records = [
        warc_record("http://a/1", HTML.encode()),
        warc_record("http://a/p.png", b"\x89PNG", "image/png"),
        warc_record("http://a/2", PACKERS["gz"](HTML.encode()), encoding="gzip"),
        warc_record("http://a/3", HTML.replace("utf-8", "x").encode("cp1251"), "text/html; charset=windows-1251"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(PACKERS["gz"], records)))
    articles = [item for item in found(tmp_path / "a.warc.gz") if isinstance(item, Article)]
    assert [article.url for article in articles] == ["http://a/1", "http://a/2", "http://a/3"]
    assert all(TEXT in (article.text or "") for article in articles)


def test_a_remote_file_system() -> None:
    system = fsspec.filesystem("memory")
    system.pipe({"/news/a.txt": TEXT.encode(), "/news/b/c.jsonl": LINES.encode(), "/news/x.png": b""})
    for path, expected in {
        "memory://news": ["a", "j0", "j1", "j2"],
        "memory://news/a.txt": ["a"],
        "memory://news/*.txt": ["a"],
    }.items():
        assert [item.id for item in read([path]) if isinstance(item, Article)] == expected
    [failure] = read(["memory://nowhere"])
    assert isinstance(failure, Failure)
    assert "nothing there" in failure.error


def test_an_object_store_without_a_package_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec("s3fs") is not None:
        pytest.skip("s3fs is there: fsspec does it all")
    packed = PACKERS["gz"](LINES.encode())
    objects = {"news/a.txt": TEXT.encode(), "news/b/c.jsonl.gz": packed, "news/x.png": b"\x89PNG"}
    with object_store("archive", objects) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        items = list(read(["s3://archive/news", "s3://archive/news/a.txt", "s3://archive/nowhere"]))
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "j0", "j1", "j2", "a"]
    [failure] = [item for item in items if isinstance(item, Failure)]
    assert (failure.source, failure.error) == ("s3://archive/nowhere", "nothing there: check the address")


def test_an_address_that_nobody_knows() -> None:
    [failure] = read(["gopher://nowhere/news"])
    assert isinstance(failure, Failure)
    assert "gopher" in failure.error
