What is published of a casefile: what was decided stands in it, what belongs to the house does not, and neither an embargo nor a
document that would not be CSAF lets anything out.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=sec
  $ example="$TESTDIR/../../../docs/example"
  $ aftercare feed import "$example/nvd.json" >out 2>&1
  $ aftercare program set --firm-name "Example Devices" --firm-namespace https://example.com --advisory-prefix EX
  $ aftercare device add Pump --class II --pathway 510k --udi-di 00850003459103 >out
  $ aftercare sbom import "$example/pump.cdx.json" --device Pump --release 1.0 >out
  $ aftercare sbom import "$example/pump.cdx.json" --device Pump --release 1.1 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --release 1.0 --learned-on 2026-01-02
  casefile 1: CVE-2021-31571 in Pump
  $ aftercare case assess 1 --on 2026-01-04 --exploitability high --severity critical --rationale "internal words" --hazard "over-infusion" --cvss CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/CR:L
  casefile 1: assessment 3
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope finding --device Pump --release 1.1 --component FreeRTOS --status not_affected --justification vulnerable_code_not_in_execute_path --reason "secret reason"
  statement 1
  $ cat >show.py <<'END'
  > import json, sys
  > d = json.load(open(sys.argv[1]))
  > for v in d["vulnerabilities"]:
  >     print(v["cve"], v["product_status"], [f["label"] for f in v.get("flags", [])], [r["category"] for r in v["remediations"]], v["scores"][0]["cvss_v3"]["vectorString"])
  > print([n["category"] for n in v["notes"]], d["document"].get("acknowledgments"), d["document"]["tracking"]["status"])
  > END
  $ aftercare case advisory 1 >a.json && python3 show.py a.json
  CVE-2021-31571 {'known_affected': ['RELEASE-1'], 'known_not_affected': ['RELEASE-2']} ['vulnerable_code_not_in_execute_path'] ['none_available'] CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  ['summary'] None draft
  $ grep -c -e infusion -e "internal words" -e "secret reason" -e CR:L a.json
  0
  [1]

What a statement says of the impact is told where it says why there is none, and what it advises where there is something to do.

  $ aftercare finding set --vulnerability CVE-2021-31571 --scope finding --device Pump --release 1.0 --component FreeRTOS --status affected --impact "a patient could be hurt" --action "Use the older network module." --reason r
  statement 2
  $ aftercare case advisory 1 | grep -e hurt -e module
            "details": "1.0: Use the older network module.",
  $ aftercare case advisory 1 --format openvex | grep -e hurt -e module
        "action_statement": "1.0: Use the older network module.\nNo fix is available yet."

Our own reader takes it for what was meant, in each format.

  $ for format in csaf openvex cyclonedx; do aftercare case advisory 1 --format $format --output $format.json; aftercare vex import $format.json --dry-run | grep CVE | sort; done
    unmatched  CVE-2021-31571 affected: Pump 1.0
    unmatched  CVE-2021-31571 not_affected, vulnerable_code_not_in_execute_path: Pump 1.1
    unmatched  CVE-2021-31571 affected: https://example.com#Pump%201.0
    unmatched  CVE-2021-31571 not_affected, vulnerable_code_not_in_execute_path: https://example.com#Pump%201.1
    applied    CVE-2021-31571 affected: Pump
    applied    CVE-2021-31571 not_affected, vulnerable_code_not_in_execute_path: Pump

Whoever found it is thanked as they wish, and named nowhere else.

  $ aftercare signal add --kind researcher_report --received 2026-01-02 --summary "crash" --vulnerability CVE-2021-31571 --device Pump --contact-name "R. Finder" --contact-email finder@example.org
  signal 1: researcher_report, received 2026-01-02
  $ aftercare signal link 1 --casefile 1
  signal 1: in casefile 1
  $ aftercare case advisory 1 | grep -c Finder
  0
  [1]
  $ aftercare signal credit 1 --wish anonymous --name "R. Finder"
  signal 1: credit recorded
  $ aftercare case advisory 1 | grep -e Finder -e unnamed
          "summary": "A finder who wishes to stay unnamed reported this."
  $ aftercare signal credit 1 --wish named
  signal 1: credit recorded
  $ aftercare case advisory 1 | grep Finder
            "R. Finder"

An embargo holds back what is issued. A draft, which somebody must be able to agree on, is warned of.

  $ aftercare signal embargo 1 --until 2999-03-01T12:00:00-05:00
  signal 1: embargo recorded
  $ aftercare case advisory 1 --issue --output out.json
  aftercare: WARNING: CSAF 6.2.11, a canonical URL is given: /document: no reference of category self begins with https:// and ends with /ex-*-0001.json (glob)
  aftercare: signal 1 is under embargo until 2999-03-01T12:00:00-05:00: nothing is published before
  [5]
  $ ls out.json 2>/dev/null
  [2]
  $ aftercare case advisory 1 --output draft.json
  aftercare: WARNING: CVE-2021-31571 (signal 1) is under embargo until 2999-03-01T12:00:00-05:00: not to be told outside
  $ aftercare signal embargo 1 --lift --reason "published elsewhere"
  signal 1: embargo recorded

What is said is kept for the next issue; what releases are is said as a whole.

  $ aftercare case advisory 1 --issue --status draft
  aftercare: a draft is not issued: the status is interim or final
  [2]
  $ aftercare case advisory 1 --issue --status interim --tlp AMBER+STRICT --note faq="Was anybody harmed? No." --under-investigation 1.0 --output 1.json
  aftercare: WARNING: CSAF 6.2.11, a canonical URL is given: /document: no reference of category self begins with https:// and ends with /ex-*-0001.json (glob)
  aftercare: casefile 1: advisory 5, EX-*-0001, version 1, interim (glob)
  $ aftercare case advisory 1 --issue --affected 1.0 --output 2.json
  aftercare: WARNING: CSAF 6.2.11, a canonical URL is given: /document: no reference of category self begins with https:// and ends with /ex-*-0001.json (glob)
  aftercare: casefile 1: advisory 6, EX-*-0001, version 2, final (glob)
  $ python3 show.py 2.json
  CVE-2021-31571 {'known_affected': ['RELEASE-1'], 'known_not_affected': ['RELEASE-2']} ['vulnerable_code_not_in_execute_path'] ['mitigation', 'none_available'] CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  ['summary', 'faq'] [{'names': ['R. Finder']}] final
  $ grep -A 1 -e '"text": "TLP' 2.json
        "text": "TLP:AMBER+STRICT: within your own organisation only.",
        "tlp": {
  $ aftercare case advisory 1 --anew | grep -c -e STRICT -e harmed
  0
  [1]
  $ aftercare csaf check 1.json 2.json --level mandatory
  2 documents: 0 errors, * (glob)

The digest that the casefile keeps is that of the file.

  $ sha256sum 2.json | cut -c 1-64 >digest; aftercare report casefile 1 --format json | grep -c -f digest
  2

The number of the next casefile is the next; a document that would not be CSAF is not written.

  $ aftercare case open --device Pump --vulnerability CVE-2021-3712 --release 1.0 --learned-on 2026-01-02 >out
  $ aftercare release add "all before 1.0" --device Pump >out
  $ aftercare case advisory 2 --issue --affected "all before 1.0" --output out.json
  aftercare: the advisory would not be CSAF: 6.1.31 /product_tree/branches/0/branches/0/branches/2/name: "all before 1.0" is a range of versions
  [5]
  $ aftercare case advisory 2 --note surprise=boo
  aftercare: the advisory would not be CSAF: schema /vulnerabilities/0/notes/1/category: expected one of description|details|faq|general|legal_disclaimer|other|summary, found "surprise"
  [5]
  $ aftercare case advisory 2 --issue --output 3.json
  aftercare: nothing was found in release "all before 1.0", so nothing is said of it; --not-affected VERSION does
  aftercare: WARNING: CSAF 6.2.11, a canonical URL is given: /document: no reference of category self begins with https:// and ends with /ex-*-0002.json (glob)
  aftercare: casefile 2: advisory *, EX-*-0002, version 1, final (glob)
  $ aftercare audit verify
  * entries, the audit trail is whole (glob)

What was found in the house has no CVE id and no record; what it is in each release is stated.

  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case advisory 3
  aftercare: nothing is known of any release of "Pump": import its SBOM, or state what it is (--affected VERSION, --fixed VERSION)
  [5]
  $ aftercare case advisory 3 --affected 1.0 --not-affected 1.1 --justification component_not_present --profile vex --output 4.json
  aftercare: nothing was found in release "all before 1.0", so nothing is said of it; --not-affected VERSION does
  $ aftercare csaf check 4.json --level mandatory
  1 document: 0 errors, * (glob)
  $ grep -A 3 '"ids"' 4.json
        "ids": [
          {
            "system_name": "Example Devices",
            "text": "ACME-1"

A fix counts as the validations and distributions on record have it, whatever day was typed into it.

  $ aftercare case open --device Pump --vulnerability ACME-2 --learned-on 2026-01-02 >out 2>&1
  $ aftercare release add 1.2 --device Pump --units 5 >out
  $ aftercare case fix 4 --kind software --text "Update to 1.2." >out
  $ fix=$(sqlite3 s.db "SELECT max(id) FROM casefile_record WHERE kind = 'fix'"); told() { aftercare case advisory 4 --affected 1.0 2>out | jq -c '[.vulnerabilities[0].remediations[] | [.category, .details, .date]]'; }
  $ told
  [["none_available","No fix is available yet.",null]]
  $ aftercare case validate 4 --fix $fix --on 2026-02-01 --result pass --protocol P-1 --validated-by V >out
  $ aftercare case distribute 4 --fix $fix --release 1.2 --on 2026-02-02 --units 1 >out
  $ told
  [["vendor_fix","Update to 1.2.","2026-02-02T00:00:00Z"]]
  $ aftercare case validate 4 --fix $fix --on 2026-02-05 --result fail --protocol P-1 --validated-by V >out
  $ told
  [["none_available","No fix is available yet.",null]]
