"""Settings of Newsdesk: one file; a deployment differs by environment variables alone (docs/settings.md)."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from django_prose_editor.config import html_tags

from newsdesk import desk_file, environment

BASE_DIR = Path(__file__).resolve().parent.parent
# Everything the program writes: database, pictures, secret key, collected static files.
VAR_DIR = environment.folder("VAR_DIR", BASE_DIR / "var")
environment.take_desk(VAR_DIR / desk_file.FILE)  # what `manage.py start_desk` wrote down
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

# What kind of site this is

DEBUG = environment.boolean("DEBUG", False)
DEMO = environment.boolean("DEMO", False)  # invented content: local hosts only, never indexed
HTTPS = environment.boolean("HTTPS", False)
SECRET_KEY = environment.secret("SECRET_KEY", VAR_DIR / "secret_key")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", ",".join(LOCAL_HOSTS), only=LOCAL_HOSTS if DEMO else None)

# What the newsroom decides

LANGUAGES = [("en", _("English")), ("ru", _("Russian")), ("kk", _("Kazakh")), ("zh-hans", _("Chinese"))]
SITE_NAME = environment.text("SITE_NAME", "Newsdesk")
SITE_TAGLINE = environment.text("SITE_TAGLINE", "Who met whom, and what was reported")
LANGUAGE_CODE = environment.choice("SITE_LANGUAGE", "en", [code for code, _name in LANGUAGES])
# What articles are written in; the first is proposed.
SITE_LANGUAGES = environment.choices("SITE_LANGUAGES", ",".join(code for code, _n in LANGUAGES), [*dict(LANGUAGES)])
TIME_ZONE = environment.zone("TIME_ZONE", "Asia/Almaty")  # of the site: its days and moments
USE_TZ = True
FORMAT_MODULE_PATH = ["newsdesk.formats"]
# An office held without an end is «current» only if somebody confirmed it within so many months.
UNCONFIRMED_AFTER_MONTHS = environment.number("UNCONFIRMED_AFTER_MONTHS", 18, least=1, most=120)
# Scheduled acts run with the first request after their moment, too, not by the worker alone.
RUN_DUE_ON_REQUEST = environment.boolean("RUN_DUE_ON_REQUEST", True)

# Limits: a form refuses more with a sentence

BODY_LIMIT = environment.number(
    "BODY_LIMIT", 2_000_000, least=10_000, most=4_000_000
)  # characters of an article's body
PICTURE_BYTES_LIMIT = environment.number("PICTURE_BYTES_LIMIT", 20_000_000, least=100_000)
PICTURE_PIXELS_LIMIT = environment.number("PICTURE_PIXELS_LIMIT", 60_000_000, least=1_000_000)
IMPORT_BYTES_LIMIT = environment.number("IMPORT_BYTES_LIMIT", 20_000_000, least=10_000)  # of each file of an import
IMPORT_ROWS_LIMIT = environment.number("IMPORT_ROWS_LIMIT", 50_000, least=100)  # of all its files together
# A form sends a Cyrillic byte as three: well above the limit of a body, so that the form answers, not a bare 400.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * BODY_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# The parts

INSTALLED_APPS = [
    "newsdesk",
    "articles",
    "people",
    "taggit",
    "django_prose_editor",
    "js_asset",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",  # for its words in other languages
    "allauth.account",
    "allauth.mfa",
    "newsdesk.admin_config.DeskAdminConfig",  # django.contrib.admin with our site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "newsdesk.middleware.Numbered",
    "newsdesk.middleware.Health",
    "articles.middleware.DueActs",  # first: what is due is done before anything of the page is read
    "newsdesk.middleware.NoIndex",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsdesk.redirects.FormerAddresses",  # last: it sees a 404 before anything else of the answer is made
]

ROOT_URLCONF = "newsdesk.urls"
WSGI_APPLICATION = "newsdesk.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # None of these touches the session until a template asks for the user: public pages carry no cookie.
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "newsdesk.context.site",
            ]
        },
    }
]

# Data

DATABASES = {"default": environment.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'newsdesk.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# In the database: what limits log-ins must be the same in every process. Nothing that readers get goes through it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "newsdesk_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# The editor: our extensions, one module by its name in the import map; the same list sanitises on the server

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": ["newsdesk/editor"],
        "extensions": {
            "Picture": html_tags(["figure", "figcaption"], {"figure": ["data-image"]}),
            "PasteCleaner": html_tags([]),
        },
    }
]
# Buttons only: the drop-down of block types cannot be reached by keyboard.
DJANGO_PROSE_EDITOR_MENU_GROUPS = [
    {"group": group} for group in ("headings", "marks", "link", "lists", "nodes -blockType -lists", "table", "history")
]

# People who log in

AUTH_USER_MODEL = "newsdesk.User"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
PASSWORD_RESET_TIMEOUT = 3600 * environment.number("LINK_HOURS", 24, least=1, most=168)
SESSION_ENGINE = "newsdesk.accounts.sessions"
SESSION_COOKIE_AGE = 3600 * environment.number("SESSION_HOURS", 12, least=1, most=720)  # without use
LOCKED_MINUTES = environment.number("LOCKED_MINUTES", 15, least=1, most=1440)
# Groups whose members cannot work without a second factor. The demonstration's log-ins are printed and stay simple.
SECOND_FACTOR_ROLES = environment.words("SECOND_FACTOR_ROLES", "nobody" if DEMO else "administrator")
SECOND_FACTOR_ROLES = [role for role in SECOND_FACTOR_ROLES if role != "nobody"]

ACCOUNT_ADAPTER = "newsdesk.accounts.adapter.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # only for allauth's check: sign-up is closed, without address
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_METHODS = ["password"]
# Wrong log-ins: five for one name, thirty from one address. The newsroom may sit behind one address.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": f"30/{LOCKED_MINUTES}m/ip,5/{LOCKED_MINUTES}m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PROXIES", 1 if HTTPS else 0, most=5)
MFA_ADAPTER = "newsdesk.accounts.adapter.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # half a minute early or late: clocks of phones differ
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # then only localhost: browsers offer keys nowhere else

# Files

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = VAR_DIR / "uploads"  # served by a view that asks whether something public shows them
# Where nginx, told by a header, finds MEDIA_ROOT; empty: Django sends the files itself.
PICTURES_BY_NGINX = environment.text("PICTURES_BY_NGINX", "")
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755  # nginx sends renditions, whatever the umask keeps from others
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsdesk.staticfiles.JoinedStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gz", "br", "woff", "woff2", "map"]

# What a browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"  # as frame-ancestors, for browsers that know only this
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS

# What is written down

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "newsdesk.logs.PlainLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.choice("LOG_LEVEL", "WARNING", ["DEBUG", "INFO", "WARNING", "ERROR"]),
    },
    "loggers": {
        "django.request": {"level": "ERROR"},  # a page that is not there is no fault of ours
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # noise of scanners, answered with a 400
    },
}
