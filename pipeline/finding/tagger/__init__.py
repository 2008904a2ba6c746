"""The mention tagger: which tokens name an organization, a location or a person. A network of our own in plain numpy;
its weights and their model card lie in pipeline/finding/data, what trains them in training/tagger."""

from pipeline.finding.tagger.spans import TaggedSpan
from pipeline.finding.tagger.tagger import TAGGERS, Tagger

__all__ = ["TAGGERS", "TaggedSpan", "Tagger"]
