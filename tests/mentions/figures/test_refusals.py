"""What holds a number and is no figure, with and without a parse."""

from __future__ import annotations

import pytest

from rashomon.lexicons import load
from rashomon.mentions.figures import find_figures
from rashomon.sentences import parse_sentences
from rashomon.types import Account, Figure, Sentence, Zone

NO_FIGURE = [
    "They flew a Heron 12 in May and the Marrow 2 mission.",
    "Call (317) 327.3475 or 222-TIPS (8477), or text 274627 (CRIMES).",
    "His other Formula One drivers crashed in lap 48; it holds through at least 2025.",
    "10 On Your Side has learned that the 5’2’’ singer left on 9/12.",
    "She called 911 and the 911 caller left.",
    "Hide Caption 1 of 59",
    "The rope was cut in half; half-truths were told.",
    "Nobody wants that; none of it was said.",
    "Call (334)-501-3140 or 0207 782 4368 or 020 7946 0958.",
    "A Heron 208B Grand Courier crashed.",
    "At one point he left.",
    "They slipped into the bottom three after a place in the top 10.",
    "He told 7 Eyewitness News and Fox 28 that the ftse 100 and Hwy. 10 are quiet.",
    "Teshar dropped to 0-13 and lost 51 - 50 on Friday.",
    "It is one nobody saw.",
    "It is due between Feb 8 and 25, or on July 4, 5 and 6.",
    "Call 02077824220 or see post 746104714429927 in unit 2-E.",
    "13, 2031.",
    "They met at 2500 W. Mill St. or 63-99 Mill Road in Teshar.",
    "It is number two in the list, or so ONE News said of HR 1.",
    "They stay over the next day or two in flat 4C.",
    "They lifted a 737 into orbit.",
    "A Heron 9 rocket flew.",
    "It is a 3 / 5 star hotel.",
    "It happened on 2 July 2031.",
    "It happened on July 2, 2031, in Teshar.",
    "The 2031-07-02 report was late.",
    "The raid began at 10:30 and ended at 5 pm.",
    "They boarded it at 1230 hours, and it was attacked about 1100 hrs IST.",
    "Nela Orm, an eighth-grader, wrote to a user called 80 Orm Vale of WXYZ Action News 5.",
    "You can put the parts together, as two and two, one by one.",
    "The club at 13859 8 Mile Road burned; call 404-555-TIPS.",
    "The seeded Varr Hawks (15 - 17) lost.",
    "It is the HarkBoat® 10 platform, with a USB 3 port and a GT 650M card.",
    "They read pages 3 through 7 in their early 20's.",
    "She is a single mother.",
    "The fibre SAT - 3 broke, and the boats landed at Landing Zones 1 and 2.",
    "He wrote on page twenty of the book.",
    "The raid began at 0600 GMT.",
    "The town was taken in 1975.",
    "The Su-24 crossed Route 66 to Gate 12.",
    "The F-16 and the A42 met the G7.",
    "It was the 24th raid of the 1990s.",
    "Call 555-0123 or write to 12 Mill Road.",
    "The team lost 3-0 at home.",
    "See https://example.org/2031/12 for more.",
    "She was one of the guests; no two-state plan will do.",
    "Few believed the couple.",
    "He said so in the first half.",
    "It was resolution 10.0.0.1 of No. 5.",
]
FIGURES = [
    ("Two men, 25 and 30, left; he got one year's leave.", ["Two", "25", "30", "one year"]),
    ("In the West Quarter 12 residents died.", ["12"]),
    (
        "The 57-year-old Dr. Orm and 51 - 60 guests left; the bottom three teams stayed.",
        ["57-year-old", "51 - 60", "three"],
    ),
    ("In May, 12 carts left; in June, three boats.", ["12", "three"]),
    ("It takes 0-60 days in 12 News rooms.", ["0-60 days", "12"]),
    ("She called 911; 911 people came.", ["911"]),
    ("No one was hurt.", ["No one"]),
    ("The fund paid $3B; 7B people live.", ["$3B", "7B"]),
    ("The 16-year-old's page and a 25 y/o man.", ["16-year-old", "25 y/o"]),
    ("It rained one day after the vote.", ["one day"]),
    ("They counted 120,000 and 120\u202f000 and 120, 000 tents.", ["120,000", "120\u202f000", "120, 000"]),
    ("In 2031, 120 people came.", ["120"]),
    ("They counted 969 women 3110 men.", ["969", "3110"]),
    ("It took a hundred and ten men and 1,234,567 bricks.", ["a hundred and ten", "1,234,567"]),
    ("From 5 metres to 6 metres of rope were left.", ["From 5 metres to 6 metres"]),
    ("The toll rose from 15 to 18.", ["15", "18"]),
    ("It fell to minus 12 degrees Celsius.", ["minus 12 degrees Celsius"]),
    ("They sent 400 carts (380 carts, to be exact).", ["400", "380 carts, to be exact"]),
    ("The 48-truck convoy and the 101 meter (330 foot) boat came.", ["48", "101 meter", "330 foot"]),
    ("Half the town and two thirds of the fields burned.", ["Half", "two thirds"]),
]


def figures_in(text: str, *, parsed: bool) -> tuple[Figure, ...]:
    account = Account(name="case", text=text, digest="case")
    span = account.span(0, len(text))
    whole = [Sentence(span=span, zone=Zone(span=span, kind="body"))]
    return find_figures(parse_sentences(whole) if parsed else whole, load("en"))


PARSED_ALONE = {NO_FIGURE[0], "It is one nobody saw.", "A Heron 9 rocket flew."}


@pytest.mark.parametrize("parsed", [True, False])
@pytest.mark.parametrize("text", NO_FIGURE)
def test_no_figure(text: str, parsed: bool) -> None:
    if parsed or text not in PARSED_ALONE:
        assert [figure.span.text for figure in figures_in(text, parsed=parsed)] == []


@pytest.mark.parametrize("parsed", [True, False])
@pytest.mark.parametrize(("text", "spans"), FIGURES)
def test_figures(text: str, spans: list[str], parsed: bool) -> None:
    assert [figure.span.text for figure in figures_in(text, parsed=parsed)] == spans


@pytest.mark.parametrize("text", ["9" * 10**6, "9," * 10**5, "a hundred " * 10**4, "5 to " * 10**4, "one and " * 10**4])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    figures_in(text, parsed=False)


COUNTED = [
    ("Some 12 current or former heads of state met.", "current or former heads"),
    ("Some 12 current and former heads of state met.", "current and former heads"),
    ("The court dropped 22 bank and tax fraud charges.", "bank and tax fraud charges"),
    ("The two wounded guests left.", "wounded guests"),
    ("They made two 14-year-old boys lie down.", "14-year-old boys"),
    ("Two non-citizens left.", "non-citizens"),
    ("Two Heron-14 rockets were fired.", "Heron-14 rockets"),
    ("They read a 12 page book.", "page"),
    ("They seized six AK 47 rifles.", "AK 47 rifles"),
    ("They saw 30 Teshar guests,15 Marrow cooks.", "Teshar guests"),
    ("It sold 35 percent overall.", None),
    ("It has an 8 percent unemployment rate.", "unemployment rate"),
    ("They had 3 ounces of salt worth $12.", "salt"),
    ("They staged two long-range rocket launches.", "long-range rocket launches"),
    ("She has two master's degrees.", "master's degrees"),
    ("Most of those boats sank.", "boats"),
    ("They sent 12 fighter aircraft.", "fighter aircraft"),
    ("It was a single raid overnight.", "raid"),
    ("It sold at 6 times book value.", "times"),
    ("One fourth of the US population slept.", "US population"),
    ("They ended five mostly quiet and usually happy seasons.", "mostly quiet and usually happy seasons"),
    ("They let four- and five-room flats.", "room"),
    ("Some 460 Marrow and Teshar boats sank.", "Marrow and Teshar boats"),
    ("Two thirds of the combined 12 million sales came late.", None),
    ("Sales will grow 6 percent next year.", None),
    ("Sales were 2 percent higher.", None),
    ("Thousands flee after a blast", None),
    ("Shells killed 40 Tuesday.", None),
    ("The raid left 31 dead.", "dead"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_counted(text: str, counted: str | None) -> None:
    figure = figures_in(text, parsed=True)[0]
    assert (figure.counted.text if figure.counted else None) == counted


MEASURED = [
    ("A 2,500-square-foot hall burned.", "area", "square foot", 232.257600),
    ("A 100-mile-per-hour wind blew.", "speed", "mile per hour", 44.704),
    ("The water was a warm 40C.", "temperature", "degree Celsius", 40),
    ("The screen is 10″ wide.", "length", "inch", 0.254),
    ("It flies 7 miles per second.", "speed", "mile per second", 11265.408),
    ("It walks 5 km a day.", "length", "kilometre per day", 5000),
    ("A magnitude 4.6 quake shook it.", "other", "magnitude", 4.6),
    ("A 7.1-magnitude quake shook it.", "other", "magnitude", 7.1),
    ("There is a 1 in 10,000 chance.", "share", None, 0.0001),
    ("It has a 12 C melting point.", "temperature", "degree Celsius", 12),
    ("The singer dies at 95.", "duration", "year", 34675),
    ("It costs $15/hour.", "money", "USD per hour", 15),
    ("They waited a year and a half.", "duration", "year", 547.5),
    ("It holds 3 × 10⁶ of them.", "count", None, 3000000),
    ("It holds 3x10^6 of them.", "count", None, 3000000),
    ("He is 6 feet tall, or 72 inches, and 190 pounds.", "length", "foot", 1.8288),
    ("They seized 10 pounds of pot.", "mass", "pound-mass", 4.5359237),
    ("He was fined 10 pounds.", "money", "GBP", 10),
    ("It did 12 million pounds of damage.", "money", "GBP", 12000000),
    ("It won a 3 million-pound prize.", "money", "GBP", 3000000),
    ("Growth slowed from 4 to 3 percent.", "share", "percent", 0.04),
    ("Sales fell from 24 to 20 billion euros.", "money", "EUR", 24000000000),
    ("They served three- and four-year terms.", "duration", "year", 1095),
    ("Prices rose 5 and 10 percent.", "share", "percent", 0.05),
    ("It lent Dh472.72bn to Teshar.", "money", "AED", 472720000000),
    ("He earns Dh4, 275 a month.", "money", "AED per month", 4275),
    ("It carried e75m worth of oil.", "money", "EUR", 75000000),
    ("It agreed a $143 - billion loan.", "money", "USD", 143000000000),
    ("They served a three - year term.", "duration", "year", 1095),
    ("It was approximately twenty - six miles off.", "length", "mile", 41842.944),
    ("It took 2 hours and 45 minutes.", "duration", "hour", 0.114583333333),
    ("He is 5-foot-11.", "length", "foot", 1.8034),
    ("The fault slips 9 mm / yr.", "speed", "millimetre per year", 2.85e-10),
    ("They set M7.5 as the largest earthquake.", "other", "magnitude", 7.5),
    ("It raised the retirement age to 65.", "duration", "year", 23725),
    ("Nela Orm and Tam Varr, both 16, were there.", "duration", "year", 5840),
    ("The court freed Nelo Varr Jr., 23.", "duration", "year", 8395),
    ("The comedian, 47, shared it.", "duration", "year", 17155),
    ("It is 123456789012345671 feet long.", "length", "foot", 37629629290962961),
]


@pytest.mark.parametrize(("text", "dimension", "unit", "point"), MEASURED)
def test_measure(text: str, dimension: str, unit: str | None, point: float) -> None:
    figure = figures_in(text, parsed=True)[0]
    assert (figure.dimension, figure.unit, float(figure.point or 0)) == (dimension, unit, pytest.approx(point))


SPANS = [
    ("Men between the ages of 18 and 35 came.", ["between the ages of 18 and 35"]),
    ("She is under the age of 18.", ["under the age of 18"]),
    ("It lent gold in loans over three years.", ["three years"]),
    ("It took over 100 hours.", ["over 100 hours"]),
    ("It was only 13 metres, and only a few hours.", ["13 metres", "only a few hours"]),
    ("TESHAR—Six men came.", ["Six"]),
    ("Family of 5 Among 12 Killed In Teshar Crash", ["5", "12"]),
    ("He left the million-member union.", ["million"]),
    ("It was around magnitude 2, and a 4.6-magnitude quake.", ["around magnitude 2", "4.6"]),
    ("People with two and three jobs live here.", ["two and three"]),
    ("The charged: Nelo Varr, aka E, 35; Tam Orm, aka The Boat, 38.", ["35", "38"]),
    ("He said that two thirds of it burned.", ["two thirds"]),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_span(text: str, spans: list[str]) -> None:
    assert [figure.span.text for figure in figures_in(text, parsed=True)] == spans
