"""The review in a real browser. Screenshots of each view stay in build/screenshots."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import example
import pytest
import uvicorn
from archives import answer, record
from hostile import hostile
from prints import column, printed

import rashomon
from rashomon.desk import page as report
from rashomon.judgements import first_broken
from rashomon.stores import log_of
from rashomon.web import Door, make_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM:
    pytest.skip("no chromium on this machine (Debian: apt-get install chromium)", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

Page = playwright.Page
expect = playwright.expect
SHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
WIDTHS = (1440, 390)
COURIER = "Ferry sinks off Teshar\n\nAt least 17 people were killed when a ferry sank off Teshar, a doctor said.\n"
GAZETTE = (
    "At least 16 people were killed when a ferry sank off Teshar on Thursday,",
    "the Harbour Ministry said. Some 38 people were injured, a doctor at the",
    "hospital of Port Edran said, and 140 were brought ashore by fishing boats.",
)
POST = """<!doctype html><html lang="en"><head><title>Ferry sinks off Teshar</title>
<meta property="og:site_name" content="{name}"><script>alert(1)</script></head><body onload="alert(2)">
<nav class="menu"><ul><li><a href="javascript:alert(3)">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main><article><h1>Ferry sinks off Teshar</h1><p class="byline">By Ilse Maron</p>
<figure><img src="https://evil.example/p.jpg" alt="The pier of Teshar" onerror="alert(4)">
<figcaption>Rescuers on the pier. Photo: {name}</figcaption></figure>
<p>At   least <b>{dead} people</b> were killed when a ferry sank off Teshar on Thursday, the
<a href="https://ministry.example/said">Harbour Ministry</a> said. Some 40 were injured.</p>
<h2>What the coast guard says</h2><p>“We expect more,” the coast guard’s spokesman, Tomas Vell, told reporters.</p>
<table><tr><th>Port</th><th>Brought ashore</th></tr><tr><td>Teshar</td><td>90</td></tr></table>
<ul><li>140 people were brought ashore by fishing boats.</li><li>Two boats are still searching.</li></ul>
<svg onload="alert(5)"></svg></article></main>
<footer><p>{name}. All rights reserved.</p></footer></body></html>"""
WIDER = """(width) => document.documentElement.scrollWidth <= width ? [] :
    [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width)
        .map((one) => `${one.tagName}.${one.className}`).slice(0, 8)"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-quic"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: playwright.Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(25_000)  # other tests run on the same cores
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda _: problems.append("a dialog"))
    yield page
    context.close()
    assert [one for one in problems if "status of 4" not in one] == []


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, Door]]:
    rashomon.save(example.case(), tmp_path / "a.rashomon")
    yield from serving(tmp_path / "a.rashomon")


@pytest.fixture
def served_hostile(tmp_path: Path) -> Iterator[tuple[Path, Door]]:
    rashomon.save(rashomon.compare(hostile()), tmp_path / "h.rashomon")
    yield from serving(tmp_path / "h.rashomon")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A case of a page, a print, a web archive and a text, all invented, and all with a figure for one question."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "courier.txt").write_text(COURIER)
    (folder / "gazette.pdf").write_bytes(
        printed([[(50, 810, 8, "The Edran Gazette"), *column(50, 700, GAZETTE, 11, 14), (290, 40, 8, "1")],
                 [(50, 810, 8, "The Edran Gazette"), *column(50, 700, ["Divers will go down again."], 11), (290, 40, 8, "2")]])
    )  # fmt: skip
    (folder / "post.html").write_text(POST.format(name="The Harbour Post", dead=12))
    wire = record("https://wire.example/ferry", answer(POST.format(name="Teshar Wire", dead=15).encode()))
    (folder / "crawl.warc").write_bytes(wire)
    rashomon.save(rashomon.compare([folder]), tmp_path / "m.rashomon")
    return tmp_path / "m.rashomon"


@pytest.fixture
def served_mixed(mixed: Path) -> Iterator[tuple[Path, Door]]:
    yield from serving(mixed)


def serving(path: Path) -> Iterator[tuple[Path, Door]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        door = Door(port=free.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(make_app(path, door), host="127.0.0.1", port=door.port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield path, door
    server.should_exit = True
    thread.join(timeout=20)


def come_in(tab: Page, door: Door, name: str = "Ilse Maron") -> None:
    tab.goto(door.address)
    tab.fill('input[name="person"]', name)
    tab.press('input[name="person"]', "Enter")
    tab.wait_for_load_state()
    assert tab.locator(".notice").count() == 0


def keep(tab: Page, name: str, widths: tuple[int, ...] = WIDTHS) -> None:
    """Screenshots at both widths; nothing may be wider than the screen."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=False)
        wide = tab.evaluate(WIDER, width)
        assert wide == [], f"{name} is wider than {width}"
    tab.set_viewport_size({"width": 1440, "height": 900})


def accessible(tab: Page) -> None:
    found = axe.Axe().run(tab).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_report_opens_filters_and_switches_codebooks(tab: Page, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(report(example.case()), encoding="utf-8")
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(file.as_uri())
    assert requests == [file.as_uri()]
    keep(tab, "report")
    several = tab.locator("article.fact").count()
    tab.check("#show-conflict")
    assert 0 < tab.locator("article.fact:visible").count() < several
    assert tab.locator("article.fact:visible:not(.conflict)").count() == 0
    tab.check("#show-all")
    assert tab.locator("div.book:visible").count() == 0
    tab.get_by_label("UCDP").check()
    assert tab.locator("div.book:visible").first.inner_text().startswith("UCDP")
    keep(tab, "report-codebook")
    tab.locator(".statements a.value").first.click()
    assert tab.evaluate("document.querySelector(':target').closest('article').className") == "account"
    keep(tab, "report-account")
    tab.emulate_media(color_scheme="dark")
    tab.goto(file.as_uri())
    keep(tab, "report-dark")
    tab.emulate_media(media="print", color_scheme="light")
    keep(tab, "report-print", (1440,))


def test_report_is_accessible(chromium: playwright.Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(report(example.case()), encoding="utf-8")
    context = chromium.new_context(bypass_csp=True)
    tab = context.new_page()
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.goto(file.as_uri())
        accessible(tab)
    context.close()


def test_fact_is_judged_by_keys_undone_and_exported(tab: Page, served: tuple[Path, Door]) -> None:
    path, door = served
    come_in(tab, door)
    keep(tab, "review-queue")
    tab.click("#start")
    tab.wait_for_url("**/fact/**")
    keep(tab, "review-fact")
    first = tab.url
    tab.keyboard.press("a")
    tab.wait_for_url(lambda url: url != first)
    assert [line.by for line in log_of(path)] == ["Ilse Maron"]
    second = tab.url
    tab.keyboard.press("1")
    assert tab.locator('input[name="claim"]').first.is_checked()
    tab.keyboard.press("n")
    tab.keyboard.type("seen in the original")
    tab.keyboard.press("Escape")
    tab.select_option("#outcome", "compatible")
    tab.locator("h1").first.click()
    tab.keyboard.press("o")
    tab.wait_for_url(lambda url: url != second)
    tab.goto(second)
    assert "seen in the original" in tab.locator(".reason").first.inner_text()
    assert tab.locator(".tag.person").count() >= 1
    keep(tab, "review-decided")
    tab.keyboard.press("u")
    expect(tab.locator(".tag.person")).to_have_count(0)
    tab.reload()
    assert tab.locator("article.fact .tag.person").count() == 0
    tab.goto(f"http://127.0.0.1:{door.port}/log")
    keep(tab, "review-log")
    assert first_broken(log_of(path)) is None
    assert len(log_of(path)) == 3
    with tab.expect_download() as saved:
        tab.click("text=JSONL")
    assert saved.value.path().read_text(encoding="utf-8").count('"record": "judgement"') == 3


def test_number_opens_its_sentence_and_a_missed_figure_is_added_by_marking(
    tab: Page, served: tuple[Path, Door]
) -> None:
    path, door = served
    come_in(tab, door)
    tab.click("#start")
    tab.wait_for_url("**/fact/**")
    tab.locator(".figurelink").first.click()
    expect(tab.locator(".here")).to_have_count(1)
    tab.evaluate(
        """() => {
            const words = [...document.querySelectorAll('.zone.body .words')][0];
            const node = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(node, 0);
            range.setEnd(node, Math.min(6, node.length));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    expect(tab.locator("#start")).not_to_have_value("")  # the page's own policy forbids waiting by a script of ours
    start, end = (int(tab.input_value(f"#{name}")) for name in ("start", "end"))
    shown = tab.locator("#marked").text_content()
    account = next(one for one in example.accounts() if one.id in tab.url)
    assert account.text[start:end] == shown
    keep(tab, "review-account")
    tab.fill("#add #value", "27")
    tab.fill("#add #note", "missed")
    tab.click("#add button.main")
    tab.wait_for_load_state()
    assert [line.outcome for line in log_of(path)] == [f"add {start}-{end} 27 killed"]


def test_search_answers_while_typing(tab: Page, served: tuple[Path, Door]) -> None:
    come_in(tab, served[1])
    tab.keyboard.press("/")
    tab.keyboard.type("doct")
    tab.wait_for_selector(".hits mark")
    keep(tab, "review-search")
    tab.locator(".hits a").first.click()
    assert tab.locator(".here").count() == 1


def test_pages_of_the_review_are_accessible(chromium: playwright.Browser, served: tuple[Path, Door]) -> None:
    context = chromium.new_context(bypass_csp=True)
    tab = context.new_page()
    come_in(tab, served[1])
    fact = max(example.case().facts, key=lambda one: len(one.claims))
    account = example.accounts()[0]
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        for place in ("", f"fact/{fact.id}", f"account/{account.id}", "findings", "sources", "log", "search?q=fire"):
            tab.goto(f"http://127.0.0.1:{served[1].port}/{place}")
            accessible(tab)
    context.close()


def test_other_pages_fit_both_widths(tab: Page, served: tuple[Path, Door]) -> None:
    come_in(tab, served[1])
    for place in ("findings", "sources"):
        tab.goto(f"http://127.0.0.1:{served[1].port}/{place}")
        keep(tab, f"review-{place}")


def test_second_tab_hears_of_a_decision_and_loses_nothing(tab: Page, served: tuple[Path, Door]) -> None:
    path, door = served
    come_in(tab, door)
    other = tab.context.new_page()
    tab.click("#start")
    tab.wait_for_url("**/fact/**")
    other.goto(tab.url)
    tab.keyboard.press("a")
    other.wait_for_selector("#pulse .notice", timeout=30_000)
    other.keyboard.press("a")
    other.wait_for_selector("#problem")
    assert len(log_of(path)) == 1


def test_hostile_text_stays_text(tab: Page, served_hostile: tuple[Path, Door]) -> None:
    path, door = served_hostile
    come_in(tab, door, "<script>alert(1)</script>")
    case = rashomon.load(path)
    for place in (*(f"account/{one.id}" for one in case.accounts), *(f"fact/{one.id}" for one in case.facts), "report"):
        tab.goto(f"http://127.0.0.1:{door.port}/{place}")
        assert tab.evaluate("[...document.scripts].filter((one) => !one.src).length") == 0
        assert tab.locator("img").count() == 0


def shown_at_target(tab: Page) -> str:
    """The text at the place that the address names; a print has a box there, and its text drawn within the box."""
    return str(
        tab.evaluate("""() => {
            const target = document.querySelector(":target");
            const box = target.getBoundingClientRect();
            if (box.top < 0 || box.bottom > innerHeight || !box.width) return "not in sight";
            if (target.tagName !== "rect") return target.textContent;
            const inside = (one) => one.left > box.left - 2 && one.right < box.right + 2 && one.top < box.bottom && one.bottom > box.top;
            return [...document.querySelectorAll("svg.sheet text")].filter((one) => inside(one.getBoundingClientRect()))
                .map((one) => one.textContent).join("");
        }""")
    )


def test_report_goes_from_number_to_sentence_to_original(tab: Page, mixed: Path) -> None:
    file = mixed.with_suffix(".html")
    file.write_text(report(rashomon.load(mixed)), encoding="utf-8")
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.emulate_media(reduced_motion="reduce")
    for name, words in (("gazette", "At least 16"), ("wire", "At least 15"), ("post", "At least 12")):
        tab.goto(file.as_uri())
        tab.locator(".statements a.value", has_text=words).first.click()
        assert shown_at_target(tab) == words
        tab.locator(":target").click()
        expect(tab.locator("details.original[open]")).to_have_count(1)
        assert words.startswith(shown_at_target(tab).strip())
        keep(tab, f"report-original-{name}")
    assert set(requests) == {file.as_uri()}


def test_review_goes_from_number_to_sentence_to_original_and_back(tab: Page, served_mixed: tuple[Path, Door]) -> None:
    path, door = served_mixed
    come_in(tab, door)
    tab.click("#start")
    tab.wait_for_url("**/fact/**")
    fact = tab.url
    for name, words in (
        ("gazette", "At least 16"),
        ("wire", "At least 15"),
        ("post", "At least 12"),
        ("text", "At least 17"),
    ):
        tab.goto(fact)
        tab.locator(".figurelink", has_text=words).first.click()
        sentence = tab.url
        tab.locator("a.here").click()
        tab.wait_for_url("**/original/**")
        assert words.startswith(shown_at_target(tab).strip())
        keep(tab, f"review-original-{name}")
        with tab.expect_download() as saved:
            tab.click("text=Save its bytes")
        account = next(one for one in rashomon.load(path).accounts if one.id in sentence)
        assert saved.value.path().read_bytes() == (account.original or account.text.encode())
        tab.click("text=back to the account")
        assert tab.url == sentence
    tab.goto(fact)
    tab.locator("a.tooriginal").first.click()
    assert "/original/" in tab.url


def test_originals_are_accessible(chromium: playwright.Browser, served_mixed: tuple[Path, Door]) -> None:
    path, door = served_mixed
    file = path.with_suffix(".html")
    file.write_text(report(rashomon.load(path)).replace('<details class="original"', '<details open class="original"'))
    context = chromium.new_context(bypass_csp=True)
    tab = context.new_page()
    come_in(tab, door)
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.goto(file.as_uri())
        accessible(tab)
        for account in rashomon.load(path).accounts:
            tab.goto(f"http://127.0.0.1:{door.port}/original/{account.id}")
            accessible(tab)
    context.close()
