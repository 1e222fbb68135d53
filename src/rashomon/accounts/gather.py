"""The accounts in the files and folders that a person names, each read once, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from rashomon.accounts.kinds import ENDINGS, ending
from rashomon.accounts.opened import account_of_piece
from rashomon.accounts.pieces import Piece
from rashomon.accounts.refusals import Note, Unreadable
from rashomon.accounts.sidecar import Sidecar, beside, completed, described, states_of_many
from rashomon.accounts.walk import pieces_of
from rashomon.types import UNREAD, Account

NO_SIDECAR: Mapping[str, Sidecar] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The accounts that could be read, in the order of their names; why others could not; what was passed over."""

    accounts: tuple[Account, ...]
    refused: tuple[Unreadable, ...] = ()
    notes: tuple[Note, ...] = ()


def gather(
    paths: Iterable[Path], stated: Mapping[str, Sidecar] = NO_SIDECAR, only: Collection[Path] | None = None
) -> Gathered:
    """Reads files, and what folders and archives hold at any depth. What cannot be read is named; the rest go on.

    `only` leaves the other files unread; names tell an account apart from those in all of them all the same.
    """
    found = list(stream(paths, stated, only))
    return Gathered(
        accounts=tuple(sorted((one for one in found if isinstance(one, Account)), key=lambda account: account.name)),
        refused=tuple(one for one in found if isinstance(one, Unreadable)),
        notes=tuple(one for one in found if isinstance(one, Note)),
    )


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that would be read, in their order."""
    return sorted(_files(paths), key=str)


def stream(
    paths: Iterable[Path], stated: Mapping[str, Sidecar] = NO_SIDECAR, only: Collection[Path] | None = None
) -> Iterator[Account | Unreadable | Note]:
    """The same one by one, in the order of the files: an archive of any size needs the memory of one account.

    What stays of each is the digest by which the same text is read once, and its name.
    """
    files = files_in(paths)
    named = dict(_apart(files))
    sidecars = beside(files)
    stating = {sidecar.file for sidecar in sidecars.values()}
    taken = set(named.values())
    wanted = [file for file in files if file not in stating and (only is None or file in only)]
    yield from (one for file in wanted if (sidecar := sidecars.get(file)) for one in sidecar.said)
    read: dict[bytes, str] = {}
    for file in wanted:
        for piece in _pieces(file):
            if not isinstance(piece, Piece):
                yield piece
                continue
            try:
                account = account_of_piece(piece)
            except Unreadable as reason:
                yield reason
                continue
            own = piece.provenance is None
            account = replace(account, name=named[file] if own else _free(piece.names, taken))
            account = described(completed(account, sidecars.get(file)), stated)
            key = bytes.fromhex(account.digest)[:16] + (account.outlet or "").encode()  # one text may be of two outlets
            if key in read:
                yield Unreadable(piece.source, f"the same text as {read[key]}, read once", piece.place)
                continue
            read[key] = " ".join(filter(None, (piece.source, piece.place)))
            taken.add(account.name)
            yield account
            yield from _unread(account, piece.source)


def _unread(account: Account, source: str) -> Iterator[Unreadable]:
    """The pages of a print that could not be read, while the others were."""
    for meta in account.meta:
        if meta.name == UNREAD:
            place, _, reason = meta.value.partition(": ")
            yield Unreadable(source, reason, place)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named; a folder without texts and pages stands for itself."""
    for path in paths:
        inside = _inside(path) if path.is_dir() else []
        yield from inside or [path]


def _inside(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if ending(file.name) in ENDINGS and file.is_file())
    return [file for file in files if not states_of_many(file)]


def _pieces(file: Path) -> Iterator[Piece | Unreadable | Note]:
    if file.is_dir():
        yield Unreadable(str(file), f"a folder without text files ({', '.join(ENDINGS)})")
    else:
        yield from pieces_of(file)


def _free(names: Sequence[str], taken: set[str]) -> str:
    """The first name that no other account has."""
    return next((name for name in names if name not in taken), names[-1])


def _apart(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Two files of one name in different folders keep as much of their folders as tells them apart."""
    parts = {file: PurePath(file).parts for file in files}
    for depth in range(1, 1 + max(map(len, parts.values()), default=0)):
        names = {file: "/".join(own[-depth:]) for file, own in parts.items()}
        often = Counter(names.values())
        for file, name in names.items():
            if often[name] == 1:
                yield file, name
                del parts[file]
