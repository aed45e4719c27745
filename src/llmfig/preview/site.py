"""The page and what it asks for, over HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from sse_starlette.sse import EventSourceResponse
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from llmfig.bilingual import LANGS
from llmfig.preview.board import Board
from llmfig.preview.plates import View
from llmfig.web.templates import page

HOSTS = ["127.0.0.1", "localhost"]
# A page of this server loads from this server, and nothing that an author wrote can run in it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PING = 15  # seconds between signs of life to an idle page


def site(board: Board, first: View) -> Starlette:
    """The application.

    Args:
        board: the figures.
        first: what a page shows whose address does not say.
    """

    async def home(_: Request) -> Response:
        start = {"figure": first.figure, "themes": first.themes, "langs": first.langs}
        return HTMLResponse(page("preview/page.html", start=start))

    async def events(request: Request) -> Response:
        asked = request.query_params
        langs = tuple(lang for lang in LANGS if lang in asked.getlist("lang")) or first.langs
        view = View(asked.get("figure", first.figure), tuple(asked.getlist("theme")) or first.themes, langs)

        async def stream() -> AsyncIterator[dict[str, Any]]:
            opened = board.open(view, again="again" in asked)
            try:
                while True:
                    name, data = await opened.events.get()
                    yield {"event": name, "data": json.dumps(data)}
            finally:
                board.close(opened)

        return EventSourceResponse(stream(), ping=PING)

    async def blob(request: Request) -> Response:
        found = board.blobs.get(request.path_params["digest"])
        if found is None:
            return PlainTextResponse("not kept any more", status_code=404)
        content, kind = found
        return Response(content, media_type=kind, headers={"Cache-Control": "private, max-age=86400, immutable"})

    return Starlette(
        routes=[
            Route("/", home),
            Route("/events", events),
            Route("/blob/{digest}", blob),
            Mount("/preview", StaticFiles(packages=[("llmfig.web", "preview")])),
            Mount("/fonts", StaticFiles(packages=[("llmfig", "assets/fonts")])),
            Mount("/shared", StaticFiles(packages=[("llmfig.web", "shared")])),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS), Middleware(Guard)],
    )


class Guard:
    """Turns away what other sites ask for, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = {key: value for key, value in scope["headers"] if key.startswith(b"sec-fetch-")}
        foreign = asked.get(b"sec-fetch-site") in (b"cross-site", b"same-site")
        if foreign and asked.get(b"sec-fetch-mode") != b"navigate":
            await PlainTextResponse("only for its own page", status_code=403)(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        await self.app(scope, receive, guarded)
