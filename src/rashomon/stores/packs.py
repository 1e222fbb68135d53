"""A case with every original as a file of its own -> one archive to hand over; and back, looked through on the way.

The archive is a ZIP: `case.rashomon`, `originals/` with each original under its SHA-256 (and an ending by which it
opens), `accounts.json` which says which account is which, and `SHA256SUMS` over all of them, which `sha256sum -c`
reads. The same case gives the same bytes.
"""

from __future__ import annotations

import errno
import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from rashomon.stores.files import held, read_only
from rashomon.stores.whole import whole

CASE, LIST, SUMS, ORIGINALS = "case.rashomon", "accounts.json", "SHA256SUMS", "originals/"
ENDINGS = {
    "plain": ".txt", "decoded": ".txt", "html": ".html", "warc": ".warc", "mhtml": ".mhtml", "eml": ".eml",
    "json": ".json", "csv": ".csv", "pdf": ".pdf",
}  # fmt: skip
MEGABYTE = 1024 * 1024
LARGEST = 16 * 1024 * MEGABYTE  # bytes that an archive may unpack to
STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say; when it was packed changes nothing in it


class NoPack(Exception):
    """An archive that is no packed case, or not as it was packed; and what about it."""


def pack(case: Path, output: Path) -> int:
    """Writes the archive in one piece; says how many originals are in it. Raises NoCase for a file that is none."""
    with _still(case) as content, read_only(case) as file, whole(output) as beside:
        rows = file.execute(
            "SELECT name, sha256, parser, outlet, published, url, provenance FROM account ORDER BY position"
        ).fetchall()
        names = {digest: f"{ORIGINALS}{digest}{ENDINGS.get(parser, '')}" for _, digest, parser, *_ in rows}
        told = [
            {"account": name, "original": names[digest], "sha256": digest, "parser": parser, "outlet": outlet,
             "published": day, "url": url, "provenance": json.loads(where or "null")}
            for name, digest, parser, outlet, day, url, where in rows
        ]  # fmt: skip
        sums: dict[str, str] = {}
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, CASE, content, sums)
            _put(archive, LIST, json.dumps(told, ensure_ascii=False, indent=1).encode(), sums)
            for digest, packed in file.execute("SELECT sha256, zlib FROM original ORDER BY sha256"):
                if digest in names:
                    _put(archive, names[digest], zlib.decompress(packed), sums)
            lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
            _put(archive, SUMS, lines.encode(), sums)
    return len(names)


def unpack(archive: Path, folder: Path) -> Path:
    """Writes what is in an archive into a new folder once all of it was found as it was packed; gives the case's path.

    Raises NoPack where something is missing, changed or added, OSError where the folder is there already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise OSError(errno.ENOTEMPTY, "is not empty", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as name:
        beside = Path(name) / "whole"
        beside.mkdir()
        try:
            with zipfile.ZipFile(archive) as opened:
                _unpacked(opened, archive, beside)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise NoPack(f"{archive}: cannot be unpacked ({str(error).lower()})") from error
        _originals(archive, beside)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    return folder / CASE


@contextmanager
def _still(case: Path) -> Iterator[bytes]:
    """The bytes of a case while nobody writes to it; of one that may only be read, as they are."""
    try:
        with held(case):
            yield case.read_bytes()
    except OSError as error:
        if error.errno != errno.EACCES:
            raise
        yield case.read_bytes()


def _put(archive: zipfile.ZipFile, name: str, content: bytes, sums: dict[str, str]) -> None:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
    sums[name] = hashlib.sha256(content).hexdigest()


def _unpacked(opened: zipfile.ZipFile, archive: Path, folder: Path) -> None:
    """Writes every file of the archive, each compared with its sum as it comes."""
    names = [entry.filename for entry in opened.infolist()]
    sums = _sums(opened, archive, names)
    for name in names:
        if name not in {SUMS, *sums}:
            raise NoPack(f"{archive}: {name} was not packed with the rest")
    left = LARGEST
    for name, digest in sums.items():
        if name not in names:
            raise NoPack(f"{archive}: {name} is missing")
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
            raise NoPack(f"{archive}: {name} points out of the archive")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        made = hashlib.sha256()
        with opened.open(name) as stream, target.open("wb") as file:
            while piece := stream.read(MEGABYTE):
                left -= len(piece)
                if left < 0:
                    raise NoPack(f"{archive}: unpacks to more than {LARGEST // MEGABYTE} MB")
                made.update(piece)
                file.write(piece)
        if made.hexdigest() != digest:
            raise NoPack(f"{archive}: {name} is not as it was packed")
    (folder / SUMS).write_bytes(opened.read(SUMS))


def _sums(opened: zipfile.ZipFile, archive: Path, names: list[str]) -> dict[str, str]:
    if not {CASE, LIST, SUMS} <= set(names) or len(set(names)) != len(names):
        raise NoPack(f"{archive}: not a packed case")
    sums = {}
    for line in opened.read(SUMS)[: 64 * MEGABYTE].decode("utf-8", "replace").splitlines():
        digest, _, name = line.partition("  ")
        sums[name] = digest
    return sums


def _originals(archive: Path, folder: Path) -> None:
    """Whether the case and the files beside it agree on every original."""
    with read_only(folder / CASE) as file:
        own = {digest for (digest,) in file.execute("SELECT DISTINCT sha256 FROM account")}
    found = set()
    for path in sorted((folder / ORIGINALS).glob("*")):
        found.add(hashlib.sha256(path.read_bytes()).hexdigest())
        if path.name.partition(".")[0] not in found:
            raise NoPack(f"{archive}: {ORIGINALS}{path.name} is not what its name says")
    if own != found:
        raise NoPack(f"{archive}: the case speaks of {len(own)} originals, {len(own & found)} of them are there")
