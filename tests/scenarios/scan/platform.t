"This, running on that": the firmware is vulnerable on one model only. The whole release answers, with three values.

  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90001", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "The firmware of one model trusts its service port."}],
  >   "configurations": [{"operator": "AND", "nodes": [
  >     {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:o:example:pump_firmware:*:*:*:*:*:*:*:*", "versionEndExcluding": "3.0"}]},
  >     {"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": false,
  >       "criteria": "cpe:2.3:h:example:pump_m1:-:*:*:*:*:*:*:*"}]}]}]}}]}
  > END
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": ['"$1"']}' >sbom.json; }
  $ firmware='{"type": "firmware", "name": "pump firmware", "version": "2.1", "cpe": "cpe:2.3:o:example:pump_firmware:2.1:*:*:*:*:*:*:*"}'
  $ hardware() { echo '{"type": "device", "name": "'$1'", "version": "-", "cpe": "cpe:2.3:h:example:'$1':-:*:*:*:*:*:*:*"}'; }
  $ scan() { aftercare scan sbom.json --feeds nvd.json --format json | grep -E '"state"|"(high|unscored)":'; }

On the model that is named: affected.

  $ sbom "$firmware, $(hardware pump_m1)"; scan
        "state": "affected",
      "high": 0,
      "unscored": 1,

The SBOM names no hardware, as most do: shown, and said.

  $ sbom "$firmware"; scan
        "state": "platform_not_in_sbom",
      "high": 0,
      "unscored": 1,

Another model does not speak against it: an SBOM seldom lists all hardware.

  $ sbom "$firmware, $(hardware pump_m2)"; scan
        "state": "platform_not_in_sbom",
      "high": 0,
      "unscored": 1,

Without the firmware there is nothing, whatever the hardware.

  $ sbom "$(hardware pump_m1)"; scan
      "high": 0,
      "unscored": 0,

A platform that is there in another version does speak against it.

  $ sed -i 's/cpe:2.3:h:example:pump_m1:-:/cpe:2.3:o:example:pump_os:4.0:/' nvd.json
  $ os() { echo '{"type": "operating-system", "name": "pump os", "version": "'$1'", "cpe": "cpe:2.3:o:example:pump_os:'$1':*:*:*:*:*:*:*"}'; }
  $ sbom "$firmware, $(os 4.0)"; scan
        "state": "affected",
      "high": 0,
      "unscored": 1,
  $ sbom "$firmware, $(os 5.1)"; scan
      "high": 0,
      "unscored": 0,
