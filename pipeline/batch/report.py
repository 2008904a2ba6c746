"""Report: what a run did."""

from collections import Counter
from dataclasses import dataclass, field

LANGUAGE_STEP = "language"
REPRINT_STEP = "reprint"
#: Steps whose rows in failures.jsonl say that an article was passed over, which is no failure.
PASSED_OVER = {
    LANGUAGE_STEP: "passed over: in another language",
    REPRINT_STEP: "passed over: reprints",
}


@dataclass(slots=True)
class Report:
    """Counts (articles, failed, reprints …, organizations, dates …) of a run and of those that it goes on from.

    `done` articles of the input are done, `resumed_at` of them before this run; `read` bytes of the input are.
    """

    counts: Counter[str] = field(default_factory=Counter)
    resumed_at: int = 0
    done: int = 0
    read: int = 0
