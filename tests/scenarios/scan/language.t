NVD names a crate, or a package of Node.js, by its own name, and says for which language it is. A record that says so is about the
package of that name; one that does not is about something else.

  $ record() { echo '{"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90060", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "Overflow."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:a:frobber_project:frobber:*:*:*:*:*:'$1':*:*", "versionEndExcluding": "1.2.0"}]}]}]}}]}'; }
  $ record rust >rust.json; record '*' >any.json
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "frobber",
  >   "version": "1.1.0", "purl": "pkg:'$1'/frobber@1.1.0"}]}' >sbom.json; }
  $ scan() { aftercare scan sbom.json --feeds "$1" --stale-after never 2>/dev/null | head -n 2; }
  $ sbom cargo; scan rust.json
  frobber                  1.1.0          CVE-2026-90060       C     - unscored 
      nvd CVE-2026-90060: cpe a:frobber_project:frobber *:*:*:*:rust:*:*, 1.1.0 < 1.2.0 by scheme generic; as NVD names what is written for the package's language
  $ scan any.json
  
  no source serves the kind of 1 component: purl type cargo 1
  $ sbom npm; scan rust.json
  
  no source serves the kind of 1 component: purl type npm 1

An import reaches the fleet's crates, as matching everything would.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ sbom cargo; aftercare device add Pump; aftercare sbom import sbom.json --device Pump --release 1 >/dev/null
  device 1: Pump
  $ aftercare feed import rust.json >/dev/null; aftercare match --events | tail -n 1
    1  feed import  appeared  CVE-2026-90060  frobber    1.1.0    Pump    1                affected C  nvd CVE-2026-90060
  $ aftercare match --full
  everything matched: no finding has changed
