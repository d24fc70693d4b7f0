A component that an SBOM gives by its name alone can be looked up nowhere; and some records name what they are about in words
alone. Where the names are alike, somebody should look: that is a hint, tier E, and never a finding.

  $ cat >words.json <<'END'
  > {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-90020", "state": "PUBLISHED",
  >   "datePublished": "2026-01-10T00:00:00.000Z"}, "containers": {"cna": {"descriptions": [{"lang": "en", "value": "The parser reads too far."}],
  >   "affected": [{"vendor": "Acme Medical", "product": "Flow Meter", "versions": [
  >     {"version": "1.0", "lessThan": "1.4", "versionType": "custom", "status": "affected"}]}]}}}
  > END
  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90021", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "Overflow."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:a:frobnicators:libfrob:*:*:*:*:*:*:*:*", "versionEndExcluding": "3.1"}]}]}]}}]}
  > END
  $ cat >sbom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >   {"type": "application", "name": "flow-meter", "version": "1.2", "supplier": {"name": "Acme"}},
  >   {"type": "application", "name": "FlowMeter", "version": "1.4", "supplier": {"name": "Acme"}},
  >   {"type": "application", "name": "Flow Meter", "version": "1.3", "cpe": "cpe:2.3:a:acme:flowmeter:1.3:*:*:*:*:*:*:*"},
  >   {"type": "library", "name": "libfrob", "version": "3.0"},
  >   {"type": "library", "name": "libfrob", "version": "3.0", "purl": "pkg:npm/libfrob@3.0"}]}
  > END
  $ aftercare scan sbom.json --feeds words.json nvd.json --hints --stale-after never
  
  hints, not findings: only the names are alike:
  Flow Meter               1.3            CVE-2026-90020       E     - unscored 
      cve CVE-2026-90020: name acme_medical:flow_meter, 1.0 <= 1.3 < 1.4 by scheme generic; only the name is alike: component "Flow Meter" of "acme", as the record's
  flow-meter               1.2            CVE-2026-90020       E     - unscored 
      cve CVE-2026-90020: name acme_medical:flow_meter, 1.0 <= 1.2 < 1.4 by scheme generic; only the name is alike: component "flow-meter" of "Acme", as the record's
  libfrob                  3.0            CVE-2026-90021       E     - unscored 
      nvd CVE-2026-90021: cpe a:frobnicators:libfrob, 3.0 < 3.1 by scheme generic; only the name is alike: component "libfrob" of no stated maker
  
  no source can see these components:
      flow-meter 1.2: no purl, no CPE
      FlowMeter 1.4: no purl, no CPE
      libfrob 3.0: no purl, no CPE
  
  no source serves the kind of 1 component: purl type npm 1
  
  sbom.json: 5 components, 0 findings
  data: cve, 1 record, newest not stated
  data: nvd, 1 record, newest 2026-01-11T00:00:00Z

Hints are not counted, and no gate closes on them. Without the option nothing is said of them.

  $ aftercare scan sbom.json --feeds words.json nvd.json --hints --fail-on any --stale-after never >/dev/null
  $ aftercare scan sbom.json --feeds words.json nvd.json --hints --format json --stale-after never | python3 -c '
  > import json, sys
  > d = json.load(sys.stdin)
  > print(list(d), d["findings"], d["counts"]["unscored"])
  > print([(h["component"]["name"], h["vulnerability"], h["tier"]) for h in d["hints"]])'
  ['sbom', 'data', 'findings', 'hints', 'not_matchable', 'not_served', 'counts', 'held_back'] [] 0
  [('Flow Meter', 'CVE-2026-90020', 'E'), ('flow-meter', 'CVE-2026-90020', 'E'), ('libfrob', 'CVE-2026-90021', 'E')]
  $ aftercare scan sbom.json --feeds words.json nvd.json --format json --stale-after never | grep -c '"hints"'
  0
  [1]
  $ aftercare scan sbom.json --feeds words.json --hints --format sarif
  aftercare: --hints goes with --format table or json: the other formats hold findings alone
  [2]

A hint that was looked at becomes what it is: by a rule a finding, by a statement nothing any more.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare feed import words.json nvd.json >/dev/null
  $ aftercare alias add cpe:2.3:a:acme:flowmeter acme_medical:flow_meter --why "the same meter" >/dev/null
  $ aftercare finding set --vulnerability CVE-2026-90021 --scope portfolio --status not_affected --justification component_not_present --reason "another libfrob"
  statement 1
  $ aftercare scan sbom.json --hints --stale-after never | grep -A 1 -E ' (C|E) '
  Flow Meter               1.3            CVE-2026-90020       C     - unscored 
      cve CVE-2026-90020: name acme_medical:flow_meter, 1.0 <= 1.3 < 1.4 by scheme generic; alias cpe a:acme:flowmeter = name acme_medical:flow_meter, own rule 1
  --
  flow-meter               1.2            CVE-2026-90020       E     - unscored 
      cve CVE-2026-90020: name acme_medical:flow_meter, 1.0 <= 1.2 < 1.4 by scheme generic; only the name is alike: component "flow-meter" of "Acme", as the record's
