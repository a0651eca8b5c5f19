"""Our regular expressions against text made to hold them up (ReDoS)."""

import json
import pkgutil
import re
import subprocess
import sys
from importlib import import_module

PACKAGES = ("people", "articles", "newsdesk")
HOLDS_UP = 60  # seconds: a pattern that backtracks without end needs years, all the sane ones together a few
# Runs of what patterns repeat, each with an end that fits nothing; read by a process that may be held up.
CHASE = """
import json, re, sys
runs = ["a", "1", " ", "-", ".", "a.", "a ", "a-", "1.", "1/", "<", "<b ", "&", '"', "(", "我", "。", "а", "\\n", "\\t"]
for number, (pattern, flags) in enumerate(json.load(sys.stdin)):
    print(number, flush=True)
    pattern = re.compile(pattern, flags)
    for text in (run * (1_500 // len(run)) + end for run in runs for end in ("", "!", "\\x00", "X1 ", "<")):
        pattern.search(text), pattern.match(text), pattern.fullmatch(text)
"""


def ours() -> dict[tuple[str, int], str]:
    """Pattern and flags of every compiled expression in a module or class of ours -> where it stands."""
    found = {}
    for package in map(import_module, PACKAGES):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations." not in info.name and not info.name.endswith(("wsgi", "__main__")):
                for name, value in vars(import_module(info.name)).items():
                    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                        found.setdefault((value.pattern, value.flags), f"{info.name}.{name}")
    return found


def held_up(patterns: list[tuple[str, int]], seconds: float) -> tuple[str, int] | None:
    """The first pattern over which a process is still busy after so many seconds."""
    try:
        subprocess.run(
            [sys.executable, "-c", CHASE],
            input=json.dumps(patterns),
            text=True,
            check=True,
            timeout=seconds,
            stdout=subprocess.PIPE,
        )
    except subprocess.TimeoutExpired as expired:
        return patterns[int(expired.stdout.split()[-1])]
    return None


def test_no_pattern_of_ours_is_held_up():
    patterns = ours()
    assert len(patterns) > 20
    assert held_up(list(patterns), HOLDS_UP) is None, patterns


def test_one_that_would_be_is_found():
    assert held_up([("a+", 0), (r"(a+)+\Z", 0), ("b", 0)], 2) == (r"(a+)+\Z", 0)
