"""Bodies that the tagger passes over: «сообщает акимат области», «глава минсельхоза», «министерство финансов»."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations.spans import span_words


def seats(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Add an akimat or executive committee named by its word alone, with «области» behind it."""
    return _with(text, mentions, _seats())


def ministries(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Add contracted ministries in small letters."""
    return _with(text, mentions, _contracted())


@cache
def _seats() -> re.Pattern[str]:
    alone, places = span_words("seats", "alone"), span_words("seats", "places")
    return re.compile(rf"(?<![\w-])(?:{alone})(?: (?:{places}))?(?![\w-])")


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{span_words('contracted')})(?![\w-])")


def _with(text: str, mentions: Sequence[NameMention], pattern: re.Pattern[str]) -> list[NameMention]:
    found = [match.span() for match in pattern.finditer(text)]
    free = [span for span in found if not any(span[0] < m.end and m.start < span[1] for m in mentions)]
    return sorted([*mentions, *(NameMention(*span, "organization") for span in free)], key=lambda m: m.start)
