"""The work of a worker: extraction. The models are loaded when a worker asks for the work, not on import."""

from collections.abc import Sequence

from pipeline.batch.outcome import Item, Outcome, Work, outcome_of
from pipeline.settings import Settings


def extraction(settings: Settings) -> Work:
    """Load the models and return the function that turns articles into outcomes."""
    from pipeline.extractor import Extractor  # spaCy and the models load in the workers alone

    extractor = Extractor(settings)

    def work(items: Sequence[Item]) -> list[Outcome]:
        return [outcome_of(result) for result in extractor.pipe(items)]

    return work
