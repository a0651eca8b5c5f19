from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NewsdeskConfig(AppConfig):
    name = "newsdesk"

    def ready(self):
        autodiscover_modules("search.receivers", "accounts.receivers")
