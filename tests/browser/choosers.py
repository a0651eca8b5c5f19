"""The admin's choosers as keys reach them."""


def ready(page) -> None:
    """Wait until the chooser just opened takes keys: it moves the focus a moment after the click."""
    page.locator(".select2-container--open .select2-search__field:focus").wait_for()
