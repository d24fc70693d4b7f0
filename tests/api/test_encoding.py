"""Answers packed with gzip."""
import gzip
import http.client
import re
from urllib.parse import quote

from harness import SECRET, Answer
from people import enrol
from test_imports import hand_in

GZIP = {"Accept-Encoding": "br, gzip"}


def get(who, path, **headers):
    return who.ask("GET", "/api/v1" + path, headers={**GZIP, **headers})


def test_a_long_text_is_packed_where_it_is_asked_for(server):
    ada = server.begin()
    plain, packed = ada.get("/findings"), get(ada, "/findings")
    assert packed.headers["Content-Encoding"] == "gzip" and plain.headers["Content-Encoding"] is None
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert int(packed.headers["Content-Length"]) == len(packed.sent) < len(plain.body) // 4
    assert gzip.decompress(packed.sent) == plain.body
    assert get(ada, "/findings", **{"Accept-Encoding": "gzip;q=0"}).headers["Content-Encoding"] is None
    report = get(ada, "/casefiles/1/report")
    assert report.headers["Content-Encoding"] == "gzip", report
    head = ada.ask("HEAD", "/api/v1/findings", headers=GZIP)
    assert head.headers["Content-Length"] == packed.headers["Content-Length"] and head.sent == b""
    assert head.headers["Content-Encoding"] == "gzip" and head.headers["ETag"] == packed.headers["ETag"]


def file_of_app(server, path, method="GET", **headers):
    """What is no part of the contract."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(method, path, headers={**GZIP, **headers})
    got = connection.getresponse()
    answer = Answer(got.status, got.headers, got.read())
    connection.close()
    return answer


def test_a_file_of_the_app_is_answered_alike_each_time(server):
    tag = file_of_app(server, "/").headers["ETag"]
    for _ in range(3):
        whole, same = file_of_app(server, "/"), file_of_app(server, "/", **{"If-None-Match": tag})
        assert whole.status == 200 and b"<title>" in whole.body and whole.headers["Content-Encoding"] == "gzip"
        assert same.status == 304 and same.sent == b"" and same.headers["Content-Encoding"] is None
        assert whole.headers["ETag"] == same.headers["ETag"] == tag
        for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Vary", "Cache-Control"):
            assert whole.headers[name] == same.headers[name] is not None, name
    icon = file_of_app(server, "/favicon.svg")
    assert icon.headers["Content-Type"] == "image/svg+xml" and icon.headers["ETag"] != tag
    head = file_of_app(server, "/", "HEAD")
    assert head.sent == b"" and head.headers["Content-Length"] == str(len(file_of_app(server, "/").sent))


def test_packed_and_plain_have_tags_of_their_own_and_either_holds(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    plain, packed = ada.get("/findings").headers["ETag"], get(ada, "/findings").headers["ETag"]
    assert plain != packed and packed == plain[:-1] + '-gzip"'
    for tag in (plain, packed, "W/" + packed, f'"other", {packed}'):
        again = get(ada, "/findings", **{"If-None-Match": tag})
        assert again.status == 304 and again.sent == b"" and again.headers["ETag"] == packed, tag
        assert again.headers["Content-Encoding"] is None and again.headers["Vary"] == "Accept-Encoding"
    assert get(ada, "/findings", **{"If-None-Match": '"other"'}).status == 200
    device = "/devices/" + quote(sam.get("/casefiles/1").json["device"]["name"])
    stated = {"intended_use": "it pumps " * 150}
    assert sam.ask("PATCH", "/api/v1" + device, stated).status == 200
    tag = get(sam, device).headers["ETag"]
    assert tag.endswith('-gzip"')
    for status in (200, 412):
        answer = sam.ask("PATCH", "/api/v1" + device, {"intended_use": "it pumps"}, headers={"If-Match": tag})
        assert answer.status == status, answer


def test_what_is_small_packed_already_secret_or_a_stream_is_left_alone(server):
    ada = server.begin()
    sam, = enrol(server, "sam")
    assert get(ada, "/users").headers["Content-Encoding"] is None  # small
    assert ada.ask("GET", "/api/v1/casefiles/1/report", headers=GZIP,
                   query={"format": "pdf"}).headers["Content-Encoding"] is None
    # long, and with a secret in it, which its length would tell of
    long = {"user": "zoe", "full_name": "Zoe " * 1000, "roles": ["reader"], "identity_verified_on": "2026-01-02"}
    made = ada.post("/users", long).json["secret"]
    zoe = server.client()
    entered = zoe.ask("POST", "/api/v1/session", {"user": "zoe", "secret": made, "new_secret": SECRET, "accept": True},
                      headers=GZIP)
    assert len(entered.body) > 4000 and entered.headers["Content-Encoding"] is None
    zoe.enter(entered)
    assert get(zoe, "/session").headers["Content-Encoding"] is None
    assert get(ada, "/users").headers["Content-Encoding"] == "gzip"
    job = hand_in(sam, "letter.txt", b"Dear all").json["job"]
    assert get(sam, f"/jobs/{job}/events").headers["Content-Encoding"] is None
    path = "/casefiles/1/attachments"
    kept = hand_in(sam, "letter.txt", b"Dear all" * 1000, path)
    assert get(sam, f"{path}/{kept.json['record']}").headers["Content-Encoding"] is None


def test_the_app_is_there_for_who_takes_no_gzip(server):
    for path in ("/", "/casefiles/1"):
        packed = file_of_app(server, path)
        for accept in ("", "identity", "gzip;q=0"):
            plain = file_of_app(server, path, **{"Accept-Encoding": accept})
            assert plain.status == 200 and plain.headers["Content-Encoding"] is None, plain
            assert plain.sent == packed.body and plain.headers["Vary"] == "Accept-Encoding"
            assert plain.headers.get_all("Cache-Control") == packed.headers.get_all("Cache-Control")
        assert packed.headers["Content-Encoding"] == "gzip" and len(packed.sent) < len(packed.body)
        head = file_of_app(server, path, "HEAD", **{"Accept-Encoding": "identity"})
        assert head.status == 200 and head.sent == b"" and head.headers["Content-Encoding"] is None, head
        assert file_of_app(server, path, **{"Accept-Encoding": "identity", "If-None-Match": packed.headers["ETag"]}).status == 304
    script = re.search(r'src="(/app-[^"]+)"', packed.body.decode()).group(1)
    assert file_of_app(server, script, **{"Accept-Encoding": "identity"}).sent == file_of_app(server, script).body
