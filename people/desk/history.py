"""The history of a row on the desk: its trail, instead of Django's log."""

from people.models import Trail

SHOWN = 200


class TrailHistoryMixin:
    """The page «History» shows who did what, when and why, the newest first."""

    def history_view(self, request, object_id, extra_context=None):
        rows = Trail.objects.none()
        if object_id.isascii() and object_id.isdecimal() and len(object_id) < 19:
            rows = Trail.objects.filter(kind=self.opts.label_lower, object_id=object_id).select_related("by")
        return super().history_view(request, object_id, {"trail": rows[:SHOWN], **(extra_context or {})})

    def log_addition(self, request, obj, message):
        """The trail tells more than Django's log: one history, not two."""

    log_change = log_addition

    def log_deletions(self, request, queryset):
        """As above."""
