"""spaCy component `svodka_names`: the tagger's organizations, locations and people in `doc.spans["names"]`."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.finding.annotations import annotate
from pipeline.finding.lexicon_names import LexiconNames, with_lexicon
from pipeline.finding.mentions import NameMention
from pipeline.finding.tagger import TaggedSpan, Tagger
from pipeline.knowledge.lexicon import Lexicon
from pipeline.language.sentences import Sentences
from pipeline.settings import TaggerName


class Names:
    """Finds names; works alone in any spaCy pipeline (sentences are set where none are)."""

    def __init__(self, lexicon: Lexicon | None = None, tagger: str = "full") -> None:
        self._tagger = Tagger.load(tagger)
        self._own = LexiconNames(lexicon) if lexicon is not None else None

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Tag a stream of documents in batches; the order stays."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            ready = [doc if doc.has_annotation("SENT_START") else Sentences()(doc) for doc in batch]
            tokens = [_tokens(doc) for doc in ready]
            words = [_words(doc, sentences) for doc, sentences in zip(ready, tokens, strict=True)]
            for doc, sentences, spans in zip(ready, tokens, self._tagger.batch(words), strict=True):
                found = _mentions(doc, sentences, spans)
                annotate(doc, "names", with_lexicon(found, self._own.mentions(doc)) if self._own else found, "NAME")
                yield doc


def _tokens(doc: Doc) -> list[list[int]]:
    sentences = ([token.i for token in sentence if not token.is_space] for sentence in doc.sents)
    return [sentence for sentence in sentences if sentence]


def _words(doc: Doc, sentences: list[list[int]]) -> list[list[str]]:
    return [[doc[i].text for i in sentence] for sentence in sentences]


def _mentions(doc: Doc, sentences: list[list[int]], spans: list[list[TaggedSpan]]) -> Iterator[NameMention]:
    for indices, found in zip(sentences, spans, strict=True):
        for span in found:
            last = doc[indices[span.last - 1]]
            start, end = doc[indices[span.first]].idx, last.idx + len(last)
            yield NameMention(start, end, span.label, span.confidence)


@Language.factory("svodka_names", assigns=["doc.spans"], default_config={"lexicon": None, "tagger": "full"})
def create_names(nlp: Language, name: str, lexicon: str | None, tagger: TaggerName) -> Names:
    """Make the names component; `lexicon` is the path of the user's TOML or CSV file."""
    return Names(Lexicon.load(lexicon) if lexicon else None, tagger)
