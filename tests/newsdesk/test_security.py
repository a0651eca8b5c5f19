"""What protects browser and site on every answer: headers, cookies, hosts, names of files, where answers may lead."""

import io
import json
import re

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Drawing

from articles import uploading
from tests.newsdesk.test_settings import manage

pytestmark = pytest.mark.django_db
FOREIGN = ["//evil.example/", "https://evil.example/", "\\\\evil.example", "javascript:alert(1)", "///evil.example"]
ASK = """
import json
from django.conf import settings
from django.core.management import call_command
from django.test import Client
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
call_command("migrate", verbosity=0)
client = Client(headers={"host": "desk.example", "x-forwarded-proto": "https"})
answer = client.get("/admin/login/", follow=True)
cookies = {name: {"secure": bool(c["secure"]), "http": bool(c["httponly"]), "same": c["samesite"]}
           for name, c in client.cookies.items()}
print(json.dumps({"headers": dict(answer.headers), "cookies": cookies}))
"""


@pytest.mark.parametrize(
    "address", ["/", "/people/", "/search/?q=x", "/feed/", "/nothing/", "/admin/login/", "/robots.txt"]
)
def test_every_answer_says_what_a_browser_may_do(address):
    headers = Client().get(address, follow=True).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for directive in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert directive in policy
    assert "form-action 'self'" in policy
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")
    assert (headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"]) == ("same-origin", "same-origin")


def test_a_form_from_elsewhere_is_refused_in_the_look_of_the_site():
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"login": "ada", "password": "x"}, follow=True)
    assert answer.status_code == 403
    assert "<h1>The form was not taken</h1>" in answer.content.decode()
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_readers_get_no_cookie():
    client = Client()
    for address in ("/", "/people/", "/search/?q=x", "/nothing/"):
        client.get(address)
    assert dict(client.cookies) == {}


def test_over_https_cookies_are_secure_and_the_browser_stays_with_https(tmp_path):
    """In a process of its own, since these settings are read once."""
    ended = manage(tmp_path, "shell", "-v0", "-c", ASK, HTTPS="yes", ALLOWED_HOSTS="desk.example")
    answer = json.loads(ended.stdout)
    assert "csrftoken" in answer["cookies"]
    assert all(each == {"secure": True, "http": True, "same": "Lax"} for each in answer["cookies"].values())
    assert answer["headers"]["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "[::1", "a b", ""]
)
def test_a_host_that_is_not_ours_is_refused(host):
    answer = Client(raise_request_exception=False).get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@pytest.mark.parametrize("name", ["../../evil.jpg", "evil.php", "a\x00.png", "图" * 200 + ".jpg", "con.jpg"])
def test_nothing_of_an_uploaded_name_becomes_a_path(name, staff):
    data = io.BytesIO()
    Drawing.new("RGB", (40, 30), hash(name) % 0xFFFFFF).save(data, "PNG")
    received = uploading.receive(SimpleUploadedFile(name, data.getvalue(), "image/png"))
    image, _is_new = uploading.upload(received, by=staff("editor"), alt="Square")
    assert re.fullmatch(r"originals/[0-9a-f]+\.png", str(image.file))
    assert default_storage.exists(str(image.file))


@pytest.mark.parametrize("target", FOREIGN)
def test_no_answer_leads_away_from_the_site(target, client_of, client):
    for address in ("/", "/people/", "/search/", reverse("admin:login"), "/articles/nothing/", "//evil.example/people"):
        for name in ("next", "url", "return", "q"):
            answer = client.get(address, {name: target})
            assert "evil" not in answer.headers.get("Location", "").partition("?")[0]
    answer = client_of("editor").get(reverse("admin:login"), {"next": target})
    assert "evil" not in answer.headers.get("Location", "")
