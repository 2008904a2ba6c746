"""ReadingOptions: what a reader is told about its input."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from pipeline.errors import SettingsError

#: Our fields, and the names that tables and JSON give them unless told otherwise; `date` is the Lenta.ru archive's.
FIELDS = {
    "id": ("id",),
    "title": ("title",),
    "text": ("text",),
    "published": ("published", "date"),
    "url": ("url",),
    "source": ("source",),
}


def _names_are_known(fields: Mapping[str, str]) -> Mapping[str, str]:
    for name in fields:
        if name not in FIELDS:
            raise SettingsError(f"unknown field {name!r}: use one of {', '.join(FIELDS)}")
    return fields


class ReadingOptions(BaseModel):
    """How to read an input, and where to stop.

    `fields` maps a field of ours (id, title, text, published, url, source) to its name in the input, where that
    differs; `encoding` is a codec's name that replaces recognition. `max_article_bytes` bounds one article (a file, a
    line, a member of an archive), `max_ratio` how many times larger than its packed form an archive may get: together
    they stop decompression bombs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fields: Annotated[Mapping[str, str], AfterValidator(_names_are_known)] = Field(default_factory=dict)
    encoding: str | None = None
    max_article_bytes: int = Field(default=32 * 2**20, ge=1)
    max_ratio: float = Field(default=200, gt=1)

    def names(self, field: str) -> tuple[str, ...]:
        """The names that our field may have in the input; the first that is there counts."""
        return (self.fields[field],) if field in self.fields else FIELDS[field]
