"""Where and when: the place that governs a figure, the days of its event, and when the value is said to hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rashomon.claims.topics.events import happenings, is_of_a_war, lead_of
from rashomon.claims.topics.setting import Setting, has, pattern
from rashomon.types import Place, Role, StockOrFlow, Time, Window

STOCKS = frozenset({"present", "forces", "items", "share", "area", "distance", "money"})
TOLLS = frozenset({"killed", "injured", "missing", "captured", "surrendered", "displaced", "evacuated", "returned"})
CATASTROPHE = 100_000  # people; a toll of such size, beside no single happening, is counted up over many
WHOLE_WAR = 1000  # people; the toll of a whole war is seldom less, an event in it seldom more


def _amount(setting: Setting) -> Decimal:
    figure = setting.figure
    return next((n for n in (figure.point, figure.low, figure.high) if n is not None), Decimal(0))


def place_of(setting: Setting) -> Place | None:
    """The place named nearest to the figure in its sentence, sooner after it than before, else the lead's first."""
    own = [p for p in setting.found.places if setting.offset <= p.span.start < setting.offset + len(setting.text)]
    if own:
        return min(own, key=lambda place: (_away(setting, place), place.span.start))
    lead = [s for s in setting.found.sentences if s.zone.kind != "caption"][:3]
    return next((p for p in setting.found.places if any(s.span.holds(p.span) for s in lead)), None)


def _away(setting: Setting, place: Place) -> int:
    after = place.span.start - setting.end
    return after if after >= 0 else 2 * (setting.start - place.span.end)


def window_of(setting: Setting) -> Window:
    """The days of the event: a time of the sentence that is no time of reporting, else one of the lead."""
    own = [time for time in _times(setting) if not _is_reporting(setting, time)]
    if own:
        nearest = min(own, key=lambda time: (abs(time.span.start - setting.end), time.span.start))
        return Window(earliest=nearest.earliest, latest=nearest.latest)
    return Window()


def as_of(setting: Setting) -> date | None:
    """The day on which the value is said to hold: that of the reporting where stated, else of publication."""
    told = [time for time in _times(setting) if _is_reporting(setting, time) and time.earliest == time.latest]
    return told[0].earliest if told else setting.found.masthead.published


def _times(setting: Setting) -> list[Time]:
    end = setting.offset + len(setting.text)
    return [
        time
        for time in setting.found.times
        if setting.offset <= time.span.start < end and time.earliest and time.type in {"DATE", "TIME"}
    ]


def _is_reporting(setting: Setting, time: Time) -> bool:
    start = time.span.start - setting.offset
    return pattern(setting.lexicon, "topics.reporting").search(setting.text[max(0, start - 12) : start]) is not None


def stock_or_flow(setting: Setting, role: Role) -> StockOrFlow | None:
    """Present at a moment, happened in a window, or counted up since a start."""
    if role in STOCKS:
        return "stock"
    if role in TOLLS or role == "other":
        told = happenings(setting.text, setting.lexicon) & lead_of(setting.found, setting.lexicon)
        since = has(setting, "topics.since", setting.start - 60, setting.end + 80) and not told
        of_a_war = is_of_a_war(setting) and (not told or _amount(setting) >= WHOLE_WAR)
        nameless = not happenings(setting.text, setting.lexicon) and _amount(setting) >= CATASTROPHE
        whole = since or of_a_war or nameless
        return "cumulative" if whole else "flow"
    return None
