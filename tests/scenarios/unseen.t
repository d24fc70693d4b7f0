What no source could see is told beside every answer: silence would look like safety.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ cat >bom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"component": {"type": "device", "name": "Pump", "version": "1"}}, "components": [
  >  {"type": "library", "name": "openssl", "version": "1.1.1k", "cpe": "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*"},
  >  {"type": "library", "name": "openssl-conan", "version": "1.1.1k", "purl": "pkg:conan/openssl@1.1.1k"},
  >  {"type": "library", "name": "left-pad", "version": "1.0.0", "purl": "pkg:npm/left-pad@1.0.0"},
  >  {"type": "library", "name": "right-pad", "version": "1.0.0", "purl": "pkg:npm/right-pad@1.0.0"},
  >  {"type": "library", "name": "curl", "version": "7.74.0-1.3", "purl": "pkg:deb/ubuntu/no-such-package@7.74.0-1.3"},
  >  {"type": "device", "name": "board", "version": "2", "cpe": "cpe:2.3:h:acme:board:2:*:*:*:*:*:*:*"},
  >  {"type": "library", "name": "own", "version": "1"}]}
  > END
  $ cat >debian.json <<'END'
  > {"id": "DSA-1", "modified": "2026-01-10T00:00:00Z", "summary": "Example.", "aliases": ["CVE-2026-0001"],
  >  "affected": [{"package": {"ecosystem": "Debian:11", "name": "curl"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "7.74.0-2"}]}]}]}
  > END
  $ aftercare feed import "$TESTDIR/../../docs/example/nvd.json" debian.json
  2 documents: 4 new records, 0 changed, 0 unchanged, 0 older, 0 skipped

The table: the kinds that nobody serves. Debian's records say nothing of Ubuntu's packages; what an alias leads to is seen.

  $ aftercare scan bom.json | sed -n '/^$/,$p'
  
  no source can see these components:
      own 1: no purl, no CPE
  
  no source serves the kind of 4 components: CPE part h 1, purl type deb/ubuntu 1, purl type npm 2
  
  bom.json: 7 components, 2 findings, 2 high
  data: nvd, 3 records, newest 2022-01-06T00:00:00Z
  data: osv:debian, 1 record, newest 2026-01-10T00:00:00Z

JSON and SARIF list them; beside the others stands a line, and documents of statements hold it themselves.

  $ aftercare scan bom.json --format json | python3 -c 'import json, sys; [print(u["component"]["name"], "|", u["why"]) for u in json.load(sys.stdin)["not_served"]]'
  left-pad | no source serves purl type npm
  right-pad | no source serves purl type npm
  curl | no source serves purl type deb/ubuntu
  board | no source serves CPE part h
  $ aftercare scan bom.json --format sarif | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["runs"][0]["properties"]["not_served"]))'
  4
  $ for format in csv openvex csaf cyclonedx; do aftercare scan bom.json --format $format --author Acme --namespace https://acme.example --output out.$format; done
  aftercare: no source can see 5 of 7 components: 1 names nothing that can be looked up, no source serves the kind of 4 (CPE part h 1, purl type deb/ubuntu 1, purl type npm 2)
  aftercare: no source can see 5 of 7 components: 1 names nothing that can be looked up, no source serves the kind of 4 (CPE part h 1, purl type deb/ubuntu 1, purl type npm 2)
  aftercare: no source can see 5 of 7 components: 1 names nothing that can be looked up, no source serves the kind of 4 (CPE part h 1, purl type deb/ubuntu 1, purl type npm 2)
  aftercare: no source can see 5 of 7 components: 1 names nothing that can be looked up, no source serves the kind of 4 (CPE part h 1, purl type deb/ubuntu 1, purl type npm 2)
  $ grep -c 'no source can see 5 of 7 components' out.openvex out.csaf out.cyclonedx
  out.openvex:1
  out.csaf:1
  out.cyclonedx:1

The same for releases. A release without an SBOM has no findings for that reason alone.

  $ aftercare device add Pump && aftercare device add Cart && aftercare sbom import bom.json --device Pump --release 1
  device 1: Pump
  device 2: Cart
  Pump 1: CycloneDX 1.5, 7 components, 7 of them new
  $ aftercare finding list
  aftercare: no source can see 5 of 7 components: 1 names nothing that can be looked up, no source serves the kind of 4 (CPE part h 1, purl type deb/ubuntu 1, purl type npm 2)
  Pump                 1        openssl                  1.1.1k         CVE-2021-3712      B   7.4 high     affected
  Pump                 1        openssl-conan            1.1.1k         CVE-2021-3712      C   7.4 high     affected
  2 findings; no SBOM: Cart
  $ aftercare finding list --device Cart
  0 findings; no SBOM: Cart
  $ aftercare release add --device Pump 2
  release 2: Pump 2
  $ aftercare release add --device Cart 1
  release 3: Cart 1
  $ aftercare finding list 2>/dev/null | tail -n 1
  2 findings; no SBOM: Cart 1, Pump 2
  $ aftercare finding list --device Cart
  0 findings; no SBOM: Cart 1
  $ aftercare finding list --device Cart --format json
  aftercare: what has no SBOM has no findings: Cart 1
  []
  $ aftercare finding list --device Cart --release 1
  aftercare: Cart 1: the release has no SBOM: nothing is known of what is in it
  [3]
  $ aftercare finding list --device Cart --release 1 --format csv
  aftercare: Cart 1: the release has no SBOM: nothing is known of what is in it
  [3]
  $ aftercare where CVE-2018-1000517
  aftercare: no source serves CPE part h, purl type conan, purl type deb/ubuntu, purl type npm, which components name
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  aftercare: 2 releases have no SBOM, so nothing is known of them
  nowhere
  $ aftercare where zlib
  aftercare: 2 releases have no SBOM, so nothing is known of them
  nowhere
  $ aftercare coverage | grep SBOM
  no SBOM, so nothing is known of it: Cart 1
  no SBOM, so nothing is known of it: Pump 2

A component that nobody has is not one without findings.

  $ aftercare finding list --component zzz
  aftercare: no source can see 5 of 7 components: * (glob)
  aftercare: no release that is asked for has a component "zzz"
  [3]
  $ aftercare finding list --component zzz --device Pump --release 1 --format csv
  aftercare: Pump 1: no release that is asked for has a component "zzz"
  [3]
  $ aftercare finding list --component own 2>/dev/null
  0 findings; no SBOM: Cart 1, Pump 2

Old data is told of as a scan tells it.

  $ aftercare finding list --stale-after 7 2>&1 | grep old
  aftercare: old data, what was published since is not seen: nvd (2022-01-06), osv:debian (2026-01-10)
  $ aftercare finding show CVE-2021-3712 --stale-after 7 2>&1 | grep -c old
  1
  $ aftercare where CVE-2021-3712 --stale-after 7 2>&1 | grep -c old
  1
  $ aftercare where openssl --stale-after 7 2>&1 | grep old
  [1]
  $ AFTERCARE_STALE_AFTER=7 aftercare finding list --device Pump --release 1 --format csv --output out.csv 2>&1 | grep -c old
  1
