A product tree says how a product is called, a CPE name writes the same words with backslashes before their signs.

  $ cat >pump.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >   {"type": "application", "name": "editor", "version": "1.4", "cpe": "cpe:2.3:a:acme:editor\\+\\+:1.4:*:*:*:*:*:*:*"}]}
  > END
  $ cat >acme.json <<'END'
  > {"document": {"category": "csaf_vex", "csaf_version": "2.0", "title": "Editor++", "publisher": {"category": "vendor", "name": "Acme", "namespace": "https://acme.example"},
  >   "tracking": {"id": "ACME-1", "version": "1", "initial_release_date": "2099-01-01T00:00:00Z", "current_release_date": "2099-01-01T00:00:00Z", "status": "final"}},
  >  "product_tree": {"branches": [{"category": "vendor", "name": "Acme", "branches": [{"category": "product_name", "name": "Editor++", "branches": [
  >   {"category": "product_version", "name": "1.4", "product": {"name": "Acme Editor++ 1.4", "product_id": "P1"}}]}]}]},
  >  "vulnerabilities": [{"cve": "CVE-2099-1001", "product_status": {"known_affected": ["P1"]}, "remediations": [{"category": "vendor_fix", "details": "update", "product_ids": ["P1"]}]}]}
  > END
  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare device add Pump >/dev/null && aftercare sbom import pump.json --device Pump --release 1.0
  Pump 1.0: CycloneDX 1.5, 1 component, 1 of them new
  $ aftercare vex import acme.json
  acme.json: CSAF 2.0 https://acme.example ACME-1 version 1 by Acme, taken
    applied    CVE-2099-1001 affected: Acme Editor++ 1.4
        Pump 1.0: editor 1.4 by name acme:editor++; no record in the store touches it
    1 statement: 1 applied, 0 ambiguous, 0 unmatched, 0 incomplete, 0 unreadable
  $ aftercare finding list 2>/dev/null
  Pump                 1.0      editor                   1.4            CVE-2099-1001      A     - unscored affected
      statement 1 by Acme: affected: update
  1 finding
