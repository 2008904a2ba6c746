"""Numbers in running text, used by dates and quantities alike: figures in all groupings, words in all cases."""

from pipeline.finding.numbers.finder import find_numbers
from pipeline.finding.numbers.number import Number

__all__ = ["Number", "find_numbers"]
