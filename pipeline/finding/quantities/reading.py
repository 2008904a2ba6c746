"""A quantity while the rules work on it."""

from dataclasses import dataclass, field

from pipeline.finding.mentions import ItemMention, QuantityMention
from pipeline.finding.numbers import Number
from pipeline.records import Change, Comparison, Dimension


@dataclass(slots=True)
class Reading:
    """A number and what the rules have found out about it; `dimension` is None while it measures nothing yet."""

    number: Number
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    dimension: Dimension | None = None
    unit: str | None = None
    per: str | None = None
    item: ItemMention | None = None
    comparison: Comparison | None = None
    change: Change | None = None
    rule: str = ""
    source: "Reading | None" = None  # the quantity that gave its unit
    scale: float = 1  # the number's own, or that of the list that it stands in
    reasons: list[str] = field(default_factory=list)  # the rules of rate, change, comparison that fired
    phrase_end: int = 0  # the end of the counted noun phrase, where words about the quantity go on

    @property
    def size(self) -> float:
        """The number itself, the upper end of a range."""
        return abs(self.value if self.value is not None else self.high or 0)

    def take_rate(self, other: "Reading", reason: str) -> None:
        """Take the rate that was said for another quantity."""
        self.per = other.per
        self.reasons += [reason] if other.per is not None else []

    def mention(self) -> QuantityMention:
        """Return the finished mention; `dimension` must be known."""
        assert self.dimension is not None
        return QuantityMention(
            self.start, self.end, self.dimension, value=self.value, low=self.low, high=self.high,
            comparison=self.comparison, unit=self.unit, per=self.per, item=self.item, change=self.change,
            rule=self.rule, reasons=tuple(self.reasons),
        )  # fmt: skip


def reading_of(number: Number) -> Reading:
    """Start a reading of a number."""
    return Reading(
        number, number.start, number.end, number.value, number.low, number.high, rule=number.rule, scale=number.scale,
        phrase_end=number.end,
    )  # fmt: skip


def copy_measure(source: Reading, target: Reading, rule: str) -> None:
    """Give a number what another measures: dimension, unit, item; its rate follows later."""
    target.source = source
    target.dimension, target.unit, target.item = source.dimension, source.unit, source.item
    target.rule = rule


def scaled(value: float | None, factor: float) -> int | float | None:
    """Multiply without the noise of binary fractions (50 копеек: 0.5)."""
    if value is None or factor == 1:
        return value
    product = round(value * factor, 10)
    return int(product) if product == int(product) else product
