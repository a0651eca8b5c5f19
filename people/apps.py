from django.apps import AppConfig
from django.urls import register_converter
from django.utils.module_loading import autodiscover_modules

from people.converters import UnicodeSlugConverter


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self):
        register_converter(UnicodeSlugConverter, "uslug")
        autodiscover_modules("counting")
