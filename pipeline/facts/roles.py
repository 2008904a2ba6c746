"""The role of a mention in its sentence, read from the words around it: subject, genitive, after which preposition."""

from functools import cache
from itertools import pairwise

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.facts.words import Word
from pipeline.knowledge.statements import statement_words
from pipeline.language.morphology import parses

#: Words of speech so near a name make it the source; a person's position and its body may stand between.
_SPEECH_REACH = 3
_SPEECH_REACH_OF_PEOPLE = 10
_MARKS = frozenset({",", ";", ":", "–", "—", "("})
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
    reach = _SPEECH_REACH_OF_PEOPLE if anchor.group == "person" else _SPEECH_REACH
    low, high = max(start, anchor.first - reach), min(end, anchor.last + _SPEECH_REACH)
    near = [word.lemma for word in words[low:high]]
    sources = statement_words("sources")
    if any(f"{a} {b}" in sources for a, b in pairwise(near[: anchor.first - low])):
        return True
    speech = _speech(anchor.group)
    if speech.isdisjoint(near):
        return False
    clause = scene.clauses[anchor.first]
    return any(lemma in speech and scene.clauses[low + place] == clause for place, lemma in enumerate(near))


@cache
def _speech(group: str) -> frozenset[str]:
    """The lemmas that make a name of a group the source."""
    return statement_words("speech") | (statement_words("speech_of_people") if group == "person" else frozenset())


def company_of(scene: Scene, anchor: Anchor) -> str:
    """Say in what company a mention stands: aside, first or later in a row, the only one of its sentence, or alone."""
    aside = _aside(scene, anchor)
    if aside:
        return aside
    row = _row(scene, anchor)
    return "sole" if row == "alone" and _is_sole(scene, anchor) else row


def _is_sole(scene: Scene, anchor: Anchor) -> bool:
    return all(other.id == anchor.id for other in scene.entities_between(*scene.sentence(anchor.first)))


def _aside(scene: Scene, anchor: Anchor) -> str:
    """Whether it stands in brackets or in a relative clause: «X, управляемый Y», «X, оператор которого – Y»."""
    if scene.in_brackets[anchor.first]:
        return "brackets"
    words, index, start = scene.words, anchor.first - 1, scene.sentence(anchor.first)[0]
    while index >= start and words[index].text not in _MARKS:
        if words[index].lemma == "который" or (words[index - 1].text == "," and _is_participle(words[index])):
            return "relative"
        index -= 1
    return ""


def _is_participle(word: Word) -> bool:
    return word.is_adjective and any(parse.pos == "PRTF" for parse in parses(word.text))


def _row(scene: Scene, anchor: Anchor) -> str:
    """Whether it is the first of a row of names («X и Y выпустили»), a later one, or stands alone."""
    words, mask = scene.words, scene.mask
    before = anchor.first > 1 and words[anchor.first - 1].lower in _JOINTS and mask.get(anchor.first - 2)
    behind = anchor.last + 1 < len(words) and words[anchor.last].lower in _JOINTS and mask.get(anchor.last + 1)
    if before == anchor.group:
        return "later in a row"
    return "first in a row" if behind == anchor.group else "alone"
