"""Rules for seasons: «осенью», «весной 2028 года», «зимой 2024–2025 годов», «летние месяцы»."""

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.months import ordered, yearly
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, season_span
from pipeline.finding.dates.years import states_year

_PREPOSITIONS = frozenset({"in", "on", "over", "from", "till", "by", "up_to", "after", "before"})
_WHOLE = ("все", "всю", "целое", "целую")
_INSTRUMENTAL = ("ой", "ою", "ом", "ью")


def season(match: Match) -> Reading | None:
    """летом, весной 2028 года, к осени; «осень была сырой» speaks of the season itself."""
    number, text = match.number("season"), match.lexeme("season").text
    adverbial = match.before().kind in _PREPOSITIONS or text.endswith(_INSTRUMENTAL) or match.before().text in _WHOLE
    if not (adverbial or states_year(match) or match.is_all):
        return None
    return yearly(match, "period", lambda year: season_span(year, number))


def winter_of_years(match: Match) -> Reading:
    """зимой 2024–2025 годов."""
    number = match.number("season")
    if match.has("split"):
        first, last = (int(year) for year in match.lexeme("split").text.split("/"))
    else:
        first, last = match.number("year1"), match.number("year")
    last = last if last >= 100 else first - first % 100 + last
    start = season_span(first + (number == 12), number).first
    return Reading("period", ordered(Span(start, season_span(last, number).last)))


def months_of_season(match: Match) -> Reading:
    """летние месяцы, в зимние месяцы 2024 года."""
    number = match.number("season")
    return yearly(match, "period", lambda year: season_span(year, number))


RULES = (
    Rule(
        "season of two years",
        """(?P<season>SEASON)(?:(?P<year1>YEAR)[DASH SLASH](?P<year>[FOUR FOUR_TH SMALL])|(?P<split>SPLIT))
        YEAR_WORD?""",
        winter_of_years,
    ),
    Rule("season", "(?P<season>SEASON)TAIL?", season),
    Rule("months of a season", "(?P<season>SEASON_ADJECTIVE)MONTHS TAIL?", months_of_season),
)
