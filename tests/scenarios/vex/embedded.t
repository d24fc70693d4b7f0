An SBOM may say of vulnerabilities itself what its maker has found. That is a supplier's claim, as if vex import had read the same
file: sbom import and scan take it, and say what became of each statement.

  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "vulnerabilities": [
  >   {"cve": {"id": "CVE-2099-1001", "published": "2099-01-01T00:00:00", "descriptions": [{"lang": "en", "value": "overflow"}],
  >     "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
  >       {"vulnerable": true, "criteria": "cpe:2.3:a:acme:parser:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.0"}]}]}]}},
  >   {"cve": {"id": "CVE-2099-1002", "published": "2099-01-01T00:00:00", "descriptions": [{"lang": "en", "value": "leak"}],
  >     "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
  >       {"vulnerable": true, "criteria": "cpe:2.3:a:acme:lexer:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.0"}]}]}]}}]}
  > END
  $ cat >pump.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:00000000-0000-4000-8000-000000000009",
  >   "metadata": {"timestamp": "2099-01-02T00:00:00Z", "component": {"type": "device", "bom-ref": "pump", "name": "Pump", "version": "1.0"},
  >     "authors": [{"name": "Acme"}]},
  >   "components": [
  >     {"type": "library", "bom-ref": "p", "name": "parser", "version": "1.4", "cpe": "cpe:2.3:a:acme:parser:1.4:*:*:*:*:*:*:*"},
  >     {"type": "library", "bom-ref": "l", "name": "lexer", "version": "1.1", "cpe": "cpe:2.3:a:acme:lexer:1.1:*:*:*:*:*:*:*",
  >       "pedigree": {"patches": [{"type": "backport", "resolves": [{"type": "security", "id": "CVE-2099-1002"}]}]}},
  >     {"type": "library", "bom-ref": "n", "name": "nameless thing", "version": "3"}],
  >   "vulnerabilities": [
  >     {"id": "CVE-2099-1001", "analysis": {"state": "not_affected", "justification": "code_not_reachable"}, "affects": [{"ref": "p"}]},
  >     {"id": "CVE-2099-3003", "analysis": {"state": "exploitable", "detail": "as we found"}, "affects": [{"ref": "n"}]},
  >     {"id": "CVE-2099-3004", "analysis": {"state": "in_triage"}, "affects": [{"ref": "gone"}]}]}
  > END
  $ aftercare scan pump.json --feeds nvd.json --stale-after never | head -n 8
  aftercare: the SBOM makes 4 statements about vulnerabilities: 2 applied, 1 ambiguous, 1 unmatched, 0 incomplete
  lexer                    1.1            CVE-2099-1002        B     - unscored 
      statement of the SBOM by Acme, proposed: fixed: a patch in the SBOM is said to resolve it
      nvd CVE-2099-1002: cpe a:acme:lexer, 1.1 < 2.0 by scheme generic
  nameless thing           3              CVE-2099-3003        A     - unscored 
      statement of the SBOM by Acme: affected: as we found
      vex urn:uuid:00000000-0000-4000-8000-000000000009: said to be affected by Acme, SBOM urn:uuid:00000000-0000-4000-8000-000000000009
  parser                   1.4            CVE-2099-1001        B     - unscored not_affected
      statement of the SBOM by Acme: not_affected, vulnerable_code_not_in_execute_path

A patch in the SBOM that is said to resolve a vulnerability is a proposal, and never silently a fix.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare feed import nvd.json >/dev/null && aftercare device add Pump
  device 1: Pump
  $ aftercare sbom import --device Pump --release 1.0 pump.json
  Pump 1.0: CycloneDX 1.5, 3 components, 3 of them new
  pump.json: CycloneDX 1.5 urn:uuid:00000000-0000-4000-8000-000000000009 by Acme, taken
    ambiguous  CVE-2099-1002 fixed: lexer
        a patch alone says so: finding confirm makes it a decision
        Pump 1.0: lexer 1.1 by SBOM urn:uuid:00000000-0000-4000-8000-000000000009
    applied    CVE-2099-1001 not_affected, vulnerable_code_not_in_execute_path: parser
        Pump 1.0: parser 1.4 by SBOM urn:uuid:00000000-0000-4000-8000-000000000009
    applied    CVE-2099-3003 affected: nameless thing
        Pump 1.0: nameless thing 3 by SBOM urn:uuid:00000000-0000-4000-8000-000000000009; no record in the store touches it
    unmatched  CVE-2099-3004 under_investigation: gone
        no release holds gone
    4 statements: 2 applied, 1 ambiguous, 1 unmatched, 0 incomplete, 0 unreadable
  $ aftercare finding list
  aftercare: no source can see 1 of 3 components: 1 names nothing that can be looked up
  Pump                 1.0      lexer                    1.1            CVE-2099-1002      B     - unscored affected
      statement 1 by Acme, proposed: fixed: a patch in the SBOM is said to resolve it
  Pump                 1.0      nameless thing           3              CVE-2099-3003      A     - unscored affected
      statement 3 by Acme: affected: as we found
  Pump                 1.0      parser                   1.4            CVE-2099-1001      B     - unscored not_affected
      statement 2 by Acme: not_affected, vulnerable_code_not_in_execute_path
  3 findings
  $ aftercare finding list --proposals
  aftercare: no source can see 1 of 3 components: 1 names nothing that can be looked up
  Pump                 1.0      lexer                    1.1            CVE-2099-1002      B     - unscored affected
      statement 1 by Acme, proposed: fixed: a patch in the SBOM is said to resolve it
  1 finding
  $ aftercare finding confirm --device Pump --release 1.0 --vulnerability CVE-2099-1002 --reason "patch read"
  1 finding confirmed
  $ aftercare finding list --vulnerability CVE-2099-1002
  aftercare: no source can see 1 of 3 components: 1 names nothing that can be looked up
  Pump                 1.0      lexer                    1.1            CVE-2099-1002      B     - unscored fixed
      own decision 5 by qa: fixed: patch read; confirmed from statement 1: a patch in the SBOM is said to resolve it
  1 finding
  $ aftercare vex list
  number  document           version  author  format         file       life
       1  SBOM of release 1           Acme    CycloneDX 1.5  pump.json  stands

The same SBOM again changes nothing; one that says nothing any more ends what the earlier one said.

  $ aftercare sbom import --device Pump --release 1.0 pump.json
  Pump 1.0: CycloneDX 1.5, 3 components, 0 of them new
  in place of pump.json of *Z: 0 added, 0 removed, 0 changed, 3 unchanged (glob)
  findings: 0 new, 0 gone, 3 as before
  pump.json: CycloneDX 1.5 urn:uuid:00000000-0000-4000-8000-000000000009 by Acme, unchanged
    0 statements: 0 applied, 0 ambiguous, 0 unmatched, 0 incomplete, 0 unreadable
  $ sed '/"vulnerabilities"/,$d' pump.json | sed '$s/,$//' >bare.json; echo '}' >>bare.json
  $ sed -i 's/,$/,/; /pedigree/d; s/lexer:1.1:\*:\*:\*:\*:\*:\*:\*",/lexer:1.1:*:*:*:*:*:*:*"},/' bare.json
  $ aftercare sbom import --device Pump --release 1.0 bare.json
  Pump 1.0: CycloneDX 1.5, 3 components, 0 of them new
  in place of pump.json of *Z: 0 added, 0 removed, 0 changed, 3 unchanged (glob)
  findings: 0 new, 0 gone, 3 as before
  $ aftercare finding list
  aftercare: no source can see 1 of 3 components: 1 names nothing that can be looked up
  Pump                 1.0      lexer                    1.1            CVE-2099-1002      B     - unscored fixed
      own decision 5 by qa: fixed: patch read; confirmed from statement 1: a patch in the SBOM is said to resolve it
  Pump                 1.0      parser                   1.4            CVE-2099-1001      B     - unscored affected
  2 findings
  $ aftercare vex list
  number  document           version  author  format         file       life
       1  SBOM of release 1           Acme    CycloneDX 1.5  pump.json  replaced
  $ aftercare audit verify
  9 entries, the audit trail is whole

SPDX 3 says it by relationships, for its packages by their ids; vex import reads the same file.

  $ cat >spdx.json <<'END'
  > {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
  >   {"type": "SpdxDocument", "spdxId": "https://acme.example/doc", "rootElement": ["https://acme.example/pump"]},
  >   {"type": "software_Package", "spdxId": "https://acme.example/pump", "name": "Pump", "software_packageVersion": "2.0"},
  >   {"type": "software_Package", "spdxId": "https://acme.example/p", "name": "parser", "software_packageVersion": "1.4",
  >     "externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:acme:parser:1.4:*:*:*:*:*:*:*"}]},
  >   {"type": "security_Vulnerability", "spdxId": "https://acme.example/v", "name": "CVE-2099-1001"},
  >   {"type": "security_VexNotAffectedVulnAssessmentRelationship", "spdxId": "https://acme.example/x", "relationshipType": "doesNotAffect",
  >     "from": "https://acme.example/v", "to": ["https://acme.example/p"], "security_justificationType": "vulnerableCodeNotPresent"}]}
  > END
  $ aftercare sbom import --device Pump --release 2.0 spdx.json
  Pump 2.0: SPDX 3, 1 component, 1 of them new
  spdx.json: SPDX 3 https://acme.example/doc by an unnamed author, taken
    applied    CVE-2099-1001 not_affected, vulnerable_code_not_present: parser
        Pump 2.0: parser 1.4 by SBOM https://acme.example/doc
    1 statement: 1 applied, 0 ambiguous, 0 unmatched, 0 incomplete, 0 unreadable
  $ aftercare finding list --release 2.0
  Pump                 2.0      parser                   1.4            CVE-2099-1001      B     - unscored not_affected
      statement 6 by an unnamed author: not_affected, vulnerable_code_not_present
  1 finding
  $ aftercare vex import spdx.json --device Pump --release 2.0 --dry-run
  spdx.json: SPDX 3 https://acme.example/doc by an unnamed author, unchanged
    0 statements: 0 applied, 0 ambiguous, 0 unmatched, 0 incomplete, 0 unreadable

An SBOM without a serial number is known by its bytes: what it says of itself, and of components that have a name alone, is certain.

  $ cat >bare.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"component": {"type": "device", "bom-ref": "pump", "name": "Acme Pump", "version": "7"}},
  >   "components": [{"type": "library", "bom-ref": "n", "name": "nameless thing", "version": "4"}],
  >   "vulnerabilities": [
  >     {"id": "CVE-2099-5001", "analysis": {"state": "exploitable"}, "affects": [{"ref": "n"}]},
  >     {"id": "CVE-2099-5002", "analysis": {"state": "not_affected", "justification": "code_not_reachable"}, "affects": [{"ref": "pump"}]}]}
  > END
  $ aftercare sbom import --device Pump --release 3.0 bare.json | sed 's/sha256:[0-9a-f]*/sha256:.../'
  Pump 3.0: CycloneDX 1.5, 1 component, 1 of them new
  bare.json: CycloneDX 1.5 sha256:... by an unnamed author, taken
    applied    CVE-2099-5001 affected: nameless thing
        Pump 3.0: nameless thing 4 by SBOM sha256:...; no record in the store touches it
    applied    CVE-2099-5002 not_affected, vulnerable_code_not_in_execute_path: Acme Pump
        Pump 3.0: Acme Pump 7 by SBOM sha256:...; no record in the store touches it
        Pump 3.0: nameless thing 4 by SBOM sha256:...; no record in the store touches it
    2 statements: 2 applied, 0 ambiguous, 0 unmatched, 0 incomplete, 0 unreadable
