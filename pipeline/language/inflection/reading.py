"""One reading of a word form: its nominative and grammemes."""

from dataclasses import dataclass

ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: `nominative` in the same number and gender, spelled like the form that was read."""

    nominative: str
    pos: str
    case: str
    number: str
    gender: str
    grammemes: frozenset[str]
    score: float

    @property
    def is_adjective(self) -> bool:
        return self.pos in ADJECTIVES

    def agrees(self, other: "Reading") -> bool:
        """Say whether two words can stand in one noun phrase: case, number, and gender in the singular."""
        if (self.case, self.number) != (other.case, other.number):
            return False
        if self.case == "accs" and not self._fits_animacy(other):
            return False
        return self.number == "plur" or not self.gender or not other.gender or self.gender == other.gender

    def _fits_animacy(self, other: "Reading") -> bool:
        return not ({"anim", "inan"} <= (self.grammemes | other.grammemes))
