"""The exception tree. Every error that a user can cause is one of these; its message names the place and the way out.

SvodkaError
├── ReadingError        an input cannot be read as an article
├── RecordError         a record file breaks the contract of records.py
├── GoldError           a gold file breaks a rule of the gold format
├── LexiconError        a user's lexicon file is wrong
├── SettingsError       settings that contradict one another or name what does not exist
└── ExtractionError     a step failed on one article; the run goes on
"""


class SvodkaError(Exception):
    """Base of all errors that this package raises on purpose."""


class ReadingError(SvodkaError):
    """An input cannot be read as an article."""


class RecordError(SvodkaError):
    """A record file breaks the contract of `pipeline.records`."""


class GoldError(SvodkaError):
    """A gold file breaks a rule of the gold format."""


class LexiconError(SvodkaError):
    """A user's lexicon file is wrong."""


class SettingsError(SvodkaError):
    """Settings contradict one another or name what does not exist."""


class ExtractionError(SvodkaError):
    """A step failed on one article.

    `article_id` names the article, `step` the component (`svodka_dates` …), and the cause is chained.
    """

    def __init__(self, article_id: str, step: str, reason: str) -> None:
        super().__init__(f"{article_id}: step {step} failed: {reason}")
        self.article_id, self.step, self.reason = article_id, step, reason

    def __reduce__(self) -> tuple[type["ExtractionError"], tuple[str, str, str]]:
        # Exceptions are rebuilt from their arguments when a worker sends them to its parent.
        return type(self), (self.article_id, self.step, self.reason)
