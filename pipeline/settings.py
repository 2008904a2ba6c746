"""All settings in one class; each can be set by an environment variable `SVODKA_…` as well (SVODKA_KEEP_TEXT=false)."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

TaggerName = Literal["full", "clean"]


class Settings(BaseSettings):
    """Settings of a run. Immutable: a run has one set of them, and the journal of a batch keeps their fingerprint."""

    model_config = SettingsConfigDict(env_prefix="SVODKA_", frozen=True, extra="forbid")

    keep_text: bool = Field(default=True, description="keep the article's text in the record (offsets index it)")
    tagger: TaggerName = Field(
        default="full", description="what finds names: learned from all corpora, or (clean) from data under MIT alone"
    )
    lexicon: Path | None = Field(default=None, description="a TOML or CSV file with the user's own names")
    batch_size: int = Field(default=16, ge=1, description="how many articles go through the tagger at once")
    max_characters: int = Field(
        default=1_000_000, ge=1, description="articles longer than this become failure records (code points)"
    )
    languages: tuple[str, ...] = Field(
        default=("ru",), description="languages of articles to extract (ISO 639-1); others are passed over; empty: all"
    )
    seconds_per_article: float = Field(default=60, gt=0, description="an article that takes longer fails (batch)")
    duplicate_similarity: float = Field(
        default=0.7, gt=0, le=1, description="articles that share so much of their text are reprints (batch)"
    )
    max_article_bytes: int = Field(default=32 * 2**20, ge=1, description="larger inputs of one article are not read")
    max_ratio: float = Field(default=200, gt=1, description="archives that unpack to more times their size are cut")
