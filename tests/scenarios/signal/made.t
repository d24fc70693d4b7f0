Signals that aftercare makes itself, of findings and of advisories: each once.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa; example="$TESTDIR/../../../docs/example"
  $ aftercare device add "Example Pump" && aftercare device add Cart
  device 1: Example Pump
  device 2: Cart
  $ aftercare sbom import "$example/pump.cdx.json" --device "Example Pump" --release 4.2.0 && aftercare feed import "$example/nvd.json"
  Example Pump 4.2.0: CycloneDX 1.5, 4 components, 4 of them new
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped

What has a casefile needs no signal; a finding that is gone again neither.

  $ aftercare case open --device "Example Pump" --vulnerability CVE-2021-3712 --learned-on 2026-01-02
  casefile 1: CVE-2021-3712 in Example Pump
  $ sed 's/"versionEndExcluding": "1.29.0"/"versionEndExcluding": "1.28.0"/; s/2021-02-16T/2026-02-16T/' "$example/nvd.json" > nvd.json
  $ aftercare feed import nvd.json && aftercare match --events | awk '$5 == "vanished" || $4 == "vanished"' | wc -l
  1 document: 0 new records, 1 changed, 2 unchanged, 0 older, 0 skipped
  1
  $ aftercare signal from-findings --since 2999-01-01
  0 new signals; 0 passed over, with a signal or a casefile already
  $ aftercare signal from-findings --device Cart
  0 new signals; 0 passed over, with a signal or a casefile already
  $ aftercare signal from-findings --dry-run && aftercare signal list --format json
  CVE-2021-31571 in FreeRTOS 10.0.1, in 1 device
  1 signal would be made; 1 passed over, with a signal or a casefile already
  []
  $ aftercare signal from-findings
  1 new signal, number 1; 1 passed over, with a signal or a casefile already
  $ aftercare signal list --format json | jq -c '.[] | [.kind, .source, .reference, .vulnerability, .devices, .summary, .acknowledge_by]'
  ["feed_match","feed import","nvd CVE-2021-31571","CVE-2021-31571",["Example Pump"],"CVE-2021-31571 in FreeRTOS 10.0.1",null]

Another device with the same is news; what was told is not.

  $ aftercare sbom import "$example/pump.cdx.json" --device Cart --release 1 && aftercare signal from-findings
  Cart 1: CycloneDX 1.5, 4 components, 0 of them new
  2 new signals, numbers 2 to 3; 0 passed over, with a signal or a casefile already
  $ aftercare signal from-findings
  0 new signals; 2 passed over, with a signal or a casefile already
  $ aftercare signal list --format json | jq -c '.[] | [.vulnerability, .devices]'
  ["CVE-2021-31571",["Example Pump"]]
  ["CVE-2021-31571",["Cart"]]
  ["CVE-2021-3712",["Cart"]]

An advisory: a component of ours, a device of ours by its name, and what is neither.

  $ cat > advisory.json <<'END'
  > {"document": {"category": "csaf_security_advisory", "csaf_version": "2.0", "title": "Example advisory", "distribution": {"text": "as agreed", "tlp": {"url": "https://www.first.org/tlp/", "label": "AMBER+STRICT"}},
  >   "publisher": {"category": "coordinator", "name": "Example CERT", "namespace": "https://cert.example"},
  >   "tracking": {"id": "EX-26-1", "version": "1", "status": "final", "initial_release_date": "2026-02-01T00:00:00Z", "current_release_date": "2026-02-01T00:00:00Z",
  >     "revision_history": [{"date": "2026-02-01T00:00:00Z", "number": "1", "summary": "first"}]}},
  >  "product_tree": {"full_product_names": [
  >   {"product_id": "P1", "name": "Example Medical Example Pump 4.x"}, {"product_id": "P2", "name": "Another Example Pumpkin"},
  >   {"product_id": "P3", "name": "openssl 1.1.1k", "product_identification_helper": {"cpe": "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*"}}]},
  >  "vulnerabilities": [
  >   {"cve": "CVE-2026-1001", "product_status": {"known_affected": ["P1"]}},
  >   {"cve": "CVE-2026-1002", "product_status": {"known_affected": ["P2"]}},
  >   {"cve": "CVE-2026-1003", "product_status": {"under_investigation": ["P3"]}},
  >   {"cve": "CVE-2026-1004", "product_status": {"fixed": ["P1"]}}]}
  > END
  $ aftercare signal from-advisory advisory.json --received 2026-02-02T09:00:00+01:00
  2 new signals, numbers 4 to 5; 0 passed over, with a signal or a casefile already
  $ aftercare signal from-advisory advisory.json
  0 new signals; 2 passed over, with a signal or a casefile already
  $ aftercare signal list --kind supplier_advisory --format json | jq -c '.[] | [.vulnerability, .devices, .source, .received_at, .summary, .tlp]'
  ["CVE-2026-1001",["Example Pump"],"Example CERT","2026-02-02T08:00:00Z","CVE-2026-1001 in Example Medical Example Pump 4.x","amber+strict"]
  ["CVE-2026-1003",["Cart","Example Pump"],"Example CERT","2026-02-02T08:00:00Z","CVE-2026-1003 in openssl 1.1.1k","amber+strict"]
  $ aftercare vex list
  $ aftercare signal from-advisory nvd.json
  aftercare: nvd.json: * (glob)
  [3]

Before something is told outside, an embargo is.

  $ aftercare case open --signal 4 >/dev/null 2>&1; aftercare signal embargo 4 --until 2999-03-01T12:00:00-05:00
  signal 4: embargo recorded
  $ aftercare scan "$example/pump.cdx.json" --format openvex 2>&1 >/dev/null | grep embargo
  aftercare: WARNING: CVE-2026-1001 (signal 4) is under embargo until 2999-03-01T12:00:00-05:00: not to be told outside
  $ aftercare scan "$example/pump.cdx.json" 2>&1 >/dev/null | grep embargo
  [1]
  $ aftercare case communicate 2 --on 2026-02-10 --to customers 2>&1 | grep embargo
  aftercare: WARNING: CVE-2026-1001 (signal 4) is under embargo until 2999-03-01T12:00:00-05:00: not to be told outside
  $ aftercare report casefile 2 --format json 2>&1 >/dev/null
  aftercare: WARNING: CVE-2026-1001 (signal 4) is under embargo until 2999-03-01T12:00:00-05:00: not to be told outside
  $ aftercare report casefile 1 --format json 2>&1 >/dev/null
  $ aftercare audit verify | sed 's/.*, //'
  the audit trail is whole
