"""Digit groups of running text: «1 234,5», «500 000» (plain, no-break and narrow no-break spaces), «12'000»."""

import re

GROUP_SPACES = " \u00a0\u202f\u2009"
#: A number whose thousands are set apart by a space or an apostrophe, with an optional decimal part.
GROUPED = re.compile(rf"(?<![\d.,\w])(?<![^\W\d]-)\d{{1,3}}(?:[{GROUP_SPACES}'’]\d{{3}})+(?:[.,]\d+)?(?![\d\w])")


def grouped_numbers(text: str) -> list[tuple[int, int]]:
    """Return the extents of all digit groups that contain a separator between thousands."""
    return [match.span() for match in GROUPED.finditer(text)]
