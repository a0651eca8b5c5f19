"""What `/healthz` says: whether the parts that a desk stands on do. No figure, no name, no reason: only which part."""

import logging
import os
import shutil
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from newsdesk import worker_sign

logger = logging.getLogger(__name__)
LEAST_ROOM = 500_000_000  # bytes left on the disk


def database() -> bool:
    """It answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations() -> bool:
    """The database is as this version wants it."""
    return wanted() <= set(MigrationRecorder(connection).applied_migrations())


@cache
def wanted() -> frozenset[tuple[str, str]]:
    """Every migration of this version; read once a process."""
    return frozenset(MigrationLoader(None).graph.nodes)


def worker() -> bool:
    """It gave a sign of life within the last minute."""
    return worker_sign.is_heard()


def disk() -> bool:
    """It can be written to and has room."""
    state = os.statvfs(settings.VAR_DIR)
    return not state.f_flag & os.ST_RDONLY and shutil.disk_usage(settings.VAR_DIR).free >= LEAST_ROOM


PARTS: tuple[Callable[[], bool], ...] = (database, migrations, worker, disk)


def report() -> tuple[bool, str]:
    """Whether all is well, and one line for each part."""
    states = {part.__name__: _stands(part) for part in PARTS}
    lines = (f"{name}: {'ok' if stands else 'not ok'}\n" for name, stands in states.items())
    return all(states.values()), "".join(lines)


def _stands(part: Callable[[], bool]) -> bool:
    try:
        return part()
    except (Error, OSError):
        logger.exception("%s cannot be asked", part.__name__)
        return False
