"""The local review application: a person reads, decides, and every decision goes into the log of the case."""

from rashomon.web.app import make_app, serve
from rashomon.web.guard import Door

__all__ = ["Door", "make_app", "serve"]
