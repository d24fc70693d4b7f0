"""A server of documents on this machine, as providers of records have them: with validators, parts, and its bad days."""
import hashlib
import http.server
import threading


class FeedProvider:
    """documents: path to bytes. What is asked for stands in asked, as (path, status)."""

    def __init__(self, documents=()):
        self.documents, self.asked = dict(documents), []
        self.refusals = {}  # path to how many times it says 503
        self.cuts = {}      # path to how many bytes come, the first time
        self.moved = {}     # path to where it is
        self.say_later = 0  # seconds, with a 503
        self.parts = True   # it can begin in the middle
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                provider.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def answer(self, ask):
        path = ask.path.lstrip("/")
        if self.refusals.get(path, 0) > 0:
            self.refusals[path] -= 1
            return self.say(ask, path, 503, b"busy", {"Retry-After": str(self.say_later)})
        if path in self.moved:
            return self.say(ask, path, 302, b"", {"Location": self.moved[path]})
        if path not in self.documents:
            return self.say(ask, path, 404, b"<html>no such thing</html>", {})
        body = self.documents[path]
        etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        fields = {"ETag": etag, "Last-Modified": "Sun, 29 Nov 2026 10:00:00 GMT"}
        if ask.headers["If-None-Match"] == etag:
            return self.say(ask, path, 304, b"", fields)
        if self.parts and ask.headers["Range"] and ask.headers["If-Range"] == etag:
            first = int(ask.headers["Range"].removeprefix("bytes=").rstrip("-"))
            fields["Content-Range"] = f"bytes {first}-{len(body) - 1}/{len(body)}"
            return self.say(ask, path, 206, body[first:], fields)
        return self.say(ask, path, 200, body, fields)

    def say(self, ask, path, status, body, fields):
        self.asked.append((path, status))
        ask.send_response(status)
        for name, value in fields.items():
            ask.send_header(name, value)
        if status != 304:
            ask.send_header("Content-Length", str(len(body)))
        ask.end_headers()
        cut = self.cuts.pop(path, None) if status == 200 else None
        ask.wfile.write(body[:cut])
        if cut is not None:
            ask.close_connection = True

    def take(self):
        """What was asked for since the last time."""
        asked, self.asked = self.asked, []
        return asked

    def close(self):
        self.server.shutdown()
        self.server.server_close()
