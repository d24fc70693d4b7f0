A casefile is not closed while it is open whether a report is owed: here a serious injury, of which nobody has judged yet whether the vulnerability has to do with it.

  $ export AFTERCARE_STORE=store.db
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case communicate 1 --text "Dear customer" --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ aftercare case premarket 1 --on 2026-02-10 --question "new 510(k)?" --conclusion document_to_file --basis "no new risk" >out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-02-15 --associated unknown --mdr-submitted-on 2026-02-20 >out
  $ aftercare case close 1 --on 2026-06-01
  aftercare: whether casefile 1 owes a report under 21 CFR 806 is not decided: a condition is pending, or a fact is unknown
  [5]
  $ aftercare device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 >out; aftercare release add 1.0 --device Pump --units 18 >out; aftercare lot add --device Pump --release 1.0 --lot A1 >out; aftercare program set --designated-person "D. Okonjo" >out
  $ aftercare report 806.20 1 --issue --output record.html
  aftercare: whether a report is owed is not decided: a condition is pending, or a fact is unknown
  [5]
  $ aftercare case event 1 --amends 7 --associated no --why "the pump was not connected" >out
  $ aftercare report 806.20 1 --issue --output record.html >out
  aftercare: casefile 1: report 9
  $ aftercare case close 1 --on 2026-06-01
  casefile 1: closed on 2026-06-01
