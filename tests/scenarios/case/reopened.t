A casefile that is closed says so, and that it is open again: an event became known since (A16). What still holds one open is named all at once.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 >out; aftercare release add 1.0 --device Pump --units 18 >out; aftercare lot add --device Pump --release 1.0 --lot A1 >out; aftercare program set --designated-person "D. Okonjo" >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case close 1 --on 2026-02-01
  aftercare: casefile 1 still owes communicate, due 2026-02-04; plan_remediation, due 2026-02-04; distribute_fix, due 2026-03-06
  [5]
  $ aftercare case communicate 1 --text "Dear customer" --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ aftercare case close 1 --on 2026-06-01
  aftercare: casefile 1 still owes record_806_20, which has no day; evaluate_premarket, which has no day
  [5]
  $ aftercare case premarket 1 --on 2026-02-10 --question "new 510(k)?" --conclusion document_to_file --basis "no new risk" >out
  $ aftercare report 806.20 1 --issue --output record.html >out
  aftercare: casefile 1: report 7
  $ aftercare case close 1 --on 2026-06-01
  casefile 1: closed on 2026-06-01
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-01",false]
  $ aftercare case event 1 --kind death --known-on 2026-06-10 --associated unknown >out
  aftercare: casefile 1: An event on file is graver than the severity of patient harm that the assessment judges: a death is catastrophic, a serious injury serious or worse.
  $ aftercare case list
  casefile  vulnerability   device  title           closed
         1  CVE-2021-31571  Pump    Queue overflow  2026-06-01, reopened
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-01",true]

It is closed again like any other, on a day that leaves nothing behind it.

  $ aftercare case close 1 --on 2026-06-15
  aftercare: casefile 1 still owes mdr_30_day, due 2026-07-10; whether it owes a report under 21 CFR 806 is not decided
  [5]
  $ aftercare case event 1 --amends 9 --associated no --why "the pump was not in use" >out
  $ aftercare case close 1 --on 2026-06-09
  aftercare: casefile 1 still owes mdr_30_day, due 2026-07-10; record_806_20, which has no day
  [5]
  $ aftercare case event 1 --amends 10 --mdr-submitted-on 2026-06-20 --why "reported by the importer's form" >out
  $ aftercare report 806.20 1 --issue --output record.html >out
  aftercare: casefile 1: report 12
  $ aftercare case close 1 --on 2026-06-09
  aftercare: closing day 2026-06-09 is before a death or serious injury became known, which opens casefile 1 again (--on)
  [5]
  $ aftercare case close 1 --on 2026-06-15
  casefile 1: closed on 2026-06-15
  $ aftercare case close 1 --on 2026-06-16
  aftercare: casefile 1 was closed on 2026-06-15 (aftercare case reopen)
  [5]
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-15",false]

What the closing missed opens the file again, whenever it was known: the day does not tell what the closing knew of. To add to an event that it knew of does not.

  $ aftercare case event 1 --amends 11 --text "the nurse was asked" >out
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-15",false]
  $ aftercare case event 1 --kind serious_injury --known-on 2026-06-12 --associated yes >out
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-15",true]
  $ aftercare due
  due         state    what            to   casefile  vulnerability   device
  2026-02-03  overdue  report_806      fda         1  CVE-2021-31571  Pump
  2026-07-12  overdue  mdr_30_day      fda         1  CVE-2021-31571  Pump
  20??-??-??  open     supplement_mdr  fda         1  CVE-2021-31571  Pump (glob)
  $ aftercare case decide 1 | grep -A2 REOPEN
    REOPEN-3  A death or serious injury was entered after the casefile had been closed, and was known by then: the closing missed it, and the file is open again. [PMG VII.B (1)]
    814-7     The device's pathway asks for no periodic report. [21 CFR 814.84(a); policy A19]
    524B-3    No update cycle under section 524B is known to apply. [FD&C Act 524B(c)]

A closed file takes what answers the duties that outlast it: a malfunction and its report, and the periodic report; a plan it does not.

  $ aftercare case open --device Pump --vulnerability CVE-2021-32020 --learned-on 2026-01-05 --title "Overflow" >out 2>&1
  $ aftercare case assess 2 --on 2026-01-06 --exploitability low --severity minor --rationale "out of reach" >out
  $ aftercare case close 2 --on 2026-01-05
  aftercare: closing day 2026-01-05 is before the assessment that counts, of 2026-01-06
  [5]
  $ aftercare case close 2 --on 2026-02-01
  casefile 2: closed on 2026-02-01
  $ aftercare case event 2 --kind malfunction --known-on 2026-06-17 --associated yes --likely-if-recurs yes
  casefile 2: event 19
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-15",true]
  ["2026-02-01",false]
  $ unknown() { aftercare case mdr-item $1 --event $2 $(printf -- "--item %s " b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 g9 h3 h4 h5 h8) --reason "nobody could say" --steps "asked the ward, by letter"; }
  $ unknown 2 19
  casefile 2: mdr_item 20
  $ aftercare report mdr 2 --event 19 --issue --output mdr.html 2>&1 | tail -1
  aftercare: casefile 2: report 21
  $ aftercare case periodic 2 --reported-on 2026-06-18
  casefile 2: periodic_report 22
  $ aftercare case plan 2 --on 2026-06-18 --timeline-rationale "more"
  aftercare: casefile 2 was closed on 2026-02-01 (aftercare case reopen)
  [5]
