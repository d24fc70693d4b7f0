A release is in the field, and its SBOM was wrong: the new one says what went, and what that does to findings and decisions.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ cp "$TESTDIR/../../../docs/example/pump.cdx.json" first.json; cp "$TESTDIR/../../../docs/example/nvd.json" .
  $ aftercare feed import nvd.json && aftercare device add Pump && aftercare sbom import first.json --device Pump --release 1.0
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  device 1: Pump
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ decide() { aftercare finding set --scope finding --device Pump --release 1.0 --status not_affected --justification vulnerable_code_not_in_execute_path --reason "not called" "$@"; }
  $ decide --component busybox --vulnerability CVE-2018-1000517 && decide --component openssl --vulnerability CVE-2021-3712
  statement 1
  statement 2

The same document once more changes nothing.

  $ aftercare sbom import first.json --device Pump --release 1.0
  Pump 1.0: CycloneDX 1.5, 4 components, 0 of them new
  in place of first.json of 2*Z: 0 added, 0 removed, 0 changed, 4 unchanged (glob)
  findings: 0 new, 0 gone, 3 as before

It has no busybox, another openssl that is affected too, and a component that was left out.

  $ python3 -c "
  > import json
  > d = json.load(open('first.json'))
  > d['components'] = [c for c in d['components'] if c['name'] != 'busybox'] + [{'type': 'library', 'name': 'tls', 'version': '1.1.1a', 'purl': 'pkg:conan/openssl@1.1.1a'}]
  > json.dump(d, open('second.json', 'w'))"
  $ sed -i 's/1\.1\.1k/1.1.1j/g' second.json
  $ aftercare sbom import second.json --device Pump --release 1.0 --why "the build had no busybox"
  Pump 1.0: CycloneDX 1.5, 4 components, 2 of them new
  in place of first.json of 2*Z: 1 added, 1 removed, 1 changed, 2 unchanged (glob)
    - busybox 1.28.4
    ~ openssl: version 1.1.1k -> 1.1.1j
    + tls 1.1.1a
  findings: 1 new, 1 gone, 2 as before
    statement 1 has no finding in it any more: not_affected, CVE-2018-1000517 in busybox 1.28.4
    statement 2 has no finding in it any more: not_affected, CVE-2021-3712 in openssl 1.1.1k
  $ aftercare finding list 2>/dev/null | cut -c 1-114
  Pump                 1.0      FreeRTOS                 10.0.1         CVE-2021-31571     B   9.8 critical affected
  Pump                 1.0      openssl                  1.1.1j         CVE-2021-3712      B   7.4 high     affected
  Pump                 1.0      tls                      1.1.1a         CVE-2021-3712      C   7.4 high     affected
  3 findings

The record stays: the documents before are kept, the trail says what stood and what went.

  $ sqlite3 a.db "SELECT file FROM sbom WHERE release_id = 1 ORDER BY id" | tr '\n' ' '
  first.json first.json second.json  (no-eol)
  $ sqlite3 a.db "SELECT old, why FROM trail WHERE what = 'sbom.import' ORDER BY number DESC LIMIT 1" | sed 's/[0-9a-f]\{64\}/HEX/'
  {"file":"first.json","format":"CycloneDX 1.5","sha256":"HEX"}|the build had no busybox
  $ sqlite3 a.db "SELECT new FROM trail WHERE what = 'sbom.import' ORDER BY number DESC LIMIT 1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["against_before"])'
  {'added': 1, 'removed': 1, 'changed': 1, 'findings_appeared': 1, 'findings_vanished': 1, 'decisions_without_finding': [1, 2]}
  $ aftercare audit verify
  8 entries, the audit trail is whole

What was wrong may come back: decisions were never edited, and hold again.

  $ aftercare sbom import first.json --device Pump --release 1.0 | sed -n '2,$p'
  in place of second.json of 2*Z: 1 added, 1 removed, 1 changed, 2 unchanged (glob)
    + busybox 1.28.4
    ~ openssl: version 1.1.1j -> 1.1.1k
    - tls 1.1.1a
  findings: 1 new, 1 gone, 2 as before
  $ aftercare finding list --status not_affected 2>/dev/null | grep -c 'own decision'
  2
  $ aftercare sbom import first.json --device Pump --release 1.0 --format json | jq -c '[.file, .components, .new_components, .correction.difference.unchanged, .correction.findings_stayed, .statements]'
  ["first.json",4,0,4,3,null]

An SBOM that cannot be read replaces nothing.

  $ aftercare sbom import nvd.json --device Pump --release 1.0
  aftercare: nvd.json: * (glob)
  [3]
  $ aftercare finding list 2>/dev/null | tail -n 1
  3 findings

A component is counted alike everywhere: without what the SBOM is about.

  $ aftercare scan first.json | grep components,
  first.json: 4 components, 3 findings, 1 critical
  $ aftercare scan first.json --format json | grep '"components"'
      "components": 4,
  $ aftercare sbom check first.json | grep components
  first.json: CycloneDX 1.5, 4 components
  $ aftercare sbom check first.json --format json | grep '"components": [0-9]'
      "components": 4,
  $ aftercare coverage | grep components:
  4 components: 3 seen, 0 no records, 0 not served, 1 not matchable; 75.0 % can be matched
  $ aftercare sbom diff first.json second.json | tail -n 1
  first.json -> second.json: 1 added, 1 removed, 1 changed, 2 unchanged
