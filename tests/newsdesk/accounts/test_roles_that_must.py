"""Which roles must have a second factor, as another process reads the settings."""

import os
import subprocess
import sys

import pytest

from tests.newsdesk.test_settings import ROOT


@pytest.mark.parametrize(
    ("variables", "roles"),
    [
        ({}, ["administrator"]),
        ({"DEMO": "yes"}, []),
        ({"SECOND_FACTOR_ROLES": "nobody"}, []),
        ({"SECOND_FACTOR_ROLES": "editor, administrator"}, ["editor", "administrator"]),
    ],
    ids=["a real desk", "the demonstration", "nobody", "named"],
)
def test_roles_that_must(variables, roles, tmp_path):
    surroundings = {key: value for key, value in os.environ.items() if key not in {"DEMO", "SECOND_FACTOR_ROLES"}}
    ended = subprocess.run(
        [sys.executable, "-c", "from newsdesk import settings; print(settings.SECOND_FACTOR_ROLES)"],
        cwd=ROOT,
        env=surroundings | {"VAR_DIR": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == f"{roles}\n"
