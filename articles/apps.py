from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self):
        autodiscover_modules("receivers")
