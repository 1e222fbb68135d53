"""How fast one core reads, beside the peers and beside two processes, in one run.

    python bench/reading.py [ARTICLES | TEXTS.jsonl]

Prints words a second for rashomon's whole reading of an account, spaCy's full small pipeline, and spaCy,
textacy and quantulum3 one after another (what a reader would put together today), with the ratios. The articles
are invented, or the "text" of each line of a file. Peers run on spaCy as it comes, not as rashomon tunes it. A
peer that is not installed (bench/requirements.txt) is named and left out. Of 144 articles and more it also says, on
the clock, what two processes read against one; that holds on an idle machine only.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from corpus import articles
from spacy.language import Language

from rashomon.engines import read_all
from rashomon.pipeline import read
from rashomon.sentences.parse import MODELS
from rashomon.types import Account

BEGUN = 48  # articles after which two processes are surely both reading


def accounts(texts: Sequence[str]) -> list[Account]:
    """The texts as accounts, ready to read."""
    return [
        Account(name=f"{number}.txt", text=text, digest=hashlib.sha256(text.encode()).hexdigest())
        for number, text in enumerate(texts)
    ]


def measured(job: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Words a second of CPU time, after a warm-up on the first ten texts."""
    job(texts[:10])
    start = time.process_time()
    job(texts)
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def rashomon(texts: Sequence[str]) -> None:
    """Zones, masthead, sentences, every mention, every claim."""
    for account in accounts(texts):
        read(account)


def on_the_clock(texts: Sequence[str], cores: int) -> float:
    """Words a second of wall time on so many processes, once each of them has begun to read."""
    readings = read_all(accounts(texts), cores=cores)
    for _ in islice(readings, BEGUN):
        pass
    start = time.perf_counter()
    words = sum(len(text.split()) for text, _ in zip(texts[BEGUN:], readings, strict=True))
    return words / (time.perf_counter() - start)


@cache
def as_it_comes() -> Language:
    """The same model, loaded anew and left as it is."""
    model: Language = import_module(next(name for name in MODELS["en"] if find_spec(name))).load()
    return model


def spacy_full(texts: Sequence[str]) -> None:
    """Tags, heads, lemmas and names of every word."""
    for _ in as_it_comes().pipe(texts, batch_size=16):
        pass


def stack(texts: Sequence[str]) -> None:
    """A parse by spaCy, textacy's direct quotations, quantulum3's quantities."""
    import textacy.extract  # type: ignore[import-not-found]
    from quantulum3 import parser as quantities  # type: ignore[import-not-found]

    for doc in as_it_comes().pipe(texts, batch_size=16):
        with suppress(ValueError):  # an article whose marks do not pair
            list(textacy.extract.direct_quotations(doc))
        quantities.parse(doc.text)


def texts_of(argument: str) -> list[str]:
    """Invented articles by their number, or the texts of a file."""
    if argument.isdigit():
        return list(articles(int(argument)))
    return [json.loads(line)["text"] for line in Path(argument).read_text(encoding="utf-8").splitlines()]


def main() -> int:
    """Measures everyone on the same articles and prints a table."""
    texts = texts_of(sys.argv[1] if len(sys.argv) > 1 else "200")
    print(f"{platform.machine()}, Python {platform.python_version()}, spaCy {version('spacy')}, {len(texts)} articles")
    own = measured(rashomon, texts)
    print(f"{'rashomon read':32}{own:10,.0f} words/s")
    peers: list[tuple[str, Callable[[Sequence[str]], object]]] = [("spaCy full small pipeline", spacy_full)]
    try:
        peers.append((f"spaCy + textacy {version('textacy')} + quantulum3 {version('quantulum3')}", stack))
    except PackageNotFoundError as missing:
        print(f"left out: {missing.name} is not installed")
    for name, job in peers:
        speed = measured(job, texts)
        print(f"{name:32}{speed:10,.0f} words/s, rashomon {own / speed:.2f} times")
    if len(texts) >= 3 * BEGUN:
        one, two = (on_the_clock(texts, cores) for cores in (1, 2))
        print(f"{'on the clock':32}{one:10,.0f} words/s, two processes {two:,.0f}, {two / one:.2f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
