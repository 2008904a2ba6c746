"""Which year an expression states: in figures, by a shift («прошлого года»), by «того же года», by «т.г.»."""

from pipeline.finding.dates.reading import Match

#: Bare numbers outside these are no years («в 1500»).
EARLIEST, LATEST = 1800, 2150
#: In these months «уходящий год» is the one before.
NEW_YEAR = (1, 2)


def states_year(match: Match, suffix: str = "") -> bool:
    """Say whether the TAIL of a pattern took part."""
    return any(match.has(f"{group}{suffix}") for group in _groups(suffix))


def is_relative(match: Match, suffix: str = "") -> bool:
    """Say whether the year is counted from the publication date or from a date said before."""
    return not match.has(f"year{suffix}")


def stated_year(match: Match, suffix: str = "") -> int | None:
    """Return the year of the TAIL; None where it depends on a publication date that is not known.

    Raises ValueError where the number is no year.
    """
    if match.has(f"year{suffix}"):
        return checked_year(match.number(f"year{suffix}"))
    if not suffix and match.has("same"):
        return match.context.last.span.last.year if match.context.last and match.context.last.span else None
    group = "shift" if match.has(f"shift{suffix}") else "abbr"
    if match.published is None:
        return None
    return match.published.year + year_shift(match, f"{group}{suffix}")


def year_shift(match: Match, group: str) -> int:
    """Return by how many years a word shifts; the leaving year is the last one where the new one has just begun."""
    lexeme = match.lexeme(group)
    if lexeme.text.startswith("уходящ") and match.published is not None and match.published.month in NEW_YEAR:
        return -1
    return int(lexeme.value)


def checked_year(year: int) -> int:
    """Return a year; ValueError where it is out of the range that news speak of."""
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"{year} is no year")
    return year


def short_year(year: int) -> int:
    """Return the year of a number of two or four digits."""
    return checked_year(year if year >= 100 else 2000 + year)


def _groups(suffix: str) -> tuple[str, ...]:
    return ("year", "shift", "abbr") if suffix else ("year", "shift", "same", "abbr")
