"""The theme's part in which indicator a quantity states: the noun whose amount it is, and the genitive behind it."""

from collections.abc import Iterator

from pipeline.facts.model import OF_VECTOR
from pipeline.facts.view import View
from pipeline.knowledge.indicators import Trigger, triggers_in


def of_theme(view: View) -> Iterator[str]:
    """The noun whose amount is stated, and the genitive behind it."""
    words, theme, dimension = view.scene.words, view.theme, view.quantity.dimension
    yield f"theme {theme.source}|{dimension}"
    for head in dict.fromkeys((*theme.heads[:1], *theme.heads[-1:])):
        yield f"theme={words[head].lemma}"
        yield f"theme={words[head].lemma}|{dimension}"
        yield f"theme{OF_VECTOR}{words[head].lower}"
        if head and words[head - 1].is_adjective:
            yield f"theme={words[head - 1].lemma} {words[head].lemma}"
        behind = head + 1
        if behind < len(words) and behind not in view.scene.mask and words[behind].is_noun:
            yield f"theme of={words[behind].lemma}"
            yield f"theme of{OF_VECTOR}{words[behind].lower}"


def theme_triggers(view: View) -> Iterator[tuple[Trigger, str]]:
    """Triggers that begin at the theme, or at the word before it («чистая прибыль»)."""
    for head in dict.fromkeys((*view.theme.heads[:1], *view.theme.heads[-1:])):
        place = min(head, 1)
        found = triggers_in(view.lemmas(range(head - place, min(head + 3, len(view.scene.words)))))
        pairs = [trigger for trigger in found[0] if len(trigger.lemmas) > 1] if place else []
        yield from ((trigger, view.theme.source) for trigger in (*found[place], *pairs))
