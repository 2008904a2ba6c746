"""What is known of organizations: head words and kinds, legal forms, well-known bodies and companies."""

from pipeline.knowledge.organizations.heads import before_words, descriptive_words, head_kinds, head_words

__all__ = ["before_words", "descriptive_words", "head_kinds", "head_words"]
