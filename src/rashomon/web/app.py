"""The application: its addresses, and the server that answers to this machine alone."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rashomon.web import deeds, originals, pages
from rashomon.web.guard import Door, guarded


def make_app(path: Path, door: Door) -> ASGIApp:
    """The application on one case file, behind its door."""
    with as_file(files("rashomon.web") / "static") as folder:
        static = StaticFiles(directory=folder)
    app = Starlette(
        routes=[
            Route("/", pages.index),
            Route("/fact/{id}", pages.fact),
            Route("/claim/{id}", pages.claim),
            Route("/account/{id}", pages.account),
            Route("/original/{id}", originals.original),
            Route("/original/{id}/bytes", originals.stored_bytes),
            Route("/findings", pages.findings),
            Route("/sources", pages.sources),
            Route("/log", pages.log),
            Route("/search", pages.found),
            Route("/pulse", pages.pulse),
            Route("/report", pages.report),
            Route("/export.{form:str}", pages.export),
            Route("/judge", deeds.judge, methods=["POST"]),
            Route("/settings", deeds.settings, methods=["POST"]),
            Route("/style.css", _style),
            Mount("/static", static),
        ],
    )
    app.state.path = path
    app.state.door = door
    return guarded(app, door)


async def _style(request: Request) -> Response:
    """The style of the report, which the pages share."""
    text = files("rashomon.reports.html").joinpath("style.css").read_text(encoding="utf-8")
    return Response(text, media_type="text/css")


def serve(path: Path, door: Door) -> None:
    """Answers on this machine until it is interrupted."""
    uvicorn.run(make_app(path, door), host="127.0.0.1", port=door.port, log_level="warning", server_header=False)
