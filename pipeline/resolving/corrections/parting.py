"""Several names tagged as one: a committee and its ministry, a body and its head, a place and a firm in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations.spans import span_words


def body_and_owner(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Part a committee, bureau or service from the ministry that it belongs to."""
    return [part for mention in mentions for part in _parts(text, mention)]


@cache
def _owned() -> re.Pattern[str]:
    bodies, owners = span_words("bodies"), span_words("owners")
    return re.compile(rf"(?i:{bodies})(?: [^\W\d_]+)*?(?P<gap> )(?:{owners})(?!\w)")


def _parts(text: str, mention: NameMention) -> Iterator[NameMention]:
    match = _owned().match(text, mention.start, mention.end) if mention.label == "organization" else None
    if match is None:
        yield mention
        return
    yield replace(mention, end=match.start("gap"))
    yield replace(mention, start=match.end("gap"))


_SURNAME = r"(?:[оеё]в|ин|ын|[оеё]ва|[иы]на|[оеё]вой|[иы]ной|[оеи]вым?|ский|ская|улы|ұлы|бай|бек|ко|ян|дзе)"
_CAPITAL = r"[А-ЯЁӘҚ][а-яёәғқңөұүһі-]+"
_PERSON = re.compile(rf"[а-яё][а-яё -]+(?P<gap> ){_CAPITAL} [А-ЯЁӘҚ][а-яё-]+{_SURNAME}")
_IN_PLACE = re.compile(
    r"(?:(?P<town>[А-ЯЁ][\w-]+) )?(?P<wide>[А-ЯЁ][\w-]+(?:ской|цкой|ском|цком) (?:области|районе|крае)) (?=[A-Z])"
)


def body_and_head(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Part a body in small letters from the person behind it: «отдела растениеводства Гульмиры Есенжоловой»."""
    return [part for mention in mentions for part in _body_and_head(text, mention)]


def _body_and_head(text: str, mention: NameMention) -> Iterator[NameMention]:
    match = _PERSON.fullmatch(text, mention.start, mention.end) if mention.label == "organization" else None
    if match is None:
        yield mention
        return
    yield replace(mention, end=match.start("gap"))
    yield replace(mention, start=match.end("gap"), label="person")


def place_and_firm(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Part a firm from the places before it: «Кызыл-Кие Баткенской области Silk Way Denim»."""
    return [part for mention in mentions for part in _place_and_firm(text, mention)]


def _place_and_firm(text: str, mention: NameMention) -> Iterator[NameMention]:
    match = _IN_PLACE.match(text, mention.start, mention.end) if mention.label == "organization" else None
    for place in ("town", "wide") if match else ():
        if match and match[place]:
            yield NameMention(match.start(place), match.end(place), "location", mention.confidence)
    yield replace(mention, start=match.end()) if match else mention


_ENDS = re.compile(rf"{_CAPITAL}(?:\s[–—-]\s{_CAPITAL})+")
_DASH = re.compile(r"\s[–—-]\s")


def ends_of_route(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Part the ends of a road or a line: «Шу – Тараз»; «ХМАО – Югра» and names of several words stay."""
    return [part for mention in mentions for part in _ends(text, mention)]


def _ends(text: str, mention: NameMention) -> Iterator[NameMention]:
    if mention.label != "location" or not _ENDS.fullmatch(text, mention.start, mention.end):
        yield mention
        return
    start = mention.start
    for dash in _DASH.finditer(text, mention.start, mention.end):
        yield replace(mention, start=start, end=dash.start())
        start = dash.end()
    yield replace(mention, start=start)
