Findings as statements for others. What nobody has decided on says so, and the time is that of the newest of what the document is made of.

  $ cp "$TESTDIR"/../../../docs/example/*.json .
  $ scan() { aftercare scan "$@" --author "Example Medical" --namespace https://example.com; }
  $ scan pump.cdx.json --feeds nvd.json --format openvex | tee pump.openvex | head -n 33
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "urn:uuid:* (glob)
    "author": "Example Medical",
    "timestamp": "2026-01-12T09:00:00Z",
    "version": 1,
    "tooling": "aftercare *; data: nvd, 3 records, newest 2022-01-06T00:00:00Z; no source can see 1 of 4 components: 1 names nothing that can be looked up", (glob)
    "statements": [
      {
        "vulnerability": {
          "name": "CVE-2018-1000517",
          "description": "The wget of BusyBox writes past the end of a heap buffer when a server answers in a certain way."
        },
        "products": [
          {
            "@id": "urn:uuid:5f6a2c0e-0d55-4a0b-9f0e-6d1c53c7a001",
            "subcomponents": [
              {
                "@id": "urn:uuid:5f6a2c0e-0d55-4a0b-9f0e-6d1c53c7a001#busybox%201.28.4",
                "identifiers": {
                  "cpe23": "cpe:2.3:a:busybox:busybox:1.28.4:*:*:*:*:*:*:*"
                }
              }
            ]
          }
        ],
        "status": "affected",
        "action_statement": "No fix of the product is stated. nvd names as fixed: 1.29.0.",
        "status_notes": "Found by comparing versions with published records, not confirmed by a person: nvd CVE-2018-1000517: cpe a:busybox:busybox, 1.28.4 < 1.29.0 by scheme generic"
      },
      {
        "vulnerability": {
          "name": "CVE-2021-31571",
  $ scan pump.cdx.json --feeds nvd.json --format csaf >pump.csaf
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ aftercare csaf check pump.csaf --level mandatory
  1 document: 0 errors, * (glob)
  $ cat >show.py <<'END'
  > import json, sys
  > d = json.load(open("pump.csaf"))
  > print(d["document"]["category"], d["document"]["publisher"], d["document"]["tracking"]["status"])
  > print([r["full_product_name"]["name"] for r in d["product_tree"]["relationships"]][0])
  > for v in d["vulnerabilities"]:
  >     print(v["cve"], v["product_status"], v["remediations"][0]["category"], v["scores"][0]["cvss_v3"]["baseScore"])
  > END
  $ python3 show.py
  csaf_vex {'category': 'vendor', 'name': 'Example Medical', 'namespace': 'https://example.com'} draft
  FreeRTOS 10.0.1 as a component of Example Infusion Pump 4.2.0
  CVE-2018-1000517 {'known_affected': ['AFTERCARE-P4']} none_available 9.8
  CVE-2021-31571 {'known_affected': ['AFTERCARE-P2']} none_available 9.8
  CVE-2021-3712 {'known_affected': ['AFTERCARE-P3']} none_available 7.4
  $ scan pump.cdx.json --feeds nvd.json --format cyclonedx >pump.vex.json
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ python3 -c 'import json; d = json.load(open("pump.vex.json")); print(d["specVersion"], d["metadata"]["component"]["bom-ref"]); print(*[(v["id"], v["analysis"]["state"], [a["ref"] for a in v["affects"]]) for v in d["vulnerabilities"]], sep="\n")'
  1.6 pump
  ('CVE-2018-1000517', 'exploitable', ['shell'])
  ('CVE-2021-31571', 'exploitable', ['rtos'])
  ('CVE-2021-3712', 'exploitable', ['tls'])

Equal inputs give equal bytes; another time, another document.

  $ for format in openvex csaf; do scan pump.cdx.json --feeds nvd.json --format $format 2>/dev/null | cmp - pump.$format; done
  $ scan pump.cdx.json --feeds nvd.json --format openvex --at 2026-03-01T00:00:00Z --output later.openvex
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ diff pump.openvex later.openvex | grep -c '^>.*\(@id\|timestamp\)'
  2

The policy holds for them too. Whoever leaves out the author is told.

  $ for format in cyclonedx openvex csaf; do
  >   for policy in any kev high; do
  >     scan pump.cdx.json --feeds nvd.json --format $format --fail-on $policy --output out 2>/dev/null; printf "$? "
  >   done; echo $format
  > done
  1 0 1 cyclonedx
  1 0 1 openvex
  1 0 1 csaf
  $ aftercare scan pump.cdx.json --feeds nvd.json --format openvex --output out
  aftercare: the document names no author: give --author before others read it
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ grep author out
    "author": "not stated",
  $ scan pump.cdx.json --feeds nvd.json --format csaf --at yesterday
  aftercare: --at: * (glob)
  [3]
  $ aftercare scan pump.cdx.json --feeds nvd.json --format csaf --author A --namespace "example com"
  aftercare: --namespace is a URI such as https://example.com, not "example com"
  [3]

Without a finding OpenVEX has no document, CSAF one of its base profile, CycloneDX an empty list.

  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"own","version":"1"}]}' >clean.json
  $ scan clean.json --feeds nvd.json --format openvex --output nothing
  aftercare: no source can see 1 of 1 component: 1 names nothing that can be looked up
  aftercare: there is no finding to state anything of, and OpenVEX has no empty document
  [5]
  $ ls nothing* 2>/dev/null
  [2]
  $ scan clean.json --feeds nvd.json --format csaf >clean.csaf
  aftercare: no source can see 1 of 1 component: 1 names nothing that can be looked up
  $ aftercare csaf check clean.csaf --level mandatory
  1 document: 0 errors, * (glob)
  $ grep -E 'category|No vuln' clean.csaf
      "category": "csaf_base",
          "category": "details",
          "category": "summary",
          "text": "No vulnerability in these records touches a component.",
        "category": "vendor",
  $ scan clean.json --feeds nvd.json --format cyclonedx | grep vulnerabilities
  aftercare: no source can see 1 of 1 component: 1 names nothing that can be looked up
    "vulnerabilities": []
