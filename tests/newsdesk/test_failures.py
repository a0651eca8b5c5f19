"""A full disk, a read-only one, a lost database: sentences, and nothing that was typed is lost."""

import io

import pytest
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection, transaction

from articles.models import Article
from newsdesk import failures, views
from newsdesk.failures import Field, cause_of, typed_in

WORDS = "What Dana said in Oskemen, at length, and nobody else wrote down. " * 3


def raised(error: Exception, source: Exception | None = None) -> Exception:
    error.__cause__ = source
    return error


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OperationalError("database or disk is full"), "full"),
        (OperationalError('could not extend file "base/1": No space left on device'), "full"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(122, "Disk quota exceeded"), "full"),
        (OperationalError("attempt to write a readonly database"), "read-only"),
        (OperationalError("cannot execute UPDATE in a read-only transaction"), "read-only"),
        (OSError(30, "Read-only file system"), "read-only"),
        (InternalError("cannot execute SELECT FOR KEY SHARE in a read-only transaction"), "read-only"),
        (InternalError("current transaction is aborted"), ""),
        (OperationalError("database is locked"), "busy"),
        (OperationalError("canceling statement due to lock timeout"), "busy"),
        (OperationalError("unable to open database file"), "away"),
        (InterfaceError("connection already closed"), "away"),
        (raised(DatabaseError("x"), OSError(28, "full")), "full"),
        (OSError(2, "No such file"), ""),
        (ValueError("disk is full"), ""),
        (None, ""),
    ],
)
def test_what_failed_underneath(error, cause):
    assert cause_of(error) == cause
    assert not cause or str(failures.SENTENCES[cause]).endswith(".")


def test_what_was_typed(rf):
    sent = {"headline": "Short", "body": WORDS, "tags": ["1", "2"], "note": "a\nb", "picture": io.BytesIO(b"x")}
    typed = typed_in(rf.post("/admin/x/?a=1", sent))
    assert typed.fields == (
        Field("headline", "Short", False),
        Field("body", WORDS, True),
        *(Field("tags", key, False) for key in "12"),
        Field("note", "a\nb", True),
    )
    assert (typed.had_files, typed.address, typed.fields[0].label) == (True, "/admin/x/?a=1", "Headline")


@pytest.mark.parametrize("name", ["password", "new_password1", "code", "device-code", "recovery_secret", "otp_token"])
def test_a_secret_is_not_shown_again(rf, name):
    assert typed_in(rf.post("/admin/x/", {name: "x", "other": "y"})) is None
    assert typed_in(rf.post("/admin/x/", {"iso_code": "KZ"})) is not None


def test_what_cannot_be_read_is_not_shown(rf, settings):
    assert typed_in(rf.get("/admin/x/?a=1")) is None
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    assert typed_in(rf.post("/admin/x/", {"body": WORDS})) is None


def test_a_failure_without_a_cause_is_ours(rf, django_assert_num_queries):
    answer = views.failed(rf.get("/"))
    assert (answer.status_code, answer.headers.get("Retry-After")) == (500, None)
    assert "The fault is ours" in answer.content.decode()


@pytest.fixture
def desk(client_of):
    client = client_of("editor")
    client.raise_request_exception = False
    return client


def article_form(**words) -> dict:
    empty = (
        "short_headline",
        "standfirst",
        "dateline",
        "day",
        "section",
        "lead_image",
        "lead_caption",
        "source_credit",
    )
    typed = {"language": "en", "base": "", "headline": "Talks", "body": f"<p>{WORDS}</p>"}
    return dict.fromkeys([*empty, "source_credit"], "") | typed | words


@pytest.fixture
def full(db):
    """A database that takes no page more, as on a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's disk cannot be filled here")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        used = cursor.fetchone()[0]
        cursor.execute("PRAGMA max_page_count")
        before = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={used}")
        yield
        cursor.execute(f"PRAGMA max_page_count={before}")


@pytest.mark.django_db
def test_on_a_full_disk_a_form_gives_back_what_was_typed_and_saves_nothing(desk, full):
    body = f"<p>{WORDS * 400}</p>"
    answer = desk.post("/admin/articles/article/add/", article_form(body=body))
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert "The disk is full." in page
    assert "Nothing was saved" in page
    assert f'<textarea class="input" name="body" rows="6">\n&lt;p&gt;{WORDS * 400}&lt;/p&gt;</textarea>' in page
    assert '<input type="hidden" name="headline" value="Talks">' in page
    assert '<form class="typed" method="post" action="/admin/articles/article/add/">' in page
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_on_a_full_disk_readers_go_on_reading(client, full):
    assert client.get("/people/").status_code == 200


@pytest.mark.django_db
def test_once_there_is_room_the_same_form_is_saved(desk):
    assert desk.post("/admin/articles/article/add/", article_form()).status_code == 302
    assert Article.objects.count() == 1


@pytest.fixture
def read_only(db):
    """A database that nobody can write to, until the test is over."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET TRANSACTION READ ONLY")  # rolled back with the savepoint
            yield
        else:
            cursor.execute("PRAGMA query_only = 1")
            yield
            cursor.execute("PRAGMA query_only = 0")
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_on_a_read_only_disk_a_form_gives_back_what_was_typed(desk, read_only):
    answer = desk.post("/admin/people/organisation/add/", {"name": WORDS, "kind": "country"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "The disk can only be read from at the moment." in page
    assert WORDS in page


@pytest.fixture
def lost(db, monkeypatch):
    """Every statement fails, as when the server is gone."""

    def gone(*args, **kwargs):
        raise OperationalError("server closed the connection unexpectedly")

    with connection.execute_wrapper(gone):
        yield


@pytest.mark.django_db
def test_without_a_database_every_page_is_a_sentence(client, lost):
    client.raise_request_exception = False
    for address in ("/", "/people/", "/articles/anything/", "/search/?q=x", "/feed/", "/admin/", "/nothing/"):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code in (302, 404, 503), address
        if answer.status_code == 503:
            assert "Not answering just now" in page
            assert "server closed" not in page
    assert client.get("/people/").status_code == 503


@pytest.mark.django_db
def test_the_log_in_does_not_say_the_password_again(client, lost):
    client.raise_request_exception = False
    answer = client.post("/admin/login/", {"username": "mira", "password": "a-long-way-to-oskemen"})
    assert answer.status_code in (503, 405)
    assert "a-long-way" not in answer.content.decode()


@pytest.mark.django_db
def test_a_reader_s_post_is_not_echoed(rf):
    answer = views.failed(rf.post("/search/", {"q": WORDS}))
    assert WORDS not in answer.content.decode()
