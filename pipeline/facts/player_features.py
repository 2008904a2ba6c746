"""What subjects and locations have in common: how a player stands to the facts before, and nouns that stand for it."""

from collections.abc import Iterator

from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.view import View

_SAME = ("sentence", "list", "before")
#: How the fact before stands: how near, with the same indicator or not, clauses apart, the groups named since.
Past = tuple[str, bool, int, str]


def anaphors(view: View) -> Iterator[tuple[str, Part]]:
    """Common nouns in the sentence or in the lead that stand for a player, by its id."""
    for index, referent, group in view.setting.anaphors:
        if index < view.setting.start:
            yield referent, (_anaphor, " lead", group, "")
        elif index < view.near_right.stop:
            side = "<" if index < view.anchor.first else ">"
            yield referent, (_anaphor, side, group, view.scene.words[index].lemma)


def past(view: View, draft: Draft) -> Past | None:
    """Return how the fact before stands to this one; None for the first."""
    before = view.fact_before
    if before is None:
        return None
    apart = view.clauses_since(before) if view.near_before == "sentence" else 0
    newcomers = _newcomers(view, before) if view.near_before in _SAME else ""
    return view.near_before, before.indicator == draft.indicator, apart, newcomers


def same_as_before(near: str, same_indicator: bool, apart: int, newcomers: str) -> Iterator[str]:
    """The same choice as in the fact before, by how near that is and whether it has the same indicator."""
    yield f"as before|{near}"
    yield f"as before|{near}|{'same indicator' if same_indicator else 'other indicator'}"
    if near == "sentence":
        yield f"as before|{apart} clauses"
        yield f"as before|newcomers {newcomers}"
    elif near in _SAME:
        yield f"as before|{near}|newcomers {newcomers}"


def _newcomers(view: View, before: Draft) -> str:
    """Which groups of names stand between the fact before and this number."""
    between = view.scene.entities_between(before.quantity.last, view.anchor.first)
    return " ".join(sorted({anchor.group for anchor in between}))


def _anaphor(side: str, group: str, lemma: str) -> Iterator[str]:
    yield f"anaphor{side}|{group}"
    if side == "<":
        yield f"anaphor<|{lemma}"
