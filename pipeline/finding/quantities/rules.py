"""The names of all rules that make a quantity: what measures it, and what tells its rate, item, change, comparison.

A mention names those that fired (`rule`, `reasons`). Numbers that measure nothing are refused by `refusing.REFUSALS`.
"""

from pipeline.finding.quantities.changing import CHANGES
from pipeline.finding.quantities.comparing import COMPARISONS
from pipeline.finding.quantities.rating import RATES

#: Units and words right at the number.
MEASURES = (
    "money", "money_glued", "currency_sign", "currency_code", "equivalent", "coins", "percent", "percentage_point",
    "mass", "length", "area", "volume", "square", "cubic", "energy", "power", "temperature", "speed", "other", "times",
    "occasions", "ratio_sign", "multiplier", "fraction", "half", "figures", "counting_word", "container", "counted",
    "counted_adjective", "range_of_measures", "heading",
)  # fmt: skip
#: What a bare number goes on from.
CARRIED = (
    "shared_after", "item_before", "theirs", "as_first", "as_part", "as_enumerated", "as_compared", "as_money",
    "in_sentence", "in_sentence_after", "near_by", "in_article", "bare",
)  # fmt: skip
ITEMS = (
    "item: number of", "item: before", "item: far before", "item: of pieces", "item: of the whole",
    "item: said after another number",
)  # fmt: skip
SHARED = (
    "rate: of the source", "rate: of a pair", "rate: of a like price", "rate: goes on", "rate: said last",
    "change: shared",
)  # fmt: skip
RULES: tuple[str, ...] = (*MEASURES, *CARRIED, *ITEMS, *RATES, *CHANGES, *COMPARISONS, *SHARED)
