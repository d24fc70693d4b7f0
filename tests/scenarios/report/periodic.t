The cybersecurity section of a periodic report: the eleven points of PMG VIII, each from the casefile or stated.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class III --pathway pma --marketing-number P210001 --common-name "infusion pump" --approved-on 2020-03-01 --udi-di 00850003459103 --udi-di 00850003459110 >out
  $ aftercare device add Monitor --class III --pathway pma --marketing-number P210002 --approved-on 2020-03-01 >out
  $ aftercare release add 1.0 --device Pump --units 18 >out && aftercare release add 1.1 --device Pump --units 0 >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" --firm-name "Example Devices"
  $ aftercare signal add --kind isao_alert --received 2026-01-02 --source "Example ISAO" --reference https://isao.example/alert/7 --summary "Overflow" --device Pump --vulnerability CVE-2021-31571 >out
  $ aftercare signal add --kind researcher_report --received 2026-01-03 --source "A. Person" --summary "Overflow" --device Pump --vulnerability CVE-2021-31571 >out
  $ aftercare case open --signal 1,2 --device Pump --title "Queue overflow" >out 2>&1
  $ aftercare case open --device Monitor --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --isao-on 2026-01-21 --text "Dear customer" >out
  $ aftercare case plan 1 --on 2026-01-07 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 >out
  $ aftercare case fix 1 --kind software --residual-risk acceptable --text "release 1.1" >out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-02-10 --associated yes --mdr-submitted-on 2026-02-20 >out
  $ aftercare case validate 1 --fix 9 --on 2026-02-21 --result pass --protocol P-1 --validated-by V >out
  $ aftercare case distribute 1 --fix 9 --release 1.1 --on 2026-02-22 --units 10 >out
  $ points() { aftercare report periodic Pump --from ${1:-2026-01-01} --to 2026-12-31 --format json >section.json && python3 points.py $2; }
  $ cat >points.py <<'END'
  > import json, sys
  > wanted, point = sys.argv[1:], None
  > def value(field):
  >     return f"{field['label']}: " + (field["state"] if field["state"] != "given" else field["value"])
  > for block in json.load(open("section.json"))["content"]:
  >     if block["kind"] == "section":
  >         point = None
  >         if not wanted:
  >             print(block["title"])
  >     if block["kind"] == "part" and block["title"].split(".")[0].isdigit():
  >         point = block["title"].split(".")[0]
  >     if block["kind"] == "table" and not wanted and point is None and "Casefile" in [c["title"] for c in block["columns"]]:
  >         print(block["caption"], [row[1] for row in block["rows"]], sep=": ")
  >     if point is None or wanted and point not in wanted:
  >         continue
  >     if block["kind"] == "part":
  >         print(block["title"])
  >     for text in [block["text"]] if block["kind"] == "paragraph" else block.get("items", []):
  >         print("  " + text)
  >     for field in block.get("fields", []):
  >         print("  " + value(field))
  > END
  $ points 2026-01-01 1
  1. The vulnerability, and how the manufacturer became aware of it
    CVE-2021-31571, Queue overflow: the manufacturer learned of it on 2026-01-02.
    isao alert of Example ISAO, received on 2026-01-02
    researcher report, received on 2026-01-03
    The day is that of the earliest receipt (A1): signal 1, received 2026-01-02, 2026-01-02 in UTC

What was done stands by day, what is expected behind it. The comparison with the version before is a person's.

  $ points 2026-01-01 3
  3. The change, compared with the version approved before
    Releases concerned: 1.0
    Releases with the change: 1.1
    2026-01-07: remediation plan; timeline: as soon as it is validated
    2026-01-10: the correction was initiated
    2026-01-20: customers and the user community were told
    2026-02-21: validation of the fix, which passed
    2026-02-22: release 1.1 with the fix made available to 10 units
    Expected: a software change is to be distributed to the rest of the units, validated on 2026-02-21: release 1.1
    Comparison with the version approved before: missing
  $ aftercare case periodic-item 1 --item 3 --text "1.1 checks the length of a message, 1.0 did not."
  casefile 1: periodic_item 13
  $ points 2026-01-01 3 | tail -1
    1.1 checks the length of a message, 1.0 did not.

The rationale is why the change is made, not when.

  $ points 2026-01-01 4
  4. Rationale for the change
    The risk of patient harm was uncontrolled: the change is to bring the residual risk to an acceptable level. PMG VII.B
  By the assessment: reachable from the ward
  The residual risk with it was judged acceptable.

What else was modified for it: the file knows other casefiles, a person the rest.

  $ points 2026-01-01 5
  5. Other submissions or devices modified for the same vulnerability
    Monitor (P210002), casefile 2: nothing was changed yet
    Modified elsewhere, or that nothing was: missing
  $ aftercare case periodic-item 1 --item 5
  aftercare: a point of the periodic report is its number and what is stated of it
  [3]
  $ aftercare case periodic-item 1 --item 12 --text none
  aftercare: --item is one of 1|2|3|4|5|6|7|8|9|10|11, not "12"
  [2]
  $ cp store.db later.db; aftercare case periodic-item 1 --item 5 --text "Nothing was." --store later.db
  casefile 1: periodic_item 14
  $ AFTERCARE_STORE=later.db points 2026-01-01 5 | tail -2
    Monitor (P210002), casefile 2: nothing was changed yet
    Nothing was.
  $ aftercare case correct 2 --kind correction --initiated-on 2026-02-11 >out
  $ points 2026-01-01 5
  5. Other submissions or devices modified for the same vulnerability
    Monitor (P210002), casefile 2: a correction or removal was initiated on 2026-02-11

Numbers of device reports, every UDI-DI, alerts with their address, the ISAO with each day.

  $ for n in 6 7 8 10; do points 2026-01-01 $n; done
  6. Related events
    serious injury, known on 2026-02-10, medical device report submitted on 2026-02-20
    Numbers of device reports: missing
  7. Unique device identifier
    UDI-DI: 00850003459103, 00850003459110
  8. Advisories and alerts
    isao alert of Example ISAO, received on 2026-01-02: https://isao.example/alert/7
  10. ISAO
    ISAO: Example ISAO
    Told on: 2026-01-21

The number of a device report that is on record stands with its event, and is no amendment of an 806 report. FDA's number of the recall is stated.

  $ cp store.db numbered.db; aftercare case event 1 --amends 10 --mdr-number 1234567-2026-00001 --store numbered.db >out
  $ aftercare case correct 1 --reported-on 2026-01-24 --store numbered.db >out
  $ AFTERCARE_STORE=numbered.db points 2026-01-01 6
  6. Related events
    serious injury, known on 2026-02-10, medical device report 1234567-2026-00001 submitted on 2026-02-20
    Number of the recall: missing
  $ for item in b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 h3 h4 h5 h8 h9; do set -- "$@" --item $item; done
  $ aftercare program set --registration-number 1234567 --store numbered.db >out
  $ aftercare case event 1 --kind malfunction --known-on 2026-02-12 --associated no --likely-if-recurs yes --text t --store numbered.db
  casefile 1: event 17
  $ aftercare case mdr-item 1 --event 17 "$@" --reason "not told" --steps "asked" --store numbered.db >out
  $ aftercare report mdr 1 --event 17 --issue --output mdr.html --store numbered.db 2>&1 | sed s/-$(date -u +%Y)-/-YEAR-/
  aftercare: casefile 1: report 19, 1234567-YEAR-00002
  $ AFTERCARE_STORE=numbered.db points 2026-01-01 6 | tail -2 | sed s/-$(date -u +%Y)-/-YEAR-/
    malfunction, known on 2026-02-12, medical device report 1234567-YEAR-00002 not submitted yet
    Number of the recall: missing
  $ AFTERCARE_STORE=numbered.db points 2026-01-01 11 | grep -c 1234567
  0
  [1]

Whether the change needs a submission: the evaluation on record, beside the report under 806.

  $ points 2026-01-01 11 | tail -1
    Whether the change needed a premarket submission: missing
  $ aftercare case premarket 1 --on 2026-02-20 --question "Is safety or effectiveness affected?" --conclusion pma_supplement --basis "supplement S012" --evaluated-by "R. A." >out
  $ aftercare report periodic Pump --from 2026-01-01 --to 2026-12-31 | grep -Eo 'Evaluation of <time[^>]*>[0-9-]+|Evaluation of [0-9-]+|a PMA supplement .21 CFR 814.39.|supplement S012|Whether the change needed'
  Evaluation of 2026-02-20
  a PMA supplement (21 CFR 814.39)
  supplement S012

A compensating control alone is a change that is told of; what was only learned of is listed.

  $ aftercare case open --device Pump --vulnerability CVE-2022-1001 --learned-on 2026-03-02 --title Second >out 2>&1
  $ aftercare case control 3 --identified-on 2026-03-06 --adds-risk no --text "keep it in a locked room" >out
  $ aftercare case open --device Pump --vulnerability CVE-2022-1002 --learned-on 2026-03-02 --title Third >out 2>&1
  $ points | grep -E '^[A-Z]' | grep -v '^By\|^The res'
  Vulnerabilities that something was done about in the period: ['1', '3']
  Learned of in the period, with nothing done about it in the period: ['4']
  CVE-2021-31571: Queue overflow
  Communication of 2026-01-20 to customers, user community
  Evaluation of 2026-02-20
  CVE-2022-1001: Second
  Identified, patched, installed
  Updates in the field, against the units in use: ['Pump 1.1']
  $ points 2026-03-01 | grep -E '^[A-Z]'
  Vulnerabilities that something was done about in the period: ['3']
  Learned of in the period, with nothing done about it in the period: ['4']
  CVE-2022-1001: Second
  Identified, patched, installed
  Updates in the field, against the units in use: ['Pump 1.1']

Of a controlled risk what is done is a routine update, and no correction (PMG VII.A).

  $ aftercare case open --device Pump --vulnerability CVE-2022-1003 --learned-on 2026-04-02 --title Fourth >out 2>&1
  $ aftercare case assess 5 --on 2026-04-03 --exploitability low --severity negligible --rationale "no harm" >out
  $ aftercare case correct 5 --kind correction --initiated-on 2026-04-10 >out
  $ points 2026-04-01 3 | grep initiated
    2026-04-10: the routine update was initiated
  $ aftercare report casefile 5 | grep -Eo '(correction|update) initiated' | sort -u
  update initiated
  $ aftercare case communicate 5 --on 2026-04-10 --to customers --text "Dear customer" >out
  $ aftercare report notice 5 --format json 2>out | jq -r .title
  Cybersecurity communication to customers and the user community
  $ aftercare case open --device Monitor --vulnerability CVE-2022-1003 --learned-on 2026-04-02 >out 2>&1
  $ aftercare case correct 6 --kind correction --initiated-on 2026-04-11 >out
  $ aftercare report periodic Monitor --from 2026-04-01 --to 2026-12-31 | grep -o 'a [a-z ]* was initiated on'
  a routine update was initiated on
