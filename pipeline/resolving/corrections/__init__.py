"""The tagger's mentions, corrected by rule before they are read.

A rule takes the text and the mentions, and returns the mentions; RULES stand in the order in which they are applied:
spans made whole, what is no name, labels, names put together, spans parted and cut, types of places, what was missed.
"""

from collections.abc import Callable, Sequence

from pipeline.finding.mentions import NameMention
from pipeline.resolving.corrections import added, cutting, joining, no_names, parting, relabelling, spelling, typed

Correction = Callable[[str, Sequence[NameMention]], list[NameMention]]

RULES: tuple[Correction, ...] = (
    spelling.over_apostrophes, spelling.over_marks, spelling.numbered_sites, no_names.held_by_countries,
    no_names.without_common_words, no_names.without_lone_nouns, relabelling.places_after_types, relabelling.known_names,
    relabelling.state_bodies, relabelling.unions_as_places, joining.adjectives_and_head, joining.towns_of_firms,
    joining.bodies_of_places, joining.longer_places, joining.branches, parting.place_and_firm, parting.body_and_head,
    parting.ends_of_route,
    cutting.units, cutting.local_adjectives, cutting.descriptive_words, cutting.words_behind, parting.body_and_owner,
    typed.regions,
    typed.districts, added.seats, added.ministries,
)  # fmt: skip


def corrected(
    text: str, mentions: Sequence[NameMention], is_own: Callable[[str], bool] = lambda _: False
) -> list[NameMention]:
    """Return the mentions, corrected, in the order of the text; names that `is_own` knows (the user's) stay."""
    own = [mention for mention in mentions if is_own(text[mention.start : mention.end])]
    rest: list[NameMention] = [mention for mention in mentions if mention not in own]
    for rule in RULES:
        rest = rule(text, rest)
    kept = [mention for mention in rest if not any(o.start < mention.end and mention.start < o.end for o in own)]
    return sorted({*own, *kept}, key=lambda mention: (mention.start, mention.end))
