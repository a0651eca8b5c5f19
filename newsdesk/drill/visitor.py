"""Somebody with a browser, as a server sees one: cookies, forms with all their fields, and nothing forgiven."""

import http.client
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from secrets import token_hex
from urllib.parse import quote, urljoin, urlsplit

from lxml import html

TIMEOUT = 60  # seconds that an answer may take
MOST_STEPS = 5  # from redirect to redirect
SENT_AS_IT_IS = "/?&=%:,;@+~#!$'()*[]"


@dataclass(frozen=True)
class Upload:
    """A file chosen in a form."""

    name: str
    content: bytes
    content_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Answer:
    """What came back; `address` is the one asked for, without the host."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def leads_to(self) -> str:
        """Where a redirect leads, or ""."""
        return self.headers.get("location", "") if 300 <= self.status < 400 else ""


Fields = list[tuple[str, str | Upload]]


@dataclass
class Form:
    """A form of a page with what stands in its fields. `files`: names of fields that take files."""

    action: str
    fields: Fields
    files: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """Fields that a person may fill, each once."""
        return list(dict.fromkeys([name for name, _value in self.fields if "csrf" not in name] + self.files))

    def put(self, name: str, *values: str | Upload) -> None:
        """These values and no others in the field."""
        self.fields = [pair for pair in self.fields if pair[0] != name] + [(name, value) for value in values]

    def value(self, name: str) -> str | Upload | None:
        return next((value for known, value in self.fields if known == name), None)


class Visitor:
    """Asks one server. Not to be shared between threads."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.cookies: dict[str, str] = {}
        self.connection: http.client.HTTPConnection | None = None

    def get(self, address: str, headers: Iterable[tuple[str, str]] = ()) -> Answer:
        return self.ask("GET", address, headers=headers)

    def open(self, address: str) -> tuple[Answer, list[Form]]:
        """A page and the forms on it that are sent by POST; where it leads elsewhere, that page."""
        answer = self.get(address)
        for _step in range(MOST_STEPS):
            if not answer.leads_to:
                break
            answer = self.get(urljoin(answer.address, answer.leads_to))
        return answer, forms_of(answer) if answer.status == 200 else []

    def send(self, form: Form) -> Answer:
        """The form as a browser sends it, without following where the answer leads."""
        kind, body = _multipart(form.fields)
        return self.ask("POST", form.action, body=body, headers=[("Content-Type", kind)])

    def log_in(self, address: str, name: str, password: str) -> None:
        """By the form at `address`. Raises RuntimeError where that does not open the door."""
        _answer, forms = self.open(address)
        form = next(form for form in forms if any("password" in name for name in form.names()))
        secret = next(each for each in form.names() if "password" in each)
        user = next(each for each in form.names() if each in ("username", "login"))
        form.put(user, name)
        form.put(secret, password)
        if not self.send(form).leads_to:
            raise RuntimeError(f"{name} could not log in.")

    def ask(self, method: str, address: str, *, body: bytes = b"", headers: Iterable[tuple[str, str]] = ()) -> Answer:
        """One request; once more on a connection that the server had closed meanwhile."""
        for is_last in (False, True):
            try:
                return self._ask(
                    method, quote(address.encode("utf-8", "surrogatepass"), safe=SENT_AS_IT_IS), body, headers
                )
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self.close()
                if is_last:
                    raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def _ask(self, method, address, body, headers):
        self.connection = self.connection or http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT)
        given = {name.lower() for name, _value in headers}
        self.connection.putrequest(method, address, skip_host="host" in given, skip_accept_encoding=True)
        own = {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "origin": self._origin()}
        for name, value in own.items():
            if name not in given and value:
                self.connection.putheader(name, value)
        for name, value in headers:
            self.connection.putheader(name, value.encode("utf-8"))
        if method == "POST":
            self.connection.putheader("Content-Length", str(len(body)))
        self.connection.endheaders(body or None)
        response = self.connection.getresponse()
        content = response.read()
        for line in response.headers.get_all("set-cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, content, address)

    def _origin(self):
        return f"http://{self.host}:{self.port}"


def forms_of(answer: Answer) -> list[Form]:
    """The forms of a page that are sent by POST, each with the action as an address of ours."""
    if not answer.body.strip():
        return []
    page = html.fromstring(answer.body)
    found = []
    for each in page.forms:
        if each.method.upper() == "POST":
            target = urlsplit(urljoin(answer.address, each.action or answer.address))
            action = target.path + (f"?{target.query}" if target.query else "")
            files = [one.name for one in each.inputs if one.get("type") == "file" and one.name]
            found.append(Form(action, list(_fields(each)), files))
    return found


def _fields(form) -> Iterator[tuple[str, str]]:
    """What a browser would send of the form as it stands; an empty field counts, a button and a file do not."""
    for one in form.inputs:
        kind = (one.get("type") or "text").lower() if one.tag == "input" else one.tag
        if not one.name or kind in ("submit", "button", "image", "reset", "file") or "disabled" in one.attrib:
            continue
        if kind in ("checkbox", "radio"):
            if one.checked:
                yield one.name, one.get("value", "on")
        elif kind == "select" and one.multiple:
            yield from ((one.name, str(value)) for value in one.value)
        else:
            yield one.name, str(one.value or "")


def _multipart(fields: Fields) -> tuple[str, bytes]:
    """Content type and body."""
    border = token_hex(16)
    parts = []
    for name, value in fields:
        head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
        if isinstance(value, Upload):
            head += f'; filename="{_quoted(value.name)}"\r\nContent-Type: {value.content_type}'
        content = value.content if isinstance(value, Upload) else value.encode("utf-8", "surrogatepass")
        parts.append(f"--{border}\r\n{head}\r\n\r\n".encode("utf-8", "surrogatepass") + content + b"\r\n")
    return f"multipart/form-data; boundary={border}", b"".join([*parts, f"--{border}--\r\n".encode()])


def _quoted(name: str) -> str:
    return name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
