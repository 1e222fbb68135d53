"""The stored original of an account: laid out inert with its marks, and its bytes as they were given."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rashomon.accounts import original_bytes, original_of
from rashomon.reports.html.marks import linked_spans
from rashomon.reports.html.originals import claimed, laid
from rashomon.reports.html.page import style_of_page
from rashomon.types import Reading
from rashomon.web.guard import stored_policy
from rashomon.web.pages import current, file_name, link, marks_with, missing, place_in, template
from rashomon.web.state import Now


async def original(request: Request) -> Response:
    """The original of an account, in which nothing can run and from which nothing can be sent."""
    at = current(request)
    reading = _reading(request, at)
    if reading is None:
        return missing(request, at, request.path_params["id"])
    place = place_in(reading.account, request.query_params.get("at", ""))
    marks = claimed(marks_with(place, linked_spans(at.case).get(reading.account, {})))
    number = at.numbers[reading.account]
    style, digest = style_of_page()
    span = reading.account.span(*place) if place else None
    text = template("stored").render(
        one=laid(original_of(reading.account), reading, number, marks),
        style=style,
        back=link(span, at) if span else f"/account/{reading.account.id}",
    )
    return HTMLResponse(text, headers={"Content-Security-Policy": stored_policy(digest)})


async def stored_bytes(request: Request) -> Response:
    """The bytes of an original, to be saved and never to be shown by the browser."""
    at = current(request)
    reading = _reading(request, at)
    if reading is None:
        return missing(request, at, request.path_params["id"])
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(reading.account.name)}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(original_bytes(reading.account), media_type="application/octet-stream", headers=headers)


def _reading(request: Request, at: Now) -> Reading | None:
    wanted = request.path_params["id"]
    return next((one for one in at.case.readings if one.account.id == wanted), None)
