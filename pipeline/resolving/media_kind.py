"""Which organizations are media by the words around their names: rules of organization_kind."""

from collections.abc import Sequence

from pipeline.resolving.appearance import Appearance
from pipeline.resolving.reporting import DOMAIN, finds, reports

#: So many characters from the beginning a news item names its source.
_LEAD = 600


def by_domain(group: Sequence[Appearance]) -> str | None:
    """A site of which the article says no more than its name is a medium where it is the source of the news."""
    is_source = any(DOMAIN.fullmatch(a.text) and a.mention.start < _LEAD for a in group)
    return "media" if is_source and len(group) == 1 else None


def by_reporting(group: Sequence[Appearance]) -> str | None:
    """«передаёт Х», «Х со ссылкой на», the dateline «/Х/»: who is quoted as the source is a medium."""
    return "media" if any(reports(appearance) for appearance in group) else None


def by_finding(group: Sequence[Appearance]) -> str | None:
    """«отмечает Х», «подсчитал Х»: a name met once that is said to have found something is a medium's."""
    return "media" if len(group) == 1 and finds(group[0]) else None
