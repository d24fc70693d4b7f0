Whoever takes sources from a repository names the tag, and each project has its own way to write one. The version in it is read
where there is one way to read it, and the trace shows both.

  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90050", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "Overflow."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:a:haxx:curl:*:*:*:*:*:*:*:*", "versionStartIncluding": "7.70.0", "versionEndExcluding": "7.77.0"}]}]}]}}]}
  > END
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "curl",
  >   "version": "'$1'", "purl": "pkg:github/curl/curl@'$1'"}]}' >sbom.json; }
  $ scan() { aftercare scan sbom.json --feeds nvd.json --stale-after never | head -n 2; }
  $ sbom curl-7_76_1; scan
  curl                     curl-7_76_1    CVE-2026-90050       C     - unscored 
      nvd CVE-2026-90050: cpe a:haxx:curl, 7.70.0 <= 7.76.1 < 7.77.0 by scheme generic; 7.76.1 is tag curl-7_76_1; alias github/curl/curl = cpe a:haxx:curl, shipped
  $ sbom curl-7_77_0; scan
  
  sbom.json: 1 component, 0 findings

A branch, a commit, and a tag that can be read in no way or in several tell no version: then the finding says so.

  $ sbom curl-tiny-7_76_1; scan
  curl                     curl-tiny-7_76_1 CVE-2026-90050       D     - unscored 
      nvd CVE-2026-90050: cpe a:haxx:curl, 7.70.0 <= curl-tiny-7_76_1 < 7.77.0 by scheme generic; the component's version is a tag, branch or commit that tells no version; alias github/curl/curl = cpe a:haxx:curl, shipped
  $ sbom master; scan | head -n 1
  curl                     master         CVE-2026-90050       D     - unscored 

What is kept for the fleet says the same.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ sbom curl-7_76_1; aftercare device add Pump; aftercare sbom import sbom.json --device Pump --release 1 >/dev/null
  device 1: Pump
  $ aftercare feed import nvd.json >/dev/null; aftercare where CVE-2026-90050 | tail -n 1
  aftercare: no source serves purl type github, which components name
  Pump    1            -  curl       curl-7_76_1  affected  nvd CVE-2026-90050: cpe a:haxx:curl, 7.70.0 <= 7.76.1 < 7.77.0 by scheme generic; 7.76.1 is tag curl-7_76_1; alias github/curl/curl = cpe a:haxx:curl, shipped
  $ aftercare match --full
  everything matched: no finding has changed
