"""Who may come in: this machine's own browser, with the token of this start, from a page of this application."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
REPORT_POLICY = (  # the report names the one style that it allows itself
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


def stored_policy(style: str) -> str:
    """The policy of a stored original: no script, form, frame or window, and one style, by its digest.

    It keeps the origin of the application, so that its links lead back, and may save a file; it may nothing else.
    """
    return (
        f"sandbox allow-same-origin allow-downloads; default-src 'none'; style-src '{style}'; img-src data:; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    )


HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all a browser would not say where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where the application listens, the token that opens it, and the key that its own forms carry."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def hosts(self) -> frozenset[str]:
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    @property
    def cookie(self) -> str:
        return f"rashomon-{self.port}"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/start/{self.token}"


def guarded(app: ASGIApp, door: Door) -> ASGIApp:
    """The application behind its door."""

    async def checked(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        answer = refusal(scope, door) if scope["type"] == "http" else PlainTextResponse("no", 403)
        await (answer or app)(scope, receive, _with_headers(send))

    return checked


def refusal(scope: Scope, door: Door) -> Response | None:
    """Why a request is turned away, or where it is sent to first; None lets it in."""
    headers = Headers(scope=scope)
    if headers.get("host", "") not in door.hosts:
        return PlainTextResponse("This application answers to its own machine only.", 421)
    if scope["path"].startswith("/start/"):
        if not secrets.compare_digest(scope["path"].removeprefix("/start/").encode(), door.token.encode()):
            return PlainTextResponse("Another start of the application: open the address that it printed.", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(door.cookie, door.token, httponly=True, samesite="strict")
        return answer
    if not secrets.compare_digest(_cookie(headers, door.cookie).encode(), door.token.encode()):
        return PlainTextResponse("Open the address that rashomon review printed.", 403)
    if scope["method"] not in {"GET", "HEAD"} and not _from_here(headers, door):
        return PlainTextResponse("Sent from another page.", 403)
    return None


def _cookie(headers: Headers, name: str) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _from_here(headers: Headers, door: Door) -> bool:
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    own = {f"http://{host}" for host in door.hosts}
    return (origin is None or origin in own) and site in {None, "same-origin"}


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", POLICY)
        await send(message)

    return sending
