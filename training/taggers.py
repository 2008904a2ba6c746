"""The taggers that are measured: texts → names found, as (start, end, label) in characters."""

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from pipeline.finding.tagger import Tagger
from pipeline.language.sentences import sentence_starts
from pipeline.language.tokenizer import Extent, token_extents

Found = tuple[int, int, str]
Tag = Callable[[list[str]], list[list[Found]]]


def our_tagger(weights: Path | None) -> Tag:
    """Return our tagger, with the shipped weights or those of a file."""
    tagger = Tagger(weights) if weights else Tagger.load()

    def tag(texts: list[str]) -> list[list[Found]]:
        cut = [sentences(text) for text in texts]
        words = [[[text[a:b] for a, b in s] for s in d] for text, d in zip(texts, cut, strict=True)]
        tagged = [spans for start in range(0, len(words), 32) for spans in tagger.batch(words[start : start + 32])]
        return [
            [(s[x.first][0], s[x.last - 1][1], x.label) for s, spans in zip(d, found, strict=True) for x in spans]
            for d, found in zip(cut, tagged, strict=True)
        ]

    return tag


def sentences(text: str) -> list[list[Extent]]:
    """Return the extents of a text's tokens, sentence by sentence."""
    extents = token_extents(text)
    starts = [start for start, _ in extents]
    cuts = sorted({0, *(bisect_left(starts, start) for start in sentence_starts(text)), len(starts)})
    return [extents[first:last] for first, last in pairwise(cuts)]


def stock_tagger() -> Tag:
    """Return slovnet's tagger with natasha's weights, as natasha runs it."""
    from navec import Navec
    from slovnet import NER

    import pipeline.finding.tagger.embedding as embedding

    folder = embedding.package_data()
    ner = NER.load(folder / "model/slovnet_ner_news_v1.tar")
    ner.navec(Navec.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    labels = {"ORG": "organization", "LOC": "location", "PER": "person"}

    def tag(texts: list[str]) -> list[list[Found]]:
        return [[(span.start, span.stop, labels[span.type]) for span in ner(text).spans] for text in texts]

    return tag
