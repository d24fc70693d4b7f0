One casefile for one vulnerability in one device, under a name that is right; what may be a mistake is told.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa; example="$TESTDIR/../../../docs/example"
  $ aftercare device add Pump && aftercare device add Cart && aftercare feed import "$example/nvd.json"
  device 1: Pump
  device 2: Cart
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ open() { aftercare case open --learned-on 2026-01-02 --device "$@"; }

What no record knows may be right: a finding of one's own, or news that the feeds do not have yet. A CVE id that can be none is not.

  $ open Pump --vulnerability ACME-2026-1
  aftercare: no record in the store is about ACME-2026-1: is the name right? feeds may be older than it
  casefile 1: ACME-2026-1 in Pump
  $ open Pump --vulnerability CVE-2026-99999
  aftercare: no record in the store is about CVE-2026-99999: is the name right? feeds may be older than it
  casefile 2: CVE-2026-99999 in Pump
  $ open Pump --vulnerability CVE-2021-31S71
  aftercare: "CVE-2021-31S71" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  [3]
  $ open Pump --vulnerability CVE-2021
  aftercare: "CVE-2021" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  [3]
  $ aftercare finding set --scope portfolio --vulnerability CVE-2021-31S71 --status fixed --reason r --force-unknown
  aftercare: "CVE-2021-31S71" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  [3]

By whatever name: it is filed under the one that the store has for it, and there is one file.

  $ cat >ghsa.json <<'END'
  > {"id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-10T00:00:00Z", "summary": "Example.", "aliases": ["CVE-2021-31571"],
  >  "affected": [{"package": {"ecosystem": "PyPI", "name": "known"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
  > END
  $ aftercare feed import ghsa.json
  1 document: 1 new record, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ open Pump --vulnerability GHSA-aaaa-bbbb-cccc
  casefile 3: CVE-2021-31571 in Pump
  $ open Pump --vulnerability " cve-2021-31571 "
  aftercare: casefile 3 is on CVE-2021-31571 in this device, and open
  [5]
  $ open Cart --vulnerability CVE-2021-31571
  casefile 4: CVE-2021-31571 in Cart
  $ aftercare case list | awk '{ print $1, $2, $3 }'
  casefile vulnerability device
  1 ACME-2026-1 Pump
  2 CVE-2026-99999 Pump
  3 CVE-2021-31571 Pump
  4 CVE-2021-31571 Cart

A day that cannot be one is a slip too, now and when it is corrected.

  $ aftercare case open --device Pump --vulnerability CVE-2021-3712 --learned-on 1926-01-02
  aftercare: the vulnerability was learned of on 1926-01-02, which is before vulnerabilities had names, in 1999
  [3]
  $ aftercare case vulnerability 3 --learned-on 1926-01-02
  aftercare: the vulnerability was learned of on 1926-01-02, which is before vulnerabilities had names, in 1999
  [3]
  $ aftercare case vulnerability 3 --learned-on 2999-01-02
  aftercare: the vulnerability was learned of on 2999-01-02, which is after today, * (glob)
  [3]

Nobody gains days without a reason.

  $ aftercare case vulnerability 3 --learned-on 2026-01-03
  aftercare: the vulnerability was learned of on 2026-01-02: a later day, 2026-01-03, needs a reason (--why)
  [5]
  $ aftercare case vulnerability 3 --learned-on 2026-01-03 --why "the mail came in on the 3rd"
  casefile 3: vulnerability * (glob)
  $ aftercare audit verify
  14 entries, the audit trail is whole

Of a closed file a new one is told.

  $ aftercare case assess 1 --on 2026-01-03 --exploitability low --severity negligible --rationale "not reachable" --approver a >/dev/null && aftercare case close 1 --on 2026-01-04
  casefile 1: closed on 2026-01-04
  $ open Pump --vulnerability acme-2026-1 2>&1 | grep closed
  aftercare: casefile 1 is on the same, closed on 2026-01-04

A document that makes no statement is no VEX.

  $ aftercare vex import "$example/pump.cdx.json"
  aftercare: *pump.cdx.json: makes no statement: CycloneDX 1.5 without vulnerabilities; aftercare sbom import takes an SBOM (glob)
  [3]
  $ aftercare vex list
