"""Files of every kind, broken at random: each is read or refused in one line, and nothing else happens."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from archives import crawl, page, tarred, zipped
from prints import column, printed

from rashomon.accounts import gather

LETTER = (
    b"From: =?utf-8?q?Ilse?= <ilse@post.example>\r\nSubject: Ferry\r\nDate: Fri, 02 May 2031 10:00:00 +0200\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nTw=C3=A9lve died.\r\n--x\r\nContent-Type: text/html\r\n"
    b"Content-Disposition: attachment; filename=a.html\r\n\r\n<p>Fifteen died.</p>\r\n--x--\r\n"
)
WHOLE = {
    "a.warc": b"".join(crawl()),
    "a.warc.gz": b"".join(gzip.compress(one, mtime=0) for one in crawl()),
    "a.zip": zipped({"a.txt": b"Twelve died.", "b.html": page("Fifteen died.")}),
    "a.tar": tarred({"a.txt": b"Twelve died.", "b.html": page("Fifteen died.")}, ""),
    "a.tgz": tarred({"a.txt": b"Twelve died."}),
    "a.pdf": printed([column(50, 700, ["Twelve died in Teshar on Friday."] * 4)] * 2),
    "a.eml": LETTER,
    "a.mhtml": LETTER.replace(b"multipart/mixed", b"multipart/related").replace(b"text/plain", b"text/html"),
    "a.jsonl": b'{"text": "Twelve", "title": "x"}\n{"text": "Fifteen", "metadata": {"url": "https://post.example"}}\n',
    "a.json": b'[{"text": "Twelve"}, {"text": "Fifteen"}]',
    "a.csv": b'id;text;date\n1;"Twelve ""died""\nthere";2031-05-02\n2;Fifteen;\n',
    "a.txt": "“Twelve” died — at the café".encode(),
    "a.html": page("Fähre <b>sinks"),
}


def broken(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice([1, 2, 5, 30])):
        at, kind = chance.randrange(len(made) + 1), chance.randrange(4)
        if kind == 0:
            made[at : at + 1] = chance.randbytes(1)
        elif kind == 1:
            del made[at : at + chance.randrange(1, 40)]
        elif kind == 2:
            made[at:at] = chance.randbytes(chance.randrange(1, 10))
        else:
            made[at:at] = made[at : at + chance.randrange(1, 200)]
    return bytes(made)


@pytest.mark.parametrize("name", WHOLE)
def test_broken_file_is_read_or_refused_in_one_line(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)  # noqa: S311
    for _ in range(150):
        (tmp_path / name).write_bytes(broken(WHOLE[name], chance))
        gathered = gather([tmp_path / name])
        assert gathered.accounts or gathered.refused or gathered.notes
        assert all(str(one).startswith(str(tmp_path / name)) for one in gathered.refused)
        assert all("\n" not in str(one) for one in (*gathered.refused, *gathered.notes))
        assert all(account.text.strip() for account in gathered.accounts)
