"""Numbers in brackets: «28,4 млрд манатов (около 17 млрд долларов)»."""

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading


def without_asides(passage: Passage, reading: Reading, found: list[Reading]) -> list[Reading]:
    """Leave out the dollars of «28,4 млрд манатов (около 52 млрд долларов)», unless a bracket goes on from brackets."""
    outside = [] if is_aside(passage, reading) else [c for c in found if not is_aside(passage, c)]
    return outside or found


def is_aside(passage: Passage, reading: Reading) -> bool:
    """Tell whether a bracket opens right before a number."""
    return "(" in passage.text[max(0, reading.start - 10) : reading.start]
