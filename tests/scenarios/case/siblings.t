One vulnerability, many devices: casefiles stand side by side by whatever name they were opened, and a device without one is named.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=anna; example="$TESTDIR/../../../docs/example"
  $ for d in Pump Cart Bed Lamp; do aftercare device add $d >out; done
  $ open() { aftercare case open --learned-on 2026-01-02 --device "$@" 2>/dev/null; }

Nothing is known of it yet, under the name that somebody gave it.

  $ open Pump --vulnerability GHSA-aaaa-bbbb-cccc
  casefile 1: GHSA-aaaa-bbbb-cccc in Pump
  $ aftercare case siblings 1 --fail-on missing 2>/dev/null
  casefile  device  learned     assessed  risk          closed
         1  Pump    2026-01-02  -         undetermined  -
  
  no record in the store says what has it: look for it in every device

The feeds catch up: it is a CVE, and it is in three devices; one of them is known to be unaffected.

  $ aftercare feed import "$example/nvd.json" >out
  $ cat >ghsa.json <<'END'
  > {"id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-10T00:00:00Z", "summary": "Example.", "aliases": ["CVE-2021-31571"],
  >  "affected": [{"package": {"ecosystem": "PyPI", "name": "known"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
  > END
  $ aftercare feed import ghsa.json >out
  $ for d in Pump Cart Bed; do for r in 1.0 2.0; do aftercare sbom import "$example/pump.cdx.json" --device $d --release $r >out; done; done
  $ aftercare finding set --scope device --device Bed --vulnerability CVE-2021-31571 --status not_affected --justification vulnerable_code_not_in_execute_path --reason "never called"
  statement 1
  $ open Lamp --vulnerability CVE-2021-31571
  casefile 2: CVE-2021-31571 in Lamp
  $ aftercare case siblings 1 --fail-on missing
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  casefile  device  learned     assessed  risk          closed
         1  Pump    2026-01-02  -         undetermined  -
         2  Lamp    2026-01-02  -         undetermined  -
  
  device  release  component  version  state         casefile
  Bed     1.0      FreeRTOS   10.0.1   not_affected      none
  Bed     2.0      FreeRTOS   10.0.1   not_affected      none
  Cart    1.0      FreeRTOS   10.0.1   affected          none
  Cart    2.0      FreeRTOS   10.0.1   affected          none
  Pump    1.0      FreeRTOS   10.0.1   affected             1
  Pump    2.0      FreeRTOS   10.0.1   affected             1
  NO CASEFILE: Cart is concerned
  [1]
  $ aftercare case siblings 2 --format json | jq -c '.without_casefile, [.places[] | select(.device == "Cart" or .device == "Pump") | .casefile]'
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  ["Cart"]
  [null,null,1,1]
  $ open Cart --vulnerability CVE-2021-31571
  casefile 3: CVE-2021-31571 in Cart

An assessment counts for its own device.

  $ aftercare case assess 1 --on 2026-01-05 --exploitability low --severity minor --rationale "no network" --approver ben >out
  $ aftercare case siblings 3 --today 2026-01-10 --fail-on missing | sed -n '1,/^$/p'
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  casefile  device  learned     assessed    risk          closed
         1  Pump    2026-01-02  2026-01-05  controlled    -
         2  Lamp    2026-01-02  -           undetermined  -
         3  Cart    2026-01-02  -           undetermined  -
  
  $ aftercare case siblings 9
  aftercare: * (glob)
  [3]

The firm learns of it once: a file that says a later day is named.

  $ aftercare case vulnerability 3 --learned-on 2026-01-05 --why "the cart was thought to have another version" >out
  $ aftercare case siblings 1 2>/dev/null | head -5
  casefile  device  learned     assessed    risk          closed
         1  Pump    2026-01-02  2026-01-05  controlled    -
         2  Lamp    2026-01-02  -           undetermined  -
         3  Cart    2026-01-05  -           undetermined  -
  LEARNED LATER: casefile 3 says 2026-01-05, another 2026-01-02: the firm learns of it once
