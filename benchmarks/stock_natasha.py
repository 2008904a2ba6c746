"""Stock natasha as a yardstick: segmentation, morphology, syntax, names, normal forms, dates and money.

natasha 1.6 stands on pymorphy2, which asks for `pkg_resources` and `inspect.getargspec`; Pythons from 3.11 on have
neither by themselves. Both are put in place here, for the benchmark alone; natasha's own code runs unchanged.
"""

import inspect
import sys
import types
from importlib.metadata import entry_points
from typing import Any


def make_importable() -> None:
    """Give pymorphy2 the two names that it misses."""

    class WorkingSet:
        def iter_entry_points(self, group: str) -> list[Any]:
            return list(entry_points(group=group))

    module = types.ModuleType("pkg_resources")
    module.WorkingSet = WorkingSet  # type: ignore[attr-defined]
    sys.modules.setdefault("pkg_resources", module)
    if not hasattr(inspect, "getargspec"):
        inspect.getargspec = lambda function: inspect.getfullargspec(function)[:4]  # type: ignore[attr-defined]


class StockNatasha:
    """All of natasha's models, as its README uses them."""

    def __init__(self) -> None:
        make_importable()
        import natasha

        self._natasha = natasha
        embedding = natasha.NewsEmbedding()
        self._segmenter, self._vocabulary = natasha.Segmenter(), natasha.MorphVocab()
        self._morphology = natasha.NewsMorphTagger(embedding)
        self._syntax = natasha.NewsSyntaxParser(embedding)
        self._names = natasha.NewsNERTagger(embedding)
        self._dates = natasha.DatesExtractor(self._vocabulary)
        self._money = natasha.MoneyExtractor(self._vocabulary)

    def __call__(self, text: str) -> tuple[Any, list[Any], list[Any]]:
        """Return the document, its dates and its money."""
        doc = self._natasha.Doc(text)
        doc.segment(self._segmenter)
        doc.tag_morph(self._morphology)
        doc.parse_syntax(self._syntax)
        doc.tag_ner(self._names)
        for span in doc.spans:
            span.normalize(self._vocabulary)
        return doc, list(self._dates(text)), list(self._money(text))
