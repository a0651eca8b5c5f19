"""What is done to a picture of the library: its place forgotten, or another one used instead."""

from django.utils.translation import gettext_lazy as _

from articles import duplicates, place_removal
from people.desk.acts import Act, WhyOptionalForm


def _describer(user, image):
    return user.has_perm("articles.change_image")


REMOVE_PLACE = Act(
    name="remove-place",
    label=_("Remove the place from the original file"),
    says=_(
        "Coordinates and names of places go out of the file we keep, and whatever else it hides. Its credit, "
        "copyright, caption and day stay, the pixels as they are. Readers never got any of it. It cannot be undone."
    ),
    done=_("The original of «%(row)s» says nothing of its place any more."),
    do=place_removal.remove_place,
    may=_describer,
    is_offered=place_removal.is_offered,
    form=WhyOptionalForm,
    is_dangerous=True,
)
USE_KNOWN = Act(
    name="use-known",
    label=_("Use the one we have"),
    says=_("This picture leaves the library again; the one that it looks like stays, with its words and its rights."),
    done=_("«%(row)s» is removed: this is the one we have."),
    do=duplicates.use_known,
    may=_describer,
    is_offered=lambda image: duplicates.like_of(image) is not None,
    form=WhyOptionalForm,
)

LIBRARY_ACTS = (USE_KNOWN, REMOVE_PLACE)
