The report of a correction, from what the store knows and what people state of single items.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --common-name "infusion pump" >out
  $ aftercare release add 1.0 --device Pump --units 18 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-07 --associated yes --text "under-infusion" >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 >out

What is missing is marked, and no report is final that lacks an item without saying why.

  $ aftercare report 806 1 >draft.html
  $ grep -o 'nothing is stated of items [0-9, and]*' draft.html
  nothing is stated of items 2, 3, 4, 5, 10, 11 and 12
  $ aftercare report 806 1 --final
  aftercare: the report is not complete: nothing is stated of items 2, 3, 4, 5, 10, 11 and 12; item 2 lacks the firm's name, address and telephone, and the representative's name, title, address and telephone; state it, or why it is not there (aftercare program set --representative-name NAME ... for item 2, aftercare case item for the others)
  [5]
  $ aftercare report 806 1 --issue
  aftercare: the report is not complete: nothing is stated of items 2, 3, 4, 5, 10, 11 and 12; item 2 lacks the firm's name, address and telephone, and the representative's name, title, address and telephone; state it, or why it is not there (aftercare program set --representative-name NAME ... for item 2, aftercare case item for the others)
  [5]
  $ aftercare device set Pump --marketing-number K210001 --listing-number D123456 --udi-di 09521000000018 --intended-use "delivery of fluids" --expected-life-years 10
  Pump: 5 changed
  $ cat >where.csv <<'END'
  > account,name,country,address,telephone,device,release,lot,shipped_on,quantity
  > 1001,General Hospital,US,"1 Main Street",+1 555 0100,Pump,1.0,A1,2025-03-01,15
  > 1002,Klinik am See,DE,"Seestr. 3",+49 30 0100,Pump,1.0,A2,2025-05-01,3
  > END
  $ aftercare consignee import where.csv >out
  $ aftercare program set --registration-number 1234567 --firm-name "Example Devices" --firm-address "1 Example Way" --firm-telephone "+1 555 0101"
  $ aftercare program set --representative-name "R. Amsel" --representative-title "Director" --representative-address "1 Example Way" --representative-telephone "+1 555 0102"
  $ aftercare report 806 1 --final
  aftercare: the report is not complete: nothing is stated of item 12; state it, or why it is not there (aftercare case item)
  [5]

A statement of item 13 says why, and when it will be there. Half of one is none.

  $ aftercare case item 1 --item 12 --reason "the letters are being printed"
  casefile 1: report_item 5
  $ aftercare report 806 1 --final
  aftercare: the report is not complete: nothing is stated of item 12; state it, or why it is not there (aftercare case item)
  [5]
  $ day() { date -u -d "+$1 days" +%F; }; days() { sed "s/$(day 30)/DAY30/g; s/$(day 60)/DAY60/g"; }
  $ aftercare case item 1 --amends 5 --submit-on 2026-03-31
  aftercare: submit_on 2026-03-31 is past: what is promised lies ahead
  [3]
  $ aftercare case item 1 --amends 5 --submit-on $(day 30)
  casefile 1: report_item 6
  $ aftercare due --today $(day 31) | days | grep -E 'submit_item'
  DAY30  overdue  submit_item       fda                               1  CVE-2021-31571  Pump
  $ aftercare case decide 1 --today $(day 20) --format json | days | jq -c '.obligations[] | select(.kind == "submit_item") | [.to, .due, .state, .cites]'
  ["fda","DAY30","open",["21 CFR 806.10(c)(13)"]]
  $ aftercare case item 1 --amends 6 --submit-on $(day 60) 2>&1 | days
  aftercare: submit_item was due DAY30: a later day, DAY60, needs a reason (--why)
  $ cp store.db later.db; aftercare case item 1 --amends 6 --text "The letter of 4 March." --store later.db && aftercare due --today $(day 31) --store later.db | grep -c submit_item
  casefile 1: report_item 7
  0
  [1]
  $ aftercare case item 1 --item 13 --text x
  aftercare: --item is one of 1|2|3|4|5|6|7|8|9|10|11|12, not "13"
  [2]
  $ aftercare case item 1 --item 12 --submit-on 2026-02-30
  aftercare: --submit-on: date "2026-02-30": February 2026 has 28 days
  [3]
  $ aftercare case item 1
  aftercare: nothing is stated of the report_item
  [2]
  $ aftercare report 806 1 --final --format json --output report.json
  $ python3 -c '
  > import json
  > r = json.load(open("report.json"))
  > ids = [b.get("id") for b in r["content"] if b["kind"] == "section"]
  > print(r["report"], ids)
  > fields = {f["key"]: f for b in r["content"] if b["kind"] == "fields" for f in b["fields"]}
  > for key in ("state", "firm_name", "udi_di", "lot", "units", "consignees", "item_13"):
  >   print(key, "|", fields[key]["value"], "|", fields[key]["state"])
  > print([t["rows"] for t in r["content"] if t["kind"] == "table"][2])' | days
  806 ['item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-6', 'item-7', 'item-8', 'item-9', 'item-10', 'item-11', 'item-12', 'item-13', 'signatures']
  state | complete with statements of item 13 | given
  firm_name | Example Devices | given
  udi_di | 09521000000018 | given
  lot | those that shipments tell of, in the table | given
  units | 18 units subject to the action; of each version and lot, item 5 | given
  consignees | 2, of them 1 foreign and 0 of unknown country | given
  item_13 | Not immediately available: the letters are being printed. It will be submitted on DAY30. | deferred
  [['General Hospital', '1 Main Street\nUS', '+1 555 0100', '2025-03-01: 15, lot A1, release 1.0', '15'], ['Klinik am See', 'Seestr. 3\nDE', '+49 30 0100', '2025-05-01: 3, lot A2, release 1.0', '3']]

Issued, it has its number, and the casefile keeps the digest of the file. There is no second number for one action.

  $ aftercare report 806 1 --issue --format pdf --output report.pdf 2>said
  $ sed 's|-[0-9/]*-001|-DAY-001|' said
  aftercare: casefile 1: report 7, 1234567-DAY-001-C
  $ sqlite3 store.db "SELECT json_extract(more, '$.digest') FROM casefile_record WHERE kind = 'report'" >digest
  $ sha256sum report.pdf | cut -d ' ' -f 1 | cmp - digest
  $ cp store.db later.db; aftercare case extend 1 --initiated-on 2026-01-12 --text more --store later.db >out; aftercare report 806-amendment 1 --issue --store later.db 2>said >document
  $ wc -c <document; sed 's|-[0-9/]*-001|-DAY-001|' said
  0
  aftercare: casefile 1: report 9, 1234567-DAY-001-C
  aftercare: the file is kept in the casefile (aftercare case attachment 1 --record 9 --output FILE)
  $ aftercare case attachment 1 --record 9 --output kept.html --store later.db && grep -c 'Amendment of report' kept.html
  2
  $ aftercare report 806 1 --output - | grep -c 'Report of a correction'
  2
  $ aftercare report 806 1 | grep -Eo '>1234567-[^<]*' | sed 's|-[0-9/]*-|-DAY-|'
  >1234567-DAY-001-C
  $ aftercare report 806 1 --issue > out
  aftercare: record 7, the report, was issued already: while FDA does not have it, say why it is issued anew; else record since when FDA has it, and amend it (--why)
  [5]

While FDA does not have it, one that was wrong is issued anew in its place, on the same day by the same number.

  $ aftercare report 806 1 --issue --format pdf --output report.pdf --why "the telephone number was wrong" 2>said
  $ sed 's|-[0-9/]*-|-DAY-|' said
  aftercare: casefile 1: report 8, 1234567-DAY-001-C
  $ sqlite3 store.db "SELECT count(*), count(DISTINCT json_extract(more, '$.number')), max(replaces) FROM casefile_record WHERE kind = 'report'"
  2|1|7
  $ aftercare device add Monitor --class II --pathway 510k >out
  $ aftercare case open --device Monitor --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case correct 2 --kind correction --initiated-on 2026-01-10 >out
  $ aftercare report 806 2 | grep -Eo '>1234567-[^<]*' | sed 's|-[0-9/]*-|-DAY-|'
  >1234567-DAY-002-C
  $ aftercare case assess 2 --on 2026-01-05 --exploitability high --severity critical --rationale x >out; aftercare case event 2 --kind death --known-on 2026-01-07 --associated yes >out
  aftercare: casefile 2: An event on file is graver than the severity of patient harm that the assessment judges: a death is catastrophic, a serious injury serious or worse.
  $ for n in 1 2; do aftercare case decide $n --format json | jq -r .report_806_number | sed 's|-[0-9/]*-|-DAY-|'; done
  1234567-DAY-001-C
  1234567-DAY-002-C
  $ aftercare report casefile 2 --format json | jq -r .determination.report_806_number | sed 's|-[0-9/]*-|-DAY-|'
  1234567-DAY-002-C
  $ aftercare report casefile 1 | grep -Eo 'issued as <code>1234567'
  issued as <code>1234567

An amendment cites that number, states who reports, and what differs now.

  $ aftercare report 806-amendment 2
  aftercare: no 806 report of casefile 2 was issued, so none can be amended
  [3]
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --text "Dear customer, disconnect the pump." >out
  $ aftercare report 806-amendment 1 >amendment.html
  $ grep -Eo '<h2 id="[^"]*' amendment.html
  <h2 id="new
  <h2 id="item-1
  <h2 id="item-2
  <h2 id="item-7
  <h2 id="item-12
  <h2 id="item-13
  <h2 id="signatures
  $ grep -o 'Dear customer, disconnect the pump' amendment.html
  Dear customer, disconnect the pump

What was promised is owed until it is stated, and item 13 says so, of an item that an amendment leaves out too.

  $ thirteen() { python3 -c '
  > import json, sys
  > blocks = json.load(sys.stdin)["content"]
  > at = next(i for i, b in enumerate(blocks) if b.get("id") == "item-13")
  > print(next(f["value"] for b in blocks if b["kind"] == "fields" for f in b["fields"] if f["key"] == "state"))
  > print(blocks[at + 1].get("text") or blocks[at + 1]["rows"])' | days; }
  $ aftercare report 806-amendment 1 --format json | thirteen
  complete
  [['12. Communications', 'the letters are being printed', 'DAY30\nIt is there by now, and owed until that is stated.']]
  $ cp store.db later.db; aftercare case item 1 --amends 6 --text "Item 12 of the amendment." --store later.db >out
  $ aftercare report 806-amendment 1 --format json --store later.db | thirteen
  complete
  Nothing: every item is there.
  $ cp store.db later.db; aftercare case item 1 --item 6 --reason "its address is asked for" --submit-on $(day 60) --store later.db >out; aftercare device set Pump --manufacturer-name "Other Works" --store later.db
  Pump: 1 changed
  $ aftercare report 806-amendment 1 --issue --output later.html --store later.db 2>out; aftercare case communicate 1 --on 2026-01-21 --to customers --text "Again." --store later.db >out
  $ aftercare report 806-amendment 1 --format json --store later.db | thirteen
  complete with statements of item 13
  [['6. Manufacturer', 'its address is asked for', 'DAY60'], ['12. Communications', 'the letters are being printed', 'DAY30\nIt is there by now, and owed until that is stated.']]

It says what is new, and its own day. An extension behind the report that FDA has is what it is of (21 CFR 806.10(d)).

  $ aftercare case correct 1 --reported-on 2026-01-24 --why "FDA had it by telephone"
  casefile 1: correction 14

  $ new() { aftercare report 806-amendment 1 --format json | python3 -c '
  > import json, sys
  > blocks = json.load(sys.stdin)["content"]
  > at = next(i for i, b in enumerate(blocks) if b.get("id") == "new")
  > due = [f["value"] for b in blocks if b["kind"] == "fields" for f in b["fields"] if f["key"] == "due"][0]
  > print("due:", due)
  > for b in blocks[at + 1:]:
  >   if b["kind"] == "section": break
  >   for text in b.get("items", []) + [f["value"] for f in b.get("fields", [])] + [b.get("text", "")]:
  >     if text: print(b.get("title", ""), "|", text)' | sed 's/on 20[0-9-]*, record/on DAY, record/; s/^due: 20.*/due: DAY/'; }
  $ new
  due: no day: no extension is on record that has not been amended for
  New since what was issued on DAY, record 8 | Communication, record 13
  New since what was issued on DAY, record 8 | Correction, record 14 in the place of record 4
   | 7 and 12
  $ aftercare release add 0.9 --device Pump --units 4 >out
  $ aftercare lot add --device Pump --release 0.9 --lot A3 --quantity 4 --manufactured-on 2024-12-01 >out
  $ printf 'account,name,country,address,telephone,device,release,lot,shipped_on,quantity\n1003,City Clinic,US,2 Low Road,+1 555 0199,Pump,0.9,A3,2025-02-01,4\n' >more.csv
  $ aftercare consignee import more.csv >out
  $ aftercare case extend 1 --initiated-on 2026-01-26 --text "Version 0.9 has the defect too: lot A3"
  casefile 1: extension 15
  $ new
  due: DAY
  The action was extended | 2026-01-26: Version 0.9 has the defect too: lot A3
  New since what was issued on DAY, record 8 | software version 0.9, 4 units
  New since what was issued on DAY, record 8 | lot A3, release 0.9, 4 units
  New since what was issued on DAY, record 8 | shipment to consignee 1003 of 2025-02-01: 4 units
  New since what was issued on DAY, record 8 | Communication, record 13
  New since what was issued on DAY, record 8 | Correction, record 14 in the place of record 4
   | 5, 7, 9, 11 and 12
  $ aftercare report 806-amendment 1 --format json | jq -r '[.content[] | select(.kind == "fields") | .fields[] | select(.key == "due") | [.label, .value]][0][]'
  Amendment due
  2026-02-09

Where nothing is new there is nothing to amend.

  $ aftercare report 806-amendment 1 --issue --output amendment.html 2>said
  $ sed 's|-[0-9/]*-001|-DAY-001|' said
  aftercare: casefile 1: report 16, 1234567-DAY-001-C
  $ aftercare report 806-amendment 1 --issue 2>&1 | sed 's/of 20[0-9-]*:/of DAY:/'
  aftercare: nothing is new since record 16, the amendment of DAY: items 2 to 12 say what they said in it; state first what the action was extended to, or what differs (aftercare case extend)
  $ aftercare report 806-amendment 1 --final >no 2>&1
  [5]
  $ new
  due: DAY
   | Nothing: items 2 to 12 say what they said in record 16.
  $ aftercare report 806 1 | grep -Eo '(customers|the user community|the action) (was|were) [a-z]*[^<]*' | sort
  customers were told
  the action was extended: Version 0.9 has the defect too: lot A3
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --text "Dear customer, version 0.9 too." >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "a week to build" >out
  $ aftercare report 806 1 | grep -Eo '(customers were told|remediation plan)[^<]*' | sort
  customers were told, in 2 communications
  remediation plan; timeline: a week to build
  $ aftercare audit verify | sed 's/^[0-9]*/N/'
  N entries, the audit trail is whole
