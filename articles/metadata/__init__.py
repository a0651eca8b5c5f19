"""What a picture file says of itself (IPTC, XMP, EXIF), and the same file without its place. Pure."""

from articles.metadata.placeless import NotUnderstood, without_place
from articles.metadata.reading import read
from articles.metadata.said import Said

__all__ = ["NotUnderstood", "Said", "read", "without_place"]
