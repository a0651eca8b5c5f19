"""Rows of the desk that nobody types: verbs write them, their pages show them."""


class ReadOnlyMixin:
    """For an admin before `DeskAdmin`: nothing is added, changed or deleted by a form."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
