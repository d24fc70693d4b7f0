Could we have missed it? Which source could see which component, and which could not and why.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=qa
  $ cp "$TESTDIR/../../../docs/example/nvd.json" .
  $ cat >pypi.json <<'END'
  > {"id": "PYSEC-2026-1", "modified": "2026-01-10T00:00:00Z", "summary": "Example.", "aliases": ["CVE-2026-0001"],
  >  "affected": [{"package": {"ecosystem": "PyPI", "name": "known"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
  > END
  $ cat >named.json <<'END'
  > {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-0002", "state": "PUBLISHED", "dateUpdated": "2026-01-11T00:00:00Z"},
  >  "containers": {"cna": {"descriptions": [{"lang": "en", "value": "Example."}],
  >   "affected": [{"vendor": "Acme", "product": "bare", "versions": [{"version": "1", "status": "affected"}]}]}}}
  > END
  $ cat >bom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"component": {"type": "device", "name": "Pump", "version": "1"}}, "components": [
  >  {"type": "library", "name": "known", "version": "1.0", "purl": "pkg:pypi/known@1.0"},
  >  {"type": "library", "name": "quiet", "version": "1.0", "purl": "pkg:pypi/quiet@1.0"},
  >  {"type": "library", "name": "zlib", "version": "1.3", "purl": "pkg:conan/zlib@1.3"},
  >  {"type": "library", "name": "left-pad", "version": "1.3", "purl": "pkg:npm/left-pad@1.3"},
  >  {"type": "library", "name": "tls", "version": "1.1.1k", "purl": "pkg:conan/openssl@1.1.1k"},
  >  {"type": "library", "name": "by-commit", "externalReferences": [{"type": "vcs", "url": "https://github.com/acme/by-commit"}], "pedigree": {"commits": [{"uid": "123456789abcdef0123456789abcdef012345678"}]}},
  >  {"type": "library", "name": "openssl", "version": "1.1.1k", "cpe": "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*"},
  >  {"type": "library", "name": "wild", "version": "1", "cpe": "cpe:2.3:a:acme:*:1:*:*:*:*:*:*:*"},
  >  {"type": "library", "name": "ageless", "purl": "pkg:pypi/known"},
  >  {"type": "library", "name": "own", "version": "1"},
  >  {"type": "library", "name": "bare", "version": "1", "supplier": {"name": "Acme"}}]}
  > END
  $ aftercare feed import nvd.json pypi.json named.json
  3 documents: 5 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add Pump --class II --pathway 510k --cyber-device yes
  device 1: Pump
  $ aftercare sbom import bom.json --device Pump --release 1
  Pump 1: CycloneDX 1.5, 11 components, 11 of them new
  $ now=2026-01-12T00:00:00Z
  $ aftercare coverage --at $now --stale-after 7
  component  version  releases  state          seen by         why
  ageless                    1  not matchable  -               version missing
  bare       1               1  not matchable  cve 1 by name   no purl, no CPE; records speak of acme:bare by name alone
  by-commit                  1  not served     -               no source serves repositories
  known      1.0             1  seen           osv:pypa 1
  left-pad   1.3             1  not served     -               no source serves purl type npm
  openssl    1.1.1k          1  seen           nvd 1
  own        1               1  not matchable  -               no purl, no CPE
  quiet      1.0             1  no records     -               no source has a record of pypi/quiet
  tls        1.1.1k          1  seen           nvd 1 by alias  alias conan/openssl = cpe a:openssl:openssl, shipped
  wild       1               1  not matchable  -               CPE product is *
  zlib       1.3             1  no records     -               no source has a record of conan/zlib, nor through an alias of cpe a:zlib:zlib, name zlib:zlib, cpe a:gnu:zlib
  
  source    records  newest                days old
  cve             1  2026-01-11T00:00:00Z         1
  nvd             3  2022-01-06T00:00:00Z      1467  stale
  osv:pypa        1  2026-01-10T00:00:00Z         2
  
  11 components: 3 seen, 2 no records, 2 not served, 4 not matchable; 45.4 % can be matched
  no run has been recorded to compare with

One device, one release; and for machines.

  $ aftercare coverage Pump --release 1 --at $now | tail -n 2
  11 components: 3 seen, 2 no records, 2 not served, 4 not matchable; 45.4 % can be matched
  no run has been recorded to compare with
  $ aftercare coverage --at $now --format json >first.json
  $ aftercare coverage --at $now --format json | cmp - first.json
  $ python3 -c 'import json; d = json.load(open("first.json")); print(d["totals"]); print([c for c in d["components"] if c["name"] == "known"][0]["seen_by"])'
  {'components': 11, 'seen': 3, 'no_records': 2, 'not_served': 2, 'not_matchable': 4, 'matchable_percent': 45.4}
  [{'source': 'osv:pypa', 'by': 'purl', 'package': 'pypi/known', 'through': None, 'records': 1, 'ranges': 1}]
  $ aftercare coverage Pump --release 9
  aftercare: there is no release "9" of device "Pump"
  [3]
  $ aftercare coverage Nothing
  aftercare: there is no device "Nothing"; aftercare device list shows all
  [3]
  $ aftercare coverage --release 1
  aftercare: --release needs a device
  [2]
  $ aftercare coverage Pump --record
  aftercare: --record is of all devices: leave "Pump" out
  [2]

A run that is recorded is what later ones are compared with: nothing has changed yet.

  $ aftercare coverage --at $now --stale-after 7 --record | tail -n 1
  no run has been recorded to compare with
  $ aftercare coverage --at $now --stale-after 7 | tail -n 1
  since the run of 2026-01-12T00:00:00Z: no change

Then a record loses its package, a component is added, time goes by.

  $ sed -i 's/"name": "known"/"name": "other"/; s/2026-01-10/2026-01-13/' pypi.json
  $ sed 's/"own"/"own2"/; s/"version": "1"}}, "comp/"version": "2"}}, "comp/' bom.json >bom2.json
  $ aftercare feed import pypi.json
  1 document: 0 new records, 1 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare sbom import bom2.json --device Pump --release 2 | cut -d, -f 1
  Pump 2: CycloneDX 1.5
  $ aftercare coverage --at 2026-01-19T00:00:00Z --stale-after 7 | sed -n '/^since/,$p'
  since the run of 2026-01-12T00:00:00Z:
      cve went stale
      known 1.0: was seen, now no records; no longer seen by osv:pypa
      own2 1: new, not matchable: no purl, no CPE
  $ aftercare coverage --record --at 2026-01-19T00:00:00Z --stale-after 7 --why nightly >out
  $ aftercare coverage --at 2026-01-19T00:00:00Z --stale-after 7 | tail -n 1
  since the run of 2026-01-19T00:00:00Z: no change
  $ aftercare audit verify
  9 entries, the audit trail is whole

What an import could not read is kept, by kind of feed, until an import of that kind has nothing bad.

  $ sed 's/"id": "CVE-2021-3712"/"id": 7/' nvd.json >bad.json
  $ aftercare feed import bad.json
  aftercare: skipped: bad.json:107: vulnerabilities[2].cve.id: expected text, found a number
  1 document: 0 new records, 0 changed, 2 unchanged, 0 older, 1 skipped
  $ aftercare coverage --at $now | grep -A 1 'passed over'
  nvd: 1 bad record passed over by the last import
      bad.json:107: vulnerabilities[2].cve.id: expected text, found a number
  $ aftercare feed status | tail -n 2
  nvd: 1 bad record passed over by the last import
      bad.json:107: vulnerabilities[2].cve.id: expected text, found a number
  $ aftercare coverage --format json | python3 -c 'import json, sys; print([(i["feed"], i["skipped"], len(i["last_reasons"])) for i in json.load(sys.stdin)["imports"]])'
  [('cve5', 0, 0), ('nvd', 1, 1), ('osv', 0, 0)]
  $ cp nvd.json again.json; echo >>again.json
  $ aftercare feed import again.json
  1 document: 0 new records, 0 changed, 3 unchanged, 0 older, 0 skipped
  $ aftercare coverage --at $now | grep -c 'passed over'
  0
  [1]
