"""Who is in a picture, on the picture's own screen: chosen with post and organisation, each line saved alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import library
from articles.forms.depicted import PersonInPictureForm
from articles.models import Depiction, Image
from people.desk.choosers import is_key
from people.recording import Refused


class DepictedMixin:
    """Three small acts, each a POST of its own that leads back to the picture."""

    def get_urls(self):
        views = {"depict": self.depict_view, "portrait": self.portrait_view, "undepict": self.undepict_view}
        patterns = [
            path(f"<int:key>/people/{name}/", self.admin_site.admin_view(view), name=f"articles_image_{name}")
            for name, view in views.items()
        ]
        return [*patterns, *super().get_urls()]

    @method_decorator(require_POST)
    def depict_view(self, request, key):
        image = self._image(request, key, "articles.add_depiction")
        form = PersonInPictureForm(request.POST)
        if not form.is_valid():
            return self._back(request, image, refused=_("Choose a person first."))
        depiction = Depiction(image=image, **form.cleaned_data)
        return self._kept(request, depiction, _("%s is in this picture.") % depiction.person)

    @method_decorator(require_POST)
    def portrait_view(self, request, key):
        depiction = self._depiction(request, key, "articles.change_depiction")
        depiction.is_portrait = not depiction.is_portrait
        says = _("This is the portrait of %s.") if depiction.is_portrait else _("This is not the portrait of %s.")
        return self._kept(request, depiction, says % depiction.person)

    @method_decorator(require_POST)
    def undepict_view(self, request, key):
        depiction = self._depiction(request, key, "articles.delete_depiction")
        image, person = depiction.image, depiction.person
        library.undepict(depiction, by=request.user)
        return self._back(request, image, done=_("%s is not in this picture.") % person)

    def _kept(self, request, depiction, done):
        try:
            library.depict(depiction, by=request.user)
        except ValidationError as error:
            return self._back(request, depiction.image, refused=" ".join(error.messages))
        except Refused as refusal:
            return self._back(request, depiction.image, refused=str(refusal))
        return self._back(request, depiction.image, done=done)

    def _image(self, request, key, permission):
        if not request.user.has_perm(permission):
            raise PermissionDenied
        image = Image.objects.filter(pk=key).first() if is_key(key) else None
        if image is None:
            raise Http404
        return image

    def _depiction(self, request, key, permission):
        image, chosen = self._image(request, key, permission), request.POST.get("depiction", "")
        rows = image.depictions.select_related("person", "image")
        depiction = rows.filter(pk=chosen).first() if is_key(chosen) else None
        if depiction is None:
            raise Http404
        return depiction

    def _back(self, request, image, *, done="", refused=""):
        messages.success(request, done) if done else messages.error(request, refused)
        return HttpResponseRedirect(f"{self.change_address(image)}#people-in-picture")
