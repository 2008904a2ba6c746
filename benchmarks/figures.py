"""Figures: what a measured run of a batch tells."""

from dataclasses import dataclass

#: The caches of words fill: what a long run does in a second shows after so many articles.
WARM = 500
EVERY = 100


@dataclass(frozen=True)
class Figures:
    """What a run printed, and its largest memory in MB: the resident pages of the process tree, those that processes
    share counted for each of them.

    `times` are those of the first article, then of every hundredth; `workers_cpu` and `own_cpu` the processor seconds
    of the workers, and of the process that reads and writes, at these moments.
    """

    seconds: float
    writing: float
    done: int
    resumed_at: int
    times: list[float]
    workers_cpu: list[float]
    own_cpu: list[float]
    peak_mb: float = 0

    @property
    def rate(self) -> float:
        """Articles a second of the warm part."""
        return 1 / _each(self.times)

    @property
    def worker_ms(self) -> float:
        """Milliseconds of the workers' processor time an article, in the warm part."""
        return 1000 * _each(self.workers_cpu)

    @property
    def own_ms(self) -> float:
        """The same of the process that reads and writes."""
        return 1000 * _each(self.own_cpu)


def _each(values: list[float]) -> float:
    """What one article adds in the warm part."""
    warm = values[WARM // EVERY :]
    return (warm[-1] - warm[0]) / (EVERY * (len(warm) - 1))
