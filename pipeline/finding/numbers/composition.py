"""Atoms → numbers: «двадцать пять тысяч триста», «3 млрд 420 млн», «три с половиной сотни», «две трети»."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.finding.numbers.number import ONE, Atom, Draft
from pipeline.knowledge.number_words import added_fractions

GAP = re.compile(r"[ \u00a0\u202f\u2009]{0,2}|[ \u00a0]?\n")
WHOLES = re.compile(r"[ \u00a0]цел(?:ых|ой|ая|ую|ыми|ым)(?:[ \u00a0]и)?[ \u00a0]")
ADDED = re.compile(r"[ \u00a0]с[ \u00a0]([а-я]+)(?![\w])")
ZERO = Decimal(0)
ORDER = {"hundreds": 3, "tens": 2, "teens": 1, "units": 1}


class Composer:
    """Reads numbers from the atoms of one text."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self.text, self.atoms = text, atoms

    def read(self, index: int) -> tuple[Draft | None, int]:
        """Return the number that begins at an atom, or None, and the index of the atom after it."""
        atom = self.atoms[index]
        if atom.kind in ("multipliers", "collectives", "wholes"):
            return self._single(index), index + 1
        if atom.kind in ("ordinals", "digits_ordinal"):
            return _ordinal(atom.start, atom), index + 1
        if atom.kind == "fractions":
            return Draft(atom.start, atom.end, ONE / atom.value, kind="fraction", in_words=True, rule="half"), index + 1
        return self._composed(index)

    def _single(self, index: int) -> Draft:
        atom = self.atoms[index]
        if atom.kind == "wholes":
            return Draft(atom.start, atom.end, atom.value, scale=atom.value * 2, in_words=True, rule="half_scale")
        kind = "multiplier" if atom.kind == "multipliers" else "collective"
        return Draft(atom.start, atom.end, atom.value, kind=kind, in_words=True, rule=kind)  # type: ignore[arg-type]

    def _composed(self, index: int) -> tuple[Draft | None, int]:
        total, following = self._group(index)
        if total is None:
            return None, max(following, index + 1)
        last = total
        while following < len(self.atoms) and self._joins(last, following):
            part, after = self._group(following)
            if part is None or not _continues(last, part):
                break
            total, last, following = _sum(total, part), part, after
        return self._closed(total, following)

    def _closed(self, number: Draft, following: int) -> tuple[Draft, int]:
        """Close a number by an ordinal («двадцать пятый») or a denominator («две трети», «пять десятых»)."""
        if following >= len(self.atoms) or not self._adjacent(number.end, following):
            return number, following
        atom = self.atoms[following]
        if atom.kind == "fractions" and number.scale == 1:
            return self._fraction(number, atom), following + 1
        if atom.kind == "ordinals" and number.in_words:
            if atom.denominator and _is_numerator(number.value, atom.value):
                return self._fraction(number, atom), following + 1
            if number.value % 10 == 0 and atom.value < 100:
                return _ordinal(number.start, atom, number.value), following + 1
        return number, following

    def _fraction(self, number: Draft, atom: Atom) -> Draft:
        value = number.value / atom.value
        return Draft(number.start, atom.end, value, kind="fraction", in_words=True, rule="fraction")

    def _group(self, index: int) -> tuple[Draft | None, int]:
        """Read figures or words below a thousand, «с половиной», and the scales after them."""
        atom = self.atoms[index]
        if atom.kind == "scales":
            return self._lone_scale(index) if atom.alone else (None, self._after_vague(index))
        if atom.kind not in ("digits", "halves", "pairs", *ORDER):
            return None, index + 1
        number, following = self._below_thousand(index)
        number, following = self._with_decimals(number, following)
        return self._scaled(self._with_half(number), self._skip(number, following))

    def _below_thousand(self, index: int) -> tuple[Draft, int]:
        first = self.atoms[index]
        value, end, order, following = first.value, first.end, ORDER.get(first.kind, 0), index + 1
        while following < len(self.atoms) and self._adjacent(end, following):
            atom = self.atoms[following]
            rank = ORDER.get(atom.kind, 0)
            if not 0 < rank < order or (atom.value == 0):
                break
            value, end, order, following = value + atom.value, atom.end, rank, following + 1
        figures = first.kind == "digits"
        return Draft(first.start, end, value, in_words=not figures, rule="figures" if figures else "words"), following

    def _with_decimals(self, number: Draft, following: int) -> tuple[Draft, int]:
        """Read «пять целых и три десятых»."""
        said = WHOLES.match(self.text, number.end)
        if said is None or following >= len(self.atoms) or self.atoms[following].start != said.end():
            return number, following
        part, after = self._below_thousand(following)
        closed, after = self._closed(part, after)
        if closed.kind != "fraction":
            return number, following
        value = number.value + closed.value
        return Draft(number.start, closed.end, value, in_words=True, rule="decimals_in_words"), after

    def _with_half(self, number: Draft) -> Draft:
        said = ADDED.match(self.text, number.end)
        more = added_fractions().get(said.group(1)) if said else None
        if said is None or more is None:
            return number
        return Draft(number.start, said.end(), number.value + more, in_words=number.in_words, rule="with_half")

    def _skip(self, number: Draft, following: int) -> int:
        end = self._with_half(number).end
        while following < len(self.atoms) and self.atoms[following].start < end:
            following += 1
        return following

    def _lone_scale(self, index: int) -> tuple[Draft | None, int]:
        atom = self.atoms[index]
        lone = Draft(atom.start, atom.end, atom.value, atom.value, in_words=True, rule="lone_scale")
        return self._scaled(lone, index + 1)

    def _scaled(self, number: Draft, index: int) -> tuple[Draft, int]:
        while index < len(self.atoms) and self.atoms[index].kind == "scales":
            atom = self.atoms[index]
            if not self._adjacent(number.end, index) or number.scale > atom.value:
                break
            number = Draft(
                number.start, atom.end, number.value * atom.value, number.scale * atom.value,
                in_words=number.in_words, rule=number.rule,
            )  # fmt: skip
            index += 1
        return number, index

    def _after_vague(self, index: int) -> int:
        """Pass over a vague scale and those it multiplies («десятки тысяч»): they are no number."""
        index += 1
        while index < len(self.atoms) and self.atoms[index].kind == "scales":
            if not self._adjacent(self.atoms[index - 1].end, index):
                break
            index += 1
        return index

    def _adjacent(self, end: int, index: int) -> bool:
        return GAP.fullmatch(self.text, end, self.atoms[index].start) is not None

    def _joins(self, last: Draft, index: int) -> bool:
        start = self.atoms[index].start
        new_sentence = self.text[last.end - 1] == "." and self.text[start].isupper()
        return last.scale > 1 and not new_sentence and self._adjacent(last.end, index)


def _ordinal(start: int, last: Atom, before: Decimal = ZERO) -> Draft:
    in_words = last.kind == "ordinals"
    return Draft(start, last.end, before + last.value, kind="ordinal", in_words=in_words, rule="ordinal")


def _continues(last: Draft, part: Draft) -> bool:
    """Tell whether a group goes on with the number before it: «3 млрд 420 млн», «2 тысячи 300», not «8 тыс. 15»."""
    if part.scale >= last.scale or part.value >= last.scale or part.value <= 0:
        return False
    return part.scale > 1 or part.in_words or (last.scale == 1000 and 100 <= part.value == int(part.value))


def _is_numerator(above: Decimal, below: Decimal) -> bool:
    """Tell a fraction («пять десятых») from a compound ordinal («двадцать пятых»)."""
    return below > 2 and (below >= 100 or above < below) and not (above >= 20 and above % 10 == 0 and below < 10)


def _sum(total: Draft, part: Draft) -> Draft:
    in_words = total.in_words and part.in_words
    return Draft(total.start, part.end, total.value + part.value, total.scale, in_words=in_words, rule="mixed")
