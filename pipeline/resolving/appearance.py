"""One mention, read: its name in the nominative and what the words around it say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import LegalForm
from pipeline.knowledge.organizations.known import organization_key
from pipeline.language.transliteration import sound_key
from pipeline.records import Mention
from pipeline.resolving.context import Before

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention of an entity: `text` without quotes and legal forms, `name` its nominative."""

    mention: NameMention
    text: str
    name: str
    before: Before
    legal_form: LegalForm | None = None

    @property
    def key(self) -> str:
        """The name without case, ё, quotes and hyphens."""
        return organization_key(self.name)

    @property
    def sound(self) -> str:
        """The name in the spelling that Latin and Cyrillic have in common."""
        return sound_key(self.name)

    @property
    def outside_words(self) -> list[str]:
        """The words that were marked, but are no part of the name: «Фонд» of «Фонд «Даму»»."""
        marked = self.before.around.text[self.mention.start : self.mention.end]
        return marked[: max(marked.find(self.text), 0)].split()

    def record(self) -> Mention:
        """Return the record of the mention."""
        start, end = self.mention.start, self.mention.end
        text = self.before.around.text[start:end]
        return Mention(start=start, end=end, text=text, confidence=round(self.mention.confidence, 4))


def records(appearances: Sequence[Appearance]) -> tuple[Mention, ...]:
    """Return the records of mentions in the order of the text."""
    return tuple(a.record() for a in sorted(appearances, key=lambda a: (a.mention.start, a.mention.end)))


def aliases(appearances: Sequence[Appearance], name: str) -> tuple[str, ...]:
    """Return the other names of an entity in the order of the text, each once."""
    seen = {organization_key(name): name}
    for appearance in sorted(appearances, key=lambda a: a.mention.start):
        if appearance.name:
            seen.setdefault(appearance.key, appearance.name)
    return tuple(list(seen.values())[1:])
