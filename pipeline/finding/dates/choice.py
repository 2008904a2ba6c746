"""Which of several: the year of a day or a month said without one, the week of a weekday."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from pipeline.finding.dates.reading import Match
from pipeline.finding.dates.spans import Span, day_span
from pipeline.finding.dates.tense import is_one_of
from pipeline.knowledge.quantity_words import change_words
from pipeline.language.morphology import lemma

#: A verb farther off tells little of the time of the expression.
CLOSE = 9
#: Where even the nearest stretch is so many days off, the tense decides.
FAR = 120
LEAP_DAY = (2, 29)
#: The same for a day: 12 мая is the nearest one, but not against the tense where that is a season off.
FAR_DAY = 75


def direction(match: Match) -> int:
    """Return where the time said lies: -1 past, 1 to come, 0 not told."""
    if match.is_compared or _is_base(match) or is_one_of(match.before().text, "results"):
        return -1
    if _is_limit(match) or (match.tense == 0 and _is_announced(match)):
        return 1
    if match.tense == 0 and match.before().kind in ("till", "by"):
        return 1
    if match.tense == 0 and match.before().kind == "from" and match.verb is not None and match.verb.lasting:
        return -1
    return match.tense


def _is_base(match: Match) -> bool:
    """Tell «максимум с декабря», «прирост к маю»: what is compared with."""
    said, kind = match.before(2).text, match.before().kind
    return (kind == "from" and is_one_of(said, "extremes")) or (kind == "by" and _lemma(said) in change_words("nouns"))


def _is_limit(match: Match) -> bool:
    """Tell «запрет продлён до 31 декабря», «завод встал до весны», to come, from «работал до августа»."""
    verb = match.verb
    return match.before().kind == "till" and verb is not None and verb.before and verb.perfective


def _is_announced(match: Match) -> bool:
    """Tell «пуск в III квартале», «завершение – в декабре»."""
    place = 3 if match.before(2).kind == "dash" else 2
    return match.before().kind == "in" and is_one_of(match.before(place).text, "events")


def _lemma(word: str) -> str:
    return lemma(word).replace("ё", "е") if word else ""


def day_nearby(match: Match, published: date, month: int, day: int) -> Span:
    """Return the day of the month nearest to publication; where all are far off, that of the tense.

    Raises ValueError where no year has the day.
    """
    spans = [day_span(year, month, day) for year in _years(published)] if (month, day) != LEAP_DAY else []
    spans = spans or [span for year in _years(published, reach=4) if (span := _day(year, month, day)) is not None]
    if not spans:
        raise ValueError(f"no year has a day {day}.{month}")
    found, way = nearest(spans, published), direction(match)
    if way == 0 and match.before().kind == "from" and found.first > published:
        way = -1  # «тариф с 1 мая – 1 сом»: since then
    if distance(found, published) <= FAR_DAY or way == 0:
        return found
    before = [span for span in spans if span.first <= published]
    return before[-1] if way < 0 else next(span for span in spans if span.first >= published)


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        return day_span(year, month, day)
    except ValueError:
        return None


def stretch(match: Match, published: date, of_year: Callable[[int], Span]) -> Span:
    """Choose the year of a stretch (month, quarter, season) by preposition and tense, else the nearest one."""
    spans = [of_year(year) for year in _years(published)]
    close, way = nearest(spans, published), direction(match)
    if _is_evident(match, close, published):
        return close
    if way < 0:
        return max((span for span in spans if span.first <= published), key=lambda span: span.first)
    if way > 0:
        return min((span for span in spans if span.last >= published), key=lambda span: span.first)
    return close


def _is_evident(match: Match, close: Span, published: date) -> bool:
    """Say whether the nearest stretch is meant whatever the verb: one near by where the verb is far off, one just
    over after «за», one near by after «на»."""
    away = distance(close, published)
    if match.before().kind == "over" and close.first <= published:
        return away <= FAR
    if match.before().kind == "on":
        return away <= FAR
    return match.verb is not None and match.verb.steps > CLOSE and away <= FAR // 2


def nearest(spans: Iterable[Span], published: date) -> Span:
    """Return the span with the fewest days between it and publication; of equals the earlier."""
    return min(spans, key=lambda span: (distance(span, published), span.first))


def distance(span: Span, day: date) -> int:
    """Return the days between a span and a day: 0 where it contains the day."""
    return max((span.first - day).days, (day - span.last).days, 0)


def weekday_before(published: date, weekday: int, *, strictly: bool = False) -> Span:
    """Return the last such weekday not after publication (before it, where strictly)."""
    back = (published.weekday() - weekday) % 7 or (7 if strictly else 0)
    day = published - timedelta(days=back)
    return Span(day, day)


def weekday_after(published: date, weekday: int, *, strictly: bool = False) -> Span:
    """Return the first such weekday not before publication (after it, where strictly)."""
    ahead = (weekday - published.weekday()) % 7 or (7 if strictly else 0)
    day = published + timedelta(days=ahead)
    return Span(day, day)


def weekday_nearby(published: date, weekday: int) -> Span:
    """Return the nearest such weekday; of two equally near the coming one."""
    before, after = weekday_before(published, weekday), weekday_after(published, weekday)
    return before if distance(before, published) < distance(after, published) else after


def _years(published: date, *, reach: int = 1) -> range:
    return range(max(published.year - reach, 2), min(published.year + reach, 9997) + 1)
