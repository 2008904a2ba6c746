"""An object store on this machine: the part of S3's protocol that reading and blocks need."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

ANSWER = '<?xml version="1.0"?><{name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{content}</{name}>'
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
    disable_nagle_algorithm = True
    server: Store

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer(body=False)

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(body=True)

    def do_PUT(self) -> None:
        """Keep an object, or the only part of one."""
        key, _ = self._asked()
        self.server.objects[key] = self._sent()
        self._send(200, b"", True)

    def do_POST(self) -> None:
        """Begin or end an object in parts, or delete many objects."""
        _, query = self._asked()
        sent = self._sent().decode()
        if "uploads" in query:
            self._send(200, _xml("InitiateMultipartUploadResult", "<UploadId>u1</UploadId>"), True)
        elif "uploadId" in query:
            self._send(200, _xml("CompleteMultipartUploadResult", "<ETag>e</ETag>"), True)
        else:
            for name in re.findall("<Key>(.*?)</Key>", sent):
                self.server.objects.pop(unescape(name), None)
            self._send(200, _xml("DeleteResult", ""), True)

    def do_DELETE(self) -> None:
        """Delete an object."""
        key, _ = self._asked()
        self.server.objects.pop(key, None)
        self._send(204, b"", True)

    def _asked(self) -> tuple[str, dict[str, list[str]]]:
        path, _, query = self.path.partition("?")
        return unquote(path).lstrip("/").partition("/")[2], parse_qs(query, keep_blank_values=True)

    def _sent(self) -> bytes:
        """The body of a request: clients sign it in chunks, inside the chunks of HTTP."""
        whole = "chunked" not in self.headers.get("Transfer-Encoding", "")
        data = self.rfile.read(int(self.headers.get("Content-Length", 0))) if whole else _chunks(self.rfile)
        return _chunks(BytesIO(data)) if "aws-chunked" in self.headers.get("Content-Encoding", "") else data

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
        self.send_header("ETag", '"e"')
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT")
        if content_range:
            self.send_header("Content-Range", content_range)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Nothing: it is a test."""


def _chunks(stream: BinaryIO) -> bytes:
    """Join chunks: the size of each in hexadecimal on a line before it; what follows the empty one are more headers."""
    data = b""
    while size := int(stream.readline().partition(b";")[0], 16):
        data += stream.read(size)
        stream.readline()
    while stream.readline().strip():
        pass
    return data


def _listing(objects: dict[str, bytes], query: dict[str, list[str]]) -> bytes:
    prefix = query.get("prefix", [""])[0]
    entries = [ENTRY.format(key=key, size=len(data)) for key, data in sorted(objects.items()) if key.startswith(prefix)]
    counted = f"<IsTruncated>false</IsTruncated><KeyCount>{len(entries)}</KeyCount>"
    return _xml("ListBucketResult", counted + "".join(entries))


def _xml(name: str, content: str) -> bytes:
    return ANSWER.format(name=name, content=content).encode()
