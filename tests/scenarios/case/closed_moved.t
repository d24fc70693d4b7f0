What outlasts a closing is held as while the file was open: the periodic report that FDA is owed, and what is kept.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --firm-name Acme --firm-address "1 Rd" --firm-telephone 1 --representative-name R --representative-title T --representative-address A --representative-telephone 2 --registration-number 1234567 --designated-person Dee
  $ aftercare device add Pump --class III --pathway pma --approved-on 2020-03-15 --marketing-number P210001 --common-name pump --intended-use infusing --model-number P1 --udi-di 00850003459103 --expected-life-years 10 --last-distributed-on 2026-06-01 --listing-number D123456 --cyber-device yes >out
  $ aftercare release add 1.0 --device Pump >out; aftercare lot add --device Pump --release 1.0 --lot L1 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-09-01 >out 2>&1
  $ aftercare case assess 1 --on 2026-09-02 --exploitability low --severity minor --rationale "no path" >out
  $ aftercare case fix 1 --kind software --text patch --validated-on 2026-10-01 --distributed-on 2026-10-05 --residual-risk acceptable >out
  $ aftercare case premarket 1 --on 2026-10-06 --question "Q1" --conclusion document_to_file --basis "only security" --evaluated-by Dee >out
  $ aftercare report 806.20 1 --issue --output record.html >out 2>&1
  $ aftercare case close 1 --on 2026-10-15
  casefile 1: closed on 2026-10-15
  $ days() { aftercare due --today 2026-11-01 --format json | jq -c '.[] | [.kind, .due]'; aftercare due --kept --today 2026-11-01 --format json | jq -c '.[] | [.kind, .until]'; }
  $ days
  ["periodic_report","2027-03-15"]
  ["keep_record_806_20","2038-06-01"]
  ["keep_casefile","2038-06-01"]
  $ aftercare device set Pump --approved-on 2020-06-15
  aftercare: casefile 1: periodic_report was due 2027-03-15: a later day, 2027-06-15, needs a reason (--why)
  [5]
  $ aftercare device set Pump --pathway 510k
  aftercare: casefile 1: periodic_report was due 2027-03-15: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare device set Pump --expected-life-years 8
  aftercare: casefile 1: keep_record_806_20 runs until 2038-06-01: an earlier day, 2036-06-01, needs a reason (--why)
  [5]
  $ aftercare device set Pump --clear expected-life-years
  aftercare: casefile 1: keep_record_806_20 runs until 2038-06-01: an end that is not known needs a reason (--why)
  [5]
  $ days
  ["periodic_report","2027-03-15"]
  ["keep_record_806_20","2038-06-01"]
  ["keep_casefile","2038-06-01"]

Longer and sooner takes none; with a reason all is taken, and the trail has what stood before.

  $ aftercare device set Pump --expected-life-years 11
  Pump: 1 changed
  $ aftercare device set Pump --approved-on 2020-06-15 --why "the order is of that day"
  Pump: 1 changed
  $ aftercare audit export 2>/dev/null | jq -R -c 'fromjson? | select(.what == "obligations.moved") | [.object, .why, (.old | fromjson | .obligations[] | [.kind, .due, .until]), (.new | fromjson | .obligations[] | [.kind, .due, .until])]' | tail -2
  ["casefile 1","",["keep_record_806_20",null,"2038-06-01"],["keep_casefile",null,"2038-06-01"],["keep_record_806_20",null,"2039-06-01"],["keep_casefile",null,"2039-06-01"]]
  ["casefile 1","the order is of that day",["periodic_report","2027-03-15",null],["periodic_report","2027-06-15",null]]

What was done while it was open, and the day of learning, is not asked about any more.

  $ aftercare program set --time-zone America/New_York
  $ aftercare device set Pump --cyber-device no
  Pump: 1 changed
