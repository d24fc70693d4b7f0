What is not known is said: an empty answer would look like safety.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ example="$TESTDIR/../../docs/example"
  $ aftercare device add Pump
  device 1: Pump
  $ aftercare sbom import "$example/pump.cdx.json" --device Pump --release ""
  aftercare: --release is empty
  [3]
  $ aftercare sbom import "$example/pump.cdx.json" --device Pump --release 1.0
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ aftercare finding list
  aftercare: no record in the store says which versions are affected: import feeds first
  0 findings

EPSS names vulnerabilities, and says of no version that it is affected.

  $ printf 'cve,epss,percentile\nCVE-2021-31571,0.5,0.9\nCVE-2021-3712,0.1,0.2\n' >epss.csv
  $ aftercare feed import epss.csv
  1 document: 2 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare scan "$example/pump.cdx.json" --fail-on any
  aftercare: no record says which versions are affected, as EPSS and KEV do not: import NVD, CVE 5, OSV or CSAF
  [3]
  $ aftercare finding list --format json
  aftercare: no record in the store says which versions are affected: import feeds first
  []
  $ aftercare where CVE-2021-31571
  aftercare: no record in the store says what is affected by "CVE-2021-31571"
  [3]
  $ aftercare finding list --vulnerability CVE-2021-31571 2>&1 | tail -n 1
  aftercare: no record in the store says what is affected by "CVE-2021-31571"

Where a record speaks of it, and no release has it, "nowhere" is an answer.

  $ aftercare feed import "$example/nvd.json"
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare where CVE-2021-3712 | awk 'NR > 1 { print $1, $4 }'
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  Pump openssl
  $ sed 's/3712/3799/; s/openssl:openssl/acme:tls/' "$example/nvd.json" >other.json
  $ aftercare feed import other.json
  1 document: 1 new record, 0 changed, 2 unchanged, 0 older, 0 skipped
  $ aftercare where CVE-2021-3799
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  nowhere

Nothing is found in an SBOM of nothing, and that is no answer either.

  $ printf '{"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[]}' >nothing.json
  $ aftercare scan nothing.json --fail-on any
  aftercare: nothing.json: names no component: there is nothing to compare
  [3]

A casefile is on something.

  $ aftercare case open --device Pump --vulnerability "" --learned-on 2026-01-01
  aftercare: --vulnerability is empty
  [3]
