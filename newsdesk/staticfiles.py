"""Static files as readers get them: hashed, compressed, and each stylesheet's @imports joined into one file."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class JoinedStorage(CompressedManifestStaticFilesStorage):
    """Collects strictly: a file that names another one that is not there stops the build."""
