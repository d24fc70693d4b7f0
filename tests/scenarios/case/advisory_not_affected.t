What the firm has found of the device as a whole, and a second person has reviewed, is what it publishes of findings that nobody has decided on: its public statement and its file do not contradict each other. A finding that somebody decided to be affected stands.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=sec
  $ example="$TESTDIR/../../../docs/example"
  $ aftercare feed import "$example/nvd.json" >out 2>&1
  $ aftercare program set --firm-name "Example Devices" --firm-namespace https://example.com --advisory-prefix EX --security-contact psirt@example.com
  $ aftercare device add Pump --class II --pathway 510k >out
  $ for r in 1.0 1.1; do aftercare sbom import "$example/pump.cdx.json" --device Pump --release $r >out; done
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out
  $ status() { aftercare case advisory 1 2>/dev/null | jq -c '.vulnerabilities[0] | .product_status, [(.remediations // [])[].category]'; }
  $ status
  {"known_affected":["RELEASE-1","RELEASE-2"]}
  ["none_available"]
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification vulnerable_code_not_present >out
  $ status
  {"known_affected":["RELEASE-1","RELEASE-2"]}
  ["none_available"]
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification vulnerable_code_not_present --vex-reviewed-by Sec --why reviewed >out
  $ status
  {"known_not_affected":["RELEASE-1","RELEASE-2"]}
  []
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope finding --device Pump --release 1.1 --component FreeRTOS --status affected --action "Use another network." --reason r >out
  $ status
  {"known_affected":["RELEASE-2"],"known_not_affected":["RELEASE-1"]}
  ["mitigation","none_available"]
