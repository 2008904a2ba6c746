"""Names that were tagged in two parts: «Атырау» and «Балык-Ойл», «хокимият» and «Ферганской области»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import legal_forms
from pipeline.knowledge.organizations.spans import span_words
from pipeline.knowledge.places import place_table
from pipeline.resolving.abbreviations import looks_abbreviated
from pipeline.resolving.place_names import nominative_place

_PREPOSITION = re.compile(
    r"(?<!\w)(?:в|во|на|из|под|у|около|близ|через|до|от|для|город|городе|г\.|[–—-])\s*[«\"]?$", re.IGNORECASE
)
_BANK = re.compile(r" банк(?:а|у|ом|е)?\b")
_REACH = 12


def towns_of_firms(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Put a town and the organization right behind it together: «Атырау Балык-Ойл», «Osh Tekstil Park»."""
    found: list[NameMention] = []
    for mention in mentions:
        if found and _begins(text, found[-1], mention):
            first = found.pop()
            mention = replace(mention, start=first.start, label="organization")
        found.append(mention)
    return [_with_bank(text, mention) for mention in found]


def _begins(text: str, first: NameMention, second: NameMention) -> bool:
    """Say whether two mentions side by side are one name: the first a place in its bare form that nothing governs."""
    if first.label != "location" or second.label == "location" or text[first.end : second.start] != " ":
        return False
    name, rest = text[first.start : first.end], text[second.start : second.end]
    if name not in place_table() and " " in name:
        return False
    if second.label == "person" and not re.search(r"(?:Компани|Групп)[а-я]{0,2}$", rest):
        return False
    if rest.split()[0] in legal_forms() or rest[0] in "«\"" or rest[0].islower() or looks_abbreviated(rest):
        return False
    if name.isascii() and rest.isascii():
        return True
    governed = _PREPOSITION.search(text[max(0, first.start - _REACH) : first.start])
    return governed is None and name.isascii() == rest.isascii()


def _with_bank(text: str, mention: NameMention) -> NameMention:
    """Take in the common noun that ends a bank's name: «Халык банка»."""
    match = _BANK.match(text, mention.end) if mention.label != "person" else None
    name = text[mention.start : mention.end]
    if match is None or not name.isalpha() or name in place_table():
        return mention
    return replace(mention, end=match.end(), label="organization")


def bodies_of_places(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make one organization of a seat of power and the place behind it: «хокимият Ферганской области»."""
    return [_with_seat(text, mention) if mention.label == "location" else mention for mention in mentions]


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{span_words('seats')}) (?:города )?$", re.IGNORECASE)


def _with_seat(text: str, mention: NameMention) -> NameMention:
    match = _seat().search(text[max(0, mention.start - 30) : mention.start])
    if match is None:
        return mention
    return replace(mention, start=mention.start - len(match.group()), label="organization")


_HEAD = r"(?: [а-яё-]+(?:ая|ую|ой|ий|ый|ого|ому|ым|им|ом|ое|ее|ей))*"
_ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё-]+(?:ая|ую|ой|ий|ый|ого|ому|ым|им|ом|ое)")


def adjectives_and_head(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take in the head noun that an adjective was tagged without: «Сибирская генерирующая компания»."""
    return [_with_head(text, mention) for mention in mentions]


@cache
def _plant() -> re.Pattern[str]:
    return re.compile(rf"{_HEAD} (?:{span_words('plants')})(?!\w)")


def _with_head(text: str, mention: NameMention) -> NameMention:
    name = text[mention.start : mention.end]
    if mention.label == "location" and " " in name and re.search(rf" (?:{span_words('plants')})$", name):
        return replace(mention, label="organization")  # «Ошскому цементному заводу» as a place
    if mention.label == "person" or not _ADJECTIVE.fullmatch(name):
        return mention
    match = _plant().match(text, mention.end)
    return replace(mention, end=match.end(), label="organization") if match else mention


def longer_places(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take in the noun of a listed place that was tagged without it: «Северному морскому пути»."""
    return [_with_noun(text, mention) if mention.label == "location" else mention for mention in mentions]


def _with_noun(text: str, mention: NameMention) -> NameMention:
    name = text[mention.start : mention.end]
    following = _SMALL_WORD.match(text, mention.end) if _ADJECTIVES.fullmatch(name) else None
    if following is None:
        return mention
    whole = nominative_place(text[mention.start : following.end()], frozenset(), place_table())
    return replace(mention, end=following.end()) if whole in place_table() else mention


_ADJECTIVES = re.compile(r"[А-ЯЁ][а-яё]+(?:ий|ый|ого|ому|ым|им|ом)(?: [а-яё]+(?:ой|ого|ому|ым|им|ом))+")
_SMALL_WORD = re.compile(r" [а-яё]+")
_BRANCH = re.compile(r" \((?:Казахстан|Kazakhstan|Беларусь|Узбекистан|Кыргызстан|Россия|Армения|Грузия)\)")


def branches(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take in the country in brackets that belongs to a bank's name: «Банк ВТБ (Казахстан)»."""
    found: list[NameMention] = []
    for mention in mentions:
        if found and mention.start < found[-1].end:
            continue
        is_bank = mention.label == "organization" and re.search(r"банк|bank", text[mention.start : mention.end], re.I)
        match = _BRANCH.match(text, mention.end) if is_bank else None
        found.append(replace(mention, end=match.end()) if match else mention)
    return found
