"""The objects of the facts before, and what speaks for going on with one of them."""

from collections import defaultdict

from pipeline.facts.drafts import Draft
from pipeline.facts.view import View

_FACTS_BEFORE = 4


def objects_of_facts_before(view: View, draft: Draft) -> dict[str, list[str]]:
    """The objects of the facts before, and that there was none."""
    found: dict[str, list[str]] = defaultdict(list)
    recent = [before for before in reversed(view.drafts) if before.is_fact][:_FACTS_BEFORE]
    for back, before in enumerate(recent):
        near = view.nearness(before.quantity.first)
        same = "same" if before.indicator == draft.indicator else "other"
        text, empty = before.object or "", "" if before.object else "|none"
        if back == 0:
            found[text] += [f"as last|{near}{empty}", f"as last|{near}|{same}{empty}",
                            f"as last|{same}|{before.subject == draft.subject}{empty}"]  # fmt: skip
            if near == "sentence":
                apart = min(view.clause - view.scene.clauses[before.quantity.first], 3)
                found[text].append(f"as last|{apart} clauses|{same}|{_items(view, before)}{empty}")
        elif text:
            found[text].append(f"as earlier|{near}|{same}")
    return found


def _items(view: View, before: Draft) -> str:
    """Whether this quantity and the one before count something, and the same."""
    one, other = getattr(before.quantity.item, "item", None), view.quantity.item
    if one is None or other is None:
        return f"{one is not None} {other is not None}"
    return "same item" if one.lemma == other.lemma else "other item"
