"""The periods that an article speaks of: its first, that of most facts so far, that of the paragraph's first fact."""

from collections import Counter

from pipeline.facts.view import View
from pipeline.records import Date


def first_period(view: View) -> Date | None:
    """Return the article's first date that is longer than a day."""
    dates = [a.item for a in view.scene.dates if isinstance(a.item, Date)]
    return next((d for d in dates if d.first is not None and d.first != d.last), None)


def times(view: View) -> tuple[str, str]:
    """Return the date that most facts before have, and that of the paragraph's first fact; "?" where there is none."""
    if view.periods is None:
        view.periods = _times(view)
    return view.periods


def _times(view: View) -> tuple[str, str]:
    paragraph = view.scene.layout.paragraph_of(view.anchor.first)
    facts = [draft for draft in view.drafts if draft.is_fact]
    here = [d for d in facts if view.scene.layout.paragraph_of(d.quantity.first) == paragraph]
    ((common, count),) = Counter(draft.date or "" for draft in facts).most_common(1) or (("?", 0),)
    return common if count > 1 else "?", (here[0].date or "") if here else "?"
