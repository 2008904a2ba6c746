"""The finder: text → dates. Rules are tried at every lexeme that may begin an expression; the first answer wins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from pipeline.finding.annotations import annotations
from pipeline.finding.dates.context import Context, Reading
from pipeline.finding.dates.kinds import LETTERS
from pipeline.finding.dates.lexemes import lexemes
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.relation import relation_of
from pipeline.finding.dates.rules import RULES
from pipeline.finding.dates.starts import starts
from pipeline.finding.mentions import DateMention
from pipeline.language.tokenizer import text_of

Extent = tuple[int, int]
Answer = tuple[Rule, Match, Reading]
#: Lexemes that begin no expression.
_SKIPPED = frozenset(
    ("word", "other", "newline", "dot", "comma", "dash", "slash", "open", "close", "and", "particle", "earlier")
)
_STARTS = re.compile("[" + "".join(letter for kind, letter in LETTERS.items() if kind not in _SKIPPED) + "]")


class DateFinder:
    """Finds calendar expressions and their values; holds no state between texts."""

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        begins = [(rule, starts(rule.expression.pattern)) for rule in rules]
        self._rules = {letter: [rule for rule, letters in begins if letter in letters] for letter in LETTERS.values()}

    def find(self, doc: Doc) -> list[DateMention]:
        """Return the dates of a Doc in order; relative ones against `doc._.published`; none inside names."""
        names = [(name.start, name.end) for name in annotations(doc, "names")]
        return self.find_in(text_of(doc), doc._.published, inside=names)

    def find_in(self, text: str, published: date | None = None, *, inside: Sequence[Extent] = ()) -> list[DateMention]:
        """Return the dates of a text in order, without those that overlap the extents `inside`."""
        context = Context(lexemes(text), published)
        return [mention for mention in self._mentions(context) if not _overlaps(mention, inside)]

    def _mentions(self, context: Context) -> Iterator[DateMention]:
        answers = list(self._answers(context))
        for index, (rule, match, reading) in enumerate(answers):
            if reading.span is None and rule.name == "same stretch" and not any(r.span for _, _, r in answers[:index]):
                reading = _read_ahead(rule, match, [(m, r) for _, m, r in answers[index + 1 :]]) or reading
            yield _mention(rule, match, reading)

    def _answers(self, context: Context) -> Iterator[Answer]:
        letters, position = context.lexemes.letters, 0
        while (start := _STARTS.search(letters, position)) is not None:
            position = start.end()
            found = self._first_answer(context, start.start())
            if found is not None:
                position = found[1].end
                yield found

    def _first_answer(self, context: Context, position: int) -> Answer | None:
        letters = context.lexemes.letters
        for rule in self._rules[letters[position]]:
            candidate = rule.expression.match(letters, position)
            if candidate is None or candidate.end() == position:
                continue
            match = Match(context, candidate)
            reading = _read(rule, match)
            if reading is not None:
                context.read.append(_remembered(match, reading))
                context.places.append(match.end)
                return rule, match, reading
        return None


def _read(rule: Rule, match: Match) -> Reading | None:
    """Read a match; an impossible date («32 августа») is none."""
    try:
        return rule.read(match)
    except (ValueError, OverflowError):
        return None


def _read_ahead(rule: Rule, match: Match, later: Sequence[tuple[Match, Reading]]) -> Reading | None:
    """Read «к аналогичному периоду прошлого года выпуск за январь–ноябрь вырос»: the stretch is said behind it."""
    said = next(
        (reading for other, reading in later if match.context.clauses.are_together(match.end, other.first)), None
    )
    if said is None or said.span is None:
        return None
    return _read(rule, Match(replace(match.context, read=[said], places=[]), match.found))


def _remembered(match: Match, reading: Reading) -> Reading:
    """Return what later expressions may refer to."""
    on_day = reading.kind == "day" and match.before().kind == "on" and reading.span is not None
    anchors, on_day = reading.anchors and not match.is_compared, on_day and not match.is_compared
    return (
        reading
        if (anchors, on_day) == (reading.anchors, reading.on_day)
        else replace(reading, anchors=anchors, on_day=on_day)
    )


def _mention(rule: Rule, match: Match, reading: Reading) -> DateMention:
    items = match.context.lexemes.items
    span = reading.span
    return DateMention(
        items[match.first].start, items[match.end - 1].end, reading.kind,
        first=span.first if span else None, last=span.last if span else None, duration=reading.duration,
        relation=relation_of(match, reading), relative=reading.relative, approximate=reading.approximate,
        rule=rule.name,
    )  # fmt: skip


def _overlaps(mention: DateMention, extents: Sequence[Extent]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in extents)
