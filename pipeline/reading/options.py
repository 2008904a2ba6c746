"""ReadingOptions: what a reader is told about its input."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from pipeline.errors import SettingsError

FIELDS = ("id", "title", "text", "published", "url", "source")


def _names_are_known(fields: Mapping[str, str]) -> Mapping[str, str]:
    for name in fields:
        if name not in FIELDS:
            raise SettingsError(f"unknown field {name!r}: use one of {', '.join(FIELDS)}")
    return fields


class ReadingOptions(BaseModel):
    """How to read an input.

    `fields` maps a field of ours (id, title, text, published, url, source) to its name in the input, where that
    differs; `encoding` is a codec's name that replaces recognition.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Annotated[Mapping[str, str], AfterValidator(_names_are_known)] = Field(default_factory=dict)
    encoding: str | None = None

    def field(self, name: str) -> str:
        """The name in the input of our field `name`."""
        return self.fields.get(name, name)
