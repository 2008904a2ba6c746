"""Mentions of one thing put together: a union-find over appearances."""

from collections.abc import Iterable, Sequence

from pipeline.resolving.appearance import Appearance


class Groups:
    """Appearances in groups that can be joined; each group is kept under its first appearance."""

    def __init__(self, appearances: Sequence[Appearance]) -> None:
        self.appearances = appearances
        self._parent = list(range(len(appearances)))

    def find(self, index: int) -> int:
        """Return the representative of an appearance's group: its first appearance."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, first: int, second: int) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(first), self.find(second)))
        self._parent[high] = low

    def heads(self) -> list[int]:
        """Return the representatives in the order of the text."""
        return [index for index in range(len(self.appearances)) if self.find(index) == index]

    def members(self, head: int) -> list[Appearance]:
        """Return the appearances of a group in the order of the text."""
        return [a for index, a in enumerate(self.appearances) if self.find(index) == head]

    def all(self) -> list[list[Appearance]]:
        """Return all groups in the order of their first appearance."""
        groups: dict[int, list[Appearance]] = {}
        for index, appearance in enumerate(self.appearances):
            groups.setdefault(self.find(index), []).append(appearance)
        return list(groups.values())

    def join_equal(self, keys: Iterable[str | None]) -> None:
        """Join the appearances that have the same key; None joins nothing."""
        first: dict[str, int] = {}
        for index, key in enumerate(keys):
            if key:
                self.join(first.setdefault(key, index), index)
