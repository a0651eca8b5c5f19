"""Parts of a page that are the same for every reader and every page: rendered once a process and language, then kept.

`{% once %}…{% endonce %}` may hold words, drawings, addresses and the site's name and line: nothing of the database,
the day or the request.
"""

from django import template
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

KEPT: dict[tuple, SafeString] = {}


class OnceNode(template.Node):
    """Renders what it holds the first time in each language, for a site of that name."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        key = (self, get_language(), context.get("site_name"))
        if key not in KEPT:
            KEPT[key] = self.nodelist.render(context)
        return KEPT[key]


@register.tag
def once(parser, _token):
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodelist)


@receiver(setting_changed, dispatch_uid="forget-what-was-rendered-once")
def forget(**_named):
    """A test turned a setting: nothing that was rendered before stands."""
    KEPT.clear()
