"""Language tags in HTML."""


def tag_of(language: str) -> str:
    """`zh-Hans` for `zh-hans`, `en` for `en`."""
    code, _hyphen, script = language.partition("-")
    return f"{code}-{script.title()}" if script else code
