import pytest

from people.names import script


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Qin Gang", "Latn"),
        ("Жээнбек Кулубаев", "Cyrl"),
        ("秦刚", "Hans"),
        ("შორენა", "Geor"),
        ("Ἀθήνα", "Grek"),
        ("محمد", "Arab"),
        ("Qin 秦", "Latn"),
        ("秦 Ж", "Hans"),
        ("2023 🎉", "Zyyy"),
        ("ᚠᚢ", "Zyyy"),
        ("", "Zyyy"),
    ],
)
def test_script(text, code):
    assert script(text) == code
