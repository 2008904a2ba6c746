"""find_numbers: all numbers of a text, in figures and in words."""

import re
from functools import lru_cache

from pipeline.finding.numbers.atoms import atoms
from pipeline.finding.numbers.composition import Composer
from pipeline.finding.numbers.number import Draft, Number, plain
from pipeline.finding.numbers.ranges import joined, signed

HYPHENS = ("-", "‑")
INSTRUMENTAL = re.compile(r"[ \u00a0][а-яё]+[аяы]?ми\b")


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a raw text, in order, not overlapping: cardinals, ranges, fractions, «вдвое», ordinals.

    Clock times, days in figures (12.05.2025), telephone numbers and numbers after № are none. Offsets are code points.
    """
    return list(_numbers(text))


@lru_cache(maxsize=64)  # dates and quantities ask for the numbers of the same texts
def _numbers(text: str) -> tuple[Number, ...]:
    drafts = _drafts(text)
    found: list[Number] = []
    index = 0
    while index < len(drafts):
        pair = joined(text, drafts[index], drafts[index + 1]) if index + 1 < len(drafts) else None
        found.append(pair or _number(drafts[index]))
        index += 2 if pair else 1
    return tuple(found)


def _drafts(text: str) -> list[Draft]:
    parts = atoms(text)
    composer = Composer(text, parts)
    drafts: list[Draft] = []
    index = 0
    while index < len(parts):
        draft, index = composer.read(index)
        if draft is not None:
            drafts.append(draft)
    edges = {edge for draft in drafts for edge in (draft.start, draft.end)}
    return [signed(text, draft) for draft in drafts if not _is_no_number(text, draft, edges)]


def _is_no_number(text: str, draft: Draft, edges: set[int]) -> bool:
    """Tell «во-первых», «сто-процентный» (tied to a word that is no number) and «семью» that is the family."""
    if not draft.in_words:
        return False
    if text[draft.start : draft.end].lower() == "семью":
        return INSTRUMENTAL.match(text, draft.end) is None
    start, end = draft.start, draft.end
    hyphen_before, letter_before = text[start - 1 : start], text[start - 2 : start - 1]
    hyphen_after, letter_after = text[end : end + 1], text[end + 1 : end + 2]
    tied_before = hyphen_before in HYPHENS and letter_before.isalpha() and start - 1 not in edges
    tied_after = hyphen_after in HYPHENS and letter_after.isalpha() and end + 1 not in edges
    return tied_before or tied_after


def _number(draft: Draft) -> Number:
    return Number(
        draft.start, draft.end, value=plain(draft.value), kind=draft.kind, sign=draft.sign, scale=plain(draft.scale),
        in_words=draft.in_words, rule=draft.rule,
    )  # fmt: skip
