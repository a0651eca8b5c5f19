"""The same pages, byte by byte, from the desk that was backed up and from the one that was restored."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.urls import reverse

from newsdesk.backup import place as places
from newsdesk.backup.making import back_up
from newsdesk.backup.restoring import CannotRestore, restore
from newsdesk.models import User
from people import disclosure
from tests.newsdesk.leaks.addresses import every_address
from tests.newsdesk.leaks.desk import NOW, build
from tests.newsdesk.leaks.worlds import crawl, differences, frozen

from .places import quiet


@contextmanager
def reading(place, settings):
    """Every page comes from that place."""
    name, pictures = connection.settings_dict["NAME"], settings.MEDIA_ROOT
    connection.close()
    connection.settings_dict["NAME"], settings.MEDIA_ROOT = place.database["NAME"], str(place.pictures)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], settings.MEDIA_ROOT = name, pictures


@pytest.mark.django_db(transaction=True)
def test_the_restored_desk_gives_the_same_pages(there, tmp_path, settings):
    settings.VAR_DIR = tmp_path
    with frozen(NOW):
        build()
        addresses = every_address(reverse)
        before = crawl(addresses)
    file = back_up(places.here(), tmp_path / "one.tar", quiet()).file
    User.objects.create_user("afterwards")
    restore(there, file, quiet())
    with reading(there, settings):
        with frozen(NOW):
            assert differences(before, crawl(addresses)) == {}
        assert disclosure.check_all() == []
        assert not User.objects.filter(username="afterwards").exists()
    assert len(before) > 100
    with pytest.raises(CannotRestore, match="There is a desk here already"):
        restore(there, file, quiet())
