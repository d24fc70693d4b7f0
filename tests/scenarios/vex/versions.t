Versions of a VEX document: the newer stands in for the older, an older one and a bad one change nothing.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare device add Pump
  device 1: Pump
  $ vex() { echo "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://a.example/1\",\"author\":\"A\",\"timestamp\":\"2026-0$1-01T00:00:00Z\",\"version\":$1,\"statements\":[{\"vulnerability\":{\"name\":\"CVE-2099-1\"},\"products\":[{\"@id\":\"pkg:npm/a@$1\"}],\"status\":\"fixed\"}]}" > v$1.json; }
  $ vex 1; vex 2; vex 3
  $ aftercare vex import v2.json | tail -n 1
    1 statement: 0 applied, 0 ambiguous, 1 unmatched, 0 incomplete, 0 unreadable
  $ aftercare vex import v1.json | head -n 1
  v1.json: OpenVEX 0.2.0 https://a.example/1 version 1 by A, older
  $ aftercare vex import v3.json | tail -n 1
    1 statement: 0 applied, 0 ambiguous, 1 unmatched, 0 incomplete, 0 unreadable; 1 earlier one stands no longer
  $ aftercare vex list
  number  document             version  author  format         file     life
       1  https://a.example/1  2        A       OpenVEX 0.2.0  v2.json  replaced
       2  https://a.example/1  3        A       OpenVEX 0.2.0  v3.json  stands
  $ aftercare finding history CVE-2099-1 | cut -c 43-
               about        status  until  life      text
  a.example/1  pkg:npm/a@2  fixed   -      replaced
  a.example/1  pkg:npm/a@3  fixed   -      stands

A document that is none, or that breaks off, fails the import as a whole: what stood before it in the same import is not kept either.

  $ head -c 200 v3.json > cut.json; sed 's/example.1/example\/2/' v3.json > other.json
  $ aftercare vex import other.json cut.json
  aftercare: cut.json:1: statements[0].products[0]: ends in the middle of a text
  [3]
  $ echo '[]' > list.json; aftercare vex import list.json
  aftercare: list.json: not a VEX document of a known format; read are OpenVEX 0.0.1 to 0.2.0, CSAF 2.0, CycloneDX JSON 1.4 to 1.7, CycloneDX XML 1.4 to 1.7, SPDX JSON 3.0
  [3]
  $ aftercare vex import v3.json --release 1.0
  aftercare: --device is missing
  [2]
  $ aftercare vex import v3.json --device Pump --release 9
  aftercare: device "Pump" has no release "9"
  [3]
  $ aftercare vex list | wc -l
  3
  $ aftercare audit verify
  3 entries, the audit trail is whole
