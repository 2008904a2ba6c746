"""Marked text → Doc and Findings: «{org Кедр} добыл {mass 5000 t|5 тыс. тонн} угля в {date 2025|2025 году}».

A mark is `{group value …|text}`; for org, loc and person the text is the name. `{date 2025-01-01 2025-06-30|…}` has its
days, a year alone stands for all of it. Any other group is the dimension of a quantity: value, then unit or, for a
count, the item. One name is one entity throughout a text.
"""

import re
from datetime import date

from spacy.tokens import Doc

import pipeline.language.sentences  # noqa: F401  registers the component
from pipeline.facts import Findings
from pipeline.language.tokenizer import blank
from pipeline.records import Date, Item, Location, Mention, Organization, Person, Quantity

_MARK = re.compile(r"\{(\w+) ([^{}|]*)(?:\|([^{}]*))?\}")
_NLP = blank()
_NLP.add_pipe("svodka_sentences")


def marked(given: str, published: date = date(2025, 12, 1)) -> tuple[Doc, Findings]:
    """Return the Doc of a marked text and what the marks say."""
    text, names, dates, quantities, position = "", {}, [], [], 0
    for match in _MARK.finditer(given):
        text += given[position : match.start()]
        position = match.end()
        group, value, shown = match[1], match[2], match[3] or match[2]
        mention = {"start": len(text), "end": len(text) + len(shown), "text": shown}
        text += shown
        if group in ("org", "loc", "person"):
            names.setdefault((group, value), []).append(Mention(**mention))
        elif group == "date":
            dates.append(_date(f"d{len(dates) + 1}", value.split(), mention))
        else:
            quantities.append(_quantity(f"q{len(quantities) + 1}", group, value.split(), mention))
    doc = _NLP(text + given[position:])
    doc._.published = published
    return doc, _findings(names, dates, quantities)


def _date(identifier: str, days: list[str], mention: dict) -> Date:
    first, last = (days[0], days[-1]) if "-" in days[0] else (f"{days[0]}-01-01", f"{days[0]}-12-31")
    kind = "year" if "-" not in days[0] else "day" if first == last else "period"
    return Date(id=identifier, kind=kind, first=first, last=last, **mention)


def _quantity(identifier: str, dimension: str, value: list[str], mention: dict) -> Quantity:
    fields = {"id": identifier, "dimension": dimension, "value": float(value[0]), **mention}
    if dimension == "count" and len(value) > 1:
        fields["item"] = Item(start=mention["end"], end=mention["end"] + 1, lemma=value[1])
    elif len(value) > 1:
        fields["unit"] = value[1]
    return Quantity(**fields)


def _findings(names: dict, dates: list[Date], quantities: list[Quantity]) -> Findings:
    def of(group: str) -> list[dict]:
        chosen = [(name, tuple(found)) for (kind, name), found in names.items() if kind == group]
        return [{"id": name, "name": name, "mentions": found} for name, found in chosen]

    return Findings(
        organizations=tuple(Organization(kind="company", **fields) for fields in of("org")),
        locations=tuple(Location(kind="country" if f["name"] == "Казахстан" else "region", **f) for f in of("loc")),
        people=tuple(Person(**fields) for fields in of("person")),
        dates=tuple(dates),
        quantities=tuple(quantities),
    )
