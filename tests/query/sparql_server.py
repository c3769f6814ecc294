"""A SPARQL endpoint of the standard library over a store, and servers that are none."""

import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from showgraph.store import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    serialize,
)

#: What a server answers with: status, media type and content, or pieces of it that come slowly.
Answer = tuple[int, str, bytes | Iterator[bytes]]
JSON: Final = "application/sparql-results+json"


def answer_from(store: Store) -> Callable[[str], Answer]:
    """Return what answers queries over a store, with no prefix known beforehand."""

    def answer(query: str) -> Answer:
        found = store.query(query, prefixes={})
        if isinstance(found, QuerySolutions | QueryBoolean):
            return 200, JSON, found.serialize(format=QueryResultsFormat.JSON) or b""
        content = serialize(found, format=RdfFormat.N_TRIPLES)
        return 200, "application/n-triples", content or b""

    return answer


@contextmanager
def serving(answer: Callable[[str], Answer]) -> Iterator[str]:
    """Yield the address of a server that answers queries so, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, kind, body = answer(urllib.parse.parse_qs(content)["query"][0])
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            try:
                for piece in [body] if isinstance(body, bytes) else body:
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                return  # the client has gone

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def dripping(piece: bytes, *, gap_s: float) -> Iterator[bytes]:
    """Yield a piece again and again, for ever."""
    while True:
        yield piece
        time.sleep(gap_s)
