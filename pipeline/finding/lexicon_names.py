"""The user's own names in a text, in any case: «у Сарыарка Металла» for the lexicon's «Сарыарка Металл»."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.lexicon import Lexicon
from pipeline.knowledge.organizations import organization_key
from pipeline.language.inflection.words import readings
from pipeline.language.tokenizer import blank

#: Marks that names contain or leave out at will.
_PASSED_OVER = frozenset("«»\"„“”-–—")
_CERTAIN = 1.0


class LexiconNames:
    """Finds the names of a lexicon. A word matches in any of its forms, an abbreviation in capitals alone."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._whole: dict[str, str] = {}
        tokenizer = blank()
        for entry in lexicon.entries:
            for name in entry.names:
                words = tuple(token.text for token in tokenizer(name) if token.text not in _PASSED_OVER)
                self._whole[organization_key(name)] = entry.type
                if words:
                    self._by_first[organization_key(words[0])].append((words, entry.type))
        for listed in self._by_first.values():
            listed.sort(key=lambda item: -len(item[0]))

    def mentions(self, doc: Doc) -> Iterator[NameMention]:
        """Yield the mentions of a Doc, the longest name at each place."""
        tokens, index = [token for token in doc if token.text not in _PASSED_OVER], 0
        while index < len(tokens):
            length, label = self._match(tokens, index)
            if length:
                last = tokens[index + length - 1]
                yield NameMention(tokens[index].idx, last.idx + len(last), label, _CERTAIN)
            index += max(length, 1)

    def _match(self, tokens: Sequence[Token], index: int) -> tuple[int, str]:
        if "-" in tokens[index].text:  # «Сарыарка-Металл» is one token
            label = next((self._whole[form] for form in _forms(tokens[index].text) if form in self._whole), "")
            if label:
                return 1, label
        for first in _forms(tokens[index].text):
            for words, label in self._by_first.get(first, ()):
                window = tokens[index : index + len(words)]
                if len(window) == len(words) and all(map(_is_form_of, window, words)):
                    return len(words), label
        return 0, ""


def _is_form_of(token: Token, word: str) -> bool:
    if word.isupper() or not word[0].isalpha():
        return token.text == word or (not word.isascii() and token.text.startswith(word) and word in _bare(token.text))
    return token.text[0].isupper() >= word[0].isupper() and organization_key(word) in _forms(token.text)


def _bare(form: str) -> frozenset[str]:
    return frozenset(reading.nominative for reading in readings(form))


@lru_cache(maxsize=10_000)
def _forms(form: str) -> frozenset[str]:
    """Return the keys of what a form can be a case of, itself among them."""
    return frozenset({organization_key(form), *(organization_key(r.nominative) for r in readings(form))})


def with_lexicon(found: Iterable[NameMention], own: Iterable[NameMention]) -> Iterator[NameMention]:
    """Yield the tagger's mentions and the lexicon's; of overlapping ones a longer one of the same label, else ours."""
    tagged, own = list(found), list(own)
    kept = [mention for mention in tagged if not any(_overlap(mention, other) for other in own)]
    for mention in own:
        wider = [t for t in tagged if t.label == mention.label and _contains(t, mention)]
        kept.append(replace(wider[0], confidence=_CERTAIN) if wider else mention)
    return iter(sorted(set(kept), key=lambda mention: (mention.start, mention.end)))


def _overlap(one: NameMention, other: NameMention) -> bool:
    return one.start < other.end and other.start < one.end


def _contains(wide: NameMention, narrow: NameMention) -> bool:
    return wide.start <= narrow.start and narrow.end <= wide.end
