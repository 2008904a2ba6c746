"""An object store on this machine: the part of S3's protocol that reading needs (list, head, get)."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

LISTING = (
    '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>'
    "<IsTruncated>false</IsTruncated><KeyCount>{count}</KeyCount>{entries}</ListBucketResult>"
)
ENTRY = "<Contents><Key>{key}</Key><LastModified>2025-01-01T00:00:00.000Z</LastModified><Size>{size}</Size></Contents>"


@contextmanager
def object_store(bucket: str, objects: dict[str, bytes]) -> Iterator[dict[str, str]]:
    """Serve the objects of a bucket and give the environment by which AWS's clients find the store."""
    server = Store(bucket, objects)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield _environment(server.server_port)
    finally:
        server.shutdown()
        server.server_close()


def _environment(port: int) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "k",
        "AWS_SECRET_ACCESS_KEY": "s",
        "AWS_DEFAULT_REGION": "us-east-1",
    }


class Store(ThreadingHTTPServer):
    """A server of one bucket's objects, by their keys."""

    def __init__(self, bucket: str, objects: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.bucket, self.objects = bucket, objects


class Answer(BaseHTTPRequestHandler):
    """The answer to one request to a Store."""

    protocol_version = "HTTP/1.1"
    server: Store

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer(body=False)

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        address = urlsplit(self.path)
        bucket, _, key = unquote(address.path).lstrip("/").partition("/")
        objects = self.server.objects if bucket == self.server.bucket else {}
        if not key:
            self._send(200, _listing(objects, parse_qs(address.query)), body)
        elif key in objects:
            self._send_range(objects[key], body)
        else:
            self._send(404, b"", body)

    def _send_range(self, data: bytes, body: bool) -> None:
        wanted = self.headers.get("Range")
        if wanted is None:
            self._send(200, data, body)
            return
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        part = data[int(first) : int(last or len(data)) + 1]
        self._send(206, part, body, f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}")

    def _send(self, status: int, data: bytes, body: bool, content_range: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT")
        if content_range:
            self.send_header("Content-Range", content_range)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Nothing: it is a test."""


def _listing(objects: dict[str, bytes], query: dict[str, list[str]]) -> bytes:
    prefix = query.get("prefix", [""])[0]
    entries = [ENTRY.format(key=key, size=len(data)) for key, data in sorted(objects.items()) if key.startswith(prefix)]
    return LISTING.format(count=len(entries), entries="".join(entries)).encode()
