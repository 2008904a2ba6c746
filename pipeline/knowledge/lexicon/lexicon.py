"""The user's names by every spelling and identifier of theirs."""

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.knowledge.lexicon.entry import LexiconEntry
from pipeline.knowledge.lexicon.identifiers import IDENTIFIER_AFTER_NAME, digits_of
from pipeline.knowledge.lexicon.reading import read_lexicon
from pipeline.knowledge.organizations.known import organization_key


@dataclass(frozen=True)
class Lexicon:
    """The user's names by every spelling of theirs."""

    entries: tuple[LexiconEntry, ...]
    _by_key: dict[tuple[str, str], LexiconEntry] = field(default_factory=dict, repr=False)
    _by_number: dict[str, LexiconEntry] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            for name in entry.names:
                self._by_key.setdefault((entry.type, organization_key(name)), entry)
            for number in map(digits_of, entry.identifiers):
                self._by_number.setdefault(number, entry)

    def find(self, name: str, type_: str = "organization") -> LexiconEntry | None:
        """Return the entry of a name in the nominative, None where there is none."""
        return self._by_key.get((type_, organization_key(name)))

    def find_identifier(self, text: str) -> LexiconEntry | None:
        """Return the entry that an identifier at the beginning of a text names: « (БИН 050140001234)»."""
        match = IDENTIFIER_AFTER_NAME.match(text)
        return self._by_number.get(match["number"]) if match else None

    @classmethod
    def load(cls, path: Path | str) -> "Lexicon":
        """Read a lexicon. Raises LexiconError naming the file, the line or entry, and what to do."""
        return cls(read_lexicon(Path(path)))
