"""Words that were taken into a name: «областное управление …», «пресс-служба Х», «департамент Министерства …»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations.spans import span_words
from pipeline.knowledge.places import place_table
from pipeline.knowledge.places.location_types import type_words
from pipeline.language.inflection.words import is_dictionary_word
from pipeline.language.morphology import parses
from pipeline.resolving.place_names import nominative_place
from pipeline.resolving.word_classes import noun_lemma

#: A town's name of one word and small words behind it; shorter ones may be Kazakh («Балпык би»).
_TAIL = re.compile(r"[А-ЯЁ][а-яё-]+ (?P<tail>[а-яё]+(?: [а-яё]+)?)")
_LONG = 6


def local_adjectives(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Cut the adjective that says where a body is: «областного управления сельского хозяйства»."""
    return [_cut(text, mention, _local()) for mention in mentions]


@cache
def _local() -> re.Pattern[str]:
    return re.compile(rf"(?:{span_words('local')}) (?=(?:{span_words('local', 'bodies')})(?!\w))", re.IGNORECASE)


def units(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Cut what a body or firm has, before its own name: «департамента Министерства торговли», «пресс-служба Х»."""
    return [_cut(text, mention, _units()) for mention in mentions]


@cache
def _units() -> re.Pattern[str]:
    owner = rf"(?=(?:{span_words('owners')})(?!\w)|[A-ZА-ЯЁ][\w-]+)"
    words = rf"(?i:{span_words('units')})(?! (?:Комитета|Бюро))(?: (?!министерства)[а-я]{{3,}}){{0,3}}"
    outer = r"управлени[ея]м? (?:[а-я]+ ){1,3}(?=(?:МАРТ|МИД|ЕЭК|Мин[а-я]+|Министерства)\b)"
    return re.compile(rf"{words} {owner}|{outer}")


def descriptive_words(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Cut the type of a firm that begins a sentence before its name: «Корпорация ВСМПО-Ависма»."""
    return [m if text[m.start - 1 : m.start] in ("«", '"', "“") else _cut(text, m, _descriptive()) for m in mentions]


@cache
def _descriptive() -> re.Pattern[str]:
    return re.compile(rf"(?:{span_words('descriptive')}) (?=[A-ZА-ЯЁ«\"])")


def words_behind(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Cut what stands behind a name: «KASE бумага», «Дамба теплицы»."""
    return [_without_noun(text, _cut_end(text, mention, _behind())) for mention in mentions]


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{span_words('behind')})$")


def _cut(text: str, mention: NameMention, pattern: re.Pattern[str]) -> NameMention:
    if mention.label != "organization":
        return mention
    match = pattern.match(text, mention.start, mention.end)
    return replace(mention, start=match.end()) if match and match.end() < mention.end else mention


def _cut_end(text: str, mention: NameMention, pattern: re.Pattern[str]) -> NameMention:
    match = pattern.search(text[mention.start : mention.end]) if mention.label == "organization" else None
    return replace(mention, end=mention.start + match.start()) if match else mention


def _without_noun(text: str, mention: NameMention) -> NameMention:
    """Cut the small words behind a town that begin what follows: «В городе Шар мясокомбинат строит …»."""
    match = _TAIL.fullmatch(text[mention.start : mention.end]) if mention.label == "location" else None
    if match is None or not any(_is_subject(word) for word in match["tail"].split()):
        return mention
    name = text[mention.start : mention.end]
    is_listed = nominative_place(name, frozenset(), place_table()) in place_table()
    return mention if is_listed else replace(mention, end=mention.start + match.start("tail") - 1)


def _is_subject(word: str) -> bool:
    """Say whether a small word is a noun or adjective in the nominative, and no type of places."""
    nominal = [parse for parse in parses(word)[:2] if parse.pos in ("NOUN", "ADJF") and parse.case == "nomn"]
    return len(word) >= _LONG and is_dictionary_word(word) and bool(nominal) and noun_lemma(word) not in type_words()
