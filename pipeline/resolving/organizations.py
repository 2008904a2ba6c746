"""Mentions of organizations → groups: which of them are one organization.

Two mentions are one where they have the same name (in either script), are names of one known organization, where one
is the other's abbreviation, stands in brackets after it, or is it without its country, founder or descriptive word.
"""

import re
from collections.abc import Callable, Sequence

from pipeline.knowledge.organizations import descriptive_words
from pipeline.knowledge.organizations.known import organization_key
from pipeline.knowledge.places import PlaceTable
from pipeline.language.transliteration import has_cyrillic, has_latin
from pipeline.resolving.abbreviations import abbreviates, looks_abbreviated
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.contractions import contracts
from pipeline.resolving.groups import Groups
from pipeline.resolving.known_names import known, known_of
from pipeline.resolving.shortened import join_lone_bodies, join_shortened

_SHORTEST_SOUND = 4
#: Between a name and its other name in brackets.
_INTO_BRACKET = re.compile(r"[»\"”]?\s*\((?:далее\s*[—–-]?\s*)?[«\"„“]?")
_OUT_OF_BRACKET = re.compile(r"[»\"”]?\s*[,;)]")
_INNER = re.compile(r"\w\s+[«\"„“](?P<name>[^«»\"„“”]+)[»\"”]?$")


def _unlisted(_: Appearance) -> str | None:
    return None


def group(
    appearances: Sequence[Appearance],
    table: PlaceTable,
    country: str | None = None,
    listed: Callable[[Appearance], str | None] = _unlisted,
) -> list[list[Appearance]]:
    """Return the groups of mentions of one organization, in the order of their first mentions.

    `country` is the one that the article is about: its central bank is «ЦБ», its ministry «Минфин». `listed` tells
    which name of the user's a mention is.
    """
    groups = Groups(appearances)
    groups.join_equal(appearance.key for appearance in appearances)
    groups.join_equal(_sound(appearance) for appearance in appearances)
    groups.join_equal(_known_as(appearance, appearances, table, country) for appearance in appearances)
    groups.join_equal(without_description(appearance.name) for appearance in appearances)
    groups.join_equal(inner_name(appearance) for appearance in appearances)
    groups.join_equal(listed(appearance) for appearance in appearances)
    for index in range(len(appearances)):
        _join_bracketed(groups, index)
    for index in range(len(appearances)):
        _join_abbreviation(groups, index)
        join_shortened(groups, index, table)
    join_lone_bodies(groups)
    return groups.all()


def _sound(appearance: Appearance) -> str | None:
    return appearance.sound if len(appearance.sound) >= _SHORTEST_SOUND else None


def _known_as(
    appearance: Appearance, appearances: Sequence[Appearance], table: PlaceTable, country: str | None
) -> str | None:
    organization = known(appearance, table, country)
    if organization is None or not looks_abbreviated(appearance.name):
        return organization.names[0] if organization else None
    spelled_out = [a for a in appearances if abbreviates(appearance.name, a.name)]
    if spelled_out and known_of([appearance, *spelled_out]) is None:
        return None
    return organization.names[0]


def without_description(name: str) -> str:
    """Return the key of a name without leading descriptive words: «Корпорация Казахмыс» → «казахмыс»."""
    words = organization_key(name).split(" ")
    while len(words) > 1 and words[0] in descriptive_words() and name.split()[-len(words) + 1][:1].isupper():
        words = words[1:]
    return " ".join(words)


def inner_name(appearance: Appearance) -> str:
    """Return the key of the quoted name inside a longer one: «Национальная компания «Казатомпром»» → «казатомпром»."""
    match = _INNER.search(appearance.text)
    return organization_key(match["name"]) if match else appearance.key


def _join_bracketed(groups: Groups, index: int) -> None:
    """Join «Народный банк Казахстана (Halyk Bank)»; not «Новокуйбышевский НПЗ («Роснефть»)»."""
    if index == 0:
        return
    outer, inner = groups.appearances[index - 1], groups.appearances[index]
    text = inner.before.around.text
    between = text[outer.mention.end : inner.mention.start]
    if not _INTO_BRACKET.fullmatch(between) or not _OUT_OF_BRACKET.match(text, inner.mention.end):
        return
    other_script = has_latin(inner.name) != has_latin(outer.name) and not inner.before.is_quoted
    short = looks_abbreviated(inner.name) and abbreviates(inner.name, outer.name)
    spelled_out = looks_abbreviated(outer.name) and abbreviates(outer.name, inner.name)
    contracted = " " in outer.name and " " not in inner.name and inner.key[:3] == outer.key[:3]
    is_mixed = has_cyrillic(inner.name) and has_latin(inner.name)
    if short or spelled_out or contracted or (other_script and not is_mixed):
        groups.join(index - 1, index)


def _join_abbreviation(groups: Groups, index: int) -> None:
    short = groups.appearances[index]
    if any(_is_short_for(short.name, full.name) for full in groups.members(groups.find(index))):
        return  # «Банк развития Китая и Банк развития Казахстана (БРК)»: the bracket has told which
    for other, full in enumerate(groups.appearances):
        if other != index and _is_short_for(short.name, full.name):
            groups.join(other, index)
            return


def _is_short_for(short: str, full: str) -> bool:
    return abbreviates(short, full) or _abbreviates_end(short, full) or contracts(short, full)


def _abbreviates_end(short: str, full: str) -> bool:
    """Say whether «Навоийский ГМК» is «Навоийский горно-металлургический комбинат»."""
    first, space, last = short.rpartition(" ")
    return bool(space) and full.startswith(first + " ") and abbreviates(last, full[len(first) + 1 :])
