"""Readers' comments in the markup of many systems: found, kept out of the report, and nothing of the report taken."""

from __future__ import annotations

import pytest

from rashomon.accounts import account_of_page
from rashomon.lexicons import load
from rashomon.types import Zone
from rashomon.zones import find_zones

REPORT = (
    "Am Montagmorgen ist im alten Hafen von Port Edran eine Fähre gegen die Mole gestoßen, teilte die Hafenmeisterei mit.",
    "Verletzt wurde niemand; die Besatzungen beider Schiffe waren nach einer Stunde an Land, sagte Mara Quill dem Stadtrat.",
    "Die Mole bleibt gesperrt, bis die Pfähle geprüft sind. Das wird nach Auskunft der Stadt bis zum Herbst dauern.",
    "Die nächste Fähre nach Teshar legt deshalb am Dienstag vom Nordkai ab, eine halbe Stunde später als sonst üblich.",
)
SHORT = REPORT[:1]
READERS = (
    (
        "Tomin",
        "4. Mai 2031 um 10:23",
        "Das wundert mich überhaupt nicht, die Mole war schon im letzten Jahr nicht mehr sicher.",
    ),
    (
        "Ann Berg",
        "4. Mai 2031 um 11:05",
        "Danke für den Bericht! Weiß jemand, ob die Fahrkarten vom Vortag noch gelten?",
    ),
    (
        "Vell",
        "5. Mai 2031 um 08:40",
        "Unsinn, die Mole ist sicher. Der Kapitän hat einfach nicht aufgepasst, und jetzt zahlen wir alle.",
    ),
)
NAV = '<div id="nav"><ul><li><a href="/">Start</a></li><li><a href="/h">Hafen</a></li><li><a href="/s">Stadt</a></li></ul></div>'
FOOT = '<div id="footer"><p><a href="/i">Impressum</a> · <a href="/d">Datenschutz</a></p></div>'

WORDPRESS = (
    '<div id="comments" class="comments-area"><h2 class="comments-title">3 Gedanken zu „Fähre“</h2><ol class="comment-list">{}</ol>'
    '<div id="respond"><h3>Schreibe einen Kommentar</h3><form><p>Deine E-Mail-Adresse wird nicht veröffentlicht.</p></form></div></div>',
    '<li class="comment even depth-1" id="comment-7"><article class="comment-body"><footer class="comment-meta"><b class="fn">{0}</b>'
    ' <span class="says">sagt:</span> <a href="#7"><time>{1}</time></a></footer><div class="comment-content"><p>{2}</p></div>'
    '<div class="reply"><a href="?r=7">Antworten</a></div></article></li>',
)
OLD_WORDPRESS = (
    '<h3 id="comments">3 Antworten auf „Fähre“</h3><ol class="commentlist">{}</ol><h3 id="respond">Hinterlasse eine Antwort</h3>',
    '<li class="alt" id="comment-3"><cite>{0}</cite> sagt:<br><small class="commentmetadata"><a href="#c">{1}</a></small><p>{2}</p></li>',
)
BLOGGER = (
    '<div class="comments" id="comments"><h4>3 Kommentare:</h4><dl id="comments-block">{}</dl></div>',
    '<dt class="comment-author"><a href="u">{0}</a> hat gesagt…</dt><dd class="comment-body"><p>{2}</p></dd>'
    '<dd class="comment-footer"><span class="comment-timestamp"><a href="t">{1}</a></span></dd>',
)
SERENDIPITY = (
    '<div class="serendipity_comments"><a id="comments"></a><div class="serendipity_commentsTitle">Kommentare</div>{}</div>',
    '<div class="serendipity_comment"><div class="serendipity_commentBody">{2}</div><div class="serendipity_comment_source">{0} am {1}</div></div>',
)
DRUPAL = (
    '<section id="kommentare"><h2>Kommentare</h2>{}</section>',
    '<div class="kommentar odd"><div class="submitted">Verfasst von {0} am {1}</div><div class="content"><p>{2}</p></div></div>',
)
DISQUS = (
    '<div id="disqus_thread"><div id="dsq-content" style="display:none"><ul id="dsq-comments">{}</ul></div></div>',
    '<li id="dsq-comment-9"><div id="dsq-comment-header-9"><cite>{0}</cite></div><div class="dsq-comment-body"><div id="dsq-comment-message-9">'
    "<p>{2}</p></div></div></li>",
)
NOSCRIPT = ('<noscript><div id="disqus_thread"><ul>{}</ul></div></noscript>', "<li><cite>{0}</cite> {1}<p>{2}</p></li>")
VBULLETIN = (
    '<div id="thread">{}</div>',
    '<table id="post12"><tr><td><div class="posthead">{1}</div><a class="bigusername">{0}</a></td><td><div class="postbit_content">'
    '<div id="post_message_12" class="postbody">{2}</div></div></td></tr></table>',
)
MICRODATA = (
    "<div>{}</div>",
    '<div itemscope itemtype="http://schema.org/Comment"><span itemprop="creator">{0}</span> <i>{1}</i><div itemprop="text">{2}</div></div>',
)
NEWSPAPER = (
    '<div class="box"><h3>Leserkommentare (3)</h3><ul>{}</ul></div>',
    "<li><b>{0}</b> <span>{1}</span><p>{2}</p></li>",
)
UNNAMED = (
    "<h3>3 Kommentare</h3>{}",
    "<p><b>{0}</b> schrieb am {1}:</p><p>{2}</p>",
)
ANSWERED = (
    '<div class="c1">{}</div>',
    '<div class="x7"><div class="x8">{0}</div><div class="x9">{2}</div><div class="x10"><a href="#">Antworten</a> <a href="#">Melden</a></div></div>',
)
FRENCH = (
    '<div class="commentaires"><h3>3 commentaires</h3>{}</div>',
    '<div class="item"><p>{0} a dit :</p><p>{2}</p></div>',
)
BOXES = (
    '<div class="z1">{}</div>',
    '<div class="z2"><span class="z3">{0}</span><div class="z4">{1}</div><div class="z5">{2}</div></div>',
)
TABLE = (
    "<p><strong>Kommentare:</strong></p><table>{}</table>",
    "<tr><td>{0}<br>{1}</td><td>{2}</td></tr>",
)
LINES = (
    "<p><b>Leserbriefe</b></p>{}",
    "<p>{0}, {1}<br>{2}</p>",
)
SYSTEMS = {
    name: value
    for name, value in globals().items()
    if name.isupper() and isinstance(value, tuple) and "{}" in str(value[0])
}


def page(system: tuple[str, str], report: tuple[str, ...], *, inside: bool) -> str:
    said = system[0].replace("{}", "".join(system[1].format(*reader) for reader in READERS))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in report)
    thread = (said, "") if inside else ("", said)
    return (
        f"<html><head><title>Fähre rammt Mole - Hafenpost</title></head><body>{NAV}<div id='content'><div class='post'>"
        f"<h1>Fähre rammt Mole</h1><div class='entry'>{text}</div>{thread[0]}</div>{thread[1]}</div>{FOOT}</body></html>"
    )


def zones_of(markup: str) -> tuple[Zone, ...]:
    return find_zones(account_of_page(markup.encode(), "page.html"), load("en"))


def words_of(zones: tuple[Zone, ...], *, comments: bool) -> str:
    return " ".join(" ".join(zone.span.text.split()) for zone in zones if (zone.kind == "comment") is comments)


@pytest.mark.parametrize("inside", [True, False], ids=["inside", "beside"])
@pytest.mark.parametrize("report", [REPORT, SHORT], ids=["long", "short"])
@pytest.mark.parametrize("name", SYSTEMS)
def test_comments_are_told_from_the_report(name: str, report: tuple[str, ...], inside: bool) -> None:
    zones = zones_of(page(SYSTEMS[name], report, inside=inside))
    found = words_of(zones, comments=True)
    body = " ".join(
        " ".join(zone.span.text.split()) for zone in zones if zone.kind in {"body", "heading", "blockquote"}
    )
    assert [said for _, _, said in READERS if said not in found] == []
    assert [paragraph for paragraph in report if paragraph not in body] == []


TICKER = "".join(
    f"<div class='e'><b>Hafenpost</b><div>4.5.2031, 10:2{at}</div><p>{said}</p></div>"
    for at, (_, _, said) in enumerate(READERS)
)
TEASERS = "".join(
    f"<div class='t'><span>Hafen {day}</span><i>{day}</i><h4><a href='/a'>Mehr vom Hafen heute</a></h4><p>{said}</p></div>"
    for _, day, said in READERS
)


@pytest.mark.parametrize("list_of", [TICKER, TEASERS], ids=["running report", "other reports"])
def test_dated_items_that_are_no_comments(list_of: str) -> None:
    assert words_of(zones_of(page((f"<div>{list_of}</div>" + "{}", ""), REPORT, inside=True)), comments=True) == ""


@pytest.mark.parametrize("report", [REPORT, SHORT], ids=["long", "short"])
def test_page_without_comments_has_none(report: tuple[str, ...]) -> None:
    assert words_of(zones_of(page(("{}", ""), report, inside=True)), comments=True) == ""


BLOG = (
    "<html><head><title>Hafentagebuch » Fähre rammt Mole</title></head><body class='single comments-open'>{nav}"
    "<h1><a href='/'>Hafentagebuch</a></h1><div id='page' class='has-comments'><div class='post category-kommentar tag-comments'>"
    "<h2><a href='/f'>Fähre rammt Mole</a></h2>{text}{said}</div></div>{foot}</body></html>"
)


@pytest.mark.parametrize("name", SYSTEMS)
def test_names_around_the_whole_report_are_not_its_readers(name: str) -> None:
    said = SYSTEMS[name][0].replace("{}", "".join(SYSTEMS[name][1].format(*reader) for reader in READERS))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT)
    zones = zones_of(BLOG.format(nav=NAV, foot=FOOT, text=text, said=said))
    assert [" ".join(zone.span.text.split()) for zone in zones if zone.kind == "title"] == ["Fähre rammt Mole"]
    assert [words for _, _, words in READERS if words not in words_of(zones, comments=True)] == []
    assert [words for words in REPORT if words in words_of(zones, comments=True)] == []
