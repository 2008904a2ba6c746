"""One name of the user's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One name of the user's: `kind` and `country` None where the file does not say."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str = "organization"
    kind: str | None = None
    country: str | None = None
    identifiers: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)
