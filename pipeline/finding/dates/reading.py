"""What a rule gets: a Match in a Context; it gives a Reading."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.finding.dates.context import Context, Reading
from pipeline.finding.dates.kinds import pattern
from pipeline.finding.dates.lexemes import Lexeme
from pipeline.finding.dates.tense import Tense, Verb

#: Words before the date with which another one is compared.
COMPARING = frozenset({"чем", "сколько", "против", "уровня", "уровню", "уровнем", "показателя", "как"})
NOWHERE = Lexeme("edge", 0.0, 0, 0, "")


class Match:
    """A rule's pattern found in the lexemes of a context."""

    def __init__(self, context: Context, match: re.Match[str]) -> None:
        self.context, self.found = context, match
        self.first, self.end = match.span()

    @property
    def published(self) -> date | None:
        """The publication date of the text."""
        return self.context.published

    def has(self, group: str) -> bool:
        """Say whether such a group took part."""
        return group in self.found.re.groupindex and self.found.group(group) is not None

    def lexeme(self, group: str) -> Lexeme:
        """Return the first lexeme of a group that took part."""
        return self.context.lexemes.items[self.found.start(group)]

    def number(self, group: str) -> int:
        """Return the whole value of a group's first lexeme."""
        return int(self.lexeme(group).value)

    def value(self, group: str) -> float:
        """Return the value of a group's first lexeme."""
        return self.lexeme(group).value

    @property
    def closing(self) -> Lexeme:
        """The last lexeme of the expression."""
        return self.context.lexemes.items[self.end - 1]

    @property
    def is_all(self) -> bool:
        """Say whether this is all of the text."""
        return self.first == 0 and self.end == len(self.context.lexemes.items)

    def before(self, distance: int = 1) -> Lexeme:
        """Return the lexeme so many places before the expression; NOWHERE at the edge of the text."""
        index = self.first - distance
        return self.context.lexemes.items[index] if index >= 0 else NOWHERE

    def after(self, distance: int = 0) -> Lexeme:
        """Return the lexeme so many places after the expression; NOWHERE at the edge of the text."""
        index, items = self.end + distance, self.context.lexemes.items
        return items[index] if index < len(items) else NOWHERE

    @cached_property
    def verb(self) -> Verb | None:
        """The verb of the sentence nearest to the expression."""
        return self.context.clauses.nearest_verb(self.first, self.end)

    @cached_property
    def is_compared(self) -> bool:
        """Say whether the date is only what another one is compared with («больше, чем в 2024 году»)."""
        before, further = self.before(), self.before(2)
        return before.text in COMPARING or (before.kind in ("in", "over", "on") and further.text in COMPARING)

    @property
    def tense(self) -> Tense:
        """The time of which the clause speaks: -1 past, 1 to come, 0 not told."""
        return self.verb.tense if self.verb else 0


@dataclass(frozen=True)
class Rule:
    """A named rule: a pattern over kinds, and the function that gives the value, or None where it does not hold."""

    name: str
    source: str
    read: Callable[[Match], Reading | None]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return pattern(self.source)
