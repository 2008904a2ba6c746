"""The objects of the facts before, and what speaks for going on with one of them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.view import View
from pipeline.knowledge.indicators import triggers

_FACTS_BEFORE = 4


def objects_of_facts_before(view: View, draft: Draft) -> dict[str, list[Part]]:
    """The objects of the facts before, and that there was none."""
    found: dict[str, list[Part]] = defaultdict(list)
    theme = kind_of_theme(view, draft.indicator)
    recent = islice((before for before in reversed(view.drafts) if before.is_fact), _FACTS_BEFORE)
    for back, before in enumerate(recent):
        same = before.indicator == draft.indicator
        if back == 0:
            found[before.object or ""].append(_last(view, before, draft, same))
            found[before.object or ""].append((_beside_theme, theme, same, before.object is None))
        elif before.object:
            near = view.setting.nearness(view.scene, before.quantity.first)
            found[before.object].append((_as_earlier, near, same, theme))
    return found


def _last(view: View, before: Draft, draft: Draft, same: bool) -> Part:
    near, same_subject = view.near_before, before.subject == draft.subject
    apart = view.clauses_since(before) if near == "sentence" else None
    items = _items(view, before) if near == "sentence" else ""
    return _as_last, near, same, same_subject, before.object is None, apart, items


def _items(view: View, before: Draft) -> str:
    """Whether this quantity and the one before count something, and the same."""
    one, other = getattr(before.quantity.item, "item", None), view.quantity.item
    if one is None or other is None:
        return f"{one is not None} {other is not None}"
    return "same item" if one.lemma == other.lemma else "other item"


def _as_last(near: str, same: bool, same_subject: bool, is_none: bool, apart: int | None, items: str) -> Iterator[str]:
    kind, empty = "same" if same else "other", "|none" if is_none else ""
    yield f"as last|{near}{empty}"
    yield f"as last|{near}|{kind}{empty}"
    yield f"as last|{kind}|{same_subject}{empty}"
    if apart is not None:
        yield f"as last|{apart} clauses|{kind}|{items}{empty}"


def _beside_theme(theme: str, same: bool, is_none: bool) -> Iterator[str]:
    """A number with a theme of its own seldom goes on with the object before."""
    yield f"as last|theme {theme}|{'same' if same else 'other'}{'|none' if is_none else ''}"


def _as_earlier(near: str, same: bool, theme: str) -> Iterator[str]:
    kind = "same" if same else "other"
    yield f"as earlier|{near}|{kind}"
    yield f"as earlier|theme {theme}|{kind}"


def kind_of_theme(view: View, indicator: str) -> str:
    """Where the theme of the number stands, and whether it is a word of the indicator itself."""
    if not view.theme.heads:
        return view.theme.source
    return f"{view.theme.source} {as_trigger(view.scene.words[view.theme.heads[-1]].lemma, indicator)}"


@lru_cache(maxsize=10_000)
def as_trigger(lemma: str, indicator: str) -> str:
    """Return whether a noun names the indicator itself, another one, or nothing of the kind."""
    met = triggers().get(lemma, ())
    own = {trigger.strength for trigger in met if trigger.indicator == indicator and len(trigger.lemmas) == 1}
    if own:
        return f"own {min(own)}"
    return "other" if any(trigger.strength == "strong" for trigger in met) else "plain"
