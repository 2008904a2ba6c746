"""records.py: the contract holds, speaks when it is broken, and records round-trip."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from pipeline.records import (
    Article,
    ArticleRecord,
    Date,
    Extent,
    Fact,
    Item,
    Location,
    Mention,
    Organization,
    Person,
    ProducedBy,
    Quantity,
)

TEXT = "За 2024 год завод QazTehna в Сарани собрал 1 900 автобусов, сказал Ерлан Досов."


def mention(text: str) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def record(**changes: Any) -> ArticleRecord:
    start = TEXT.index("автобусов")
    parts: dict[str, Any] = {
        "article": Article(text=TEXT, published=date(2025, 1, 20)),
        "organizations": (
            Organization(
                id="org1", name="QazTehna", kind="company", country="KZ", mentions=(Mention(**mention("QazTehna")),)
            ),
        ),
        "locations": (Location(id="loc1", name="Сарань", kind="city", mentions=(Mention(**mention("Сарани")),)),),
        "people": (Person(id="person1", name="Ерлан Досов", mentions=(Mention(**mention("Ерлан Досов")),)),),
        "dates": (
            Date(id="date1", kind="year", first=date(2024, 1, 1), last=date(2024, 12, 31), **mention("2024 год")),
        ),
        "quantities": (
            Quantity(
                id="quantity1", value=1900, dimension="count",
                item=Item(start=start, end=start + 9, lemma="автобус"), **mention("1 900"),
            ),
        ),
        "facts": (
            Fact(
                id="fact1", indicator="production", object="автобус", quantity="quantity1", subject="org1",
                date="date1", location="loc1", status="actual", attribution="person1", evidence=Extent(start=0, end=59),
            ),
        ),
        "produced_by": ProducedBy(version="1", model="m"),
    }  # fmt: skip
    return ArticleRecord(**{**parts, **changes})


def test_round_trip_through_json_keeps_everything() -> None:
    made = record()
    assert ArticleRecord.model_validate_json(made.model_dump_json()) == made


def test_whole_numbers_stay_whole_in_json() -> None:
    assert '"value":1900,' in record().model_dump_json()


def test_id_is_derived_from_the_text_and_stays_the_same() -> None:
    assert Article(text="Экспорт вырос.").id == Article(text="Экспорт вырос.").id
    assert Article(text="Экспорт вырос.").id != Article(text="Импорт вырос.").id
    assert Article(id="mine", text="Экспорт вырос.").id == "mine"


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        record().article.title = "другой"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"locations": (Location(id="loc1", name="x", kind="city", mentions=(Mention(start=0, end=2, text="Не"),)),)},
         "the text there reads 'За'"),
        ({"locations": (Location(id="org1", name="x", kind="city", mentions=(Mention(**mention("Сарани")),)),)},
         "'org1' is there twice"),
        ({"quantities": ()}, "quantity 'quantity1' is no id of this record"),
        ({"dates": ()}, "date 'date1' is no id of this record"),
        ({"people": ()}, "attribution 'person1' is no id of this record"),
        ({"unknown": 1}, "unknown"),
    ],
)  # fmt: skip
def test_a_broken_record_is_refused_with_the_reason(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        record(**changes)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": 1, "low": 1, "high": 2}, "either value, or low and high"),
        ({}, "either value, or low and high"),
        ({"low": 3, "high": 2}, "low 3 is greater than high 2"),
    ],
)
def test_a_quantity_has_one_number(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Quantity(id="q", dimension="count", **fields, **mention("1 900"))


def test_dates_are_in_order() -> None:
    with pytest.raises(ValidationError, match="first 2025-01-01 is later than last 2024-12-31"):
        Date(id="d", kind="period", first=date(2025, 1, 1), last=date(2024, 12, 31), **mention("2024 год"))


def test_empty_spans_are_refused() -> None:
    with pytest.raises(ValidationError, match="is empty"):
        Extent(start=3, end=3)
