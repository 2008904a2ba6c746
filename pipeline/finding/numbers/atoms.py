"""Text → atoms of numbers: figures and number words in order of the text."""

import re
from collections.abc import Iterator

from pipeline.finding.numbers.digits import digit_atoms
from pipeline.finding.numbers.lexicon import NumberWord, number_forms
from pipeline.finding.numbers.number import Atom
from pipeline.knowledge.number_words import genitive_governors

WORD = re.compile(r"[А-Яа-яЁё]+|(?:mln|mlrd|bln|trln)\b")
WORD_BEFORE = re.compile(r"([а-яё]+)[ \u00a0\n]+$", re.IGNORECASE)
#: «20млн»: a scale may be glued to its figures, other words may not be glued to anything.
ABBREVIATION = re.compile(r"тыс|млн|млрд|млдр|трлн|мил|mln|mlrd|bln|trln")


def atoms(text: str) -> list[Atom]:
    """Return all atoms of a text, in order; they do not overlap."""
    figures = list(digit_atoms(text))
    taken = {atom.end - 1 for atom in figures if not text[atom.end - 1].isdigit()}
    words = [atom for atom in _word_atoms(text) if atom.start not in taken and atom.end - 1 not in taken]
    return sorted([*figures, *words], key=lambda atom: atom.start)


def _word_atoms(text: str) -> Iterator[Atom]:
    forms = number_forms()
    for match in WORD.finditer(text):
        word = forms.get(match.group().lower().replace("ё", "е"))
        if word is not None:
            atom = _word_atom(text, match, word)
            if atom is not None:
                yield atom


def _word_atom(text: str, match: re.Match[str], word: NumberWord) -> Atom | None:
    start, end = match.span()
    before = text[start - 1 : start]
    if (before.isalnum() or before == "_") and not (before.isdigit() and ABBREVIATION.fullmatch(match.group().lower())):
        return None
    after = text[end : end + 1]
    if after.isalnum() or match.group() in ("СТО", "ПАРА"):  # СТО: a garage, or the trade organization misspelt
        return None
    if after == "." and word.kind == "scales" and ABBREVIATION.fullmatch(match.group().lower()):
        end += 1
    return Atom(start, end, word.kind, word.value, _alone(text, start, word), word.denominator)


def _alone(text: str, start: int, word: NumberWord) -> bool:
    if word.alone or not word.singular:
        return word.alone
    before = WORD_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and before.group(1).lower() in genitive_governors()
