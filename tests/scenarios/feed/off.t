A source can be turned off, and on again: by a person, with a reason. What is off is not matched, and no answer
hides that it is.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=mvk
  $ cat >nvd.json <<'END'
  > {"resultsPerPage": 2, "vulnerabilities": [
  >  {"cve": {"id": "CVE-2026-0001", "published": "2026-01-01T00:00:00", "lastModified": "2026-01-02T00:00:00", "vulnStatus": "Analyzed",
  >   "descriptions": [{"lang": "en", "value": "Both know of it."}],
  >   "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary", "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "baseScore": 9.8}}]},
  >   "configurations": [{"nodes": [{"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:acme:rtos:*:*:*:*:*:*:*:*", "versionEndExcluding": "3"}]}]}]}},
  >  {"cve": {"id": "CVE-2026-0002", "published": "2026-01-01T00:00:00", "lastModified": "2026-01-02T00:00:00", "vulnStatus": "Analyzed",
  >   "descriptions": [{"lang": "en", "value": "NVD alone knows of it."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:acme:rtos:*:*:*:*:*:*:*:*", "versionEndExcluding": "4"}]}]}]}}]}
  > END
  $ cat >cve.json <<'END'
  > {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-0001", "state": "PUBLISHED", "dateUpdated": "2026-01-11T00:00:00Z"},
  >  "containers": {"cna": {"descriptions": [{"lang": "en", "value": "Both."}],
  >   "affected": [{"vendor": "acme", "product": "rtos", "cpes": ["cpe:2.3:a:acme:rtos:*:*:*:*:*:*:*:*"], "versions": [{"version": "0", "lessThan": "3", "status": "affected", "versionType": "custom"}]}]}}}
  > END
  $ cat >kev.json <<'END'
  > {"title": "KEV", "catalogVersion": "2026.01.12", "dateReleased": "2026-01-12T00:00:00Z", "count": 1, "vulnerabilities": [
  >  {"cveID": "CVE-2026-0001", "vendorProject": "acme", "product": "rtos", "vulnerabilityName": "x", "dateAdded": "2026-01-12", "dueDate": "2026-02-02", "shortDescription": "x", "requiredAction": "x"}]}
  > END
  $ cat >bom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >  {"type": "library", "name": "rtos", "version": "2", "cpe": "cpe:2.3:a:acme:rtos:2:*:*:*:*:*:*:*"}]}
  > END
  $ aftercare feed import nvd.json cve.json kev.json
  3 documents: 4 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add Pump >/dev/null
  $ aftercare sbom import bom.json --device Pump --release 1 >/dev/null
  $ aftercare finding set --vulnerability CVE-2026-0002 --device Pump --scope device --status not_affected --justification vulnerable_code_not_present --reason "not compiled" >/dev/null

Off:

  $ aftercare feed off nvd --why "its ranges of rtos are wrong"
  nvd is turned off; findings of components: 0 appeared, 1 vanished, 0 changed
  $ aftercare feed status | cut -c 1-66
  source                      records  newest                      i
  cve                               1  2026-01-11T00:00:00Z        2
  kev                               1  2026-01-12T00:00:00Z        2
  nvd                               2  2026-01-02T00:00:00Z        2
  nvd is turned off since * by mvk (its ranges of rtos are  (glob)
  $ aftercare scan bom.json
  aftercare: nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  rtos                     2              CVE-2026-0001        B     - unscored KEV 
      cve CVE-2026-0001: cpe a:acme:rtos, 2 < 3 by scheme generic
  
  bom.json: 1 component, 1 finding, 1 unscored, 1 in KEV
  data: cve, 1 record, newest 2026-01-11T00:00:00Z
  data: kev, 1 record, newest 2026-01-12T00:00:00Z
  data: nvd, 2 records, newest 2026-01-02T00:00:00Z, turned off: not counted
  $ aftercare scan bom.json --format json 2>/dev/null | grep -B 5 -A 4 '"off"'
      {
        "source": "nvd",
        "records": 2,
        "newest": "2026-01-02T00:00:00Z",
        "imported": "*", (glob)
        "off": {
          "since": "*", (glob)
          "by": "mvk",
          "why": "its ranges of rtos are wrong"
        }
  $ aftercare scan bom.json --format sarif 2>/dev/null | grep -A 4 '"off"'
              "off": {
                "since": "*", (glob)
                "by": "mvk",
                "why": "its ranges of rtos are wrong"
              }
  $ aftercare scan bom.json --fail-on high
  aftercare: nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  rtos                     2              CVE-2026-0001        B     - unscored KEV 
      cve CVE-2026-0001: cpe a:acme:rtos, 2 < 3 by scheme generic
  
  bom.json: 1 component, 1 finding, 1 unscored, 1 in KEV
  data: cve, 1 record, newest 2026-01-11T00:00:00Z
  data: kev, 1 record, newest 2026-01-12T00:00:00Z
  data: nvd, 2 records, newest 2026-01-02T00:00:00Z, turned off: not counted
  $ aftercare coverage --stale-after never --at 2026-02-01T00:00:00Z
  component  version  releases  state  seen by                why
  rtos       2               1  seen   cve 1, cve 1 by alias
  
  source  records  newest                days old
  cve           1  2026-01-11T00:00:00Z        21
  kev           1  2026-01-12T00:00:00Z        20
  nvd           2  2026-01-02T00:00:00Z        30  turned off
  nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  
  1 component: 1 seen, 0 no records, 0 not served, 0 not matchable; 100.0 % can be matched
  no run has been recorded to compare with
  $ aftercare where CVE-2026-0002
  aftercare: sources that are turned off alone have records of "CVE-2026-0002", which are not counted
  [3]
  $ aftercare finding list
  aftercare: nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  Pump                 1        rtos                     2              CVE-2026-0001      B     - unscored KEV affected
  1 finding
  $ aftercare match --events --since 1 | cut -c 1-100
  run  by      what      vulnerability  component  version  device  release  before      after  adviso
    2  source  vanished  CVE-2026-0002  rtos       2        Pump    1        affected B         nvd CV
  $ aftercare match --full
  everything matched: no finding has changed
  $ aftercare audit export | grep -c source.off
  7 entries
  1

A new record of a source that is off is taken, and counts when the source is on again; and the decision is still there.

  $ sed 's/"versionEndExcluding": "4"/"versionEndExcluding": "2.5"/; s/2026-01-02T/2026-01-20T/g' nvd.json >newer.json
  $ aftercare feed import newer.json
  1 document: 0 new records, 2 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare match --events --since 1 | tail -n 1 | cut -c 1-100
    2  source  vanished  CVE-2026-0002  rtos       2        Pump    1        affected B         nvd CV
  $ aftercare feed off kev --why "to see"
  kev is turned off; findings of components: 0 appeared, 0 vanished, 0 changed
  $ aftercare scan bom.json --fail-on kev
  aftercare: kev is turned off since * by mvk (to see): what it says is not counted (glob)
  aftercare: nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  rtos                     2              CVE-2026-0001        B     - unscored 
      cve CVE-2026-0001: cpe a:acme:rtos, 2 < 3 by scheme generic
  
  bom.json: 1 component, 1 finding, 1 unscored
  data: cve, 1 record, newest 2026-01-11T00:00:00Z
  data: kev, 1 record, newest 2026-01-12T00:00:00Z, turned off: not counted
  data: nvd, 2 records, newest 2026-01-20T00:00:00Z, turned off: not counted
  $ aftercare feed on kev --why "seen"
  kev is turned on; findings of components: 0 appeared, 0 vanished, 0 changed
  $ aftercare scan bom.json --fail-on kev >/dev/null
  aftercare: nvd is turned off since * by mvk (its ranges of rtos are wrong): what it says is not counted (glob)
  [1]
  $ aftercare feed on nvd --why "mended"
  nvd is turned on; findings of components: 1 appeared, 0 vanished, 0 changed
  $ aftercare finding list
  Pump                 1        rtos                     2              CVE-2026-0001      B   9.8 critical KEV affected
  Pump                 1        rtos                     2              CVE-2026-0002      B     - unscored not_affected
      own decision 1 by mvk: not_affected, vulnerable_code_not_present: not compiled
  2 findings
  $ aftercare feed status | cut -c 1-66
  source                      records  newest                      i
  cve                               1  2026-01-11T00:00:00Z        2
  kev                               1  2026-01-12T00:00:00Z        2
  nvd                               2  2026-01-20T00:00:00Z        2
  $ aftercare match --full
  everything matched: no finding has changed
  $ aftercare audit verify
  12 entries, the audit trail is whole

Of everything, nothing is seen where the only source is off:

  $ aftercare feed off cve --why x
  cve is turned off; findings of components: 0 appeared, 0 vanished, 0 changed
  $ aftercare feed off nvd --why x
  nvd is turned off; findings of components: 0 appeared, 2 vanished, 0 changed
  $ aftercare coverage --stale-after never --at 2026-02-01T00:00:00Z
  component  version  releases  state       seen by  why
  rtos       2               1  no records  -        cve, which is turned off, has records of it; no other source
  
  source  records  newest                days old
  cve           1  2026-01-11T00:00:00Z        21  turned off
  kev           1  2026-01-12T00:00:00Z        20
  nvd           2  2026-01-20T00:00:00Z        12  turned off
  cve is turned off since * by mvk (x): what it says is not counted (glob)
  nvd is turned off since * by mvk (x): what it says is not counted (glob)
  
  1 component: 0 seen, 1 no records, 0 not served, 0 not matchable; 100.0 % can be matched
  no run has been recorded to compare with
  $ aftercare where CVE-2026-0001
  aftercare: sources that are turned off alone have records of "CVE-2026-0001", which are not counted
  [3]

What is refused:

  $ aftercare feed off nvd --why again
  aftercare: nvd is turned off already
  [5]
  $ aftercare feed on kev --why again
  aftercare: kev is turned on already
  [5]
  $ aftercare feed off nvdd --why x
  aftercare: there is no source "nvdd" in the store; aftercare feed status shows all
  [3]
  $ aftercare feed off kev
  aftercare: turning a source off says why (--why)
  [2]
  $ aftercare feed off --why x
  aftercare: the name of a source is missing
  [2]
