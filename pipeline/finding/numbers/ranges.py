"""Two numbers that are one range: «5–10 процентов», «от 5 до 10 млрд», «два-три», «5 ± 0,5»; signs before numbers."""

import re
from decimal import Decimal

from pipeline.finding.numbers.number import ONE, Draft, Number, plain

DASH = re.compile(r"[ \u00a0\u202f]{0,2}(?:[-–—−‑]|\.\.\.?|…)[ \u00a0\u202f]{0,2}")
UP_TO = re.compile(r"[ \u00a0\n](?:до|и до)[ \u00a0\n](?:(?:почти|около|примерно)[ \u00a0\n])?")
FROM = re.compile(r"(?:^|[^\wА-Яа-яё])от[ \u00a0\n](?:(?:около|примерно)[ \u00a0\n])?$", re.IGNORECASE)
SIGN_WORD = re.compile(r"(?<![\wА-Яа-яё])(минус|плюс)[ \u00a0]$", re.IGNORECASE)
SIGN = re.compile(r"(?:^|(?<=[\s(«\"]))([−+±]|\+/-)[ \u00a0]?$")
#: A hyphen or a dash is a minus where a percent or degree sign follows or a bracket or nothing stands before it.
DASH_SIGN = re.compile(r"(?:^|(?<=[\s(]))([-–‑])$")
#: How a sign before a number ends, «минус» and «плюс» among them.
ENDS_OF_SIGNS = "−+±-–‑сС"
MINUS_MEASURE = re.compile(r"[ \u00a0]?(?:%|°|процент|п\.|градус)")


def signed(text: str, number: Draft) -> Draft:
    """Return the number with the sign that stands before it, in its value and its extent."""
    found = _sign_before(text, number)
    if found is None or number.kind != "cardinal":
        return number
    start, sign = found
    return number._replace(start=start, sign=sign, value=-number.value if sign == "-" else number.value)


def _sign_before(text: str, number: Draft) -> tuple[int, str] | None:
    last = text[number.start - 2 : number.start].strip()[-1:]
    if last and last not in ENDS_OF_SIGNS:
        return None
    head = max(0, number.start - 8)
    before = text[head : number.start]
    if word := SIGN_WORD.search(before):
        return head + word.start(1), "-" if word.group(1).lower() == "минус" else "+"
    if sign := SIGN.search(before):
        mark = {"−": "-", "+": "+"}.get(sign.group(1), "±")
        return head + sign.start(1), mark
    dash = DASH_SIGN.search(before)
    if dash is None:
        return None
    at = head + dash.start(1)
    bracketed = text[at - 1 : at] == "(" or not text[:at].strip()
    return (at, "-") if bracketed or MINUS_MEASURE.match(text, number.end) else None


def joined(text: str, first: Draft, second: Draft) -> Number | None:
    """Return the range of two neighbouring numbers, or None. A scale said once is the scale of both."""
    if first.kind != "cardinal" or second.kind != "cardinal":
        return None
    low, high = shared_scale(first, second)
    if second.sign == "±" and not text[first.end : second.start].strip():
        middle, width = first.value * (second.scale if first.scale == 1 else ONE), second.value
        return _range(first, second, middle - width, middle + width, "plus_minus")
    if DASH.fullmatch(text, first.end, second.start) and low < high:
        return _range(first, second, low, high, "range")
    said = low < high and UP_TO.fullmatch(text, first.end, second.start) is not None
    if said and FROM.search(text, max(0, first.start - 14), first.start):
        return _range(first, second, low, high, "from_to")
    return None


def shared_scale(first: Draft, second: Draft) -> tuple[Decimal, Decimal]:
    """Return both values, the first with the second's scale where it has none («5–8 млрд»; not «800–1,2 тыс.»)."""
    if first.scale == 1 and second.scale > 1 and first.value <= second.value / second.scale:
        return first.value * second.scale, second.value
    return first.value, second.value


def _range(first: Draft, second: Draft, low: Decimal, high: Decimal, rule: str) -> Number:
    scale = plain(second.scale)
    in_words = first.in_words and second.in_words
    return Number(
        first.start, second.end, low=plain(low), high=plain(high), sign=first.sign, scale=scale, in_words=in_words,
        rule=rule,
    )  # fmt: skip
