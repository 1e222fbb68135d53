"""A file of any kind -> the pieces in it that may be accounts, through archives inside archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from rashomon.accounts.kinds import ENDINGS, OPENING, PACKED, ending, kind_of
from rashomon.accounts.letters import attachments
from rashomon.accounts.limits import DEEPEST, LARGEST, MOST_MEMBERS, Budget, read_within
from rashomon.accounts.parquets import stored_rows
from rashomon.accounts.pieces import Piece
from rashomon.accounts.refusals import Endless, Note, Unreadable
from rashomon.accounts.tables import objects, rows
from rashomon.accounts.warcs import records
from rashomon.types import Provenance

Found = Iterator[Piece | Unreadable | Note]
BROKEN = (
    OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, NotImplementedError,
    RuntimeError, ValueError,
)  # fmt: skip
UNPACKERS: Mapping[bytes, Callable[[BinaryIO], Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ": lzma.open,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file, or one inside an archive: its bytes, what it is called, and how it was come by."""

    stream: BinaryIO
    name: str
    source: str  # "news.zip!may/a.html"
    file: str  # the same without the folders of the file that was given
    budget: Budget
    depth: int = 0


def pieces_of(path: Path) -> Found:
    """The pieces in a file. What cannot be read is yielded as its reason, and the rest goes on."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            at = Opened(stream=stream, name=path.name, source=str(path), file=path.name, budget=Budget(size, str(path)))
            yield from _pieces(at)
    except OSError as error:
        yield Unreadable(str(path), (error.strerror or str(error) or "cannot be read").lower())


def _pieces(at: Opened) -> Found:
    try:
        opening = at.stream.read(OPENING)
        at.stream.seek(0)
        yield from _by_kind(at, opening)
    except Unreadable as reason:
        if at.depth and isinstance(reason, Endless):
            raise
        yield reason
    except BROKEN as error:
        if at.depth == 0 and isinstance(error, OSError) and error.errno:
            raise
        yield Unreadable(at.source, f"cannot be unpacked ({str(error).lower() or type(error).__name__})")


def _by_kind(at: Opened, opening: bytes) -> Found:
    packed = next((unpacker for mark, unpacker in UNPACKERS.items() if opening.startswith(mark)), None)
    if packed is not None:
        yield from _unpacked(at, cast(BinaryIO, packed(at.stream)))
        return
    kind = kind_of(opening, at.name)
    if kind == "zip":
        yield from _zipped(at)
    elif kind == "tar":
        yield from _tarred(at)
    elif kind == "warc":
        yield from records(at.stream, at.source, at.file)
    elif kind == "json":
        yield from objects(at.stream, at.source, at.file, at.budget)
    elif kind == "parquet":
        yield from stored_rows(at.stream, at.source, at.file, at.budget)
    elif kind == "csv":
        yield from rows(at.stream, at.source, at.file, at.budget)
    else:
        yield from _single(at, kind)


def _single(at: Opened, kind: str) -> Found:
    """A file that is one account, and what came with a letter."""
    content = read_within(at.stream, LARGEST, at.source, at.budget if at.depth else None)
    inside = at.file.replace("\\", "/")
    names = tuple(dict.fromkeys((at.name, inside.rpartition("!")[2], inside)))
    yield Piece(
        content=content,
        parser=kind,
        names=names,
        source=at.source,
        provenance=Provenance(file=at.file) if at.depth else None,
    )
    if kind == "eml":
        for name, attached in attachments(content, at.source):
            if ending(name) in ENDINGS:
                yield from _inside(at, name, cast(BinaryIO, io.BytesIO(attached)))


def _unpacked(at: Opened, stream: BinaryIO) -> Found:
    """A packed file: a web archive is read where it lies, so that the offsets of its records are those of the file."""
    opening = stream.read(OPENING)
    stream.seek(0)
    if isinstance(stream, gzip.GzipFile) and kind_of(opening, "") == "warc":
        at.stream.seek(0)
        yield from records(at.stream, at.source, at.file)
        return
    last = ending(at.name)
    name = at.name[: -len(last)] if last in PACKED else at.name
    yield from _inside(at, name + ".tar" * (last == ".tgz"), stream, joined=False)


def _inside(at: Opened, name: str, stream: BinaryIO, *, joined: bool = True) -> Found:
    """A file inside another."""
    if at.depth >= DEEPEST:
        yield Unreadable(at.source, f"more than {DEEPEST} archives inside one another", name)
        return
    yield from _pieces(
        Opened(
            stream=stream,
            name=name.replace("\\", "/").rstrip("/").rpartition("/")[2],
            source=f"{at.source}!{name}" if joined else at.source,
            file=f"{at.file}!{name}" if joined else at.file,
            budget=at.budget,
            depth=at.depth + 1,
        )
    )


def _zipped(at: Opened) -> Found:
    with zipfile.ZipFile(at.stream) as archive:
        members = sorted(
            (one for one in archive.infolist() if one.filename and not one.filename.endswith("/")),
            key=lambda one: one.filename,
        )
        if len(members) > MOST_MEMBERS:
            raise Unreadable(at.source, f"{len(members)} files in one archive; at most {MOST_MEMBERS} are read")
        wanted = _wanted([one.filename for one in members])
        for member in members:
            if member.filename not in wanted:
                continue
            if member.flag_bits & 1:
                yield Unreadable(f"{at.source}!{member.filename}", "is locked with a password")
                continue
            with archive.open(member) as stream:
                yield from _inside(at, member.filename, cast(BinaryIO, stream))
    yield from _passed(at, len(members) - len(wanted), len(wanted))


def _tarred(at: Opened) -> Found:
    taken = passed = 0
    with tarfile.open(fileobj=at.stream, mode="r:") as archive:
        for member in archive:
            if not member.isfile():
                continue
            if taken + passed >= MOST_MEMBERS:
                raise Unreadable(at.source, f"more than {MOST_MEMBERS} files in one archive")
            if not _wanted([member.name]):
                passed += 1
                continue
            taken += 1
            stream = archive.extractfile(member)
            if stream is not None:
                yield from _inside(at, member.name, cast(BinaryIO, stream))
            archive.members = []  # type: ignore[attr-defined]  # or it keeps one of each
    yield from _passed(at, passed, taken)


def _wanted(names: list[str]) -> set[str]:
    """The files of an archive that may be accounts; of a packed web archive (WACZ), its records only."""
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return {name for name in names if name.startswith("archive/")}
    return {name for name in names if ending(name) in ENDINGS and not name.startswith("__MACOSX/")}


def _passed(at: Opened, passed: int, taken: int) -> Found:
    if not taken:
        yield Unreadable(at.source, "an archive without texts or pages")
    elif passed:
        yield Note(source=at.source, words=f"{passed} files of other kinds passed over")
