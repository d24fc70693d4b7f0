What is said of the findings of a release, in each of the three formats, comes back as the same statements about the same
components, if a customer who runs this program takes the document.

  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "vulnerabilities": [
  > END
  $ n=0; for product in parser lexer linker loader; do n=$((n + 1)); [ $n = 1 ] || echo , >>nvd.json; cat >>nvd.json <<END
  > {"cve": {"id": "CVE-2099-100$n", "published": "2099-01-01T00:00:00", "lastModified": "2099-01-02T00:00:00", "descriptions": [{"lang": "en", "value": "overflow"}],
  >     "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [
  >       {"vulnerable": true, "criteria": "cpe:2.3:a:acme:$product:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.0"}]}]}]}}
  > END
  > done; echo ']}' >>nvd.json
  $ cat >pump.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:00000000-0000-4000-8000-000000000008",
  >   "metadata": {"component": {"type": "device", "bom-ref": "pump", "name": "Pump", "version": "1.0"}},
  >   "components": [
  >     {"type": "library", "bom-ref": "1", "name": "parser", "version": "1.4", "cpe": "cpe:2.3:a:acme:parser:1.4:*:*:*:*:*:*:*"},
  >     {"type": "library", "bom-ref": "2", "name": "lexer", "version": "1.4", "cpe": "cpe:2.3:a:acme:lexer:1.4:*:*:*:*:*:*:*"},
  >     {"type": "library", "bom-ref": "3", "name": "linker", "version": "1.4", "cpe": "cpe:2.3:a:acme:linker:1.4:*:*:*:*:*:*:*"},
  >     {"type": "library", "bom-ref": "4", "name": "loader", "version": "1.4", "cpe": "cpe:2.3:a:acme:loader:1.4:*:*:*:*:*:*:*"}]}
  > END
  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare feed import nvd.json >/dev/null && aftercare device add Pump && aftercare sbom import pump.json --device Pump --release 1.0
  device 1: Pump
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ set_on() { aftercare finding set --vulnerability "$1" --scope finding --device Pump --release 1.0 --component "$2" --status "$3" --reason "looked at" "${@:4}"; }
  $ set_on CVE-2099-1001 parser not_affected --justification vulnerable_code_not_in_execute_path
  statement 1
  $ set_on CVE-2099-1002 lexer fixed
  statement 2
  $ set_on CVE-2099-1003 linker under_investigation
  statement 3
  $ set_on CVE-2099-1004 loader affected --action "update to 1.1"
  statement 4
  $ for format in openvex csaf cyclonedx; do
  >   aftercare finding list --device Pump --release 1.0 --format $format --author Acme --namespace https://acme.example --output $format.json
  >   aftercare vex import $format.json --dry-run --format json | python3 -c '
  > import json, sys
  > for document in json.load(sys.stdin):
  >     print(document["format"], document["counts"])
  >     for s in document["statements"]:
  >         said = s["statement"]
  >         print("   ", s["outcome"], s["vulnerability"], said["status"], said["justification"] or said["action_statement"] or "-", [at["component"] for at in s["reached"]])'
  > done
  OpenVEX 0.2.0 {'applied': 4, 'ambiguous': 0, 'unmatched': 0, 'incomplete': 0, 'unreadable': 0}
      applied CVE-2099-1001 not_affected vulnerable_code_not_in_execute_path ['parser']
      applied CVE-2099-1002 fixed - ['lexer']
      applied CVE-2099-1003 under_investigation - ['linker']
      applied CVE-2099-1004 affected update to 1.1 ['loader']
  CSAF 2.0 {'applied': 4, 'ambiguous': 0, 'unmatched': 0, 'incomplete': 0, 'unreadable': 0}
      applied CVE-2099-1001 not_affected vulnerable_code_not_in_execute_path ['parser']
      applied CVE-2099-1002 fixed - ['lexer']
      applied CVE-2099-1003 under_investigation - ['linker']
      applied CVE-2099-1004 affected update to 1.1 ['loader']
  CycloneDX 1.6 {'applied': 4, 'ambiguous': 0, 'unmatched': 0, 'incomplete': 0, 'unreadable': 0}
      applied CVE-2099-1001 not_affected vulnerable_code_not_in_execute_path ['parser']
      applied CVE-2099-1002 fixed - ['lexer']
      applied CVE-2099-1003 under_investigation - ['linker']
      applied CVE-2099-1004 affected update to 1.1 ['loader']
