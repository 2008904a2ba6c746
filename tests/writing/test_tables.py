"""Parquet and DuckDB: all of a record is there, nested or as rows with keys; blocks after the last commit go."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from pipeline import Article, Extractor
from pipeline.errors import SettingsError
from pipeline.records import ArticleRecord, Failure
from pipeline.writing import Names, Sink, Written
from pipeline.writing.duckdb_file import DuckDBFile
from pipeline.writing.parquet import ParquetDataset

TEXTS = {
    "a": "АО «Казахмыс» в 2024 году произвело 230 тыс. тонн меди, сообщил министр Иван Петров в Караганде.",
    "b": "Экспорт Узбекистана вырос на 6%, до 5 млрд долларов.",
    "c": "Завод в Минске выпустит 2 тыс. автобусов в следующем году.",
}
DAYS = {"a": date(2025, 1, 20), "b": date(2025, 2, 3), "c": None}


@pytest.fixture(scope="module")
def records(extractor: Extractor) -> list[ArticleRecord]:
    return [extractor(Article(id=name, text=text, published=DAYS[name])) for name, text in TEXTS.items()]


def write(sink: Sink, records: list[ArticleRecord], first: int = 0) -> None:
    for number, record in enumerate(records, first):
        sink.write(Written(number, record.article.id, record.model_dump_json().encode()))
    sink.commit()


def test_a_dataset_by_month_gives_the_records_back(tmp_path: Path, records: list[ArticleRecord]) -> None:
    sink = ParquetDataset(tmp_path, Names())
    sink.restore(0, {})
    write(sink, records)
    assert sorted(path.parent.name for path in tmp_path.rglob("*.parquet")) == [
        "month=2025-01",
        "month=2025-02",
        "month=unknown",
    ]
    rows = pq.read_table(tmp_path / "parquet").drop_columns("month").to_pylist()
    found = {row["article"]["id"]: ArticleRecord.model_validate(row) for row in rows}
    assert found == {record.article.id: record for record in records}


def test_parquet_blocks_after_the_last_commit_go(tmp_path: Path, records: list[ArticleRecord]) -> None:
    sink = ParquetDataset(tmp_path, Names())
    write(sink, records[:1])
    write(sink, records[1:2], first=1)
    (tmp_path / "parquet" / "month=2025-01" / ".part-0000000001.parquet.part").write_bytes(b"half")
    ParquetDataset(tmp_path, Names()).restore(1, {})
    assert [path.name for path in tmp_path.rglob("*part*")] == ["part-0000000000.parquet"]


def test_the_tables_hold_all_of_a_record(tmp_path: Path, records: list[ArticleRecord]) -> None:
    sink = DuckDBFile(tmp_path, Names())
    sink.restore(0, {})
    sink.fail(3, Failure(article="d", step="reading", error="empty"))
    write(sink, records)
    sink.close()
    with duckdb.connect(str(tmp_path / "records.duckdb"), read_only=True) as database:
        counts = {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
            for name in ("articles", "organizations", "locations", "people", "dates", "quantities", "facts", "failures")
        }
        mentions = database.execute("SELECT count(*) FROM mentions").fetchall()[0][0]
        copper = database.execute("SELECT indicator, value, unit FROM statements WHERE article_id = 'a'").fetchall()
    assert counts.pop("failures") == 1
    assert counts.pop("articles") == 3
    assert counts == {name: sum(len(getattr(record, name)) for record in records) for name in counts}
    assert mentions == sum(len(entity.mentions) for record in records for entity in record.entities())
    assert ("production", 230_000.0, "t") in copper


def test_a_duckdb_file_is_cut_back_to_the_last_commit(tmp_path: Path, records: list[ArticleRecord]) -> None:
    sink = DuckDBFile(tmp_path, Names())
    sink.restore(0, {})
    write(sink, records)
    sink.close()
    with pytest.raises(SettingsError, match="its journal is not"):
        DuckDBFile(tmp_path, Names()).restore(0, {})
    again = DuckDBFile(tmp_path, Names())
    again.restore(1, {"written": 1})
    write(again, records[1:], first=1)
    again.close()
    with duckdb.connect(str(tmp_path / "records.duckdb"), read_only=True) as database:
        assert database.execute("SELECT id FROM articles ORDER BY article").fetchall() == [("a",), ("b",), ("c",)]
