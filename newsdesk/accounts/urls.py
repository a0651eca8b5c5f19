"""Addresses under /admin/account/. Those of allauth keep its names, by which its own views find each other."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path
from django.views.generic import RedirectView

from newsdesk.accounts.factor_forms import AddKeyForm, CodeForm, PasswordAgainForm, SetUpAppForm, UseKeyForm
from newsdesk.accounts.views import (
    NewPasswordView,
    account,
    in_the_desks_frame,
    on_the_desk,
    sign_out_one,
    sign_out_others,
)

password_again = ReauthenticateView.as_view(form_class=PasswordAgainForm)
set_up_app = totp.ActivateTOTPView.as_view(form_class=SetUpAppForm)
add_key = keys.AddWebAuthnView.as_view(form_class=AddKeyForm)
second_step = AuthenticateView.as_view(form_class=CodeForm, webauthn_form_class=UseKeyForm)

urlpatterns = [
    path("", on_the_desk(account), name="mfa_index"),
    path("sign-out/", on_the_desk(sign_out_one), name="sign_out_one"),
    path("sign-out-others/", on_the_desk(sign_out_others), name="sign_out_others"),
    path("password-again/", on_the_desk(password_again), name="account_reauthenticate"),
    path("app/", on_the_desk(set_up_app), name="mfa_activate_totp"),
    path("app/off/", on_the_desk(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("codes/", on_the_desk(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("codes/new/", on_the_desk(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("codes/download/", on_the_desk(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("keys/", on_the_desk(RedirectView.as_view(pattern_name="mfa_index")), name="mfa_list_webauthn"),
    path("keys/add/", on_the_desk(add_key), name="mfa_add_webauthn"),
    path("keys/<int:pk>/name/", on_the_desk(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path("keys/<int:pk>/off/", on_the_desk(keys.remove_webauthn), name="mfa_remove_webauthn"),
    # For whoever is not in yet: the second step of the log-in, and a link of one use
    path("second-step/", in_the_desks_frame(second_step), name="mfa_authenticate"),
    path("new-password/<uidb64>/<token>/", in_the_desks_frame(NewPasswordView.as_view()), name="new_password"),
]
