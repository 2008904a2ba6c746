"""Rules for years, decades and centuries: «2021–2024 гг.», «2024/25 МГ», «1990-е», «XXI век»."""

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.lexemes import Lexeme
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import century_span, months_span, year_span, years_span
from pipeline.finding.dates.years import checked_year, is_relative, stated_year
from pipeline.language.morphology import parses

_SHORT_UNITS = frozenset({"тыс", "млн", "млрд", "трлн", "руб", "долл", "т", "м", "км", "га"})
_PLURALS = frozenset({"лет", "годы", "годов", "годам", "годах", "годами"})
_PLURAL_ENDINGS = ("ые", "ых", "ым", "ыми")
_BARE = frozenset({"in", "by", "till", "from", "on", "over", "after", "and", "all"})


def year(match: Match) -> Reading | None:
    """2025 году, 2024 г., 2030 финансовый год, прошлом году, том же году, т.г.; not «прошлых лет»."""
    if not match.has("year") and match.closing.text in _PLURALS:
        return None
    if match.has("year") and match.closing.text in _PLURALS and is_decade(match.lexeme("year").text):
        return decade_of(match.number("year"))
    found = stated_year(match)
    return Reading("year", year_span(found) if found is not None else None, relative=is_relative(match))


def named_year(match: Match) -> Reading | None:
    """2024-го, 2026-м; 1990-е is a decade."""
    number = match.number("year")
    if is_decade(match.lexeme("year").text):
        return decade_of(number)
    return Reading("year", year_span(checked_year(number)))


def is_decade(text: str) -> bool:
    """Tell «1990-е», «2010-х» by the ending of a plural."""
    return text[4:].strip("-– ") in ("е", "х", "ые", "ых", "ми", "ыми")


def bare_year(match: Match) -> Reading | None:
    """в 2024, к 2030: a number alone is a year after a preposition, where it counts nothing."""
    if match.before().kind not in _BARE or not 1950 <= match.number("year") <= 2070 or _counts(match):
        return None
    return Reading("year", year_span(match.number("year")))


def _counts(match: Match) -> bool:
    """Say whether the next word is what the number counts («2000 автобусов»), a unit or a sign of one."""
    following = match.after()
    if following.kind in ("dot", "comma", "newline", "edge", "close"):
        return False
    if following.kind != "word" or following.text in _SHORT_UNITS:
        return True
    return any(parse.case == "gent" and parse.pos in ("NOUN", "ADJF") for parse in parses(following.text)[:2])


def listed_year(match: Match) -> Reading:
    """The 2023 of «2023, 2024 и 2025 годах»."""
    return Reading("year", year_span(checked_year(match.number("year"))))


def years(match: Match) -> Reading | None:
    """2021–2024 гг., с 2021 по 2023 год, 2021–24 годы."""
    first, last = checked_year(match.number("year1")), match.number("year")
    if last < 100:
        last += first - first % 100
    suffixed = "four_th" in (match.lexeme("year").kind, match.lexeme("year1").kind)
    if not (match.has("word") or match.has("from") or suffixed) and _counts(match):
        return None
    return Reading("period", years_span(first, checked_year(last)))


def crossing_year(match: Match) -> Reading:
    """2024/25 МГ, 2025/2026 учебном году, отопительный сезон 2024–2025 годов."""
    split = next((group for group in ("split", "split2", "years") if match.has(group)), None)
    if split is not None:
        first, last = map(int, match.lexeme(split).text.split("/"))
    else:
        first, last = match.number("year1"), match.number("year")
    last = last if last > 99 else first - first % 100 + last
    if last != first + 1:
        raise ValueError(f"{first}/{last} is no year")
    start = next((match.number(group) for group in ("start", "adjective", "season") if match.has(group)), 7)
    end = 4 if start == 10 else (start - 2) % 12 + 1
    return Reading("year", months_span(first, start, end))


def decade(match: Match) -> Reading | None:
    """90-х годах, девяностые годы, в девяностых."""
    lexeme = match.lexeme("year")
    if match.has("word"):
        return named_decade(lexeme)
    described = match.after().kind == "word" and parses(match.after().text)[0].number == "plur"
    return named_decade(lexeme) if match.before().kind in ("in", "from", "till") and not described else None


def named_decade(lexeme: Lexeme) -> Reading | None:
    """Return the ten years of «90-х», «девяностых», «2000-х»; None for what is no plural of tens."""
    number = int(lexeme.value)
    if lexeme.kind == "four_th":
        return decade_of(number) if is_decade(lexeme.text) else None
    if lexeme.kind == "ordinal" and not (lexeme.text.endswith(_PLURAL_ENDINGS) and number in range(20, 100, 10)):
        return None
    return decade_of(number + (2000 if number <= 20 else 1900))


def decade_of(number: int) -> Reading | None:
    """Return the ten years of 1990; None for a number that begins no decade."""
    if number % 10:
        return None
    return Reading("decade", years_span(checked_year(number), number + 9))


def century(match: Match) -> Reading | None:
    """XXI век, XIX–XX вв., двадцатый век."""
    number = match.number("nth")
    if not 1 <= number <= 30:
        return None
    return Reading("century", century_span(number))


RULES = (
    Rule(
        "crossing year",
        """(?P<split>SPLIT)(?:(?P<start>CROSSING_YEAR)|(?P<adjective>CROSSING_ADJECTIVE)?YEAR_WORD|SEASON_NOUN)
        |(?P<named>SEASON_NOUN)DASH?(?P<split2>SPLIT)
        |(?P<season>CROSSING_ADJECTIVE)SEASON_NOUN(?:(?P<years>SPLIT)|(?P<year1>FOUR)DASH(?P<year>[FOUR SMALL]))
        YEAR_WORD?""",
        crossing_year,
    ),
    Rule(
        "years",
        """(?P<from>FROM|OFF)?(?P<year1>YEAR)YEAR_WORD?(?:DASH|UP_TO|TILL)
        (?P<year>[FOUR FOUR_TH SMALL])(?P<word>YEAR_WORD)?""",
        years,
    ),
    Rule("one of several years", "(?P<year>YEAR)(?=(?:COMMA YEAR)*(?:AND|COMMA)YEAR YEAR_WORD)", listed_year),
    Rule(
        "year",
        """(?P<year>YEAR)YEAR_ADJECTIVE?YEAR_WORD|(?P<shift>SHIFT)YEAR_ADJECTIVE?YEARS
        |(?P<same>THE_SAME)YEARS|(?P<abbr>THIS_YEAR)""",
        year,
    ),
    Rule("named year", "(?P<year>FOUR_TH)", named_year),
    Rule("bare year", "(?P<year>FOUR)", bare_year),
    Rule("decade", "(?P<year>[SMALL_TH ORDINAL])(?P<word>YEARS)?", decade),
    Rule("century", "(?P<nth>[ROMAN ORDINAL])CENTURY", century),
)
