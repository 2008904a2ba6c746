"""Rules for days named by the week or from today: «в пятницу», «прошлый вторник», «вчера»."""

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.finding.dates.choice import weekday_after, weekday_before, weekday_nearby
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, week_span
from pipeline.language.morphology import parses
from pipeline.records import DateKind

DAYS_AND_NIGHTS = ("сутки", "суток")
#: Forms of «среда» that are more often the environment than the day.
_ENVIRONMENT = ("среда", "среды", "средой", "среде", "сред", "средах", "средам", "средами")


def day_word(match: Match) -> Reading:
    """вчера, накануне, сегодня, завтра."""
    if match.published is None:
        return Reading("day", relative=True)
    day = match.published + timedelta(days=match.number("word"))
    return Reading("day", Span(day, day), relative=True)


def past_day(match: Match) -> Reading | None:
    """минувшие сутки: the day before publication."""
    if match.lexeme("unit").text not in DAYS_AND_NIGHTS or match.number("shift") != -1:
        return None
    if match.published is None:
        return Reading("day", relative=True)
    day = match.published - timedelta(days=1)
    return Reading("day", Span(day, day), relative=True)


def day_words(match: Match) -> Reading:
    """сегодня-завтра."""
    if match.published is None:
        return Reading("period", relative=True)
    first, last = (match.published + timedelta(days=match.number(group)) for group in ("word1", "word"))
    return Reading("period", Span(first, last), relative=True)


def weekday(match: Match) -> Reading | None:
    """в пятницу: the last one for the past tense, the coming one for the future."""
    if _is_environment(match) or match.before().kind in ("up_to", "same", "every"):
        return None
    return _weekday_by(match, _weekday_of_clause)


def _weekday_of_clause(match: Match, published: date) -> Span:
    number, before = match.number("weekday"), match.before().kind
    if before == "on":
        return _weekday_on(match, published)
    way = match.tense
    if way == 0 and before == "till":
        way = 1
    return weekday_after(published, number) if way > 0 else weekday_before(published, number)


def _weekday_on(match: Match, published: date) -> Span:
    """«На пятницу собрано 6 тыс. тонн» stands at the last one, «на субботу установил курс» is for the coming one."""
    gathered = match.after().kind == "word" and "PRTS" in parses(match.after().text)[0]
    number = match.number("weekday")
    return weekday_before(published, number) if gathered else weekday_nearby(published, number)


def shifted_weekday(match: Match) -> Reading | None:
    """прошлый вторник, следующую среду, этот вторник."""
    shift, number = match.number("shift"), match.number("weekday")

    def choose(match: Match, published: date) -> Span:
        if shift == 0:
            day = week_span(published).first + timedelta(days=number)
            return Span(day, day)
        chosen = weekday_before if shift < 0 else weekday_after
        return chosen(published, number, strictly=True)

    return _weekday_by(match, choose)


def weekday_of_week(match: Match) -> Reading | None:
    """вторник на следующей неделе, в среду прошлой недели."""
    days = 7 * match.number("shift") + match.number("weekday")

    def choose(_: Match, published: date) -> Span:
        day = week_span(published).first + timedelta(days=days)
        return Span(day, day)

    return _weekday_by(match, choose)


def _weekday_by(match: Match, choose: Callable[[Match, date], Span]) -> Reading:
    kind: DateKind = "day"
    if match.published is None:
        return Reading(kind, relative=True)
    return Reading(kind, choose(match, match.published), relative=True)


def _is_environment(match: Match) -> bool:
    text, before = match.lexeme("weekday").text, match.before().kind
    if text not in _ENVIRONMENT:
        return False
    return (text, before) not in (("среде", "by"), ("среды", "from"), ("среды", "till"), ("среды", "after"))


RULES = (
    Rule("weekday of a week", "(?P<weekday>WEEKDAY)ON?(?P<shift>SHIFT)WEEK", weekday_of_week),
    Rule("shifted weekday", "(?P<shift>SHIFT)(?P<weekday>WEEKDAY)", shifted_weekday),
    Rule("weekday", "(?P<weekday>WEEKDAY)", weekday),
    Rule("past day", "(?P<shift>SHIFT)(?P<unit>DAYS)", past_day),
    Rule("two day words", "(?P<word1>DAY_WORD)DASH(?P<word>DAY_WORD)", day_words),
    Rule("day word", "(?P<word>DAY_WORD)", day_word),
)
