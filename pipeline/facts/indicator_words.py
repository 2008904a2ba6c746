"""The words around a quantity that tell which indicator it states, by stretch and nearness; the sentence's frame."""

from collections.abc import Iterator

from pipeline.facts.model import OF_VECTOR
from pipeline.facts.parts import Part
from pipeline.facts.view import View

NEAR = 3
BETWEEN = 6


def of_words(view: View) -> Iterator[Part]:
    """The content words of the sentence and of the lead."""
    scene, first, last = view.scene, view.anchor.first, view.anchor.last
    words, dimension = scene.words, view.quantity.dimension
    for i in scene.content_in(view.near_left):
        yield _beside, "left", first - i <= BETWEEN, words[i].lemma, words[i].lower, dimension
    for i in scene.content_in(view.near_right):
        yield _beside, "right", i - last < NEAR, words[i].lemma, words[i].lower, dimension
    for name, span in (("further left", view.far_left), ("lead", view.setting.lead)):
        for i in scene.content_in(span):
            yield _farther, name, words[i].lemma, words[i].lower


def of_frame(view: View) -> Iterator[Part]:
    """The preposition before the number, the nearest verb and the nearest nouns."""
    words, first, setting, mask = view.scene.words, view.anchor.first, view.setting, view.scene.mask
    if first > setting.start:
        yield _word_before, words[first - 1].lower
    verb = next((words[i].lemma for i in reversed(setting.finite) if i < first), None)
    yield _verb, verb, view.quantity.dimension
    noun = next((i for i in reversed(range(setting.start, first)) if words[i].is_noun and i not in mask), None)
    if noun is not None:
        yield _noun, words[noun].lemma, view.quantity.dimension
    behind = next((i for i in view.near_right if words[i].is_noun and i not in mask), None)
    if behind is not None:
        yield _noun_behind, words[behind].lemma


def _beside(side: str, close: bool, lemma: str, form: str, dimension: str) -> Iterator[str]:
    yield f"{side}={lemma}"
    yield f"{side}{OF_VECTOR}{form}"
    yield f"clause={lemma}|{dimension}"
    if close:
        yield f"close {side}={lemma}"
        yield f"close {side}{OF_VECTOR}{form}"


def _farther(stretch: str, lemma: str, form: str) -> Iterator[str]:
    yield f"{stretch}={lemma}"
    yield f"{stretch}{OF_VECTOR}{form}"


def _word_before(form: str) -> Iterator[str]:
    yield f"word before={form}"


def _verb(lemma: str | None, dimension: str) -> Iterator[str]:
    yield f"verb={lemma}"
    yield f"verb={lemma}|{dimension}"


def _noun(lemma: str, dimension: str) -> Iterator[str]:
    yield f"noun={lemma}"
    yield f"noun={lemma}|{dimension}"


def _noun_behind(lemma: str) -> Iterator[str]:
    yield f"noun behind={lemma}"
