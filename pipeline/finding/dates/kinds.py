"""The kinds of lexemes that calendar expressions are made of, and patterns over them.

Every lexeme of a text is written as one letter; a pattern is a regular expression over these letters in which
the kinds are named: `(?P<day>DAY) (?P<month>MONTH)`. White space in a pattern means nothing.
"""

import re
from functools import cache

#: In this order each kind gets its letter.
KINDS = (
    "small", "integer", "four", "decimal", "four_th", "small_th", "split", "full", "roman", "ordinal", "cardinal",
    "month", "month_short", "weekday", "season", "day_word", "recurring_adverb", "hours", "minutes", "days", "week",
    "months", "quarter", "half", "years", "year_short", "decade", "century", "period", "shift", "neighbour", "same",
    "latest", "nearest", "every", "new", "part", "fraction", "ten_days", "year_adjective", "crossing_adjective",
    "season_noun", "season_adjective", "crossing_year", "date_word", "last_years", "half_year_word",
    "ago", "earlier", "particle", "in", "on", "over", "from",
    "till", "by", "up_to", "off", "after", "through", "before", "and", "all", "this_year", "report", "dash",
    "comma", "dot", "slash", "open", "close", "newline", "word", "other",
)  # fmt: skip
LETTERS = {kind: chr(0x4E00 + index) for index, kind in enumerate(KINDS)}
#: Names of several kinds, or of a short expression that many patterns share.
SHARED = {
    "DAY": "[SMALL SMALL_TH ORDINAL]",
    "YEAR_WORD": "[YEARS YEAR_SHORT]",
    "YEAR": "[FOUR FOUR_TH]",
    "NTH": "[ORDINAL ROMAN SMALL_TH SMALL]",
    "COUNT": "[SMALL INTEGER CARDINAL DECIMAL]",
    "NAMED_MONTH": "[MONTH MONTH_SHORT]",
    "UNIT": "[DAYS WEEK MONTHS QUARTER HALF YEARS DECADE CENTURY]",
    "TAIL": """(?:(?P<year>YEAR)(?:YEAR_ADJECTIVE? YEAR_WORD)?|(?P<shift>SHIFT)YEARS
        |(?P<same>THE_SAME)YEARS|(?P<abbr>THIS_YEAR))""",
    # «тому же»: the dictionary has «тому» with «назад»; «этот же»: «этот» is a shift
    "THE_SAME": "(?:SAME PARTICLE?|AGO PARTICLE|SHIFT PARTICLE)",
    "PART_UNIT": "(?P<unit>[QUARTER HALF])",
    "DATED": "(?P<month>NAMED_MONTH)TAIL?",
    "TAIL1": "(?:(?P<year1>YEAR)YEAR_WORD?|(?P<shift1>SHIFT)YEARS|(?P<abbr1>THIS_YEAR))",
}
_NAME = re.compile(r"(?<![<\w])[A-Z][A-Z_]+\d?\b")


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern over kinds; an unknown name is a KeyError."""
    while _NAME.search(source):
        source = _NAME.sub(lambda name: SHARED.get(name.group()) or LETTERS[name.group().lower()], source)
    return re.compile(re.sub(r"\s+", "", source))
