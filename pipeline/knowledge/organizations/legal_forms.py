"""Legal forms (legal_forms.csv): which part of a name is one, and which countries have it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.knowledge.reading import csv_rows

QUOTES = "«»\"„“”‘’'‚‹›"
OPENING = '«"„“‘‚‹'
_GAP = rf"[\s{QUOTES}]"


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form: `countries` that register it (empty: many), `kind` of organization where it tells one.

    `before_quotes`: the abbreviation is a form only where a name in quotes follows.
    """

    form: str
    variants: tuple[str, ...]
    countries: tuple[str, ...]
    kind: str | None
    before_quotes: bool = False


@dataclass(frozen=True, slots=True)
class Core:
    """A name without quotes and legal forms: offsets into the string given, and the outermost form."""

    start: int
    end: int
    form: LegalForm | None


@cache
def legal_forms() -> dict[str, LegalForm]:
    """Return spelling → legal form. Abbreviations as written, spelled-out forms in lower case."""
    table: dict[str, LegalForm] = {}
    for row in csv_rows("organizations/legal_forms.csv"):
        variants = tuple(variant for variant in row["variants"].split("|") if variant)
        countries, before_quotes = tuple(row["countries"].split()), row["where"] == "quoted"
        form = LegalForm(row["form"], variants, countries, row["kind"] or None, before_quotes)
        for spelling in (form.form, *variants):
            table[spelling if _is_short(spelling) else spelling.casefold()] = form
    return table


def _is_short(spelling: str) -> bool:
    return " " not in spelling


@lru_cache(maxsize=20_000)
def core(text: str) -> Core:
    """Take quotes and legal forms off both ends of a name: «АО «НК «КТЖ»» → КТЖ, outermost form АО."""
    start, end, form = 0, len(text), None
    while True:
        before = (start, end)
        start, end = _without_quotes(text, start, end)
        leading = _leading().match(text, start, end)
        if leading and leading.end() < end:
            start, form = leading.end(), form or _lookup(leading["form"])
        trailing = _trailing().search(text[start:end])
        if trailing and trailing.start() > 0:
            end, form = start + trailing.start(), form or _lookup(trailing["form"])
        if (start, end) == before:
            return Core(start, end, form)


def _lookup(spelling: str) -> LegalForm:
    table = legal_forms()
    return table[spelling] if spelling in table else table[spelling.casefold()]


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in QUOTES or text[start].isspace()):
        start += 1
    while end > start and _is_outer_quote(text, start, end):
        end -= 1
    return start, end


def _is_outer_quote(text: str, start: int, end: int) -> bool:
    """Say whether the last character is a quote that nothing inside opens («РКЦ «Прогресс»» keeps its own)."""
    last = text[end - 1]
    if last.isspace() or last == ",":
        return True
    return last in QUOTES and not any(quote in text[start : end - 1] for quote in "«\"„“‘'‚‹")


@cache
def _leading() -> re.Pattern[str]:
    forms = legal_forms()
    long = _alternatives(spelling for spelling in forms if " " in spelling)
    short = _alternatives(spelling for spelling in forms if " " not in spelling and not forms[spelling].before_quotes)
    quoted = _alternatives(spelling for spelling in forms if " " not in spelling and forms[spelling].before_quotes)
    return re.compile(rf"(?P<form>(?i:{long})(?={_GAP})|(?:{short})(?={_GAP})|(?:{quoted})(?=\s*[{OPENING}]))")


def form_before(text: str) -> LegalForm | None:
    """Return the outermost legal form at the end of a text, over opening quotes: «… АО «НК «» → АО; None for none."""
    found, end = None, len(text)
    while match := _preceding().search(text, 0, end):
        found, end = _lookup(match["form"]), match.start("form")
    return found


@cache
def _preceding() -> re.Pattern[str]:
    forms = legal_forms()
    long = _alternatives(spelling for spelling in forms if " " in spelling)
    always = _alternatives(spelling for spelling in forms if " " not in spelling and not forms[spelling].before_quotes)
    quoted = _alternatives(spelling for spelling in forms if " " not in spelling and forms[spelling].before_quotes)
    gap, quotes = rf"\s*[{OPENING}\s]", rf"\s*[{OPENING}]\s*"
    return re.compile(rf"(?<![\w.-])(?P<form>(?:(?i:{long})|{always})(?={gap}\s*$)|(?:{quoted})(?={quotes}$))")


@cache
def _trailing() -> re.Pattern[str]:
    """Latin forms end a name («Kedr LLP»); Russian ones do so after a comma or a quote alone («Кедр», ООО)."""
    usual = [spelling for spelling, form in legal_forms().items() if not form.before_quotes]
    latin = _alternatives(spelling for spelling in usual if spelling.isascii())
    russian = _alternatives(spelling for spelling in usual if not spelling.isascii())
    return re.compile(rf"[\s,{QUOTES}]+(?P<form>{latin}|(?<=[,»\"”]\s)(?:{russian}))$")


def _alternatives(spellings: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))
