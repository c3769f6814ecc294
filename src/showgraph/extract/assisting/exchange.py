"""Send a request and get an answer: over HTTP, or from a file of answers kept before.

A request is a JSON object, an answer the text of a response. Answers are kept by the hash of
their request, so a run over the same documents can be replayed without a network.
"""

import hashlib
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from showgraph.errors import UsageError
from showgraph.extract.plugins import PluginError

#: Takes a request and returns the text of its answer, or raises a PluginError.
Exchange = Callable[[Mapping[str, Any]], str]

#: Largest answer; a list of facts is a thousandth of it.
MAX_BYTES: Final = 4 * 1024 * 1024
_OK: Final = 200
_SHOWN: Final = 200


class HttpExchange:
    """Posts requests to ``chat/completions`` below an address.

    One deadline holds for a whole answer, so a server that sends a byte now and then does not
    hold a run. Redirects are not followed: they could carry text and key to somebody else.
    """

    def __init__(self, base_url: str, *, key: str = "", timeout_s: float = 60.0) -> None:
        """Take the address, such as ``http://localhost:8080/v1``, and the secret, if there is one.

        Raises:
            UsageError: If the address is none of HTTP, or holds a password.
        """
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise UsageError(f"{base_url!r} is no address; one such as http://localhost:8080/v1 is")
        if not key.isascii() or any(c.isspace() for c in key):
            raise UsageError("the key holds blanks or letters that no header can carry")
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        self._path = f"{parts.path.rstrip('/')}/chat/completions"
        self._key = key
        self._timeout_s = timeout_s

    def __call__(self, request: Mapping[str, Any]) -> str:
        """Return the text of the answer.

        Raises:
            PluginError: If the server cannot be reached, is too slow, refuses, or says too much.
        """
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=self._timeout_s)
        deadline = time.monotonic() + self._timeout_s
        late = f"no answer within {self._timeout_s:g} seconds"
        try:
            connection.connect()
            with _cut_at(deadline, connection.sock):
                answer = self._post(connection, request)
        except TimeoutError as error:
            raise PluginError(late) from error
        except (OSError, http.client.HTTPException) as error:
            told = f"no answer from {self._host}: {type(error).__name__}"
            raise PluginError(late if time.monotonic() >= deadline else told) from error
        finally:
            connection.close()
        if time.monotonic() >= deadline:
            raise PluginError(late)
        return answer

    def _post(self, connection: http.client.HTTPConnection, request: Mapping[str, Any]) -> str:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        connection.request("POST", self._path, _body(request), headers)
        response = connection.getresponse()
        body = response.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise PluginError(f"an answer of over {MAX_BYTES} bytes")
        text = body.decode("utf-8", "replace")
        if response.status != _OK:
            said = hide(" ".join(text.split())[:_SHOWN], self._key)
            raise PluginError(f"the server answers {response.status}: {said or response.reason}")
        if response.length:
            raise http.client.IncompleteRead(body, response.length)
        return text


@contextmanager
def _cut_at(deadline: float, sock: socket.socket) -> Iterator[None]:
    """End all waiting on a socket at the deadline.

    A socket's own timeout begins anew with every byte, so a server that sends one now and then
    would hold a run for hours.
    """

    def cut() -> None:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _body(request: Mapping[str, Any]) -> bytes:
    return json.dumps(request, ensure_ascii=False, sort_keys=True).encode()


def hide(text: str, secret: str) -> str:
    """Return a text in which a secret is not to be read."""
    return text.replace(secret, "***") if secret else text


def request_hash(request: Mapping[str, Any]) -> str:
    """Return the hash under which the answer to a request is kept."""
    return hashlib.sha256(_body(request)).hexdigest()


def recording(exchange: Exchange, path: Path, *, secret: str) -> Exchange:
    """Return an exchange that adds every answer to a file, without the secret.

    Raises:
        PluginError: If the file cannot be written.
    """
    _append(path, "")

    def recorded(request: Mapping[str, Any]) -> str:
        answer = exchange(request)
        row = {
            "request": request_hash(request),
            "model": request.get("model"),
            "answer": hide(answer, secret),
        }
        _append(path, json.dumps(row, ensure_ascii=False) + "\n")
        return answer

    return recorded


def _append(path: Path, line: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(line)
    except OSError as error:
        raise PluginError(f"{path} cannot be written: {error.strerror or error}") from error


class RecordedExchange:
    """Answers from a file; of several answers to one request the last counts."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            PluginError: If it cannot be read, or a line of it is no answer.
        """
        self._path = path
        self._answers: dict[str, str] = {}
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise PluginError(f"{path} cannot be read: {error}") from error
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                self._answers[str(row["request"])] = str(row["answer"])
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise PluginError(f"{path}, line {number}: no recorded answer") from error

    def __call__(self, request: Mapping[str, Any]) -> str:
        """Return the answer that was kept for a request.

        Raises:
            PluginError: If there is none.
        """
        answer = self._answers.get(request_hash(request))
        if answer is None:
            raise PluginError(f"{self._path} holds no answer to this text, model and prompt")
        return answer
