from django.apps import AppConfig
from django.urls import register_converter

from people.converters import UnicodeSlugConverter


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self):
        register_converter(UnicodeSlugConverter, "uslug")
