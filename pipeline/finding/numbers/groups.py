"""Groups of a number: figures or words below a thousand with their scales («двадцать пять тысяч»), and what closes
them: «две трети», «двадцать пятый», «пять целых и три десятых»."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.finding.numbers.number import Atom, Draft
from pipeline.knowledge.number_words import added_fractions

GAP = re.compile(r"[ \u00a0\u202f\u2009]{0,2}|[ \u00a0]?\n")
LONGEST_GAP = 2
WHOLES = re.compile(r"[ \u00a0]цел(?:ых|ой|ая|ую|ыми|ым)(?:[ \u00a0]и)?[ \u00a0]")
ADDED = re.compile(r"[ \u00a0]с[ \u00a0]([а-я]+)(?![\w])")
ZERO = Decimal(0)
ORDER = {"hundreds": 3, "tens": 2, "teens": 1, "units": 1}


class Groups:
    """Reads the groups of numbers from the atoms of one text."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self.text, self.atoms = text, atoms

    def closed(self, number: Draft, following: int) -> tuple[Draft, int]:
        """Close a number by an ordinal («двадцать пятый») or a denominator («две трети», «пять десятых»)."""
        if following >= len(self.atoms) or not self.adjacent(number.end, following):
            return number, following
        atom = self.atoms[following]
        if atom.kind == "fractions" and number.scale == 1:
            return self._fraction(number, atom), following + 1
        if atom.kind == "ordinals" and number.in_words:
            if atom.denominator and _is_numerator(number.value, atom.value):
                return self._fraction(number, atom), following + 1
            if number.value % 10 == 0 and atom.value < 100:
                return ordinal(number.start, atom, number.value), following + 1
        return number, following

    def _fraction(self, number: Draft, atom: Atom) -> Draft:
        value = number.value / atom.value
        return Draft(number.start, atom.end, value, kind="fraction", in_words=True, rule="fraction")

    def group(self, index: int) -> tuple[Draft | None, int]:
        """Read figures or words below a thousand, «с половиной», and the scales after them."""
        atom = self.atoms[index]
        if atom.kind == "scales":
            return self._lone_scale(index) if atom.alone else (None, self._after_vague(index))
        if atom.kind not in ("digits", "halves", "pairs", *ORDER):
            return None, index + 1
        if atom.kind == "digits" and self._stands_alone(index):
            return Draft(atom.start, atom.end, atom.value, rule="figures"), index + 1
        number, following = self._below_thousand(index)
        number, following = self._with_decimals(number, following)
        number = self._with_half(number)
        return self._scaled(number, self._skip(number.end, following))

    def _stands_alone(self, index: int) -> bool:
        """Tell most figures at once: no atom stands near behind them, no «целых», no «с половиной»."""
        atom = self.atoms[index]
        far = index + 1 == len(self.atoms) or self.atoms[index + 1].start > atom.end + LONGEST_GAP
        return far and self.text[atom.end + 1 : atom.end + 2] not in ("ц", "с")

    def _below_thousand(self, index: int) -> tuple[Draft, int]:
        first = self.atoms[index]
        value, end, order, following = first.value, first.end, ORDER.get(first.kind, 0), index + 1
        while following < len(self.atoms) and self.adjacent(end, following):
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
        closed, after = self.closed(part, after)
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

    def _skip(self, end: int, following: int) -> int:
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
            if not self.adjacent(number.end, index) or number.scale > atom.value:
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
            if not self.adjacent(self.atoms[index - 1].end, index):
                break
            index += 1
        return index

    def adjacent(self, end: int, index: int) -> bool:
        """Say whether only a blank parts an atom from what ends before it."""
        return GAP.fullmatch(self.text, end, self.atoms[index].start) is not None


def ordinal(start: int, last: Atom, before: Decimal = ZERO) -> Draft:
    """Return an ordinal that ends with an atom («двадцать первого»)."""
    in_words = last.kind == "ordinals"
    return Draft(start, last.end, before + last.value, kind="ordinal", in_words=in_words, rule="ordinal")


def _is_numerator(above: Decimal, below: Decimal) -> bool:
    """Tell a fraction («пять десятых») from a compound ordinal («двадцать пятых»)."""
    return below > 2 and (below >= 100 or above < below) and not (above >= 20 and above % 10 == 0 and below < 10)
