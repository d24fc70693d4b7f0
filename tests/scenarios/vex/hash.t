A supplier who names a file by its hash alone means the component that has it, and no other build.

  $ cat >pump.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >   {"type": "library", "name": "blob", "version": "1.0", "hashes": [{"alg": "SHA-256", "content": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}]},
  >   {"type": "library", "name": "blob", "version": "1.0", "hashes": [{"alg": "SHA-256", "content": "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}]}]}
  > END
  $ cat >acme.json <<'END'
  > {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://acme.example/vex/2", "author": "Acme", "timestamp": "2099-01-05T00:00:00Z", "version": 1, "statements": [
  >   {"vulnerability": {"name": "CVE-2099-1001"}, "products": [{"@id": "https://acme.example/blob", "hashes": {"sha-256": "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF"}}],
  >     "status": "affected", "action_statement": "rebuild"},
  >   {"vulnerability": {"name": "CVE-2099-1002"}, "products": [{"@id": "https://acme.example/other", "hashes": {"sha-256": "aa112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}}],
  >     "status": "affected", "action_statement": "rebuild"}]}
  > END
  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ aftercare device add Pump && aftercare sbom import pump.json --device Pump --release 1.0
  device 1: Pump
  Pump 1.0: CycloneDX 1.5, 2 components, 2 of them new
  $ aftercare vex import acme.json
  acme.json: OpenVEX 0.2.0 https://acme.example/vex/2 version 1 by Acme, taken
    applied    CVE-2099-1001 affected: https://acme.example/blob
        Pump 1.0: blob 1.0 by hash SHA-256; no record in the store touches it
    unmatched  CVE-2099-1002 affected: https://acme.example/other
        it is named by a hash alone, and no component has that
    2 statements: 1 applied, 0 ambiguous, 1 unmatched, 0 incomplete, 0 unreadable
  $ aftercare finding list 2>/dev/null
  Pump                 1.0      blob                     1.0            CVE-2099-1001      A     - unscored affected
      statement 1 by Acme: affected: rebuild
  1 finding
