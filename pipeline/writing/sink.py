"""Sink: where records go. One module a format implements it.

A sink is durable block by block: what was written before a commit is there whatever happens; what came after it is
taken back by `restore`, and written again by a run that resumes.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from pipeline.records import Failure

#: What a sink has to know of its last commit, as JSON.
State = dict[str, int]


@dataclass(frozen=True, slots=True)
class Written:
    """A record to write: the article's place in the input (from 0), its id, the record as one line of JSON (UTF-8)."""

    number: int
    id: str
    json: bytes


class Sink(ABC):
    """Takes records one after another, in the order of the input."""

    #: A commit falls after every so many articles of the input: the same blocks on every run give the same bytes.
    block: ClassVar[int] = 128

    @abstractmethod
    def write(self, record: Written) -> None:
        """Take one record. Raises OSError."""

    @abstractmethod
    def commit(self) -> State:
        """Make everything durable. Raises OSError."""

    def fail(self, number: int, failure: Failure) -> None:  # noqa: B027 (most forms keep no failures)
        """Take the failure of the article with this number in the input."""

    def mend(self, number: int) -> None:  # noqa: B027
        """Forget the failure of an article: it is tried again."""

    def restore(self, done: int, state: State) -> None:  # noqa: B027
        """Take back what was written after the commit with this state, when `done` articles of the input were done.

        Raises SvodkaError where there is output that no journal knows of.
        """

    def close(self) -> None:  # noqa: B027
        """Let go of files. What was not committed may be lost."""

    def clear(self) -> None:  # noqa: B027
        """Remove all that this sink ever wrote."""
