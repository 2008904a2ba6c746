"""Groups of mentions → organization records."""

from collections.abc import Sequence

from pipeline.knowledge.lexicon import Lexicon
from pipeline.knowledge.organizations import head_kinds, organization_key
from pipeline.records import Organization
from pipeline.resolving.abbreviations import looks_abbreviated
from pipeline.resolving.appearance import Appearance, aliases, records
from pipeline.resolving.organization_country import organization_country
from pipeline.resolving.organization_kind import organization_kind
from pipeline.resolving.organization_knowledge import Knowledge
from pipeline.resolving.user_names import entry_of


def organization_records(
    groups: Sequence[Sequence[Appearance]], knowledge: Knowledge, lexicon: Lexicon | None
) -> tuple[Organization, ...]:
    """Write the records org1, org2 … in the order of first mentions."""
    return tuple(_record(number, group, knowledge, lexicon) for number, group in enumerate(groups, start=1))


def _record(
    number: int, group: Sequence[Appearance], knowledge: Knowledge, lexicon: Lexicon | None
) -> Organization:
    entry = entry_of(group, lexicon)
    name = entry.name if entry else _name(group)
    kind = (entry.kind if entry else None) or organization_kind(group)
    country = (entry.country if entry else None) or organization_country(group, kind, knowledge)
    form = next((a.legal_form.form for a in group if a.legal_form), None)
    return Organization(
        id=f"org{number}", name=name, kind=kind, legal_form=form, country=country,  # type: ignore[arg-type]
        aliases=aliases(group, name), mentions=records(group),
    )  # fmt: skip


def _name(group: Sequence[Appearance]) -> str:
    """Take the first name that is neither an abbreviation nor a bare head word («маслихат»)."""
    names = [appearance.name for appearance in group]
    full = [name for name in names if not looks_abbreviated(name)] or names
    return next((name for name in full if organization_key(name) not in head_kinds()), full[0])
