"""How fast one core reads, beside the peers, in one run.

    python bench/reading.py [ARTICLES]

Prints words a second for rashomon's whole reading of an account, spaCy's full small pipeline, and spaCy,
textacy and quantulum3 one after another (what a reader would put together today), with the ratios. A peer that
is not installed (bench/requirements.txt) is named and left out.
"""

from __future__ import annotations

import hashlib
import platform
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from corpus import articles

from rashomon.pipeline import read
from rashomon.sentences.parse import parser
from rashomon.types import Account


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


def spacy_full(texts: Sequence[str]) -> None:
    """Tags, heads, lemmas and names of every word."""
    for _ in parser("en").pipe(texts, batch_size=16):
        pass


def stack(texts: Sequence[str]) -> None:
    """A parse by spaCy, textacy's direct quotations, quantulum3's quantities."""
    import textacy.extract  # type: ignore[import-not-found]
    from quantulum3 import parser as quantities  # type: ignore[import-not-found]

    for doc in parser("en").pipe(texts, batch_size=16):
        for paragraph in doc.text.split("\n\n"):
            try:
                list(textacy.extract.direct_quotations(parser("en").make_doc(paragraph)))
            except ValueError:
                continue
        quantities.parse(doc.text)


def main() -> int:
    """Measures everyone on the same articles and prints a table."""
    texts = list(articles(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
