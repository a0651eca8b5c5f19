"""One browser in which somebody is signed in: Django's session, with a row that can be listed and ended."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _


class SignInManager(BaseSessionManager):
    """As Django's, made by a queryset of ours."""


class SignInQuerySet(models.QuerySet):
    def open(self):
        """Those that still let somebody in, the last used first."""
        return self.filter(user__isnull=False, expire_date__gt=timezone.now()).order_by("-last_seen", "session_key")


class SignIn(AbstractBaseSession):
    """A session. `browser` and `system` are words out of its User-Agent; where from is not kept.

    Without a user it belongs to somebody on the way in. The key is as good as a password: pages name a row by its
    `handle`, which opens nothing.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sign_ins")
    browser = models.CharField(max_length=40, blank=True)
    system = models.CharField(max_length=40, blank=True)
    first_seen = models.DateTimeField(default=timezone.now)
    last_seen = models.DateTimeField(default=timezone.now)

    objects = SignInManager.from_queryset(SignInQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "sign-in"
        verbose_name_plural = "sign-ins"

    @classmethod
    def get_session_store_class(cls):
        return import_string(f"{settings.SESSION_ENGINE}.SessionStore")

    @property
    def handle(self) -> str:
        return salted_hmac("newsdesk.sign-in", self.session_key).hexdigest()[:20]

    def has_handle(self, handle: str) -> bool:
        return constant_time_compare(self.handle, handle)

    @property
    def device(self) -> str:
        """What it was, in words."""
        if self.browser and self.system:
            return _("%(browser)s on %(system)s") % {"browser": self.browser, "system": self.system}
        return self.browser or self.system or _("Unknown browser")
