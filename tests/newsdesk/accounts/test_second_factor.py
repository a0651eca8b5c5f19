"""Second factors: set up by their owner, asked for at the door, owed by some roles, taken off by a second person."""

from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from newsdesk.accounts import second_factor
from newsdesk.accounts.adapter import SecondFactors
from newsdesk.accounts.sealing import Seal
from newsdesk.models import SignIn
from people.models import Trail
from people.recording import Refused

from .entering import PASSWORD, SECRET, browser_of, code, give_app, log_in, somebody

pytestmark = pytest.mark.django_db
ACCOUNT, SECOND_STEP = "/admin/account/", "/admin/account/second-step/"
TYPES = Authenticator.Type


def acts(user):
    return list(
        Trail.objects.filter(kind="newsdesk.user", object_id=user.pk).order_by("pk").values_list("act", flat=True)
    )


def kinds(user):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


def prove(client):
    """The password again, as these pages ask for it."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def errors(answer, field="code"):
    return list(answer.context["form"].errors.get(field, []))


def test_an_app_is_set_up_and_then_asked_for(django_capture_on_commit_callbacks):
    user = somebody()
    client = browser_of(user)
    set_up = reverse("mfa_activate_totp")
    again = client.get(set_up)["Location"]
    assert again == f"{reverse('account_reauthenticate')}?next={quote(set_up, safe='')}"
    assert client.post(again, {"password": "wrong"}).context["form"].errors == {
        "password": ["This is not your password."]
    }
    assert client.post(again, {"password": PASSWORD, "next": set_up})["Location"] == set_up
    page = client.get(set_up)
    secret = page.context["form"].secret
    assert secret in page.content.decode() and "issuer=Newsdesk" in page.context["totp_url"]
    assert errors(client.post(set_up, {"code": "000000"})) != []
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(set_up, {"code": code(secret)})["Location"] == reverse("mfa_view_recovery_codes")
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert (len(codes), kinds(user)) == (10, ["recovery_codes", "totp"])
    assert acts(user) == ["second factor added", "recovery codes made"]
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored and codes[0] not in stored

    other = Client()
    assert log_in(other)["Location"] == SECOND_STEP
    assert other.get("/admin/").status_code == 302, "a password alone is half the way"
    assert errors(other.post(SECOND_STEP, {"code": code(secret, steps=40)})) == [
        "This code does not fit. Codes change every half minute; a recovery code works once."
    ]
    assert other.post(SECOND_STEP, {"code": code(secret, steps=1)})["Location"] == "/admin/"
    assert other.get("/admin/").status_code == 200


def test_a_code_and_a_recovery_code_work_once():
    user = somebody()
    give_app(user)
    first, second = Client(), Client()
    log_in(first)
    log_in(second)
    used = code()
    assert first.post(SECOND_STEP, {"code": used}).status_code == 302
    assert second.post(SECOND_STEP, {"code": used}).status_code == 200
    prove(first)
    first.post(reverse("mfa_generate_recovery_codes"))
    spare = first.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    assert second.post(SECOND_STEP, {"code": f"{spare[:4]} {spare[4:]}"}).status_code == 302
    assert first.get(ACCOUNT).context["codes_left"] == 9
    assert second_factor.codes_left(user) == 9
    third = Client()
    log_in(third)
    assert third.post(SECOND_STEP, {"code": spare}).status_code == 200


def test_guessing_codes_is_stopped():
    user = somebody()
    give_app(user)
    client = Client()
    log_in(client)
    answers = [errors(client.post(SECOND_STEP, {"code": f"00000{number}"})) for number in range(6)]
    assert [said[0].partition(".")[0] for said in answers] == ["This code does not fit"] * 5 + [
        "Too many wrong attempts"
    ]
    assert client.post(SECOND_STEP, {"code": code()}).status_code == 200


def test_the_door_begins_again_between_its_steps():
    give_app(somebody())
    somebody("asel")
    client = Client()
    log_in(client)
    assert client.get(reverse("admin:login")).status_code == 200
    assert log_in(client, "asel")["Location"] == "/admin/"
    assert Client().get(SECOND_STEP)["Location"] == reverse("admin:login")


def test_codes_are_shown_and_saved_only_after_the_password(django_capture_on_commit_callbacks):
    user = somebody()
    give_app(user)
    client = Client()
    log_in(client)
    client.post(SECOND_STEP, {"code": code()})
    for name in ("mfa_view_recovery_codes", "mfa_download_recovery_codes"):
        assert client.get(reverse(name)).status_code == 404, "none yet"
    prove(client)
    with django_capture_on_commit_callbacks(execute=True):
        made = client.post(reverse("mfa_generate_recovery_codes"))
    assert made["Location"] == reverse("mfa_view_recovery_codes")
    assert acts(user) == ["recovery codes made"]
    saved = client.get(reverse("mfa_download_recovery_codes"))
    assert len(saved.content.decode().split()) == 10
    assert saved["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    other = Client()
    log_in(other)
    other.post(SECOND_STEP, {"code": code(steps=1)})
    assert other.get(reverse("mfa_view_recovery_codes")).status_code == 302


@pytest.fixture
def roles_must(settings):
    settings.SECOND_FACTOR_ROLES = ["administrator"]


@pytest.mark.usefixtures("roles_must")
def test_whose_role_must_sees_only_the_account_until_there_is_one():
    user = somebody(role="administrator")
    client = browser_of(user)
    assert [client.get(path)["Location"] for path in ("/admin/", "/admin/newsdesk/user/")] == [ACCOUNT, ACCOUNT]
    assert client.post("/admin/newsdesk/user/add/", {"username": "forged"})["Location"] == ACCOUNT
    page = client.get(ACCOUNT).content.decode()
    assert "Your role needs a second factor" in page
    assert client.get(reverse("admin:password_change")).status_code == 200
    prove(client)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert client.get("/admin/").status_code == 200
    assert client.post(reverse("admin:logout")).status_code == 200


@pytest.mark.usefixtures("roles_must")
def test_which_roles_must():
    boss = somebody("boss", is_superuser=True)
    administrator = somebody("adm", role="administrator")
    editor = somebody("ed")
    assert [second_factor.must_have(user) for user in (boss, administrator, editor)] == [True, True, False]
    assert [second_factor.is_missing(user) for user in (boss, administrator, editor)] == [True, True, False]
    give_app(boss)
    assert not second_factor.is_missing(boss)


def test_superusers_must_only_with_the_administrators(settings, django_assert_num_queries):
    boss, editor = somebody("boss", is_superuser=True, role="administrator"), somebody("ed")
    settings.SECOND_FACTOR_ROLES = ["editor"]
    assert [second_factor.is_missing(user) for user in (boss, editor)] == [False, True]
    settings.SECOND_FACTOR_ROLES = []
    with django_assert_num_queries(0):
        assert not second_factor.is_missing(boss)


@pytest.mark.usefixtures("roles_must")
def test_the_last_one_of_such_a_role_stays():
    user = somebody(role="administrator")
    app = give_app(user)
    client = Client()
    log_in(client)
    client.post(SECOND_STEP, {"code": code()})
    prove(client)
    page = client.post(reverse("mfa_deactivate_totp"))
    assert page.context["form"].non_field_errors() == ["Your role needs a second factor: set up another one first."]
    assert not second_factor.may_go_without(app)
    key = Authenticator.objects.create(user=user, type=TYPES.WEBAUTHN, data={"name": "Key 1"})
    assert second_factor.may_go_without(app)
    assert SecondFactors().generate_authenticator_name(user, TYPES.WEBAUTHN) == "Key 2"
    assert [str(each) for each in second_factor.of(user).order_by("pk")] == ["TOTP Authenticator", "Key 1"]
    assert key.pk in [each.pk for each in client.get(ACCOUNT).context["keys"]]


def test_anybody_else_takes_off_their_own():
    user = somebody()
    give_app(user)
    client = Client()
    log_in(client)
    client.post(SECOND_STEP, {"code": code()})
    prove(client)
    assert client.post(reverse("mfa_deactivate_totp"))["Location"] == ACCOUNT
    assert (kinds(user), acts(user)) == ([], ["second factor removed"])
    assert log_in(Client())["Location"] == "/admin/"


def test_a_key_is_named_and_taken_off_by_its_owner_alone():
    user, other = somebody(), somebody("asel")
    key = Authenticator.objects.create(user=user, type=TYPES.WEBAUTHN, data={"name": "Key 1"})
    addresses = [reverse(name, args=[key.pk]) for name in ("mfa_edit_webauthn", "mfa_remove_webauthn")]
    stranger = browser_of(other)
    prove(stranger)
    assert [stranger.post(each, {"name": "mine"}).status_code for each in addresses] == [404, 404]
    client = Client()
    client.force_login(user)
    prove(client)
    assert client.post(addresses[0], {"name": "The blue one"}).status_code == 302
    assert "The blue one" in client.get(ACCOUNT).content.decode()
    assert client.get(addresses[1]).status_code == 200
    assert client.post(addresses[1])["Location"] == reverse("mfa_list_webauthn")
    assert client.get(reverse("mfa_list_webauthn"))["Location"] == ACCOUNT
    assert kinds(user) == []


def test_a_key_that_answers_nonsense_is_refused_in_words():
    user = somebody()
    give_app(user)
    client = Client()
    log_in(client)
    for nonsense in ("", "{}", "[]", "x", '{"id": 1}', '{"response": {"userHandle": null}}'):
        assert client.post(SECOND_STEP, {"credential": nonsense}).status_code == 200, nonsense
    member = Client()
    member.force_login(somebody("asel"))
    prove(member)
    for nonsense in ("", "{}", "[]", "x", '{"id": 1}'):
        assert member.post(reverse("mfa_add_webauthn"), {"credential": nonsense}).status_code == 200, nonsense


def test_a_second_person_takes_it_off():
    user, boss = somebody(), somebody("boss", role="administrator", first_name="Asel")
    give_app(user)
    client = Client()
    log_in(client)
    client.post(SECOND_STEP, {"code": code()})
    second_factor.take_off(user, by=boss, why="lost the phone")
    assert (kinds(user), SignIn.objects.filter(user=user).count()) == ([], 0)
    assert acts(user) == ["signed out everywhere", "second factor taken off"]
    answer = log_in(Client())
    assert answer["Location"] == "/admin/"
    told = [str(each) for each in get_messages(answer.wsgi_request)]
    assert [line.partition(" (")[0] for line in told] == [
        "Asel signed you out everywhere",
        "Asel took off your second factor",
    ]
    assert all(line.endswith("Reason: lost the phone.") for line in told)
    assert list(get_messages(log_in(Client()).wsgi_request)) == [], "said once"
    with pytest.raises(Refused, match="There is no second factor"):
        second_factor.take_off(user, by=boss, why="again")
    with pytest.raises(Refused, match="ask somebody else"):
        second_factor.take_off(boss, by=boss, why="mine")


def test_secrets_are_sealed_with_the_sites_key_and_opened_with_older_ones(settings, caplog):
    sealed = Seal().close(SECRET)
    assert SECRET not in sealed
    assert Seal().open(sealed) == SECRET
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 10
    assert Seal().open(sealed) == SECRET
    settings.SECRET_KEY_FALLBACKS = []
    assert Seal().open(sealed) != SECRET
    assert "sealed with another SECRET_KEY" in caplog.text


def test_with_another_key_the_way_in_stays_shut(settings, monkeypatch):
    give_app(somebody())
    monkeypatch.setattr(SecondFactors, "seal", Seal())
    settings.SECRET_KEY = "another" * 10
    client = Client()
    assert log_in(client)["Location"] == SECOND_STEP
    assert client.post(SECOND_STEP, {"code": code()}).status_code == 200
