"""Language tags in HTML."""

from people.pages.language import tag_of

__all__ = ["tag_of"]
