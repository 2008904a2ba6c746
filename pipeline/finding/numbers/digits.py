"""Numbers in figures: groups of thousands, decimal comma and dot, fractions, ordinals; and what is no number."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.finding.numbers.number import Atom

SPACE = r"[ \u00a0\u202f\u2009]"

#: Figures that measure nothing: clock times and scores, days, telephone numbers, numbered things, codes with dots.
NO_NUMBER = re.compile(
    r"""(?=[\d+№N])(?:(?<!\d)\d+(?::\d+)+ | (?<!\d)\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d) | (?<!\d)\d+(?:\.\d{1,2}){2,}(?!\d)
    | \+\d[\d ()\-\u00a0\u2011]{8,16}\d | (?<!\d)\d{1,2}[ \u00a0]?\(\d{3,5}\)[\d \u00a0\-]{5,10}\d
    | \d{2,4}-\d{2}-\d{2}(?!\d) | (?:№№?|(?<!\w)N)[ \u00a0]?\d+(?:[ \u00a0]?[-–,/][ \u00a0]?\d+)*(?:[-\w])*
    | (?<!\d)\d{2,}/\d+(?:/\d+)*(?=[^\d]|$)(?<!\d/\d))""",
    re.VERBOSE,
)

#: Figures, not glued to a letter, a hyphen after a letter, or to other figures.
FIGURES = re.compile(
    rf"""(?=\d)(?:(?<![\w])|(?<=\bBr))(?<![A-Za-zА-Яа-яЁё]-)(?<!\d[.,/:])(?:
      (?P<grouped>\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[.,]\d+)?|\d{{1,3}}(?:['’]\d{{3}})+(?:[.,]\d+)?)
    | (?P<dotted>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+,\d+)
    | (?P<commas>\d{{1,3}}(?:,\d{{3}}){{2,}}(?:\.\d+)?|\d{{1,3}}(?:,\d{{3}})+\.\d+)
    | (?P<either>\d{{1,3}}[.,]\d{{3}})
    | (?P<fraction>\d/\d{{1,2}})
    | (?P<simple>\d+(?:[.,]\d+)?)
    )(?!\d)(?![.,]\d|/\d{{2,}})""",
    re.VERBOSE,
)
#: «5-й», «2020-м» are ordinals; «20-ти», «2-х» are cardinals with their ending written out.
ENDING = re.compile(r"[-‑](?P<ending>[а-яё]{1,3})(?![\w-])")
CARDINAL_ENDINGS = frozenset({"ти", "ми", "мя", "х", "ух", "ёх", "ех", "и", "тью"})
GLUED = re.compile(r"[-‑][A-Za-zА-Яа-яЁё]")
#: After a number of three decimals: a scale or a percent sign says that they are decimals.
DECIMAL_AFTER = re.compile(rf"{SPACE}?(?:тыс|млн|млрд|трлн|милл|трилл|%|проц|п\.|°)", re.IGNORECASE)


def digit_atoms(text: str) -> Iterator[Atom]:
    """Yield the numbers in figures of a text as atoms, in order; ordinals have kind digits_ordinal."""
    blocked = [match.span() for match in NO_NUMBER.finditer(text)]
    index = 0
    for match in FIGURES.finditer(text):
        while index < len(blocked) and blocked[index][1] <= match.start():
            index += 1
        if index < len(blocked) and blocked[index][0] < match.end():
            continue
        atom = _atom(text, match)
        if atom is not None:
            yield atom


def _atom(text: str, match: re.Match[str]) -> Atom | None:
    value = _value(text, match)
    start, end = match.span()
    if value is None:
        return None
    ending = ENDING.match(text, end)
    if ending is not None:
        cardinal = ending["ending"] in CARDINAL_ENDINGS and not (ending["ending"] == "х" and value >= 10)
        return Atom(start, ending.end(), "digits" if cardinal else "digits_ordinal", value)
    return None if GLUED.match(text, end) else Atom(start, end, "digits", value)


def _value(text: str, match: re.Match[str]) -> Decimal | None:
    written = match.group()
    if match["grouped"]:
        return Decimal(re.sub(rf"{SPACE}|['’]", "", written).replace(",", "."))
    if match["dotted"]:
        return Decimal(written.replace(".", "").replace(",", "."))
    if match["commas"]:
        return Decimal(written.replace(",", ""))
    if match["either"]:
        thousands = are_thousands(text, match)
        return Decimal(re.sub(r"[.,]", "", written) if thousands else written.replace(",", "."))
    if match["fraction"]:
        above, below = map(int, written.split("/"))
        return Decimal(above) / below if 0 < above < below else None
    return Decimal(written.replace(",", "."))


def are_thousands(text: str, match: re.Match[str]) -> bool:
    """Tell «1.234» (thousands) from «1,234» and «1.234 млрд» (decimals); «12,500 руб.» ends in two noughts."""
    written = match.group()
    if written.startswith("0") or DECIMAL_AFTER.match(text, match.end()):
        return False
    return "." in written or written.endswith("00")
