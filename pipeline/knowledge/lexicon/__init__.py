"""The user's own names: a TOML or CSV file, checked on load, used to tag and to resolve.

TOML, one table a name; `kind` is one of the record's kinds and says with `type` what the thing is:

    [[name]]
    name = "Сарыарка Металл"            # the nominative, shown in records
    aliases = ["СМ", "Saryarka Metal"]  # other spellings, optional
    type = "organization"               # organization (default), location or person
    kind = "company"                    # optional
    country = "KZ"                      # ISO 3166-1 alpha-2, optional
    identifiers = ["БИН 050140001234"]  # optional

CSV has the same columns; several aliases or identifiers in one cell are separated by «|».
"""

from pipeline.knowledge.lexicon.entry import LexiconEntry
from pipeline.knowledge.lexicon.lexicon import Lexicon

__all__ = ["Lexicon", "LexiconEntry"]
