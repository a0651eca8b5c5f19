"""Static files as readers get them: each stylesheet joined with its imports, then hashed and compressed."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from newsdesk import stylesheets


class JoinedStorage(CompressedManifestStaticFilesStorage):
    """Collects strictly: a file that names another one that is not there stops the build."""

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        yield from super().post_process(paths if dry_run else with_joined(paths), dry_run=dry_run, **options)


def with_joined(paths: dict[str, tuple[Storage, str]]) -> dict[str, tuple[Storage, str]]:
    """The same files to collect, those stylesheets that import others now read from memory, joined."""
    kept = InMemoryStorage()

    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    joined = {}
    for name in paths:
        if name.endswith(".css") and stylesheets.has_imports(read(name)):
            kept.save(name, ContentFile(stylesheets.join(name, read).encode()))
            joined[name] = (kept, name)
    return paths | joined
