"""Which name of the user's lexicon a mention is: by its spelling, or by an identifier behind it in the text."""

from collections.abc import Sequence

from pipeline.knowledge.lexicon import Lexicon, LexiconEntry
from pipeline.resolving.appearance import Appearance

#: So many characters after a name its identifier may stand.
_REACH = 40


def listed_entry(appearance: Appearance, lexicon: Lexicon | None, type_: str = "organization") -> LexiconEntry | None:
    """Return the lexicon's entry of a mention, None where it is not listed."""
    if lexicon is None:
        return None
    entry = lexicon.find(appearance.name, type_) or lexicon.find(appearance.text, type_)
    if entry is not None:
        return entry
    end = appearance.mention.end
    entry = lexicon.find_identifier(appearance.before.around.text[end : end + _REACH])
    return entry if entry is not None and entry.type == type_ else None


def entry_of(
    group: Sequence[Appearance], lexicon: Lexicon | None, type_: str = "organization"
) -> LexiconEntry | None:
    """Return the entry of a group of mentions, the first that one of them has."""
    found = (listed_entry(appearance, lexicon, type_) for appearance in group)
    return next((entry for entry in found if entry is not None), None)
