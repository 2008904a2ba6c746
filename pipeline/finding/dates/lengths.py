"""Rules for lengths of time («десять лет», «90 дней», «7,5 часа») and for what recurs («в год», «ежегодно»)."""

from pipeline.finding.dates.agreement import is_genitive
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.knowledge.calendar import clause_words
from pipeline.language.morphology import lemma

#: Unit → its letter in ISO 8601, how many of it, and of what fraction of it is counted in (letter, how many).
_ISO: dict[str, tuple[str, int, str, int]] = {
    "minutes": ("M", 1, "S", 60), "hours": ("H", 1, "M", 60), "days": ("D", 1, "H", 24), "week": ("W", 1, "D", 7),
    "months": ("M", 1, "D", 30), "quarter": ("M", 3, "D", 30), "half": ("M", 6, "D", 30), "years": ("Y", 1, "M", 12),
    "decade": ("Y", 10, "M", 12), "century": ("Y", 100, "M", 12), "half_year_word": ("M", 6, "D", 30),
}  # fmt: skip
#: Prepositions after which a unit alone is a length («на год», «в течение года»).
_LENGTHS = frozenset({"on", "after", "through"})
_LENGTH_WORDS = ("течение", "протяжении", "ровно", "почти", "свыше", "более", "менее", "чем", "около", "целый")
_ACCUSATIVES = ("год", "месяц", "сутки", "день", "неделю", "квартал")
#: The singular: after «одним» only, else «годом ранее» is by itself.
INSTRUMENTAL = frozenset({"годом", "месяцем", "кварталом", "полугодием", "неделей", "днем"})
#: How many words beside a length are looked at for words of age.
_NEAR = 4


def length(match: Match) -> Reading | None:
    """пять лет, 90 дней, полтора месяца, трое суток."""
    if _is_age(match) or not _agrees(match):
        return None
    if match.lexeme("unit").kind == "quarter" and match.before().kind in ("word", "other", "comma", "and"):
        return None  # «построят три квартала»
    return Reading("duration", duration=iso(match.lexeme("unit").kind, match.value("count")))


def _agrees(match: Match) -> bool:
    """Tell «31 год» from «против 31 годом ранее», «было 34 год назад»."""
    unit, count = match.lexeme("unit").text, match.value("count")
    if unit in INSTRUMENTAL:
        return count == 1
    return unit != "год" or match.after().kind != "ago" or count % 10 == 1


def compound_length(match: Match) -> Reading | None:
    """1 год 11 месяцев, 2 года и 3 месяца."""
    if _is_age(match):
        return None
    larger, smaller = (iso(match.lexeme(u).kind, match.value(c)) for u, c in (("unit1", "count1"), ("unit", "count")))
    return Reading("duration", duration=larger + smaller.removeprefix("P"))


def lone_length(match: Match) -> Reading | None:
    """на год, в течение месяца, полгода."""
    before = match.before()
    takes = before.kind == "over" and match.verb is not None and match.tense == 0
    if not (takes or match.is_all or before.kind in _LENGTHS or before.text in _LENGTH_WORDS or match.has("half_year")):
        return None
    return Reading("duration", duration=iso(match.lexeme("unit").kind, 1))


def elliptic_length(match: Match) -> Reading | None:
    """The 90 of «с 35 дней до 90», the 6 of «двое суток вместо шести»."""
    if match.before().kind == "word" and match.before().text not in ("вместо", "против"):
        return None
    if match.after().kind not in ("dot", "comma", "newline", "edge", "close") and match.after().text not in ('"', "»"):
        return None
    return Reading("duration", duration=iso(match.lexeme("unit").kind, match.value("count")))


def iso(unit: str, count: float) -> str:
    """Return a length in ISO 8601: a whole number of the unit, or the next smaller one («полтора месяца» P45D).

    Raises ValueError where even that is not whole.
    """
    letter, times, smaller, parts = _ISO[unit]
    number = count * times
    time = "T" if unit in ("hours", "minutes") else ""
    if number == int(number):
        return f"P{time}{int(number)}{letter}"
    if unit in ("years", "decade", "century"):
        return f"P{round(number * parts)}{smaller}"
    if unit == "hours":
        return f"PT{int(number)}H{round(number % 1 * parts)}M" if number >= 1 else f"PT{round(number * parts)}M"
    return f"P{'T' if letter == 'D' or time else ''}{round(number * parts)}{smaller}"


def _is_age(match: Match) -> bool:
    """«в возрасте 5 лет», «детям до 7 лет», «исполнилось 60 лет», «45 лет от роду»."""
    if match.lexeme("unit").kind != "years":
        return False
    around = [match.before(distance) for distance in range(1, _NEAR + 1)] + [match.after(n) for n in range(2)]
    return any(item.kind == "word" and _plain_lemma(item.text) in clause_words("age") for item in around)


def _plain_lemma(word: str) -> str:
    return lemma(word).replace("ё", "е")


def recurring(match: Match) -> Reading | None:
    """в год, в сутки, ежегодно, каждый месяц."""
    if match.has("unit") and match.lexeme("unit").text not in _ACCUSATIVES:
        return None
    if match.has("unit") and match.lexeme("unit").text == "день" and is_genitive(match.after().text):
        return None  # «в день погрузки»
    if match.before().kind == "years" and match.before(2).text == "из":
        return None  # «из года в год»
    return Reading("recurring")


RULES = (
    Rule(
        "compound length",
        "(?P<count1>COUNT)(?P<unit1>[YEARS MONTHS WEEK DAYS])AND?(?P<count>COUNT)(?P<unit>[MONTHS DAYS WEEK])",
        compound_length,
    ),
    Rule("length", "(?P<count>COUNT)(?P<unit>[MINUTES HOURS]|UNIT)", length),
    Rule("elliptic length", "(?<=(?P<unit>[DAYS WEEK MONTHS YEARS])[TILL WORD])(?P<count>COUNT)", elliptic_length),
    Rule("lone length", "(?P<unit>[DAYS WEEK MONTHS QUARTER YEARS DECADE])", lone_length),
    Rule("half a year", "(?P<half_year>(?P<unit>HALF_YEAR_WORD))", lone_length),
    Rule("recurring adverb", "RECURRING_ADVERB", recurring),
    Rule("every unit", "EVERY(?P<every>[DAYS WEEK MONTHS QUARTER YEARS])", recurring),
    Rule("rate", "IN(?P<unit>[DAYS WEEK MONTHS QUARTER YEARS])", recurring),
)
