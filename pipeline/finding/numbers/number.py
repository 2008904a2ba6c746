"""A number found in a text, and the atoms that it is built of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

NumberKind = Literal["cardinal", "collective", "fraction", "multiplier", "ordinal"]

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `value`, or `low` and `high` for a range; `text[start:end]` are its figures, words, scale.

    `kind` tells «пять» (cardinal), «пятеро» (collective), «половина» (fraction), «вдвое» (multiplier) and «пятый»,
    «5-й» (ordinal). `sign` is "+", "-", "±" or "" and is already in `value`. `scale` is the factor said in words
    («млн» 1000000; 1 where none). `in_words` is true where no figure stands in it. `rule` names what built it.
    """

    start: int
    end: int
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    kind: NumberKind = "cardinal"
    sign: str = ""
    scale: int | float = 1
    in_words: bool = False
    rule: str = ""


class Atom(NamedTuple):
    """A part of a number: a group of digits, or one number word."""

    start: int
    end: int
    kind: str  # digits | digits_ordinal | a class of number_words.toml: units, teens, tens, hundreds, scales …
    value: Decimal
    alone: bool = True  # a scale that is a number without one before it («миллион», not «миллионов»)
    denominator: bool = False  # an ordinal form that can close a fraction («пятых»)


class Draft(NamedTuple):
    """A number under construction: exact, not yet a range."""

    start: int
    end: int
    value: Decimal
    scale: Decimal = ONE
    kind: NumberKind = "cardinal"
    sign: str = ""
    in_words: bool = False
    rule: str = ""


def plain(value: Decimal) -> int | float:
    """Return an int where the value is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)
