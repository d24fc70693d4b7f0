The records of an ecosystem know its packages best. What they leave out of their ranges is a word, too, against a further source
that comes through an alias: here one that says "all versions" of a CPE name. The real lodash lends its names.

  $ cat >all.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90040", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "Overflow."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:a:lodash:lodash:*:*:*:*:*:*:*:*"}]}]}]}}]}
  > END
  $ cat >ghsa.json <<'END'
  > {"schema_version": "1.6.0", "id": "GHSA-2222-3333-5555", "aliases": ["CVE-2026-90040"], "modified": "2026-01-12T00:00:00Z",
  >   "published": "2026-01-10T00:00:00Z", "affected": [{"package": {"ecosystem": "npm", "name": "lodash"},
  >   "ranges": [{"type": "SEMVER", "events": [{"introduced": "4.0.0"}, {"fixed": "4.17.5"}]}]}]}
  > END
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "lodash",
  >   "version": "'$1'", "purl": "pkg:npm/lodash@'$1'"'$2'}]}' >sbom.json; }
  $ scan() { aftercare scan sbom.json --stale-after never "$@" | head -n 3; }
  $ sbom 3.10.1; scan --feeds all.json
  lodash                   3.10.1         CVE-2026-90040       C     - unscored 
      nvd CVE-2026-90040: cpe a:lodash:lodash, 3.10.1 of all versions by scheme generic; alias npm/lodash = cpe a:lodash:lodash, shipped
  
  $ scan --feeds all.json ghsa.json
  lodash                   3.10.1         CVE-2026-90040       A     - unscored not_affected
      osv:ghsa GHSA-2222-3333-5555: purl npm/lodash, not 4.0.0 <= 3.10.1 < 4.17.5 by scheme semver
      but affected: nvd CVE-2026-90040: cpe a:lodash:lodash, 3.10.1 of all versions by scheme generic; alias npm/lodash = cpe a:lodash:lodash, shipped

It stays visible, and does not count. Where the SBOM gives the CPE name itself, NVD is as sure of the component: then an omission is
none.

  $ aftercare scan sbom.json --feeds all.json ghsa.json --fail-on any --stale-after never >/dev/null
  $ sbom 3.10.1 ',"cpe":"cpe:2.3:a:lodash:lodash:3.10.1:*:*:*:*:*:*:*"'; scan --feeds all.json ghsa.json | head -n 1
  lodash                   3.10.1         CVE-2026-90040       B     - unscored 

What an import changes, it changes as matching everything would.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ sbom 3.10.1; aftercare device add Pump; aftercare sbom import sbom.json --device Pump --release 1 >/dev/null
  device 1: Pump
  $ aftercare feed import ghsa.json >/dev/null; aftercare feed import all.json >/dev/null; aftercare match --events | tail -n 1
    1  feed import  appeared  CVE-2026-90040  lodash     3.10.1   Pump    1                not_affected A  osv:ghsa GHSA-2222-3333-5555
  $ aftercare match --full
  everything matched: no finding has changed
