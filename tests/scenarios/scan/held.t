A statement may be about everything that is made. What it holds back from a gate is told, loudly.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ cp "$TESTDIR/../../../docs/example/pump.cdx.json" "$TESTDIR/../../../docs/example/nvd.json" .
  $ aftercare feed import nvd.json && aftercare device add Pump && aftercare sbom import pump.cdx.json --device Pump --release 1.0
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  device 1: Pump
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ gate() { aftercare scan pump.cdx.json --fail-on "$@" >out.txt; }
  $ gate critical
  [1]
  $ aftercare finding set --scope portfolio --vulnerability CVE-2021-31571 --status under_investigation --reason "being looked at"
  statement 1
  $ gate critical
  aftercare: statements hold back 1 finding: own decision 1 (portfolio, under_investigation, by qa) 1
  [1]
  $ aftercare finding set --scope component --component busybox --vulnerability CVE-2018-1000517 --status not_affected --justification vulnerable_code_not_present --reason "no wget" >/dev/null
  $ gate critical
  aftercare: statements hold back 2 findings: own decision 1 (portfolio, under_investigation, by qa) 1, own decision 2 (component, not_affected, by qa) 1; without them the answer would be 1
  $ gate kev
  aftercare: statements hold back 2 findings: own decision 1 (portfolio, under_investigation, by qa) 1, own decision 2 (component, not_affected, by qa) 1
  $ gate any
  aftercare: statements hold back 2 findings: own decision 1 (portfolio, under_investigation, by qa) 1, own decision 2 (component, not_affected, by qa) 1
  [1]

The table says it where it counts, JSON has a list.

  $ tail -n 3 out.txt
  pump.cdx.json: 4 components, 3 findings, 1 high
  statements hold back 2 findings: own decision 1 (portfolio, under_investigation, by qa) 1, own decision 2 (component, not_affected, by qa) 1
  data: nvd, 3 records, newest 2022-01-06T00:00:00Z
  $ aftercare scan pump.cdx.json --format json | python3 -c 'import json, sys; [print(*h.values()) for h in json.load(sys.stdin)["held_back"]]'
  1 own portfolio under_investigation qa 1
  2 own component not_affected qa 1

What no record calls affected is not held back by what is said of it.

  $ aftercare finding set --scope portfolio --vulnerability CVE-2021-31571 --status affected --action update --reason "it is" >/dev/null; gate critical
  aftercare: statements hold back 1 finding: own decision 2 (component, not_affected, by qa) 1
  [1]
