"""Web pages: main text, title and date by trafilatura."""

import re
from dataclasses import dataclass
from typing import Any

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode
from pipeline.reading.header import parse_date
from pipeline.records import Article, Failure

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
CHARSET_WITHIN = 4_096


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read: finding its text takes long, so workers do it. `charset` is what the server said."""

    source: str
    data: bytes
    id: str | None = None
    url: str | None = None
    charset: str | None = None

    def article(self) -> Article | Failure:
        """Return the article on the page, or what is wrong with it."""
        try:
            return self._article()
        except ReadingError as error:
            return Failure(article=self.id, source=self.source, step="reading", error=str(error))

    def _article(self) -> Article:
        from trafilatura import bare_extraction  # slow to load, and needed for pages alone

        found: Any = bare_extraction(self._text(), url=self.url, with_metadata=True, include_comments=False)
        if found is None or not (found.text or "").strip():
            raise ReadingError("no article text on the page: give the text itself")
        published = parse_date(found.date) if found.date else None
        values = {"title": found.title, "text": found.text, "url": self.url or found.url, "source": found.sitename}
        return Article.model_validate(values | {"id": self.id, "published": published})

    def _text(self) -> str:
        declared = CHARSET.search(self.data[:CHARSET_WITHIN])
        for charset in (self.charset, declared[1].decode("ascii") if declared else None):
            try:
                if charset:
                    return self.data.decode(charset)
            except (LookupError, UnicodeDecodeError):
                continue  # servers and pages are often wrong about themselves
        return decode(self.data)
