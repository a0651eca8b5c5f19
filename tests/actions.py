"""Counts what a person does: one click or tap, one key or chord, or one field filled is one action."""

from pathlib import Path

from playwright.sync_api import Locator, Page


class Actions:
    """Does things on a page as a person would, and counts them. A target is a locator or a selector."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def click(self, target: Locator | str) -> None:
        self.count += 1
        self._found(target).click()

    def press(self, keys: str, target: Locator | str | None = None) -> None:
        """One key or chord, such as `Enter` or `Control+S`."""
        self.count += 1
        if target is None:
            self.page.keyboard.press(keys)
        else:
            self._found(target).press(keys)

    def fill(self, target: Locator | str, text: str) -> None:
        """One field, typed or pasted into, whatever the length."""
        self.count += 1
        self._found(target).fill(text)

    def type(self, text: str) -> None:
        """One field that has the focus already (a search box that opened by itself)."""
        self.count += 1
        self.page.keyboard.insert_text(text)

    def choose(self, target: Locator | str, label: str) -> None:
        """One entry of a plain select."""
        self.count += 1
        self._found(target).select_option(label=label)

    def upload(self, target: Locator | str, file: Path) -> None:
        self.count += 1
        self._found(target).set_input_files(file)

    def _found(self, target: Locator | str) -> Locator:
        return self.page.locator(target) if isinstance(target, str) else target
