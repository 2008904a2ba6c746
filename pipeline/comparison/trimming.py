"""Boundaries and names made comparable: outer quotes and legal forms do not count, nor do case, ё and double spaces."""

import re
import tomllib
from functools import cache
from importlib.resources import files

QUOTES = "«»\"„“”‘’'‚‹› \u00a0"
_UNQUOTED = {ord(character): " " for character in QUOTES}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = files("pipeline.comparison").joinpath("scored_forms.toml").read_text(encoding="utf-8")
    forms = "|".join(map(re.escape, tomllib.loads(data)["forms"]))
    return re.compile(rf"^(?:{forms})(?=[\s«\"„“])"), re.compile(rf"[\s,»\"”](?:{forms})$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span over outer quotes and legal forms; a span with nothing else stays as it is."""
    while True:
        before = (start, end)
        start, end = _trim_form(text, *_trim_quotes(text, start, end))
        if (start, end) == before or start >= end:
            return before


def _trim_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES + ",":
        end -= 1
    return start, end


def _trim_form(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = _patterns()
    if found := first.match(text[start:end]):
        start += found.end()
    if found := last.search(text[start:end]):
        cut = start + found.start()
        end = cut + (text[cut] in '»"”')
    return start, end


def name_key(name: str | None) -> str:
    """Return a name without case, ё, quotes and doubled spaces."""
    bare = (name or "").casefold().replace("ё", "е").translate(_UNQUOTED)
    return re.sub(r"\s+", " ", bare).strip()
