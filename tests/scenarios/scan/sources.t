Several sources speak of the same flaw: they are one finding, the more trusted one decides, and the others stay visible.

  $ cat >sbom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >   {"type": "library", "name": "left-frob", "version": "1.4.0", "purl": "pkg:npm/left-frob@1.4.0"},
  >   {"type": "library", "name": "frobd", "version": "2.3.1", "cpe": "cpe:2.3:a:example:frobd:2.3.1:*:*:*:*:*:*:*"}]}
  > END
  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90002", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "frobd writes where it should read."}],
  >   "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary", "cvssData": {"version": "3.1",
  >     "vectorString": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N", "baseScore": 3.3, "baseSeverity": "LOW"}}]},
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >     "criteria": "cpe:2.3:a:example:frobd:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.4"}]}]}]}}]}
  > END
  $ cat >CVE-2026-90002.json <<'END'
  > {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-90002", "state": "PUBLISHED",
  >   "datePublished": "2026-01-10T00:00:00.000Z", "dateUpdated": "2026-01-11T00:00:00.000Z"},
  >  "containers": {"cna": {"providerMetadata": {"shortName": "example"},
  >   "descriptions": [{"lang": "en", "value": "A write of frobd goes astray."}],
  >   "affected": [{"vendor": "example", "product": "frobd", "defaultStatus": "unaffected",
  >     "cpes": ["cpe:2.3:a:example:frobd:*:*:*:*:*:*:*:*"],
  >     "versions": [{"version": "2.0", "lessThan": "2.3.5", "status": "affected", "versionType": "custom"}]}]}}}
  > END
  $ cat >GHSA-xxxx.json <<'END'
  > {"schema_version": "1.4.0", "id": "GHSA-2222-3333-4444", "aliases": ["CVE-2026-90003"], "published": "2026-01-09T00:00:00Z",
  >  "modified": "2026-01-10T00:00:00Z", "summary": "left-frob frobs to the right",
  >  "affected": [{"package": {"ecosystem": "npm", "name": "left-frob"},
  >    "ranges": [{"type": "SEMVER", "events": [{"introduced": "1.0.0"}, {"fixed": "1.4.2"}]}]}]}
  > END
  $ cat >kev.json <<'END'
  > {"title": "Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.01.12", "dateReleased": "2026-01-12T00:00:00Z",
  >  "count": 1, "vulnerabilities": [{"cveID": "CVE-2026-90003", "vendorProject": "Example", "product": "left-frob",
  >  "vulnerabilityName": "left-frob frobs to the right", "dateAdded": "2026-01-11", "shortDescription": "It does.",
  >  "requiredAction": "Update.", "dueDate": "2026-02-01", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}
  > END
  $ printf '#model_version:v1,score_date:2026-01-12T00:00:00+0000\ncve,epss,percentile\nCVE-2026-90002,0.00043,0.1\nCVE-2026-90003,0.97,0.999\n' >epss.csv

  $ feeds='nvd.json CVE-2026-90002.json GHSA-xxxx.json kev.json epss.csv'
  $ aftercare scan sbom.json --feeds $feeds
  frobd                    2.3.1          CVE-2026-90002       B   3.3 low      
      cve CVE-2026-90002: cpe a:example:frobd, 2.0 <= 2.3.1 < 2.3.5 by scheme generic
  left-frob                1.4.0          CVE-2026-90003       A     - unscored KEV 
      osv:ghsa GHSA-2222-3333-4444: purl npm/left-frob, 1.0.0 <= 1.4.0 < 1.4.2 by scheme semver
  
  sbom.json: 2 components, 2 findings, 1 low, 1 unscored, 1 in KEV
  data: cve, 1 record, newest 2026-01-11T00:00:00Z
  data: epss, 2 records, newest 2026-01-12T00:00:00Z
  data: kev, 1 record, newest 2026-01-12T00:00:00Z
  data: nvd, 1 record, newest 2026-01-11T00:00:00Z
  data: osv:ghsa, 1 record, newest 2026-01-10T00:00:00Z
  $ aftercare scan sbom.json --feeds $feeds --format json | grep -vE '"(imported|sha256)"'
  {
    "sbom": {
      "file": "sbom.json",
      "format": "CycloneDX 1.5",
      "components": 2,
    },
    "data": [
      {
        "source": "cve",
        "records": 1,
        "newest": "2026-01-11T00:00:00Z",
      },
      {
        "source": "epss",
        "records": 2,
        "newest": "2026-01-12T00:00:00Z",
      },
      {
        "source": "kev",
        "records": 1,
        "newest": "2026-01-12T00:00:00Z",
      },
      {
        "source": "nvd",
        "records": 1,
        "newest": "2026-01-11T00:00:00Z",
      },
      {
        "source": "osv:ghsa",
        "records": 1,
        "newest": "2026-01-10T00:00:00Z",
      }
    ],
    "findings": [
      {
        "vulnerability": "CVE-2026-90002",
        "aliases": [],
        "component": {
          "name": "frobd",
          "version": "2.3.1",
          "purl": null,
          "cpe": "cpe:2.3:a:example:frobd:2.3.1:*:*:*:*:*:*:*",
          "ref": null
        },
        "tier": "B",
        "state": "affected",
        "source": "cve",
        "trace": [
          "cve CVE-2026-90002: cpe a:example:frobd, 2.0 <= 2.3.1 < 2.3.5 by scheme generic"
        ],
        "other_sources": [
          "nvd"
        ],
        "others": [
          {
            "source": "nvd",
            "state": "affected",
            "tier": "B",
            "why": "nvd CVE-2026-90002: cpe a:example:frobd, 2.3.1 < 2.4 by scheme generic"
          }
        ],
        "cvss": [
          {
            "source": "nvd",
            "vector": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N",
            "score": 3.3,
            "severity": "low"
          }
        ],
        "kev": false,
        "exploited_in": [],
        "epss": 0.00043,
        "fixed_in": [
          "2.3.5"
        ],
        "published": "2026-01-10",
        "summary": "frobd writes where it should read."
      },
      {
        "vulnerability": "CVE-2026-90003",
        "aliases": [
          "GHSA-2222-3333-4444"
        ],
        "component": {
          "name": "left-frob",
          "version": "1.4.0",
          "purl": "pkg:npm/left-frob@1.4.0",
          "cpe": null,
          "ref": null
        },
        "tier": "A",
        "state": "affected",
        "source": "osv:ghsa",
        "trace": [
          "osv:ghsa GHSA-2222-3333-4444: purl npm/left-frob, 1.0.0 <= 1.4.0 < 1.4.2 by scheme semver"
        ],
        "other_sources": [],
        "others": [],
        "cvss": [],
        "kev": true,
        "exploited_in": [
          "kev"
        ],
        "epss": 0.97,
        "fixed_in": [
          "1.4.2"
        ],
        "published": "2026-01-09",
        "summary": "left-frob frobs to the right"
      }
    ],
    "not_matchable": [],
    "not_served": [],
    "counts": {
      "critical": 0,
      "high": 0,
      "medium": 0,
      "low": 1,
      "none": 0,
      "unscored": 1,
      "kev": 1,
      "exploited": 1
    },
    "held_back": []
  }

Known exploitation is a policy of its own.

  $ aftercare scan sbom.json --feeds $feeds --fail-on kev >/dev/null
  [1]
  $ aftercare scan sbom.json --feeds nvd.json --fail-on kev >/dev/null
  $ aftercare scan sbom.json --feeds nvd.json --fail-on medium >/dev/null
  $ aftercare scan sbom.json --feeds nvd.json --fail-on low >/dev/null
  [1]

Nothing found among no records would look like safety: it is refused.

  $ mkdir nothing && aftercare scan "$TESTDIR/../../../docs/example/pump.cdx.json" --feeds nothing
  aftercare: there are no vulnerability records to compare with: import feeds first
  [3]
