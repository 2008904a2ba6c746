"""With which letters a match of a pattern over kinds can begin: only the rules of a lexeme's letter are tried at it.

The patterns are regular expressions of a small kind: letters, classes, groups, look-arounds, «|», «?», «*».
"""

import re
from typing import NamedTuple

_OPEN = re.compile(r"\((?:\?(?:P<\w+>|:|(?P<around><?[=!])))?")


class Part(NamedTuple):
    """Letters that a part of a pattern may begin with, whether it may match nothing, and where it ends."""

    letters: frozenset[str]
    empty: bool
    end: int


def starts(pattern: str) -> frozenset[str]:
    """Return the letters that a match of a pattern (without white space) may begin with."""
    return _alternatives(pattern, 0).letters


def _alternatives(pattern: str, position: int) -> Part:
    part = _sequence(pattern, position)
    while pattern[part.end : part.end + 1] == "|":
        following = _sequence(pattern, part.end + 1)
        part = Part(part.letters | following.letters, part.empty or following.empty, following.end)
    return part


def _sequence(pattern: str, position: int) -> Part:
    part = Part(frozenset(), True, position)
    while part.end < len(pattern) and pattern[part.end] not in "|)":
        item = _item(pattern, part.end)
        letters = part.letters | item.letters if part.empty else part.letters
        part = Part(letters, part.empty and item.empty, item.end)
    return part


def _item(pattern: str, position: int) -> Part:
    item = _single(pattern, position)
    repeated = pattern[item.end : item.end + 1]
    return Part(item.letters, True, item.end + 1) if repeated in ("?", "*") else item


def _single(pattern: str, position: int) -> Part:
    opening = _OPEN.match(pattern, position)
    if opening is not None:
        inner = _alternatives(pattern, opening.end())
        around = opening["around"] is not None  # consumes nothing
        return Part(frozenset(), True, inner.end + 1) if around else inner._replace(end=inner.end + 1)
    if pattern[position] == "[":
        end = pattern.index("]", position)
        return Part(frozenset(pattern[position + 1 : end]), False, end + 1)
    return Part(frozenset(pattern[position]), False, position + 1)
