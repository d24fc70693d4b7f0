The other reports of a casefile: each from the same records, with what is missing marked.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class III --pathway pma --marketing-number P210001 --common-name "infusion pump" --approved-on 2020-03-01 >out
  $ aftercare release add 1.0 --device Pump --units 18 >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" --designated-person "D. Okonjo"
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title "Queue overflow" >out 2>&1

A notice has four contents. Each that is missing is named.

  $ aftercare report notice 1 >notice.html
  aftercare: the communication lacks (a) a description of the vulnerability with an assessment of its impact
  aftercare: the communication lacks (b) a statement that efforts are under way to address the risk of patient harm as expeditiously as possible
  aftercare: the communication lacks (c) compensating controls, or that none are available
  aftercare: the communication lacks (d) a statement that a fix is being worked on, or a strategy of defence in depth, and that its availability will be told
  [1]
  $ grep -o '<h1>[^<]*' notice.html
  <h1>Cybersecurity communication to customers and the user community
  $ grep -c 'Response form' notice.html
  0
  [1]
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --exploitability-after low --severity-after minor --rationale "reachable from the ward" >out
  $ aftercare case control 1 --identified-on 2026-01-06 --adds-risk no --text "disconnect the pump from the network" >out
  $ aftercare case plan 1 --on 2026-01-07 --timeline-rationale "as soon as it is validated" --text "bounds are checked in 1.1" >out
  $ aftercare report notice 1 >notice.html
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 >out
  $ aftercare report notice 1 --format pdf --output notice.pdf
  $ pdftotext -layout notice.pdf - | grep -Eo 'URGENT: .*|disconnect the pump.*|We are working on a fix.*|Response form'
  URGENT: MEDICAL DEVICE CORRECTION
  disconnect the pump from the network
  We are working on a fix, and will tell you as soon as it is available.
  Response form

No customer reads who the others are: recipients are a list of their own.

  $ printf 'account,name,country,device,release,lot,shipped_on,quantity\n1001,General Hospital,US,Pump,1.0,A1,2025-03-01,15\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ aftercare report notice 1 | grep -c 'General Hospital'
  0
  [1]
  $ aftercare report notice 1 --recipients --format csv | tr -d '\r'
  Name,Address,Telephone,Sent on: units,Units there
  General Hospital,US,,"2025-03-01: 15, lot A1, release 1.0",15
  $ aftercare case correct 1 --kind removal >out
  $ aftercare report notice 1 | grep -o '<h1>[^<]*'
  <h1>URGENT: MEDICAL DEVICE REMOVAL

The record of an action that is not reported says so where the rules do not support it.

  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-01-20 --text "Dear customer" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-20 --distributed-on 2026-02-25 --residual-risk acceptable --text "release 1.1" >out
  $ aftercare report 806.20 1 --today 2026-03-10 >record.html
  $ grep -Eo 'FDA does not intend to enforce reporting|The rules do not support|<dd>D. Okonjo|the expected life of the device is missing' record.html | sort -u
  <dd>D. Okonjo
  FDA does not intend to enforce reporting
  the expected life of the device is missing
  $ aftercare device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 >out; aftercare lot add --device Pump --release 1.0 --lot A0 >out
  $ aftercare report 806.20 1 --issue --format pdf --output record.pdf
  aftercare: casefile 1: report 9
  $ sqlite3 store.db "SELECT json_extract(more, '$.kind'), json_extract(more, '$.number'), json_extract(more, '$.digest') FROM casefile_record WHERE kind = 'report'" >kept
  $ echo "806.20||$(sha256sum record.pdf | cut -c 1-64)" | cmp - kept
  $ aftercare report 806.20 1 --format json | grep -o 'record 9 of'
  record 9 of
  $ field() { jq -r --arg key "$1" '.content[] | select(.kind == "fields") | .fields[] | select(.key == $key) | [.label, .value, .state] | join(" | ")'; }
  $ python3 - record.pdf <<'END'
  > import subprocess, sys
  > text = subprocess.run(["pdftotext", "-layout", sys.argv[1], "-"], capture_output=True, text=True).stdout
  > print("missing" in text.split("Review and evaluation")[1].split("5. Copies")[0])
  > END
  False
  $ kept() { aftercare case decide 1 --format json "$@" | jq -c '[.obligations[] | select(.kind == "record_806_20") | .state], [.warnings[] | select(.id == "record_806_20_overtaken").says]'; }
  $ kept
  ["met"]
  []
  $ cp store.db later.db
  $ aftercare lot add --device Pump --release 1.0 --lot A1 --serial-from S001 --serial-to S009 >out
  $ aftercare lot add --device Pump --release 1.0 --lot A2 --quantity 9 >out
  $ aftercare report 806.20 1 --format json >record.json; for key in versions lots; do field $key <record.json; done
  Software versions | 1.0 (not known) | given
  Lots and serial numbers | A0; A1, S001 to S009; A2 | given

What it rests on may change: then a new record is owed, and the old one stays as it is. So it is with what the register says of the device, its versions and units, its lots, and to whom it went.

  $ kept
  ["open"]
  ["record 9 of 806.20 does not know what the register says by now of its lots (2 lots came in): a new record is owed"]
  $ cp later.db store.db
  $ aftercare device set Pump --intended-use "Infusion of drugs" --store later.db >out; kept --store later.db
  ["open"]
  ["record 9 of 806.20 does not know what the register says by now of the device: a new record is owed"]
  $ aftercare report 806.20 1 --issue --store later.db >out 2>&1; kept --store later.db
  ["met"]
  []
  $ printf 'account,name,country,device,release,lot,shipped_on,quantity\n1009,Far Clinic,US,Pump,1.0,A0,2025-02-01,1\n' >far.csv
  $ aftercare consignee import far.csv --store later.db >out; kept --store later.db | cut -c 1-150
  ["open"]
  ["record 10 of 806.20 does not know what the register says by now of its consignees (1 shipment came in): a new record is owed"]
  $ aftercare device set Pump --support limited --store later.db >out; aftercare report 806.20 1 --issue --store later.db >out 2>&1; kept --store later.db
  ["met"]
  []
  $ cp store.db later.db
  $ aftercare case communicate 1 --on 2026-02-25 --to customers --text "The update is there" --isao-on 2026-02-25 --store later.db >out
  $ aftercare case decide 1 --format json --store later.db | jq -c '[.obligations[] | select(.kind == "record_806_20") | .state], [.warnings[] | select(.id == "record_806_20_overtaken").says]'
  ["open"]
  ["record 9 of 806.20 does not know communication 10, which was added behind it: a new record is owed"]
  $ aftercare report 806.20 1 --format json --store later.db | field issued
  To be signed | the record of casefile 1 that keeps the SHA-256 of this file, once it is issued | given
  $ aftercare report 806.20 1 --issue --store later.db >out 2>&1
  $ aftercare case decide 1 --format json --store later.db | jq -c '[.obligations[] | select(.kind == "record_806_20") | .state]'
  ["met"]
  $ aftercare report casefile 1 --format json --store later.db | jq -c '[.records[] | select(.kind == "report") | .number]'
  [9,11]
  $ cp store.db later.db
  $ aftercare case assess 1 --amends 2 --rationale "reachable from the whole hospital" --store later.db >out
  $ aftercare case decide 1 --format json --store later.db | jq -c '[.obligations[] | select(.kind == "record_806_20") | .state]'
  ["open"]
  $ aftercare case event 1 --kind serious_injury --known-on 2026-02-26 --associated yes --text "under-infusion" >out
  $ aftercare report 806.20 1 --today 2026-03-10 | grep -o 'The rules do not support keeping a record in its place'
  The rules do not support keeping a record in its place
  $ aftercare report 806.20 1 --issue
  aftercare: the rules ask for a report, or FDA has it: no record is kept in its place
  [5]

Facts for a medical device report.

  $ aftercare report mdr 1 --today 2026-03-10 --format json --output mdr.json
  $ python3 -c '
  > import json
  > r = json.load(open("mdr.json"))
  > f = {f["key"]: f for b in r["content"] if b["kind"] == "fields" for f in b["fields"]}
  > for key in ("owed", "a1", "b2", "b5", "d4", "g4", "g5", "h6_cause", "h9"):
  >   print(key, "|", f[key]["value"], "|", f[key]["state"], "|", f[key]["personal"])'
  owed | 30-day report, due 2026-03-28 | given | False
  a1 | None | given | True
  b2 | serious injury | given | False
  b5 | under-infusion | given | False
  d4 | None | missing | True
  g4 | 2026-02-26 | given | False
  g5 | P210001 | given | False
  h6_cause | C1007 Software Security Vulnerability | given | False
  h9 | none yet: a report under 21 CFR 806 is required, due 2026-01-26, and not made | given | False
  $ aftercare report mdr 1 --event 2
  aftercare: casefile 1 has no event with number 2: the one it has is record 10 (--event)
  [3]

The ISAO is told what customers were told.

  $ aftercare report isao 1 | grep -Eo 'Example ISAO|Dear customer|yes, by all four criteria'
  Example ISAO
  yes, by all four criteria
  Dear customer

The section of a periodic report: casefiles with a notice, a fix or a correction in the period.

  $ aftercare report periodic Pump --from 2026-01-01 --to 2026-12-31 >periodic.html
  $ grep -Eo '<h3>[0-9]+' periodic.html | tr -d '\n'
  <h3>1<h3>2<h3>3<h3>4<h3>5<h3>6<h3>7<h3>8<h3>9<h3>10<h3>11 (no-eol)
  $ grep -Eo 'P210001|CVE-2021-31571: Queue overflow' periodic.html
  P210001
  CVE-2021-31571: Queue overflow
  $ aftercare report periodic Pump --from 2025-01-01 --to 2025-12-31 | grep -o 'No casefile of the device'
  No casefile of the device
  $ aftercare report periodic Pump --from 2026-12-31 --to 2026-01-01
  aftercare: the period ends before it begins
  [3]
  $ aftercare report periodic Pump --from 2026-01-01
  aftercare: the period is missing: --from DATE --to DATE
  [2]
  $ aftercare report periodic Tricorder --from 2026-01-01 --to 2026-12-31
  aftercare: there is no device "Tricorder"; aftercare device list shows all
  [3]

The ISAO is named in the profile, else where the membership is stated.

  $ aftercare report isao 1 --format json | field isao
  To | Example ISAO | given
  $ aftercare device add Pump --class II --pathway 510k --store member.db >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --store member.db >out 2>&1
  $ aftercare report isao 1 --format json --store member.db | field isao
  To |  | missing
  $ aftercare program isao --name H-ISAC --since 2020-01-01 --store member.db >out
  $ aftercare report isao 1 --format json --store member.db | field isao
  To | H-ISAC | given
