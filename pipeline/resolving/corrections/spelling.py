"""Names that a tokenizer cut at a mark inside them: «О‘zplast», «Hududgazta’minot», «ОПЕК+», «24.kg», «Х LTD»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.media import reporting_words

_APOSTROPHES = "'’‘ʻʼ`"
_WORD_BEFORE = re.compile(rf"(?<!\w)[^\W\d_]+[{_APOSTROPHES}]$")
_WORD_AFTER = re.compile(rf"[{_APOSTROPHES}][^\W\d_]+(?:[ -][A-Z][a-z]+)*")
_MARKS_AFTER = re.compile(r"\+(?!\w)|(?<=[^\W\d_])\d+(?!\w|[.,]\d)| (?:LTD|ЛТД)\b")
_REACH = 20
_DOMAINS = "|".join(sorted(reporting_words("domains")))
_SITE = re.compile(rf"(?<![\w./@-])\d+[a-zа-я]*\.(?:{_DOMAINS})(?![\w-])", re.IGNORECASE)


def over_apostrophes(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take in the part of a word before or behind an apostrophe: «zplast Avto» of «O‘zplast Avto»."""
    found: list[NameMention] = []
    for mention in mentions:
        start, end = mention.start, mention.end
        if text[start - 1 : start] in _APOSTROPHES and start > 0:
            before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
            start -= len(before.group()) if before else 0
        after = _WORD_AFTER.match(text, end) if text[end - 1].isalpha() else None
        end = after.end() if after else end
        if found and found[-1].end > start:  # the other half was a mention of its own
            found[-1] = replace(found[-1], end=max(end, found[-1].end))
        else:
            found.append(replace(mention, start=start, end=end))
    return found


def over_marks(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take in a plus, a number, a Latin form right behind an organization: «ОПЕК+», «GOROD48», «Shalqiya Zinc LTD»."""
    return [_over_mark(text, mention) for mention in mentions]


def _over_mark(text: str, mention: NameMention) -> NameMention:
    match = _MARKS_AFTER.match(text, mention.end) if mention.label == "organization" else None
    return replace(mention, end=match.end()) if match else mention


def numbered_sites(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make sites with a number for a name («24.kg», «7su.kz») organizations."""
    sites = [match.span() for match in _SITE.finditer(text)]
    kept = [m for m in mentions if not any(start < m.end and m.start < end for start, end in sites)]
    return sorted([*kept, *(NameMention(start, end, "organization") for start, end in sites)], key=lambda m: m.start)
