"""Prints: the order of reading, broken words, what runs along the edges, where each line stands, pictures of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from prints import column, printed

from rashomon.accounts import Unreadable, gather, rederived
from rashomon.accounts.pdf import account_of_print
from rashomon.types import Account

LEFT = [
    "The ferry left Teshar late on Friday night,", "with 180 people on board, the harbour", "office said. At least twelve of them, most-",
    "ly children, died when it sank off the old", "mole, a spokeswoman for the coast guard",
]  # fmt: skip
RIGHT = [
    "told reporters on Saturday. The owner of", "the ferry denied that it had been over-", "loaded. Two of its crew were held at the",
    "harbour of Orvell and will be heard on Mon-", "day by a judge, a clerk of the court said.",
]  # fmt: skip
HEAD = (50.0, 700.0, 20.0, "Twelve die as ferry sinks off Teshar, coast guard says")
READ = (
    "The ferry left Teshar late on Friday night, with 180 people on board, the harbour office said. At least twelve of "
    "them, mostly children, died when it sank off the old mole, a spokeswoman for the coast guard told reporters on "
    "Saturday. The owner of the ferry denied that it had been overloaded. Two of its crew were held at the harbour of "
    "Orvell and will be heard on Monday by a judge, a clerk of the court said."
)


def read(*pages: list[tuple[float, float, float, str]] | None) -> Account:
    return account_of_print(printed(pages), "a.pdf")


@pytest.mark.parametrize("by_line", [False, True])
def test_columns_are_read_one_after_another_whatever_order_they_were_written_in(by_line: bool) -> None:
    words = [*column(50, 660, LEFT), *column(310, 660, RIGHT)]
    account = read([HEAD, *(sorted(words, key=lambda word: -word[1]) if by_line else words)])
    assert account.text == f"{HEAD[3]}\n\n{READ}"


def test_three_columns() -> None:
    parts = [LEFT, RIGHT, [line.replace("ferry", "barge") for line in LEFT]]
    words = [word for number, lines in enumerate(parts) for word in column(30 + 190 * number, 660, lines, size=8)]
    text = read(sorted(words, key=lambda word: -word[1])).text
    assert text.startswith(READ)
    assert text.index("The barge left") > text.index("clerk of the court")


def test_rows_of_a_table_stay_together() -> None:
    rows = [("Killed", "12"), ("Injured", "40"), ("Missing", "7"), ("Rescued", "121")]
    words = [
        w
        for n, (name, number) in enumerate(rows)
        for w in [(50.0, 600.0 - 14 * n, 10.0, name), (300.0, 600.0 - 14 * n, 10.0, number)]
    ]
    text = read(words).text
    assert "Killed 12" in text
    assert "Rescued 121" in text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The ferry was over-", "loaded."], "overloaded."),
        (["A well-known boat; a well-", "known owner."], "a well-known owner."),
        (["It sank between Teshar-", "Orvell and the mole."], "Teshar-Orvell"),
        (["A crew of 12-", "15 was on board."], "12- 15"),
        (["It sank \u2013", "nobody knows why."], "sank \u2013 nobody"),
    ],
)
def test_word_broken_at_the_end_of_a_line(lines: list[str], expected: str) -> None:
    assert expected in read(column(50, 600, ["The harbour office said on Saturday morning", *lines])).text


def page(number: int, words: str) -> list[tuple[float, float, float, str]]:
    return [
        (50, 800, 8, "The Harbour Post"), (500, 800, 8, "2 May 2031"), *column(50, 700, [words, "and the rest of it."] * 3),
        (290, 30, 8, f"Page {number} of 4"),
    ]  # fmt: skip


def test_heads_and_feet_of_pages_are_no_text_but_kept() -> None:
    account = read(*(page(number, f"The {word} ferry") for number, word in enumerate(["red", "blue", "old", "new"], 1)))
    assert "Harbour Post" not in account.text
    assert "Page" not in account.text
    assert {meta.value for meta in account.meta if meta.name == "running"} >= {
        "The Harbour Post 2 May 2031",
        "Page 1 of 4",
    }


def test_sentence_goes_on_over_a_page() -> None:
    account = read(
        [
            (50, 800, 8, "The Harbour Post"),
            *column(50, 700, ["The ferry that left Teshar on Friday", "night carried no fewer than"]),
        ],
        [(50, 800, 8, "The Harbour Post"), *column(50, 700, ["180 people.", "It sank at once."])],
        [(50, 800, 8, "The Harbour Post"), *column(50, 700, ["Of the crew nothing is known.", "It sank."])],
    )
    assert account.text.startswith("The ferry that left Teshar on Friday night carried no fewer than 180 people.")
    assert "at once.\n\nOf the crew" in account.text


def test_paragraphs_are_parted_by_room_by_indents_and_by_size() -> None:
    words = [
        (50, 700, 18, "Ferry sinks"), *column(50, 670, LEFT), *column(50, 590, RIGHT),
        *column(62, 530, ["A third paragraph stands in a little here"]), *column(50, 518, ["and goes on below."]),
    ]  # fmt: skip
    parts = read(words).text.split("\n\n")
    assert parts[0] == "Ferry sinks"
    assert parts[1].endswith("for the coast guard")
    assert parts[2].endswith("clerk of the court said.")
    assert parts[3] == "A third paragraph stands in a little here and goes on below."


def test_each_line_knows_its_page_and_its_box() -> None:
    account = read(column(50, 700, LEFT), column(50, 700, RIGHT))
    assert [line.page for line in account.lines] == [1] * 5 + [2] * 5
    first = account.lines[0]
    assert account.text[first.start : first.end] == LEFT[0]
    left, bottom, right, top = map(float, first.box)
    assert (round(left), round(bottom)) == (50, 698)
    assert 200 < right < 260
    assert 706 < top < 709
    for line in account.lines:
        assert account.text[line.start : line.end].strip()


TURNS = {"0 1 -1 0 595 0": 90, "-1 0 0 -1 595 842": 180, "0 -1 1 0 0 842": 270}  # to the left


@pytest.mark.parametrize("turned", [0, 90, 270])
@pytest.mark.parametrize("matrix", ["", *TURNS])
def test_page_that_lies_on_its_side_is_read_along_its_lines(matrix: str, turned: int) -> None:
    words = [*column(50, 500, LEFT), *column(310, 500, RIGHT)]
    account = account_of_print(printed([words], matrix, turned), "a.pdf")
    assert account.text == READ
    left, bottom, right, top = map(float, account.lines[0].box)
    if matrix and TURNS[matrix] in {90, 270}:
        assert right - left < 12
        assert top - bottom > 150


def test_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"pages 1 to 2: a picture without text"):
        read(None, None)
    (tmp_path / "a.pdf").write_bytes(printed([column(50, 700, LEFT), None, column(50, 700, RIGHT)]))
    gathered = gather([tmp_path])
    assert len(gathered.accounts) == 1
    assert "a.pdf, page 2: a picture without text" in str(gathered.refused[0])


@pytest.mark.parametrize("content", [b"%PDF-1.4 rubbish", printed([column(50, 700, LEFT)])[:300], printed([[]])])
def test_print_that_cannot_be_read_is_named(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"a\.pdf"):
        account_of_print(content, "a.pdf")


def test_print_is_derived_again_from_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed([[HEAD, *column(50, 660, LEFT), *column(310, 660, RIGHT)]], title="Ferry"))
    (account,) = gather([tmp_path]).accounts
    again = rederived(account)
    assert again is not None
    assert (again.text, again.lines, again.meta) == (account.text, account.lines, account.meta)
    assert account.parsed_by.startswith("1, pypdfium2 ")
