"""A name with the page it leads to."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Link:
    """`url` is "" where there is no page to lead to: then the name is printed plain."""

    name: str
    url: str

    @property
    def label(self):
        """As the way to a page (`components/crumbs.html`) calls it."""
        return self.name


def link_to(page) -> Link | None:
    """A person or an organisation; one without a released page by name alone."""
    return Link(page.name, address_of(page)) if page else None


def address_of(page) -> str:
    """The address of a person or organisation that has a page, else ""."""
    return reverse(f"people:{page._meta.model_name}", args=[page.slug]) if page.is_public else ""


def meeting_address(slug) -> str:
    return reverse("people:meeting", args=[slug])
