"""Articles, pictures and what articles are filed under, on the desk."""

from articles.admin import article, filing, image, scheduled_act

__all__ = ["article", "filing", "image", "scheduled_act"]
