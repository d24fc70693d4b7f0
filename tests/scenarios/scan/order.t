Findings come by component name, version and vulnerability, whatever the order of the SBOM; components of one name and
version take turns. What one component meets says nothing of the next: each has its own comparisons, and what is known
of a vulnerability is said of every one.

  $ python3 - <<'EOF'
  > import json
  > def leg(cpe, **bounds):
  >     return {"vulnerable": True, "criteria": cpe, "matchCriteriaId": "00000000-0000-0000-0000-000000000001", **bounds}
  > def cve(number, legs):
  >     return {"cve": {"id": f"CVE-2024-{number}", "published": "2024-01-01T00:00:00.000",
  >         "lastModified": "2024-01-02T00:00:00.000", "vulnStatus": "Analyzed",
  >         "descriptions": [{"lang": "en", "value": f"Number {number}."}], "metrics": {}, "references": [],
  >         "configurations": [{"nodes": [{"operator": "OR", "negate": False, "cpeMatch": legs}]}]}}
  > kernel = "cpe:2.3:o:acme:core:*:*:*:*:*:*:*:*"
  > tool = "cpe:2.3:a:acme:tool:*:*:*:*:*:*:*:*"
  > records = [cve(1001, [leg(tool), leg(kernel, versionEndExcluding="3")]), cve(1002, [leg(kernel)]),
  >     cve(1003, [leg(tool, versionEndExcluding="2")])]
  > json.dump({"resultsPerPage": 3, "startIndex": 0, "totalResults": 3, "format": "NVD_CVE", "version": "2.0",
  >     "timestamp": "2024-01-03T00:00:00.000", "vulnerabilities": records}, open("nvd.json", "w"))
  > def part(ref, name, version, product):
  >     return {"type": "library", "bom-ref": ref, "name": name, "version": version,
  >         "cpe": f"cpe:2.3:{product}:{version}:*:*:*:*:*:*:*"}
  > parts = [part("d", "tool", "1", "a:acme:tool"), part("c", "core", "4", "o:acme:core"),
  >     part("b", "core", "1", "a:acme:tool"), part("a", "core", "1", "o:acme:core")]
  > for name, order in (("one", parts), ("two", parts[::-1])):
  >     json.dump({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": order}, open(name + ".json", "w"))
  > EOF
  $ aftercare scan one.json --feeds nvd.json | tee one.txt
  core                     1              CVE-2024-1001        B     - unscored 
      nvd CVE-2024-1001: cpe a:acme:tool, 1 of all versions by scheme generic
  core                     1              CVE-2024-1001        B     - unscored 
      nvd CVE-2024-1001: cpe o:acme:core, 1 < 3 by scheme generic
  core                     1              CVE-2024-1002        B     - unscored 
      nvd CVE-2024-1002: cpe o:acme:core, 1 of all versions by scheme generic
  core                     1              CVE-2024-1003        B     - unscored 
      nvd CVE-2024-1003: cpe a:acme:tool, 1 < 2 by scheme generic
  core                     4              CVE-2024-1002        B     - unscored 
      nvd CVE-2024-1002: cpe o:acme:core, 4 of all versions by scheme generic
  tool                     1              CVE-2024-1001        B     - unscored 
      nvd CVE-2024-1001: cpe a:acme:tool, 1 of all versions by scheme generic
  tool                     1              CVE-2024-1003        B     - unscored 
      nvd CVE-2024-1003: cpe a:acme:tool, 1 < 2 by scheme generic
  
  one.json: 4 components, 7 findings, 7 unscored
  data: nvd, 3 records, newest 2024-01-02T00:00:00Z
  $ grep -E '^(core|tool)' one.txt >rows.txt
  $ aftercare scan two.json --feeds nvd.json | grep -E '^(core|tool)' | diff rows.txt -
  $ aftercare scan one.json --feeds nvd.json --format json | grep -E '"(ref|vulnerability)"'
        "vulnerability": "CVE-2024-1001",
          "ref": "b"
        "vulnerability": "CVE-2024-1001",
          "ref": "a"
        "vulnerability": "CVE-2024-1002",
          "ref": "a"
        "vulnerability": "CVE-2024-1003",
          "ref": "b"
        "vulnerability": "CVE-2024-1002",
          "ref": "c"
        "vulnerability": "CVE-2024-1001",
          "ref": "d"
        "vulnerability": "CVE-2024-1003",
          "ref": "d"
