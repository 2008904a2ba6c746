"""Shorter forms of a body's name: without its country, without whom it honours, or its head word alone."""

import re

from pipeline.knowledge.organizations import head_kinds
from pipeline.knowledge.places import PlaceTable
from pipeline.language.transliteration import has_latin
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.groups import Groups
from pipeline.resolving.known_names import country_of_tail
from pipeline.resolving.word_classes import noun_lemma

_SHORTEST = 4
_TAIL_OF_HONOUR = re.compile(r"(?:имени|им\.?)\s", re.IGNORECASE)


def join_shortened(groups: Groups, index: int, table: PlaceTable) -> None:
    """Join a name with a longer one that adds a country or an honour: «Нацбанк» and «Нацбанк Казахстана»."""
    short = groups.appearances[index]
    for other, full in enumerate(groups.appearances):
        if groups.find(other) != groups.find(index) and _is_shortened(short.key, full, table):
            groups.join(other, index)
            return


def _is_shortened(short: str, full: Appearance, table: PlaceTable) -> bool:
    if not full.key.startswith(short + " ") or len(short) < _SHORTEST:
        return False
    tail = full.name[len(short) + 1 :]
    if not _is_body(full.name):  # «Wabtec Kazakhstan» is a subsidiary, «Нацбанк Казахстана» the same bank
        return _TAIL_OF_HONOUR.match(tail) is not None
    return _TAIL_OF_HONOUR.match(tail) is not None or country_of_tail(tail, table) is not None


def _is_body(name: str) -> bool:
    """Say whether a name is made of Russian words for a body («Нацбанк Казахстана», «Зерновой союз Казахстана»)."""
    return any(noun_lemma(word) in head_kinds() for word in name.split()) and not has_latin(name)


def join_lone_bodies(groups: Groups) -> None:
    """Join a body named by its head word alone («маслихата») with the one that the text names in full."""
    for index, short in enumerate(groups.appearances):
        if " " in short.name or short.key not in head_kinds():
            continue
        full = {groups.find(i) for i, other in enumerate(groups.appearances) if other.key.startswith(short.key + " ")}
        if len(full) == 1:
            groups.join(full.pop(), index)
