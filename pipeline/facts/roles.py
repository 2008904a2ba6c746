"""The role of a mention in its sentence, read from the words around it: subject, genitive, after which preposition."""

from itertools import pairwise

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.knowledge.statements import statement_words

#: Words of speech so near a name make it the source.
_SPEECH_REACH = 3
_JOINTS = frozenset({"и", ",", "или"})
_OPENING = frozenset({"«", '"', "“", "„", "("})


def role(scene: Scene, anchor: Anchor) -> str:
    """Return how a mention is built in: behind which preposition, behind a noun, as the subject, or otherwise."""
    words = scene.words
    start = scene.sentence(anchor.first)[0]
    index = anchor.first - 1
    while index >= start and words[index].text in _OPENING:
        index -= 1
    if index < start:
        return "subject" if _can_be_nominative(scene, anchor) else "other"
    before = words[index]
    if before.pos == "PREP":
        return before.lower
    if before.is_noun and index not in scene.mask:
        return _beside_noun(scene, anchor, index)
    return "subject" if _can_be_nominative(scene, anchor) else "other"


def _beside_noun(scene: Scene, anchor: Anchor, index: int) -> str:
    """A name behind a noun: «компания X» is the noun's name, «прибыль банка X» depends on it."""
    words = scene.words
    preposition = next((words[i] for i in (index - 1, index - 2) if i >= 0 and words[i].pos == "PREP"), None)
    kind = f"after {preposition.lower} noun" if preposition else "behind noun"
    return f"{kind} {'nominative' if _can_be_nominative(scene, anchor) else 'oblique'}"


def _can_be_nominative(scene: Scene, anchor: Anchor) -> bool:
    """Say whether the head may stand in the nominative: names that do not inflect may."""
    heads = [scene.words[i] for i in range(anchor.first, anchor.last) if not scene.words[i].is_mark]
    nouns = [word for word in heads if word.is_noun and word.cases] or heads
    return not nouns or not nouns[0].cases or "nomn" in nouns[0].cases


def is_source(scene: Scene, anchor: Anchor) -> bool:
    """Say whether a mention is named as the source of what is said: «сообщает X», «по данным X»."""
    words, (start, end) = scene.words, scene.sentence(anchor.first)
    low, high = max(start, anchor.first - _SPEECH_REACH), min(end, anchor.last + _SPEECH_REACH)
    near = [words[i].lemma for i in range(low, anchor.first)]
    pairs = {f"{a} {b}" for a, b in pairwise(near)}
    if pairs & statement_words("sources"):
        return True
    clause, speech = scene.clauses[anchor.first], statement_words("speech")
    return any(words[i].lemma in speech and scene.clauses[i] == clause for i in range(low, high))


def row_of(scene: Scene, anchor: Anchor) -> str:
    """Say whether a mention is the first of a row of names («X и Y выпустили»), a later one, or stands alone."""
    words, mask = scene.words, scene.mask
    before = anchor.first > 1 and words[anchor.first - 1].lower in _JOINTS and mask.get(anchor.first - 2)
    behind = anchor.last + 1 < len(words) and words[anchor.last].lower in _JOINTS and mask.get(anchor.last + 1)
    if before == anchor.group:
        return "later in a row"
    return "first in a row" if behind == anchor.group else "alone"
