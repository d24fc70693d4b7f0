What is known to be exploited is counted where it is found, not only where somebody has opened a casefile; and what is stated of findings where it is stated.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=sec
  $ example="$TESTDIR/../../../docs/example"
  $ day=$(date -u -d "today - 10 days" +%F)
  $ printf '{"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.01.20", "dateReleased": "2026-01-20T00:00:00Z", "count": 1, "vulnerabilities": [{"cveID": "CVE-2021-31571", "vendorProject": "Amazon", "product": "FreeRTOS", "vulnerabilityName": "x", "dateAdded": "'$day'", "shortDescription": "x", "requiredAction": "x", "dueDate": "2026-02-10", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}' >kev.json
  $ aftercare feed import "$example/nvd.json" kev.json >out 2>&1
  $ aftercare device add Pump --class II --pathway 510k >out; aftercare device add Monitor --class II --pathway 510k >out
  $ for release in 1.0 1.1; do aftercare sbom import "$example/pump.cdx.json" --device Pump --release $release >out; done
  $ aftercare sbom import "$example/pump.cdx.json" --device Monitor --release 1 >out
  $ measures() { aftercare report metrics --from 2026-01-01 --to 2026-03-31 --format json "$@" | jq -c '.programme[] | select(.id == "K8" or .id == "K9") | [.name, .value, .basis]'; }
  $ measures
  ["listed as known exploited, open findings","3","1 vulnerability, the first listed 10 days ago"]
  ["listed as known exploited, casefiles not patched","0",""]
  ["not affected with a justification, statements","n/a","0 of 0"]
  ["not affected with a justification, casefiles","n/a","0 of 0"]
  ["under investigation, statements","0",""]
  ["under investigation, casefiles","0",""]
  $ measures --device Monitor
  ["listed as known exploited, open findings","1","1 vulnerability, the first listed 10 days ago"]
  ["listed as known exploited, casefiles not patched","0",""]
  ["not affected with a justification, statements","n/a","0 of 0"]
  ["not affected with a justification, casefiles","n/a","0 of 0"]
  ["under investigation, statements","0",""]
  ["under investigation, casefiles","0",""]

What is decided is open no longer, and its statement is counted.

  $ aftercare finding set --vulnerability CVE-2021-31571 --scope device --device Monitor --status not_affected --justification vulnerable_code_not_present --reason r >out
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope finding --device Pump --release 1.0 --component FreeRTOS --status under_investigation --reason r >out
  $ measures
  ["listed as known exploited, open findings","2","1 vulnerability, the first listed 10 days ago"]
  ["listed as known exploited, casefiles not patched","0",""]
  ["not affected with a justification, statements","100.0 %","1 of 1"]
  ["not affected with a justification, casefiles","n/a","0 of 0"]
  ["under investigation, statements","1","the oldest 0 days"]
  ["under investigation, casefiles","0",""]
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope device --device Pump --status not_affected --impact "the network is not used" --reason r >out
  $ measures --device Pump
  ["listed as known exploited, open findings","1","1 vulnerability, the first listed 10 days ago"]
  ["listed as known exploited, casefiles not patched","0",""]
  ["not affected with a justification, statements","0.0 %","0 of 1"]
  ["not affected with a justification, casefiles","n/a","0 of 0"]
  ["under investigation, statements","1","the oldest 0 days"]
  ["under investigation, casefiles","0",""]
