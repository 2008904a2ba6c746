"""Whose spokesman speaks: «…», – сказал директор завода X Иван Петров: «мы» in what he says is X."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.records import Organization

#: So many words at most stand between a person and the body that he speaks for.
_REACH = 7
_OPENING = frozenset({"«", '"', "“", "„", "–", "—", "-"})


def speakers(scene: Scene, sources: Sequence[Anchor]) -> dict[int, tuple[str, bool]]:
    """Return, for each sentence that a person says, the body that he speaks for, and whether it is a quotation.

    `sources` are the mentions of those that are named as the source of something.
    """
    bodies = _bodies(scene)
    found: dict[int, tuple[str, bool]] = {}
    for anchor in sources:
        if anchor.group == "person" and anchor.id in bodies:
            found.update((number, (bodies[anchor.id], quoted)) for number, quoted in _said_by(scene, anchor))
    return found


def _said_by(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, bool]]:
    """The sentences of a quotation, else the one that names the speaker."""
    paragraph = scene.layout.paragraphs[scene.layout.paragraph_of(anchor.first)]
    quoted = scene.words[paragraph[0]].text in _OPENING
    first, last = (paragraph[0], paragraph[1] - 1) if quoted else (anchor.first, anchor.first)
    for number in range(scene.sentence_numbers[first], scene.sentence_numbers[last] + 1):
        yield number, quoted


def _bodies(scene: Scene) -> Mapping[str, str]:
    """Person → the organization or place last named before, or next behind, one of its mentions: the first such."""
    found: dict[str, str] = {}
    for person in (anchor for anchor in scene.entities if anchor.group == "person" and anchor.id not in found):
        body = _body(scene, person)
        if body is not None:
            found.setdefault(person.id, body.id)
    return found


def _body(scene: Scene, person: Anchor) -> Anchor | None:
    start, end = scene.sentence(person.first)
    before = scene.entities_between(max(start, person.first - _REACH), person.first)
    behind = scene.entities_between(person.last, min(end, person.last + _REACH))
    near = (anchor for anchor in (*reversed(before), *behind) if anchor.group != "person" and not _is_medium(anchor))
    return next(near, None)


def _is_medium(anchor: Anchor) -> bool:
    return isinstance(anchor.item, Organization) and anchor.item.kind == "media"
