"""What is read of a text's dates, and what the rules remember of it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pipeline.finding.dates.lexemes import Lexemes
from pipeline.finding.dates.spans import Span
from pipeline.finding.dates.tense import Clauses
from pipeline.records import DateKind


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a calendar expression; `span` None where it cannot be known (no publication date)."""

    kind: DateKind
    span: Span | None = None
    duration: str | None = None
    relative: bool = False
    approximate: bool = False
    #: the stretch that later «годом ранее» and «тот же период» refer to is this one
    anchors: bool = True
    on_day: bool = False  # a day on which something stood («на 1 апреля»)


@dataclass
class Context:
    """A text on its way through the rules: its lexemes, its publication date, and what was read so far."""

    lexemes: Lexemes
    published: date | None
    read: list[Reading] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    @cached_property
    def clauses(self) -> Clauses:
        """The verbs and the ends of sentences."""
        return Clauses(self.lexemes.items)

    @property
    def anchor(self) -> Reading | None:
        """The stretch (longer than a day) last spoken of."""
        return next((item for item in reversed(self.read) if _is_stretch(item)), None)

    @property
    def begun(self) -> Reading | None:
        """The stretch last spoken of that is over by publication («за тот же период отгрузили»), has begun, or any."""
        stretches = [item for item in reversed(self.read) if _is_stretch(item)]
        published = self.published or date.max
        over = (item for item in stretches if item.span and item.span.last <= published)
        begun = (item for item in stretches if item.span and item.span.first <= published)
        return next(over, None) or next(begun, None) or self.anchor

    @property
    def state(self) -> Reading | None:
        """The stretch, or the day on which something stood, last spoken of."""
        return next((item for item in reversed(self.read) if item.on_day or _is_stretch(item)), None)

    def latest(self, kind: str) -> Span | None:
        """The latest stretch of a kind, over by publication, that was spoken of and not only compared with."""
        spans = [item.span for item in self.read if item.anchors and item.kind == kind and item.span is not None]
        over = [span for span in spans if self.published is not None and span.last <= self.published]
        return max(over, key=lambda span: span.last, default=None)

    @property
    def last(self) -> Reading | None:
        """The last reading with a place in the calendar."""
        return next((item for item in reversed(self.read) if item.span is not None), None)


def _is_stretch(reading: Reading) -> bool:
    return reading.anchors and reading.span is not None and reading.span.first != reading.span.last
