"""An address -> what its server answers, byte for byte, in a web archive. Nothing else in this program asks a network.

Only what is public is asked: a name that stands for an address of a private network, or of this machine, is refused,
and so is a page that leads to one. The address that was looked at is the one that is connected to.
"""

from __future__ import annotations

import gzip
import hashlib
import ipaddress
import re
import socket
import ssl
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rashomon.accounts.limits import MEGABYTE
from rashomon.accounts.refusals import Unreadable

LARGEST = 32 * MEGABYTE  # bytes of one answer
LONGEST = 30.0  # seconds for one address, with all that it leads to
MOST_STEPS = 5  # from one address to the next
HEAD = 64 * 1024  # bytes of the head of an answer
SCHEMES = {"http": 80, "https": 443}
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r]*chunked", re.IGNORECASE)
_LEADS = re.compile(rb"\r\nlocation:\s*([^\r\n]+)", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What was asked of a server and what it answered, and when."""

    url: str
    request: bytes
    answer: bytes
    at: str


def is_address(word: str) -> bool:
    """Whether a word of the command line is an address rather than a path."""
    return word.lower().startswith(("http://", "https://"))


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach; the addresses inside it count where it holds others."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(one is not None and not is_public(str(one)) for one in inner):
            return False
    return ip.is_global and not ip.is_multicast


def fetch(urls: Iterable[str], archive: Path, allowed: Callable[[str], bool] | None = None) -> Iterator[Unreadable]:
    """Asks for each address and adds what came to the archive, which is written anew; yields what could not be got."""
    with archive.open("xb") as file:
        file.write(
            _packed("warcinfo", "", "application/warc-fields", b"software: rashomon\r\nformat: WARC/1.0\r\n", _now())
        )
        for url in urls:
            try:
                for exchange in _exchanges(url, allowed or is_public):
                    for kind, content in (("request", exchange.request), ("response", exchange.answer)):
                        media = f"application/http; msgtype={kind}"
                        file.write(_packed(kind, exchange.url, media, content, exchange.at))
            except Unreadable as reason:
                yield reason
            except (OSError, ValueError) as error:
                yield Unreadable(url, f"could not be got ({_words(error)})")


def _exchanges(url: str, allowed: Callable[[str], bool]) -> Iterator[Exchange]:
    """An address and those it leads to."""
    until = time.monotonic() + LONGEST
    here = url
    for _ in range(MOST_STEPS + 1):
        exchange = _exchange(here, url, allowed, until)
        yield exchange
        head = exchange.answer.partition(b"\r\n\r\n")[0]
        status = _STATUS.match(head)
        if status is None:
            raise Unreadable(url, "the server does not answer in HTTP")
        leads = _LEADS.search(head)
        if status[1] not in {b"301", b"302", b"303", b"307", b"308"} or leads is None:
            if not status[1].startswith(b"2"):
                raise Unreadable(url, f"the server answers {status[1].decode()}")
            return
        here = urljoin(here, leads[1].decode("latin-1").strip())
    raise Unreadable(url, f"leads on more than {MOST_STEPS} times")


def _exchange(here: str, url: str, allowed: Callable[[str], bool], until: float) -> Exchange:
    parts = urlsplit(here)
    where = "" if here == url else f", to which it leads ({here}),"
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise Unreadable(url, f"only http and https are asked{where}".rstrip(","))
    if parts.username or parts.password:
        raise Unreadable(url, "an address with a password in it is not asked")
    port = parts.port or SCHEMES[parts.scheme]
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    private = [address for address in addresses if not allowed(address)]
    if private or not addresses:
        raise Unreadable(url, f"its server{where} is not public ({', '.join(private)}); only public ones are asked")
    request = _request(parts, port)
    at = _now()
    with _connected(parts, addresses[0], port, until) as connection:
        connection.sendall(request)
        return Exchange(url=here, request=request, answer=_answer(connection, url, until), at=at)


def _connected(parts: SplitResult, address: str, port: int, until: float) -> socket.socket:
    connection = socket.create_connection((address, port), timeout=_left(until))
    if parts.scheme == "http":
        return connection
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=parts.hostname)
    except BaseException:
        connection.close()
        raise


def _request(parts: SplitResult, port: int) -> bytes:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    asked = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    named = host if port == SCHEMES[parts.scheme] else f"{host}:{port}"
    return (
        f"GET {path}{asked} HTTP/1.1\r\nHost: {named}\r\nUser-Agent: rashomon\r\nAccept: text/html,*/*;q=0.5\r\n"
        "Accept-Encoding: identity\r\nConnection: close\r\n\r\n"
    ).encode("ascii")


def _answer(connection: socket.socket, url: str, until: float) -> bytes:
    """All that a server sends, down to the end that it states or the end of the connection."""
    pieces = bytearray()
    while True:
        connection.settimeout(_left(until))
        piece = connection.recv(65_536)
        pieces += piece
        if len(pieces) > LARGEST:
            raise Unreadable(url, f"larger than {LARGEST // MEGABYTE} MB")
        end = pieces.find(b"\r\n\r\n")
        if end < 0 and len(pieces) > HEAD:
            raise Unreadable(url, "the head of its answer has no end")
        if not piece or (end >= 0 and _whole(pieces, end)):
            break
    if end < 0:
        raise Unreadable(url, "the server broke off" if pieces else "the server says nothing")
    stated = _LENGTH.search(bytes(pieces[:end]))
    if stated and len(pieces) - end - 4 < int(stated[1]):
        raise Unreadable(url, "the server broke off")
    return bytes(pieces)


def _whole(pieces: bytearray, end: int) -> bool:
    head = bytes(pieces[:end])
    if _CHUNKED.search(head):
        return pieces.endswith(b"\r\n0\r\n\r\n")
    stated = _LENGTH.search(head)
    return stated is not None and len(pieces) - end - 4 >= int(stated[1])


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _packed(kind: str, url: str, media: str, content: bytes, at: str) -> bytes:
    """A record of a web archive, packed by itself."""
    name = hashlib.sha256(b"\0".join((kind.encode(), url.encode(), at.encode(), content))).digest()
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <{uuid.UUID(bytes=name[:16], version=4).urn}>",
        f"WARC-Date: {at}",
        *((f"WARC-Target-URI: {url}",) if url else ()),
        f"Content-Type: {media}",
        f"WARC-Block-Digest: sha256:{hashlib.sha256(content).hexdigest()}",
        f"Content-Length: {len(content)}",
    )
    return gzip.compress("\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n", mtime=0)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _words(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"took longer than {LONGEST:.0f} seconds"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
