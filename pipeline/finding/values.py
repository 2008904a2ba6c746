"""Mentions → records: dates and quantities with their ids, and the text that they cover."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar

from spacy.tokens import Doc

from pipeline.finding.annotations import annotations
from pipeline.finding.mentions import DateMention, QuantityMention
from pipeline.language.tokenizer import text_of
from pipeline.records import Date, Quantity

M = TypeVar("M", DateMention, QuantityMention)


class Values(NamedTuple):
    """The records of a Doc's dates and quantities."""

    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]


def values_of(doc: Doc) -> Values:
    """Return the records of the dates and quantities that were found in a Doc; they are made when first asked for."""
    if doc._.values is None:
        text = text_of(doc)
        dates, quantities = annotations(doc, "dates"), annotations(doc, "quantities")
        doc._.values = Values(date_records(text, dates), quantity_records(text, quantities))
    values: Values = doc._.values
    return values


def date_records(text: str, mentions: Iterable[DateMention]) -> tuple[Date, ...]:
    """Return the records date1, date2 … of the mentions, in order of the text."""
    return tuple(
        Date.model_validate({"id": f"date{number}", **_fields(text, mention)})
        for number, mention in enumerate(_in_order(mentions), start=1)
    )


def quantity_records(text: str, mentions: Iterable[QuantityMention]) -> tuple[Quantity, ...]:
    """Return the records quantity1, quantity2 … of the mentions, in order of the text."""
    return tuple(
        Quantity.model_validate({"id": f"quantity{number}", **_fields(text, mention)})
        for number, mention in enumerate(_in_order(mentions), start=1)
    )


def _in_order(mentions: Iterable[M]) -> Sequence[M]:
    return sorted(mentions, key=lambda mention: (mention.start, mention.end))


def _fields(text: str, mention: DateMention | QuantityMention) -> dict[str, object]:
    fields = {**_plain(mention), "text": text[mention.start : mention.end]}
    for reason in ("rule", "reasons"):
        fields.pop(reason, None)
    fields["confidence"] = round(mention.confidence, 4)
    return fields


def _plain(value: Any) -> Any:
    """A mention and what it holds as plain mappings, its values shared and not copied."""
    kind: Any = type(value)
    names = _names(kind)
    return {name: _plain(getattr(value, name)) for name in names} if names else value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a kind of mention; none of a plain value."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
