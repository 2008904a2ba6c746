"""The names of the features of dates, by the values that they depend on."""

from collections.abc import Iterator


def by_place(
    where: str, compared: str, kind: str, indicator: str, numbers: int, others: int, is_nearest: bool
) -> Iterator[str]:
    """Where the date stands, and what stands between."""
    yield "some time"
    yield where
    yield f"{where}|{compared}"
    yield f"{kind}|{where}"
    yield f"{kind}|{indicator}"
    yield f"{where}|{indicator}"
    yield f"{where}|{numbers} numbers {others} dates"
    yield f"nearest {is_nearest}|{where}|{compared}"


def by_number(
    where: str, compared: str, tense: str, change: str | None, has_per: bool, side: str, is_base: bool
) -> Iterator[str]:
    """What the number says: how the clause's tense, a change, a rate go with the date's place, or a base with them."""
    if is_base:
        yield f"base|{where}"
        yield f"base|{where}|{compared}"
        yield f"base|{where}|{change}"
        yield f"base|{compared}|{change}"
    yield f"{where}|{tense}"
    yield f"{where}|{change}|{compared}"
    yield f"{where}|per {has_per}|{tense}"
    if side:
        yield f"{side} of sentence|{change}"


def by_mark(
    where: str, speech: str, kind: str, preposition: str, indicator: str, side: str, period: str
) -> Iterator[str]:
    """The words before the date, its side among others, and, where it is the article's first period, the tense."""
    yield f"{speech}|{kind}|{where}"
    yield f"{preposition}|{where}"
    yield f"{preposition}|{kind}|{indicator}"
    if side:
        yield f"{side} of sentence|{where}|{preposition}"
    if period:
        yield f"as the first period|{where}"
        yield f"as the first period|{indicator}"
        yield f"as the first period|{period}|{indicator}"


def by_status(where: str, relation: str | None, ahead: str, preposition: str, status: str, tense: str) -> Iterator[str]:
    """Whether it lies ahead, and whether the fact does."""
    yield f"{relation}|{status}"
    if ahead:
        yield f"{ahead}|{status}"
        yield f"{ahead}|{tense}"
        yield f"{ahead}|{status}|{where}"
        yield f"{ahead}|{preposition}|{where}"


def behind_above(where: str, kind: str, today: bool, first: bool, opening: bool, is_aside: bool) -> Iterator[str]:
    """The day of publication; the article's first date; one of its opening; one in brackets where the number is not."""
    if today:
        yield f"today|{where}"
    if first:
        yield f"first date|{where}|{kind}"
    if opening and where in ("above", "far above"):
        yield f"opening|{kind}"
    if is_aside:
        yield f"in brackets|{where}"


def with_subject(where: str, kind: str, group: str, in_sentence: bool, in_clause: bool) -> Iterator[str]:
    """The date stands with the subject: «Завод X в 2024 году выпустил …», or apart from it."""
    yield f"with subject {in_sentence}|{where}"
    yield f"with subject {in_sentence} {in_clause}|{where}|{group}"
    yield f"with subject {in_sentence} {in_clause}|{kind}"


def parallel(is_new: bool, alike: tuple[bool, bool, bool], where: str, kind: str, near: str) -> Iterator[str]:
    """The date stands to the number as that of the fact before: its side, its preposition, its kind are the same."""
    side, preposition, same_kind = alike
    start = f"parallel {'new' if is_new else 'old'}"
    yield f"{start}|{side}|{preposition}|{same_kind}"
    yield f"{start}|{preposition}|{near}"
    yield f"{start}|{same_kind}|{near}|{where}"
    yield f"{start}|{kind}|{near}"


def never(indicator: str, in_sentence: bool, status: str, tense: str, has_per: bool) -> Iterator[str]:
    """No time at all."""
    yield "never"
    yield f"never|{indicator}"
    yield f"never|{in_sentence}"
    yield f"never|{status}"
    yield f"never|{tense}|{in_sentence}"
    yield f"never|{indicator}|{in_sentence}"
    yield f"never|{indicator}|{tense}"
    yield f"never|per {has_per}|{indicator}"
