"""A small server that speaks the protocol of chat endpoints, well or badly as its model says."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

#: A secret that must be seen nowhere but in the header.
KEY: Final = "sk-invented-0123456789"


class Chat(ThreadingHTTPServer):
    """Answers every request with the same facts; keeps what it was sent."""

    daemon_threads = True

    def __init__(self, facts: Sequence[object]) -> None:
        """Listen on a free port of this machine."""
        self.facts = facts
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """The address to give as ``--base-url``."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Chat

    def do_POST(self) -> None:
        """Answer in the manner that the model's name asks for."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append({"path": self.path, **request})
        self.server.keys.append(self.headers.get("Authorization"))
        manner = getattr(self, f"_{request['model']}", self._good)
        with suppress(OSError):  # who asked has gone
            manner()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _send(self, body: bytes, status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _complete(self, content: object, reason: str = "stop") -> bytes:
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": reason}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()

    def _good(self) -> None:
        self._send(self._complete(json.dumps({"facts": self.server.facts})))

    def _fenced(self) -> None:
        self._send(self._complete("```json\n" + json.dumps({"facts": self.server.facts}) + "\n```"))

    def _malformed(self) -> None:
        self._send(self._complete('Here are the facts: {"facts": [{"relation": '))

    def _nothing(self) -> None:
        self._send(b'{"choices": []}')

    def _page(self) -> None:
        self._send(b"<html>It works</html>")

    def _odd(self) -> None:
        self._send(self._complete(json.dumps({"facts": {"relation": "creator"}})))

    def _truncated(self) -> None:
        self._send(self._complete('{"facts": []}', "length"))

    def _broken(self) -> None:
        self._send(self._complete("{}")[:40], length=4000)

    def _refused(self) -> None:
        said = f"the key {self.headers.get('Authorization')} has no credit"
        self._send(json.dumps({"error": said}).encode(), 429)

    def _moved(self) -> None:
        self.send_response(307)
        self.send_header("Location", f"{self.server.url}/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _slow(self) -> None:
        time.sleep(1.5)
        self._good()

    def _dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def _huge(self) -> None:
        self._send(b" " * 5_000_000)


@contextmanager
def chat_server(*facts: object) -> Iterator[Chat]:
    """Run a server as long as the block runs."""
    with Chat(facts) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
