What was decided leaves the house in its own words, in every form; why it was decided, and by whom, stays in the file.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=qa
  $ cp "$TESTDIR"/../../../docs/example/*.json .
  $ aftercare feed import nvd.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add "Example Infusion Pump" --class II --pathway 510k --cyber-device yes
  device 1: Example Infusion Pump
  $ aftercare sbom import pump.cdx.json --device "Example Infusion Pump" --release 4.2.0 | cut -d: -f1
  Example Infusion Pump 4.2.0
  $ decide() { aftercare finding set --device "Example Infusion Pump" --release 4.2.0 --scope finding --reason "internal reason" --evidence "internal evidence" "$@" >out || cat out; }
  $ decide --vulnerability CVE-2018-1000517 --component busybox --status not_affected --justification vulnerable_code_not_present
  $ decide --vulnerability CVE-2021-3712 --component openssl --status affected --action "Keep the pump off public networks."
  $ list() { aftercare finding list --device "Example Infusion Pump" --release 4.2.0 --author "Example Medical" --namespace https://example.com "$@"; }
  $ list --format openvex >pump.openvex
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ python3 -c 'import json; [print(s["vulnerability"]["name"], s["status"], s.get("justification"), s.get("action_statement"), s.get("status_notes", "")[:35]) for s in json.load(open("pump.openvex"))["statements"]]'
  CVE-2018-1000517 not_affected vulnerable_code_not_present None 
  CVE-2021-31571 affected None No fix of the product is stated. nvd names as fixed: 10.4.3. Found by comparing versions with pu
  CVE-2021-3712 affected None Keep the pump off public networks. 
  $ list --format csaf >pump.csaf
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ aftercare csaf check pump.csaf --level mandatory
  1 document: 0 errors, * (glob)
  $ python3 -c 'import json; [print(v["cve"], v["product_status"], v.get("flags"), [r["details"] for r in v.get("remediations", [])]) for v in json.load(open("pump.csaf"))["vulnerabilities"]]'
  CVE-2018-1000517 {'known_not_affected': ['AFTERCARE-P4']} [{'label': 'vulnerable_code_not_present', 'product_ids': ['AFTERCARE-P4']}] []
  CVE-2021-31571 {'known_affected': ['AFTERCARE-P2']} None ['No fix of the product is stated. nvd names as fixed: 10.4.3.']
  CVE-2021-3712 {'known_affected': ['AFTERCARE-P3']} None ['Keep the pump off public networks.']
  $ list --format cyclonedx --output pump.vex.json
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ python3 -c 'import json; [print(v["id"], v["analysis"].get("state"), v["analysis"].get("justification"), v.get("recommendation")) for v in json.load(open("pump.vex.json"))["vulnerabilities"]]'
  CVE-2018-1000517 not_affected code_not_present None
  CVE-2021-31571 exploitable None No fix of the product is stated. nvd names as fixed: 10.4.3.
  CVE-2021-3712 exploitable None Keep the pump off public networks.
  $ list --format sarif >pump.sarif
  $ python3 "$TESTDIR/../../reports/sarif_check.py" pump.sarif
  3 results, 3 rules
  $ grep -A 2 '"suppressions"' pump.sarif
            "suppressions": [
              {
                "kind": "external",
  $ list --format csv | tr -d '\r' | python3 -c 'import csv, sys; [print(r["vulnerability"], r["state"], r["matched_state"], r["statement"], r["statement_origin"], r["justification"], r["device"], r["release"]) for r in csv.DictReader(sys.stdin)]'
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  CVE-2021-31571 affected affected    Example Infusion Pump 4.2.0
  CVE-2018-1000517 not_affected affected not_affected own vulnerable_code_not_present Example Infusion Pump 4.2.0
  CVE-2021-3712 affected affected affected own  Example Infusion Pump 4.2.0
  $ cat pump.openvex pump.csaf pump.vex.json | grep -c internal
  0
  [1]

A scan of the release's SBOM says the same, but for the name of the document.

  $ aftercare scan pump.cdx.json --format openvex --author "Example Medical" --namespace https://example.com --at 2022-01-06T00:00:00Z >scan.openvex
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ diff <(grep -E '"(status|justification|action_statement)"' pump.openvex) <(grep -E '"(status|justification|action_statement)"' scan.openvex)

Only what is asked for, and only of one release.

  $ list --format csv --status not_affected | cut -d, -f 1,3
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  vulnerability,component
  CVE-2018-1000517,busybox
  $ aftercare finding list --format csaf
  aftercare: --format csaf is about one release: give --device and --release
  [2]
  $ aftercare finding list --output out.txt
  aftercare: --output is for the formats of one release: csv, sarif and the like
  [2]
  $ aftercare finding list --device "Example Infusion Pump" --release 9 --format csv
  aftercare: there is no release "9" of device "Example Infusion Pump"
  [3]

A decision on a component whose package URL names its repository is read again, as any other.

  $ export AFTERCARE_STORE="$HOME/repository.db" AFTERCARE_USER=qa
  $ sed 's|"cpe": "cpe:2.3:o:amazon:freertos|"purl": "pkg:github/freertos/freertos@10.0.1", &|' "$TESTDIR/../../../docs/example/pump.cdx.json" >repository.json
  $ aftercare feed import "$TESTDIR/../../../docs/example/nvd.json" && aftercare device add Pump
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  device 1: Pump
  $ aftercare sbom import repository.json --device Pump --release 1.0
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope component --component FreeRTOS --status affected --action update --reason seen
  statement 1
  $ aftercare finding list --vulnerability CVE-2021-31571 | tail -n 2
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
      own decision 1 by qa: affected: seen
  1 finding
