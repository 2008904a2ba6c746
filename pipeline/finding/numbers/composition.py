"""Atoms → numbers: «двадцать пять тысяч триста», «3 млрд 420 млн», «три с половиной сотни», «две трети»."""

from collections.abc import Sequence

from pipeline.finding.numbers.groups import Groups, ordinal
from pipeline.finding.numbers.number import ONE, Atom, Draft


class Composer:
    """Reads numbers from the atoms of one text."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self.text, self.atoms, self._groups = text, atoms, Groups(text, atoms)

    def read(self, index: int) -> tuple[Draft | None, int]:
        """Return the number that begins at an atom, or None, and the index of the atom after it."""
        atom = self.atoms[index]
        if atom.kind in ("multipliers", "collectives", "wholes"):
            return self._single(index), index + 1
        if atom.kind in ("ordinals", "digits_ordinal"):
            return ordinal(atom.start, atom), index + 1
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
        total, following = self._groups.group(index)
        if total is None:
            return None, max(following, index + 1)
        last = total
        while following < len(self.atoms) and self._joins(last, following):
            part, after = self._groups.group(following)
            if part is None or not _continues(last, part):
                break
            total, last, following = _sum(total, part), part, after
        return self._groups.closed(total, following)

    def _joins(self, last: Draft, index: int) -> bool:
        start = self.atoms[index].start
        if self.atoms[index].kind == "pairs":
            return False  # «1,8 млн пар»
        new_sentence = self.text[last.end - 1] == "." and self.text[start].isupper()
        return last.scale > 1 and not new_sentence and self._groups.adjacent(last.end, index)


def _continues(last: Draft, part: Draft) -> bool:
    """Tell whether a group goes on with the number before it: «3 млрд 420 млн», «2 тысячи 300», not «8 тыс. 15»."""
    if part.scale >= last.scale or part.value >= last.scale or part.value <= 0:
        return False
    return part.scale > 1 or part.in_words or (last.scale == 1000 and 100 <= part.value == int(part.value))


def _sum(total: Draft, part: Draft) -> Draft:
    in_words = total.in_words and part.in_words
    return Draft(total.start, part.end, total.value + part.value, total.scale, in_words=in_words, rule="mixed")
