"""Who said it: the person or the organization that a figure is attributed to in its sentence or quotation."""

from itertools import pairwise

from pipeline.facts.cast import Cast
from pipeline.facts.players import Player
from pipeline.facts.scene import Scene


def attribution(scene: Scene, cast: Cast, sentence: int) -> str | None:
    """Return the id of the source that a sentence names, else of the one that ends the quotation it stands in."""
    start, end = scene.layout.sentences[sentence]
    own = _source(cast, start, end)
    if own is not None:
        return own
    paragraph = scene.layout.paragraphs[scene.layout.paragraph_of(start)]
    return _source(cast, *paragraph) if _is_quotation(scene, *paragraph) else None


def _source(cast: Cast, start: int, end: int) -> str | None:
    """The person who speaks there, else the organization that is no medium, else the medium."""
    named = [cast.players[anchor.id] for anchor in cast.sources if start <= anchor.first < end]
    return min(named, key=_rank).id if named else None


def _rank(player: Player) -> int:
    if player.group == "person":
        return 0
    if player.group == "organization":
        return 2 if player.kind == "media" else 1
    return 3


def _is_quotation(scene: Scene, start: int, end: int) -> bool:
    """Say whether a paragraph is direct speech: it begins with a dash or a quote, and has «, –» behind what is said."""
    marks = [word.text for word in scene.words[start:end]]
    ends = any(a in (",", "»,", '",') and b in ("–", "—", "-") for a, b in pairwise(marks))
    return bool(marks) and (marks[0] in ("–", "—", "-") or (marks[0] in '«"“„' and ends))
