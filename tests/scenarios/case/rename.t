A flaw that is found in the house has no CVE id when its casefile is opened. Once it is given one, the casefile is filed under it: what the feeds
say of the id counts, and nobody opens a second file on the same.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=sec
  $ day() { date -u -d "today - $1 days" +%F; }
  $ printf '{"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.01.20", "dateReleased": "2026-01-20T00:00:00Z", "count": 1, "vulnerabilities": [{"cveID": "CVE-2026-7777", "vendorProject": "Acme", "product": "Pump", "vulnerabilityName": "Acme Pump", "dateAdded": "2026-01-20", "shortDescription": "x", "requiredAction": "x", "dueDate": "2026-02-10", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}' >kev.json
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out; aftercare release add --device Pump 1.0 >out
  $ aftercare device add Monitor --class II --pathway 510k --marketed yes >out
  $ aftercare signal add --kind researcher_report --received $(day 20) --summary "Maintenance port" --device Pump --vulnerability ACME-7 >out
  $ aftercare case open --signal 1 >out 2>&1
  $ aftercare case open --device Monitor --vulnerability ACME-7 --learned-on $(day 20) --title "Port of the monitor" >out 2>&1
  $ aftercare case assess 1 --on $(day 18) --exploitability low --severity minor --rationale "no way in is known" >out
  $ aftercare signal cve 1 --requested-on $(day 15) --cna "Acme"
  signal 1: CVE request recorded
  $ aftercare signal cve 1 --assigned CVE-2026-7777 --assigned-on $(day 10)
  aftercare: no record in the store is about CVE-2026-7777: is the name right? feeds may be older than it
  aftercare: casefile 2, of Monitor, stays on ACME-7, since the signal is not in it; case rename files it anew
  signal 1: CVE request recorded
  casefile 1: CVE-2026-7777 in Pump, no longer ACME-7
  $ aftercare case list
  casefile  vulnerability  device   title                closed
         1  CVE-2026-7777  Pump     ACME-7               -
         2  ACME-7         Monitor  Port of the monitor  -
  $ aftercare signal list --vulnerability ACME-7 --format json | jq -r '.[].vulnerability'
  CVE-2026-7777
  $ aftercare case list --format json | jq -r '.[0].vulnerability'; aftercare case decide 1 --format json | jq -r .scope
  CVE-2026-7777
  in_scope

What the feeds say of the id is what they say of the casefile.

  $ aftercare feed import kev.json >out 2>&1
  $ aftercare case drift 1 | grep KEV
    since then: KEV is new: listed
  $ aftercare program set --firm-name "Acme" --firm-namespace https://example.com --advisory-prefix EX
  $ aftercare case vulnerability 1 --vex affected >out
  $ aftercare case advisory 1 | jq -c '.vulnerabilities[0] | [.cve, .ids]'
  ["CVE-2026-7777",[{"system_name":"Acme","text":"ACME-7"}]]

The same flaw is the same, by whatever name it is called.

  $ aftercare case open --device Pump --vulnerability CVE-2026-7777 --learned-on $(day 2)
  aftercare: casefile 1 is on CVE-2026-7777 in this device, and open
  [5]
  $ aftercare case open --device Pump --vulnerability acme-7 --learned-on $(day 2)
  aftercare: casefile 1 is on CVE-2026-7777 in this device, and open
  [5]

Another takes a person and a reason.

  $ aftercare case rename 2 --vulnerability CVE-2026-7777
  aftercare: casefile 2 was opened on ACME-7: say why it is filed under another name (--why)
  [5]
  $ aftercare case rename 2 --vulnerability GHSA-aaaa-bbbb-cccc --why "it has a name"
  aftercare: "GHSA-aaaa-bbbb-cccc" is no CVE id: a casefile is filed anew under the CVE id of its vulnerability (--vulnerability)
  [3]
  $ aftercare case rename 2 --vulnerability CVE-2026-77 --why "it has a name"
  aftercare: "CVE-2026-77" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  [3]
  $ aftercare case rename 2 --vulnerability cve-2026-7777 --why "the same port"
  casefile 2: CVE-2026-7777 in Monitor, no longer ACME-7
  $ aftercare case rename 2 --vulnerability CVE-2026-7777 --why "the same port"
  aftercare: casefile 2 is on CVE-2026-7777 already (--vulnerability)
  [5]
  $ aftercare case siblings 1 --format json 2>out | jq -c '[.casefiles[].casefile]'
  [1,2]

Two that were opened on the same flaw under two names stay two, and somebody is told.

  $ aftercare signal add --kind researcher_report --received $(day 9) --summary "Radio" --device Pump --vulnerability ACME-9 >out
  $ aftercare case open --signal 2 >out 2>&1
  $ aftercare case open --device Pump --vulnerability CVE-2026-8888 --learned-on $(day 9) >out 2>&1
  $ aftercare signal cve 2 --assigned CVE-2026-8888 --assigned-on $(day 5)
  aftercare: WARNING: casefile 3 stays on ACME-9: casefile 4 is on CVE-2026-8888 in this device, and open; they are on the same, and one of them is to be closed
  signal 2: CVE request recorded
  $ aftercare case rename 3 --vulnerability CVE-2026-8888 --why "it is"
  aftercare: casefile 4 is on CVE-2026-8888 in this device, and open (--vulnerability)
  [5]

Where another device's casefile says that it was learned of earlier, the later day needs a reason.

  $ aftercare case open --device Monitor --vulnerability ACME-10 --learned-on $(day 5) >out 2>&1
  $ aftercare signal add --kind researcher_report --received $(day 5) --summary "Radio" --device Monitor --vulnerability ACME-10 >out; aftercare signal link 3 --casefile 5 >out
  $ aftercare signal cve 3 --assigned CVE-2026-8888 >out 2>&1; sed "s/$(day 9)/DAY 1/; s/$(day 5)/DAY 5/" out
  aftercare: casefile 5: casefile 4 says that CVE-2026-8888 was learned of on DAY 1: a later day, DAY 5, needs a reason (--why)
  $ aftercare signal cve 3 --assigned CVE-2026-8888 --why "nobody saw that it was the same radio"
  aftercare: no record in the store is about CVE-2026-8888: is the name right? feeds may be older than it
  signal 3: CVE request recorded
  casefile 5: CVE-2026-8888 in Monitor, no longer ACME-10

A closed casefile is watched, so it is filed anew too. What was signed of it stays as it was.

  $ aftercare case open --device Pump --vulnerability ACME-11 --learned-on $(day 9) >out 2>&1
  $ aftercare case assess 6 --on $(day 8) --exploitability low --severity minor --rationale "no way in is known" >out; aftercare case close 6 --on $(day 7) >out
  $ aftercare case rename 6 --vulnerability CVE-2026-9999 --why "assigned" 2>out
  casefile 6: CVE-2026-9999 in Pump, no longer ACME-11

The record and the trail keep the old name, and who changes the new one in the store itself is found out.

  $ sqlite3 store.db "SELECT casefile_id, more FROM casefile_record WHERE kind = 'renaming' ORDER BY id LIMIT 2"
  1|{"vulnerability":"CVE-2026-7777","before":"ACME-7"}
  2|{"vulnerability":"CVE-2026-7777","before":"ACME-7"}
  $ aftercare audit export 2>out | jq -c 'select(.what == "casefile.rename") | [.object, (.old | fromjson), (.new | fromjson | del(.row_seals)), .why]' | head -2
  ["casefile 1",{"device":"Pump","title":"ACME-7","vulnerability":"ACME-7","device_number":1},{"device":"Pump","title":"ACME-7","vulnerability":"CVE-2026-7777","device_number":1},""]
  ["casefile 2",{"device":"Monitor","title":"Port of the monitor","vulnerability":"ACME-7","device_number":2},{"device":"Monitor","title":"Port of the monitor","vulnerability":"CVE-2026-7777","device_number":2},"the same port"]
  $ aftercare audit verify | head -1
  * entries, the audit trail is whole (glob)
  $ cp store.db other.db; sqlite3 other.db "UPDATE casefile SET vulnerability = 'ACME-7' WHERE id = 1"; aftercare audit verify --store other.db | grep casefile | uniq
  casefile 1 was changed: it is not what entry * tells (glob)

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults

A signal that has its id already files the casefile that it is put into under it.

  $ aftercare device add Probe --class II --pathway 510k --marketed yes >out
  $ aftercare signal add --kind researcher_report --received $(day 9) --summary "Service key" --device Probe --vulnerability ACME-12 | sed 's/[^0-9]*\([0-9]*\).*/\1/' >number
  $ aftercare signal cve $(cat number) --requested-on $(day 8) --cna "Acme" >out && aftercare signal cve $(cat number) --assigned CVE-2026-7779 --assigned-on $(day 7) >out 2>&1
  $ aftercare case open --device Probe --vulnerability ACME-13 --learned-on $(day 9) --title "Key" 2>out | sed 's/:.*//' | tee opened
  casefile 7
  $ aftercare signal link $(cat number) --casefile $(sed 's/casefile //' opened) 2>out
  signal 4: in casefile 7
  casefile 7: CVE-2026-7779 in Probe, no longer ACME-13
  $ aftercare case list --format json | jq -c '.[-1] | [.vulnerability, .title]'
  ["CVE-2026-7779","Key"]
  $ aftercare audit verify | tail -1
  63 entries, the audit trail is whole
