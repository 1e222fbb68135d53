"""Addresses: what a server answers is kept byte for byte; what is not public is not asked, wherever it hides."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from archives import page
from click.testing import CliRunner, Result

from rashomon.accounts import gather, network
from rashomon.accounts.network import fetch, is_public
from rashomon.cli import main

Handler = Callable[[str, socket.socket], None]


def http(body: bytes, head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html", length: bool = True) -> bytes:
    stated = f"\r\nContent-Length: {len(body)}" if length else ""
    return f"{head}{stated}\r\n\r\n".encode() + body


FERRY = http(page("Twelve people died."))
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(
    f"{len(part):x}\r\n".encode() + part + b"\r\n"
    for part in (page("Fifteen died.")[:40], page("Fifteen died.")[40:], b"")
)


@contextmanager
def server(answers: dict[str, bytes | Handler]) -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    listening = socket.create_server(("127.0.0.1", 0))
    asked: list[str] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                path = connection.recv(65_536).split(b" ")[1].decode()
                asked.append(path)
                answer = answers[path]
                if callable(answer):
                    answer(path, connection)
                else:
                    connection.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked
    finally:
        listening.close()


def anybody(_: str) -> bool:
    return True


def test_answer_is_kept_byte_for_byte_and_read_from_the_archive(tmp_path: Path) -> None:
    archive = tmp_path / "got.warc.gz"
    with server({"/a": FERRY, "/b": CHUNKED, "/c?d=%C3%A9": http(page("Eighteen died."), length=False)}) as (at, _):
        assert not list(fetch([f"{at}/a", f"{at}/b", f"{at}/c?d=é"], archive, anybody))
    assert FERRY in gzip.decompress(archive.read_bytes())
    assert CHUNKED in gzip.decompress(archive.read_bytes())
    gathered = gather([archive])
    assert [account.text for account in gathered.accounts] == ["Twelve people died.", "Fifteen died.", "Eighteen died."]
    assert gathered.accounts[0].name == f"{at}/a"
    assert gathered.accounts[0].provenance is not None
    assert gathered.accounts[0].provenance.captured.endswith("Z")


def test_every_step_to_a_page_is_kept(tmp_path: Path) -> None:
    moved = http(b"", "HTTP/1.1 301 Moved\r\nLocation: /new")
    with server({"/old": moved, "/new": FERRY}) as (at, asked):
        assert not list(fetch([f"{at}/old"], tmp_path / "got.warc.gz", anybody))
    assert asked == ["/old", "/new"]
    assert [account.name for account in gather([tmp_path / "got.warc.gz"]).accounts] == [f"{at}/new"]
    assert moved in gzip.decompress((tmp_path / "got.warc.gz").read_bytes())


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "2002:7f00:0001::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:0:0:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_address_of_a_private_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_other_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1"])
def test_this_machine_is_not_asked_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    with server({"/": FERRY}) as (at, asked):
        (reason,) = fetch([f"http://{name}:{at.rpartition(':')[2]}/"], tmp_path / "got.warc.gz")
    assert "not public" in str(reason) or "could not be got" in str(reason)
    assert not asked


def test_page_that_leads_to_a_private_address_is_not_followed(tmp_path: Path) -> None:
    """The first server passes for a public one; where it leads is looked at anew."""
    seen: list[str] = []

    def first_only(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    with server({"/secret": FERRY, "/": b""}) as (inner, asked_inside):
        leads = {"/": http(b"", f"HTTP/1.1 302 Found\r\nLocation: {inner}/secret")}
        with server(leads) as (outer, asked):
            (reason,) = fetch([f"{outer}/"], tmp_path / "got.warc.gz", first_only)
    assert "to which it leads" in str(reason)
    assert "not public (127.0.0.1)" in str(reason)
    assert asked == ["/"]
    assert not asked_inside
    assert not gather([tmp_path / "got.warc.gz"]).accounts


def test_name_is_asked_at_the_address_that_was_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means a public address first and this machine afterwards is connected to only once."""
    looked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    with server({"/": FERRY}) as (at, asked):
        monkeypatch.setattr(
            network.socket,
            "getaddrinfo",
            lambda host, port, *a, **k: resolve(host, port) if host == "post.example" else real(host, port, *a, **k),
        )
        assert not list(fetch([f"http://post.example:{at.rpartition(':')[2]}/"], tmp_path / "got.warc.gz", anybody))
    assert looked == ["post.example"]
    assert asked == ["/"]


def slow(_: str, connection: socket.socket) -> None:
    try:
        for _ in range(100):
            connection.sendall(b"HTTP/1.1 200 OK\r\nX: y\r\n"[:1])
            time.sleep(0.05)
    except OSError:
        return


def endless(_: str, connection: socket.socket) -> None:
    try:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"x" * 65_536)
    except OSError:
        return


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (slow, "took longer than"),
        (endless, "larger than 1 MB"),
        (FERRY[:-5], "broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Ty", "broke off"),
        (b"", "says nothing"),
        (b"SSH-2.0\r\n\r\n", "does not answer in HTTP"),
        (http(page("Gone."), "HTTP/1.1 404 Not Found"), "answers 404"),
        (http(b"", "HTTP/1.1 302 Found\r\nLocation: /"), "more than 5 times"),
        (http(b"", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd"), "only http and https"),
        (http(b"", "HTTP/1.1 302 Found\r\nLocation: http://me:secret@127.0.0.1/"), "password"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, "has no end"),
    ],
)  # fmt: skip
def test_what_is_too_slow_too_large_or_no_page_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes | Handler, reason: str
) -> None:
    monkeypatch.setattr(network, "LONGEST", 1.0)
    monkeypatch.setattr(network, "LARGEST", 1024 * 1024)
    with server({"/": answer, "/good": FERRY}) as (at, _):
        (refused,) = fetch([f"{at}/", f"{at}/good"], tmp_path / "got.warc.gz", anybody)
    assert reason in str(refused)
    assert str(refused).startswith(f"{at}/")
    assert [account.text for account in gather([tmp_path / "got.warc.gz"]).accounts] == ["Twelve people died."]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_network_is_off_unless_it_is_allowed(tmp_path: Path) -> None:
    with server({"/": FERRY}) as (at, asked):
        done = run("read", f"{at}/")
    assert done.exit_code == 2
    assert "only with --allow-network" in done.stderr
    assert not asked


def test_command_refuses_this_machine_and_reads_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve people died.")
    with server({"/": FERRY}) as (at, asked):
        done = run("read", f"{at}/", tmp_path / "a.txt", "--allow-network", tmp_path / "got.warc.gz")
    assert done.exit_code == 3
    assert "not public (127.0.0.1)" in done.stderr
    assert not asked
    assert '"account": "a.txt"' in done.stdout


def test_command_reads_what_was_got(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_public", anybody)
    with server({"/a//b/": FERRY}) as (at, _):
        done = run("compare", f"{at}/a//b/", "-o", tmp_path / "a.rashomon", "--allow-network", tmp_path / "got.warc.gz")
        assert done.exit_code == 0, done.output
        again = run("add", tmp_path / "a.rashomon", f"{at}/a//b/", "--allow-network", tmp_path / "got.warc.gz")
    assert again.exit_code == 2
    assert "exists" in again.stderr
    assert run("verify", tmp_path / "a.rashomon").exit_code == 0
