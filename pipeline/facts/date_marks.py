"""What is known of a date by itself: its words, its sentence, the publication, the article; looked up once a date."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.knowledge.statements import statement_words
from pipeline.records import Date

Time = tuple[date | None, date | None]
#: First year, and days of the year with the years between.
Stretch = tuple[int, tuple[int, int, int, int, int]]
_TIMELESS = frozenset({"recurring", "duration"})
_COMPARED = 4
_SPEECH = 6
_LAST_OF_FEBRUARY = 28


@dataclass(frozen=True, slots=True)
class DateMark:
    """One date: `compared` says by which word it is a base of comparison, `speech` whether it tells when one spoke.

    `side` is "earlier" or "latest" among the dates of its sentence, "" where it is alone; `ahead` how it lies to the
    publication; `first` whether it is the article's first date, `opening` whether in its first paragraph, `period`
    whether it has the value of the article's first date that is longer than a day; `base` whether the article also
    speaks of the same stretch one year later, so that it may be what that one is compared with.
    """

    time: Time
    kind: str
    relation: str | None
    preposition: str
    compared: str
    speech: str
    brackets: bool
    side: str
    ahead: str
    today: bool
    first: bool
    opening: bool
    period: bool
    base: bool


def date_marks(scene: Scene) -> Mapping[Anchor, DateMark]:
    """Return the marks of the dates that a fact can have, in order of the text: lengths and «ежегодно» are none."""
    dates = {anchor: anchor.item for anchor in scene.dates if isinstance(anchor.item, Date)}
    long = next(((d.first, d.last) for d in dates.values() if d.first is not None and d.first != d.last), None)
    told = {_stretch(d.first, d.last) for d in dates.values() if d.first is not None and d.last is not None}
    return {a: _mark(scene, a, item, (long, told)) for a, item in dates.items() if item.kind not in _TIMELESS}


def _stretch(first: date, last: date, shift: int = 0) -> Stretch:
    """The days of a time, as they are `shift` years later; February ends on its 28th in all years."""
    return first.year + shift, (first.month, _day(first), last.year - first.year, last.month, _day(last))


def _day(day: date) -> int:
    return min(day.day, _LAST_OF_FEBRUARY) if day.month == 2 else day.day


def _mark(scene: Scene, anchor: Anchor, item: Date, others: tuple[Time | None, Collection[Stretch]]) -> DateMark:
    long, told = others
    return DateMark(
        time=(item.first, item.last),
        kind=item.kind,
        relation=item.relation,
        preposition=_preposition(scene, anchor),
        compared=_compared(scene, anchor),
        speech=_speech(scene, anchor),
        brackets=scene.in_brackets[anchor.first],
        side=_side(scene, anchor, item),
        ahead=_ahead(item, scene.published),
        today=item.first is not None and item.first == item.last == scene.published,
        first=anchor.first == scene.dates[0].first,
        opening=anchor.first < scene.layout.paragraphs[0][1],
        period=(item.first, item.last) == long,
        base=item.first is not None and item.last is not None and _stretch(item.first, item.last, 1) in told,
    )


def _preposition(scene: Scene, anchor: Anchor) -> str:
    if anchor.first == 0:
        return "start"
    before = scene.words[anchor.first - 1]
    return before.lower if before.pos == "PREP" else before.text if before.is_mark else "word"


def _compared(scene: Scene, anchor: Anchor) -> str:
    """Say how a value is compared with this date's: by a word before it, or as the same stretch of another year."""
    words, comparing = scene.words, statement_words("comparing")
    start = max(scene.sentence(anchor.first)[0], anchor.first - _COMPARED)
    lemmas = [words[i].lemma for i in range(start, anchor.first) if i not in scene.mask]
    met = next((lemma for lemma in lemmas if lemma in comparing), None)
    inside = {words[i].lemma for i in range(anchor.first, anchor.last)}
    return f"compared {met}" if met else "same period" if inside & comparing else "own"


def _speech(scene: Scene, anchor: Anchor) -> str:
    """Whether the date tells when somebody spoke: a verb of speech in its clause."""
    words, clauses, speech = scene.words, scene.clauses, statement_words("speech")
    start, end = scene.sentence(anchor.first)
    near = range(max(start, anchor.first - _SPEECH), min(end, anchor.last + _SPEECH))
    spoken = any(words[i].lemma in speech and clauses[i] == clauses[anchor.first] for i in near)
    return "speech" if spoken else "no speech"


def _side(scene: Scene, anchor: Anchor, item: Date) -> str:
    start, end = scene.sentence(anchor.first)
    others = [a.item for a in scene.dates if start <= a.first < end and a is not anchor]
    lasts = [other.last for other in others if isinstance(other, Date) and other.last is not None]
    if not lasts or item.last is None:
        return ""
    return "earlier" if item.last < max(lasts) else "latest"


def _ahead(item: Date, published: date | None) -> str:
    if published is None or item.first is None or item.last is None:
        return ""
    return "ahead" if item.first > published else "behind" if item.last < published else "now"
