"""What providers of records have that is new is fetched, once, whatever goes wrong on the way, and nothing is missed."""
import gzip
import io
import json
import os
import sqlite3
import subprocess
import time
import zipfile

from feed_provider import FeedProvider

DAY = 86400


def nvd(*records):
    """A feed of the NVD's; a record is a CVE id, when it was changed, and up to which version it reaches."""
    def one(cve, modified, end):
        name = "cpe:2.3:a:quillmere:pumpd:*:*:*:*:*:*:*:*"
        return {"cve": {"id": cve, "published": "2024-01-01T00:00:00.000", "lastModified": modified, "vulnStatus": "Analyzed",
                        "descriptions": [{"lang": "en", "value": f"A flaw in pumpd before {end}."}],
                        "configurations": [{"nodes": [{"operator": "OR", "negate": False, "cpeMatch": [
                            {"vulnerable": True, "criteria": name, "versionEndExcluding": end,
                             "matchCriteriaId": "00000000-0000-0000-0000-000000000000"}]}]}]}}
    return gzip.compress(json.dumps({"resultsPerPage": len(records), "startIndex": 0, "totalResults": len(records),
                                     "format": "NVD_CVE", "version": "2.0", "timestamp": "2024-06-01T00:00:00.000",
                                     "vulnerabilities": [one(*r) for r in records]}).encode(), mtime=0)


def osv(key, modified, package="left-pad", ecosystem="npm"):
    return json.dumps({"schema_version": "1.6.0", "id": key, "modified": modified, "affected": [
        {"package": {"ecosystem": ecosystem, "name": package},
         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}]}]}).encode()


def cve(key, modified):
    return json.dumps({"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {
        "cveId": key, "state": "PUBLISHED", "assignerOrgId": "00000000-0000-4000-8000-000000000000",
        "datePublished": "2024-01-01T00:00:00Z", "dateUpdated": modified}, "containers": {"cna": {
            "providerMetadata": {"orgId": "00000000-0000-4000-8000-000000000000"},
            "descriptions": [{"lang": "en", "value": "A flaw."}],
            "affected": [{"vendor": "Quillmere", "product": "pumpd", "versions": [
                {"version": "0", "lessThan": "2", "status": "affected", "versionType": "semver"}]}]}}}).encode()


def csaf(key, number):
    return json.dumps({"document": {"category": "csaf_security_advisory", "csaf_version": "2.0", "title": "A pump",
                                    "publisher": {"category": "vendor", "name": "Pump Co",
                                                  "namespace": "https://pump.example"},
                                    "tracking": {"id": key, "status": "final", "version": str(number),
                                                 "current_release_date": f"2024-01-0{number}T00:00:00Z",
                                                 "initial_release_date": "2024-01-01T00:00:00Z", "revision_history": []}},
                       "product_tree": {"full_product_names": [{"name": "Pump 1", "product_id": "P1"}]},
                       "vulnerabilities": [{"cve": "CVE-2024-0001", "product_status": {"known_affected": ["P1"]}}]}).encode()


def archive(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, body in members.items():
            made.writestr(name.replace("__", "/") + ".json", body)
    return out.getvalue()


def instant(ago_days):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - ago_days * DAY))


def osv_list(*changes):
    return "".join(f"{when},{key}\n" for key, when in changes).encode()


class Site:
    """A provider, a file that names it, and a store; without users where it has no server."""

    def __init__(self, server, kind, documents, **more):
        self.server, self.provider = server, FeedProvider(documents)
        self.file = os.path.join(server.folder, "providers.json")
        described = {"name": "here", "kind": kind}
        if kind == "documents":
            described["documents"] = [self.provider.base + path for path in documents]
        else:
            described["url"] = self.provider.base + more.pop("url", "")
        if kind == "cve":
            described["everything"] = self.provider.base + "main.zip"
        with open(self.file, "w", encoding="utf-8") as file:
            json.dump({"providers": [{**described, **more}]}, file)
        self.store = os.path.join(server.folder, "own.db")

    def aftercare(self, *words):
        return subprocess.run([self.server.program, *words, "--store", self.store], capture_output=True, text=True,
                              check=False)

    def sync(self, status=0):
        done = self.aftercare("feed", "sync", "--providers", self.file, "--format", "json")
        assert done.returncode == status, done
        self.said = done.stderr
        self.asked = self.provider.take()
        return json.loads(done.stdout)[0] if done.stdout else None

    def state(self):
        done = self.aftercare("feed", "sync", "--list", "--providers", self.file, "--format", "json")
        return json.loads(done.stdout)[0]

    def ask(self, query):
        with sqlite3.connect(self.store) as db:
            return db.execute(query).fetchall()

    def records(self):
        return {key for key, in self.ask("SELECT name FROM advisory")}

    def age(self, days):
        """As if everything had been fetched so many days earlier."""
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE fetched_document SET fetched_at = fetched_at - ?", (int(days * DAY * 1000000),))


def documents(asked, status=200):
    return [path for path, code in asked if code == status]


def test_what_is_unchanged_is_not_sent_again(server):
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0")),
                                      "b.json.gz": nvd(("CVE-2024-0002", "2024-05-01T00:00:00.000", "2.0"))})
    done = site.sync()
    assert (done["fetched"], done["unchanged"], done["imported"]["new"]) == (2, 0, 2), done
    done = site.sync()
    assert (done["fetched"], done["unchanged"], done["bytes"]) == (0, 2, 0), done
    assert [code for _, code in site.asked] == [304, 304]
    site.provider.documents["b.json.gz"] = nvd(("CVE-2024-0002", "2024-05-02T00:00:00.000", "3.0"))
    done = site.sync()
    assert (done["fetched"], done["unchanged"], done["imported"]["changed"]) == (1, 1, 1), done
    assert site.state()["done"] == site.state()["asked"] and "failure" not in site.state()
    assert [json.loads(new) for new, in site.ask("SELECT new FROM trail WHERE what = 'feed.sync' ORDER BY number")][1] == {
        "fetched": 0, "unchanged": 2, "bytes": 0}
    assert site.aftercare("audit", "verify").returncode == 0


def test_a_transfer_that_breaks_goes_on_where_it_broke(server):
    whole = nvd(*((f"CVE-2024-{n:04}", "2024-05-01T00:00:00.000", f"{n}.0") for n in range(3000)))
    site = Site(server, "documents", {"a.json.gz": whole})
    site.provider.cuts["a.json.gz"] = 5000
    done = site.sync()
    assert (done["fetched"], done["bytes"], done["imported"]["new"]) == (1, len(whole), 3000), done
    assert [code for _, code in site.asked] == [200, 206]
    site.provider.documents["a.json.gz"] = whole = nvd(("CVE-2025-0001", "2024-05-01T00:00:00.000", "1.0"))
    site.provider.cuts["a.json.gz"], site.provider.parts = 100, False  # it sends everything again
    done = site.sync()
    assert (done["bytes"], done["imported"]["new"]) == (len(whole), 1), done
    assert [code for _, code in site.asked] == [200, 200]


def test_what_is_refused_for_a_while_is_asked_for_again(server):
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))})
    site.provider.refusals["a.json.gz"] = 3
    assert site.sync()["imported"]["new"] == 1
    assert [code for _, code in site.asked] == [503, 503, 503, 200]
    site.provider.refusals["a.json.gz"] = 99
    done = site.sync(status=4)
    assert done["failure"] == f"{site.provider.base}a.json.gz: expected an answer with status 200, found 503", done
    assert len(site.asked) == 5


def test_a_redirect_is_followed_but_not_anywhere(server):
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))})
    site.provider.documents["b"] = site.provider.documents.pop("a.json.gz")
    site.provider.moved["a.json.gz"] = "/b"
    assert site.sync()["imported"]["new"] == 1
    for bad in ("http://10.0.0.1/b", "file:///etc/passwd", "ftp://127.0.0.1/b"):
        site.provider.moved["a.json.gz"] = bad
        assert f'is said to be at "{bad}", which is no https address' in site.sync(status=4)["failure"]
    site.provider.moved["a.json.gz"] = "/a.json.gz"
    assert "more than 5 redirects" in site.sync(status=4)["failure"]


def test_a_failure_is_loud_and_lasts_until_it_goes_well(server):
    good = nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))
    site = Site(server, "documents", {"a.json.gz": good, "b.json.gz": b"<html>Please sign in</html>"})
    done = site.sync(status=4)
    assert "1 of the 2 documents that were fetched is no feed" in done["failure"], done
    assert "here: 1 of the 2" in site.said and "1 of 1 provider failed" in site.said
    first = site.state()
    assert first["failing_since"] == first["asked"] and "done" not in first, first
    site.sync(status=4)
    assert documents(site.asked) == ["a.json.gz", "b.json.gz"]  # neither counts as taken
    assert site.state()["failing_since"] == first["failing_since"] < site.state()["asked"]
    site.provider.documents["b.json.gz"] = good[:-20]
    assert "b.json.gz: " in site.sync(status=4)["failure"]
    site.provider.documents["b.json.gz"] = nvd(("CVE-2024-0002", "2024-05-01T00:00:00.000", "2.0"))
    done = site.sync()
    assert done["imported"]["new"] == 1, done
    assert "failing_since" not in site.state() and site.state()["done"] == site.state()["asked"]
    assert site.records() == {"CVE-2024-0001", "CVE-2024-0002"}


def test_one_provider_that_fails_does_not_stop_the_others(server):
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))})
    with open(site.file, encoding="utf-8") as file:
        described = json.load(file)
    described["providers"].insert(0, {"name": "gone", "kind": "documents", "documents": ["http://127.0.0.1:9/a"]})
    with open(site.file, "w", encoding="utf-8") as file:
        json.dump(described, file)
    done = site.aftercare("feed", "sync", "--providers", site.file)
    assert done.returncode == 4 and "1 of 2 providers failed; what could be fetched was imported" in done.stderr, done
    assert site.records() == {"CVE-2024-0001"}
    assert site.aftercare("feed", "sync", "here", "--providers", site.file).returncode == 0
    done = site.aftercare("feed", "sync", "nobody", "--providers", site.file)
    assert done.returncode == 2 and 'there is no provider "nobody"' in done.stderr, done


def nvd_site(server):
    this_year = time.gmtime().tm_year
    years = {f"nvdcve-2.0-{year}.json.gz": nvd((f"CVE-{year}-0001", "2024-05-01T00:00:00.000", "2.0"))
             for year in range(2002, this_year + 1)}
    return Site(server, "nvd", {**years, "nvdcve-2.0-modified.json.gz":
                                nvd(("CVE-2024-0009", "2024-05-01T00:00:00.000", "2.0"))})


def test_the_years_of_the_nvd_are_asked_for_when_its_changes_do_not_reach_back(server):
    site = nvd_site(server)
    years = time.gmtime().tm_year - 2001
    assert site.sync()["imported"]["new"] == years + 1
    site.provider.documents["nvdcve-2.0-modified.json.gz"] = nvd(("CVE-2024-0001", "2024-06-01T00:00:00.000", "9.0"))
    done = site.sync()
    assert (done["imported"]["changed"], site.asked) == (1, [("nvdcve-2.0-modified.json.gz", 200)]), done
    site.age(6.9)
    site.sync()
    assert site.asked == [("nvdcve-2.0-modified.json.gz", 304)]
    site.age(7.1)
    site.provider.documents["nvdcve-2.0-2010.json.gz"] = nvd(("CVE-2010-0002", "2024-06-01T00:00:00.000", "9.0"))
    done = site.sync()
    assert documents(site.asked) == ["nvdcve-2.0-2010.json.gz"] and len(site.asked) == years + 1, site.asked
    assert "CVE-2010-0002" in site.records()


def test_a_year_of_the_nvd_that_fails_is_asked_for_the_next_time(server):
    site = nvd_site(server)
    kept = site.provider.documents.pop("nvdcve-2.0-2011.json.gz")
    assert "nvdcve-2.0-2011.json.gz: expected an answer with status 200, found 404" in site.sync(status=4)["failure"]
    assert "nvdcve-2.0-modified.json.gz" not in dict(site.asked)
    assert "CVE-2012-0001" in site.records()
    site.provider.documents["nvdcve-2.0-2011.json.gz"] = kept
    site.sync()
    assert documents(site.asked) == ["nvdcve-2.0-2011.json.gz", "nvdcve-2.0-modified.json.gz"]
    assert "CVE-2011-0001" in site.records()


def test_of_the_osv_database_what_has_changed_is_fetched_singly(server):
    site = Site(server, "osv", {
        "npm/all.zip": archive(**{"OSV-1": osv("OSV-1", instant(9)), "OSV-2": osv("OSV-2", instant(8))}),
        "npm/modified_id.csv": osv_list(("OSV-2", instant(8)), ("OSV-1", instant(9)))}, ecosystems=["npm"])
    assert site.sync()["imported"]["new"] == 2
    assert documents(site.asked) == ["npm/modified_id.csv", "npm/all.zip"]
    site.sync()
    assert site.asked == [("npm/modified_id.csv", 304)]
    # one that came into the list late stands behind what was taken
    site.provider.documents |= {
        "npm/OSV-3.json": osv("OSV-3", instant(1)), "npm/OSV-4.json": osv("OSV-4", instant(9.5)),
        "npm/OSV-2.json": osv("OSV-2", instant(8)), "npm/OSV-1.json": osv("OSV-1", instant(9)),
        "npm/modified_id.csv": osv_list(("OSV-3", instant(1)), ("OSV-2", instant(8)), ("OSV-4", instant(9.5)),
                                        ("OSV-1", instant(9)))}
    done = site.sync()
    assert done["imported"]["new"] == 2, done
    assert sorted(documents(site.asked)) == ["npm/OSV-1.json", "npm/OSV-2.json", "npm/OSV-3.json", "npm/OSV-4.json",
                                             "npm/modified_id.csv"]
    site.provider.documents["npm/modified_id.csv"] = osv_list(("OSV-6", instant(0)), ("OSV-5", instant(0.1)))
    site.provider.documents["npm/OSV-6.json"] = osv("OSV-6", instant(0))
    assert "npm/OSV-5.json: expected an answer with status 200, found 404" in site.sync(status=4)["failure"]
    assert "OSV-6" in site.records()
    site.provider.documents["npm/OSV-5.json"] = osv("OSV-5", instant(0.1))
    assert site.sync()["imported"]["new"] == 1
    assert "OSV-5" in site.records()


def test_of_the_osv_database_everything_is_fetched_once_a_month(server):
    site = Site(server, "osv", {"npm/all.zip": archive(**{"OSV-1": osv("OSV-1", instant(9))}),
                                "npm/modified_id.csv": osv_list(("OSV-1", instant(9)))}, ecosystems=["npm"])
    site.sync()
    site.provider.documents |= {"npm/modified_id.csv": osv_list(("OSV-2", instant(0))),
                                "npm/all.zip": archive(**{"OSV-2": osv("OSV-2", instant(0))})}
    site.age(29)
    site.sync()
    assert documents(site.asked) == ["npm/modified_id.csv", "npm/all.zip"]
    # far more than is fetched singly
    site.provider.documents["npm/modified_id.csv"] = osv_list(*((f"OSV-{n}", instant(0)) for n in range(6000)))
    site.sync()
    assert documents(site.asked) == ["npm/modified_id.csv", "npm/all.zip"]


def test_the_ecosystems_are_those_of_the_components(server):
    site = Site(server, "osv", {
        "npm/all.zip": archive(**{"OSV-1": osv("OSV-1", instant(9))}),
        "npm/modified_id.csv": osv_list(("OSV-1", instant(9))),
        "Debian/all.zip": archive(**{"DSA-1": osv("DSA-1", instant(9), "openssl", "Debian:12")}),
        "Debian/modified_id.csv": osv_list(("DSA-1", instant(9)))})
    assert site.sync()["fetched"] == 0
    sbom = os.path.join(server.folder, "sbom.json")
    with open(sbom, "w", encoding="utf-8") as file:
        json.dump({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
            {"type": "library", "name": "left-pad", "version": "1.0.0", "purl": "pkg:npm/left-pad@1.0.0"},
            {"type": "library", "name": "openssl", "version": "3.0.1-1",
             "purl": "pkg:deb/debian/openssl@3.0.1-1?distro=debian-12"}]}, file)
    assert site.aftercare("device", "add", "pump").returncode == 0
    assert site.aftercare("release", "add", "1.0", "--device", "pump").returncode == 0
    done = site.aftercare("sbom", "import", sbom, "--device", "pump", "--release", "1.0")
    assert done.returncode == 0, done
    assert site.sync()["imported"]["new"] == 2
    assert documents(site.asked) == ["Debian/modified_id.csv", "Debian/all.zip", "npm/modified_id.csv", "npm/all.zip"]


def test_of_the_cve_list_what_has_changed_is_fetched_singly(server):
    def log(*batches):
        return json.dumps([{"fetchTime": when, "numberOfChanges": len(new), "updated": [], "error": [],
                            "new": [{"cveId": key, "cveOrgLink": "https://evil.example",
                                     "githubLink": "https://evil.example/x.json", "dateUpdated": when} for key in new]}
                           for when, new in batches]).encode()

    site = Site(server, "cve", {"cves/deltaLog.json": log((instant(2), ["CVE-2024-0001"])),
                                "main.zip": archive(cves__2024__0xxx__x=cve("CVE-2024-0001", instant(2)),
                                                    README=b"{}")}, url="cves/")
    assert site.sync()["imported"]["new"] >= 1
    assert documents(site.asked) == ["cves/deltaLog.json", "main.zip"]
    site.provider.documents |= {
        "cves/deltaLog.json": log((instant(0), ["CVE-2024-12345", "CVE-2024-9999"]),
                                  (instant(0.5), ["CVE-2024-12345"]), (instant(20), ["CVE-2024-0001"])),
        "cves/2024/12xxx/CVE-2024-12345.json": cve("CVE-2024-12345", instant(0)),
        "cves/2024/9xxx/CVE-2024-9999.json": cve("CVE-2024-9999", instant(0))}
    site.sync()
    assert sorted(documents(site.asked)) == ["cves/2024/12xxx/CVE-2024-12345.json", "cves/2024/9xxx/CVE-2024-9999.json",
                                             "cves/deltaLog.json"], site.asked
    assert {"CVE-2024-12345", "CVE-2024-9999"} <= site.records()


def rolie(base, *entries):
    return json.dumps({"feed": {"id": "white", "title": "All", "entry": [
        {"id": path, "updated": when, "content": {"src": base + path, "type": "application/json"},
         "link": [{"rel": "self", "href": base + path}]} for path, when in entries]}}).encode()


def test_of_a_csaf_provider_each_document_is_fetched_in_each_of_its_states(server):
    site = Site(server, "csaf", {"a.json": csaf("PSA-1", 1), "b.json": csaf("PSA-2", 1)}, url="provider-metadata.json")
    base, held = site.provider.base, site.provider.documents
    held["provider-metadata.json"] = json.dumps({"distributions": [
        {"directory_url": base + "folder"},
        {"rolie": {"feeds": [{"tlp_label": "RED", "url": base + "red.json"},
                             {"tlp_label": "WHITE", "url": base + "white.json"}]}}]}).encode()
    held["white.json"] = rolie(base, ("a.json", "2024-01-01T00:00:00Z"), ("b.json", "2024-01-01T00:00:00Z"))
    assert site.sync()["imported"]["new"] == 2
    assert documents(site.asked) == ["provider-metadata.json", "white.json", "a.json", "b.json"]
    site.sync()
    assert [path for path, _ in site.asked] == ["provider-metadata.json", "white.json"]
    held["a.json"] = csaf("PSA-1", 2)
    held["white.json"] = rolie(base, ("a.json", "2024-01-02T00:00:00Z"), ("b.json", "2024-01-01T00:00:00Z"),
                               ("gone.json", "2024-01-03T00:00:00Z"))
    done = site.sync(status=4)
    assert done["imported"]["changed"] == 1 and "gone.json: expected an answer with status 200" in done["failure"], done
    site.sync(status=4)
    assert [path for path, _ in site.asked] == ["provider-metadata.json", "white.json", "gone.json"]
    held["gone.json"] = csaf("PSA-3", 1)
    assert site.sync()["imported"]["new"] == 1


def test_a_csaf_provider_without_feeds_has_a_list_in_its_folder(server):
    site = Site(server, "csaf", {"folder/2024/a.json": csaf("PSA-1", 1)}, url="provider-metadata.json")
    held = site.provider.documents
    held["provider-metadata.json"] = json.dumps(
        {"distributions": [{"directory_url": site.provider.base + "folder"}]}).encode()
    held["folder/changes.csv"] = b'"2024/a.json","2024-01-01T00:00:00Z"\n'
    assert site.sync()["imported"]["new"] == 1
    held["folder/changes.csv"] = b'../secret.json,2024-01-01T00:00:00Z\n'
    assert "expected a path below this folder, a comma and an instant" in site.sync(status=4)["failure"]


def test_a_provider_that_is_down_is_not_asked_a_thousand_times(server):
    site = Site(server, "csaf", {}, url="white.json")
    base = site.provider.base
    site.provider.documents["white.json"] = rolie(base, *((f"{n}.json", "2024-01-01T00:00:00Z") for n in range(1000)))
    site.sync(status=4)
    assert len(site.asked) == 2 + 5, site.asked


def test_a_wrong_file_of_providers_is_told_with_its_place(server):
    path = os.path.join(server.folder, "wrong.json")
    for text, why in (
            ('{"providers": []}', "providers: expected a list of 1 to 200"),
            ('{"providers": [{"name": "Kev"}]}', "providers[0]: name: expected lower-case letters"),
            ('{"providers": [{"name": "mine"}]}', "providers[0]: mine: kind: expected documents, nvd"),
            ('{"providers": [{"name": "kev"}, {"name": "kev"}]}', 'providers[1]: there is a "kev" already'),
            ('{"providers": [{"name": "x", "kind": "nvd", "url": "http://nvd.example/"}]}', "url: expected an https"),
            ('{"providers": [{"name": "x", "kind": "nvd", "url": "https://nvd.example/a"}]}', "ends in /"),
            ('{"providers": [{"name": "x", "kind": "csaf", "ecosystems": ["npm"]}]}', 'has no "ecosystems"'),
            ('{"providers": [{"name": "x", "kind": "documents", "documents": []}]}', "documents: expected a list"),
            ('{"more": 1}', "more")):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        done = server.run("feed", "sync", "--providers", path)
        assert done.returncode == 3 and why in done.stderr, (text, done)


def test_nobody_fetches_without_the_right(server):
    server.begin()
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))})
    done = server.run("feed", "sync", "--providers", site.file)
    assert done.returncode == 5 and "nobody has signed in" in done.stderr, done
    assert site.provider.take() == []


test_nobody_fetches_without_the_right.store = "empty"


def wait_for_fetching(client, until=lambda answer: answer["now"] is None):
    for _ in range(400):
        answer = client.get("/feeds/providers").json
        if until(answer):
            return answer
        time.sleep(0.05)
    raise AssertionError(answer)


def served(server, *options):
    """A server with users that asks a provider of this machine."""
    server.begin()
    site = Site(server, "documents", {"a.json.gz": nvd(("CVE-2024-0001", "2024-05-01T00:00:00.000", "2.0"))})
    site.store = server.store
    server.stop()
    server.start(["--providers", site.file, "--sync", *options])
    return site, server.sign_in("ada")


def test_a_server_fetches_by_the_clock(server):
    site, ada = served(server, "6")
    answer = wait_for_fetching(ada, lambda a: "done" in a["items"][0])
    assert (answer["fetches"], answer["every_hours"]) == ("by_the_clock", 6), answer
    assert site.ask("SELECT who, why FROM trail WHERE what = 'feed.import'") == [("feed sync", "by the clock")]
    server.stop()
    site.provider.take()
    server.start(["--providers", site.file, "--sync", "6"])
    time.sleep(0.5)
    assert site.provider.take() == []  # it was asked lately
    assert site.aftercare("audit", "verify").returncode == 0


def test_a_server_fetches_when_it_is_asked(server):
    site, ada = served(server, "asked")
    answer = ada.get("/feeds/providers").json
    assert (answer["fetches"], answer["now"]) == ("asked", None) and "asked" not in answer["items"][0], answer
    answer = ada.post("/feeds/sync", {"providers": ["here"], "why": "an alert named pumpd"})
    assert answer.status == 202, answer
    answer = wait_for_fetching(ada, lambda a: a["now"] is None and "asked" in a["items"][0])
    assert answer["items"][0]["done"] == answer["items"][0]["asked"], answer
    assert site.ask("SELECT who, why FROM trail WHERE what = 'feed.sync'") == [("ada", "an alert named pumpd")]
    assert ada.post("/feeds/sync", {"providers": ["nobody"]}).status == 400
    site.provider.documents.clear()
    ada.post("/feeds/sync", {})
    answer = wait_for_fetching(ada, lambda a: a["now"] is None and "failure" in a["items"][0])
    assert "found 404" in answer["items"][0]["failure"]
    server.log.seek(0)
    assert '"sync_failed"' in server.log.read()


def test_a_server_without_the_option_fetches_nothing(server):
    ada = server.begin()
    answer = ada.get("/feeds/providers").json
    assert (answer["fetches"], answer["items"]) == ("never", []), answer
    answer = ada.post("/feeds/sync", {})
    assert answer.status == 409 and "not started to fetch records" in answer.json["detail"], answer


def test_a_server_that_ends_does_not_wait_for_a_provider(server):
    site, ada = served(server, "asked")
    site.provider.refusals["a.json.gz"] = 99
    site.provider.say_later = 30
    ada.post("/feeds/sync", {})
    wait_for_fetching(ada, lambda a: a["now"] is not None)
    began = time.time()
    assert server.stop() == 0
    assert time.time() - began < 5


for test in (test_a_server_fetches_by_the_clock, test_a_server_fetches_when_it_is_asked,
             test_a_server_without_the_option_fetches_nothing, test_a_server_that_ends_does_not_wait_for_a_provider):
    test.store = "empty"
