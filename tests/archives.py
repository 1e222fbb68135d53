"""Small archives of invented pages, made as other programs write them."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping

PAGE = "<html><head><title>Ferry</title></head><body><p>{}</p></body></html>"


def page(words: str) -> bytes:
    return PAGE.format(words).encode()


def answer(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", packed: bool = False) -> bytes:
    body = gzip.compress(body, mtime=0) if packed else body
    coding = "Content-Encoding: gzip\r\n" if packed else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def record(
    url: str, block: bytes, kind: str = "response", content: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{hashlib.sha256(url.encode() + block).hexdigest()[:32]}>\r\n"
        f"WARC-Date: 2031-05-02T10:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def crawl() -> list[bytes]:
    return [
        record("", b"software: none\r\n", "warcinfo", "application/warc-fields"),
        record("https://post.example/ferry", answer(page("Twelve people died."))),
        record("https://post.example/ferry.png", answer(b"\x89PNG", "image/png")),
        record("https://wire.example/ferry", answer(page("Fähre: fifteen died."), packed=True)),
        record("https://wire.example/ferry", answer(b""), "revisit"),
        record("https://wire.example/gone", answer(page("Gone."), status="404 Not Found")),
    ]


def zipped(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def tarred(members: Mapping[str, bytes], packed: str = "gz") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    plain = made.getvalue()
    return {"": plain, "gz": gzip.compress(plain, mtime=0), "xz": lzma.compress(plain)}[packed]
