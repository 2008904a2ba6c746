"""What is known of organizations: head words and kinds, legal forms, well-known bodies and companies."""

from pipeline.knowledge.organizations.heads import (
    anywhere_kinds,
    before_words,
    descriptive_words,
    divisions,
    feminine_abbreviations,
    head_kinds,
    head_words,
    local_adjectives,
)
from pipeline.knowledge.organizations.known import (
    ANY_COUNTRY,
    KnownOrganization,
    known_organizations,
    organization_key,
)
from pipeline.knowledge.organizations.legal_forms import Core, LegalForm, core, form_before, legal_forms

__all__ = [
    "ANY_COUNTRY",
    "Core",
    "KnownOrganization",
    "LegalForm",
    "anywhere_kinds",
    "before_words",
    "core",
    "descriptive_words",
    "divisions",
    "feminine_abbreviations",
    "form_before",
    "head_kinds",
    "head_words",
    "known_organizations",
    "legal_forms",
    "local_adjectives",
    "organization_key",
]
