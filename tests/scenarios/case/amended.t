A record that is amended, and so takes away what is owed to FDA, says why; so does a device that leaves the scope of the guidance.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case control 1 --identified-on 2026-01-08 --adds-risk no --text "Close port 7000." >out
  $ aftercare case communicate 1 --text "Dear customer" --on 2026-01-20 --to customers --to user_community --describes-impact yes --compensating-controls omitted --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ aftercare due --today 2026-04-01 --format json | jq -r '.[].kind'
  report_806
  communicate
  $ aftercare case communicate 1 --amends 4 --states-efforts yes --compensating-controls listed
  aftercare: report_806 was due 2026-02-03: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare case communicate 1 --amends 4 --states-efforts yes --compensating-controls listed --why "page two of the letter was not entered" >out
  $ aftercare due --today 2026-04-01 --format json | jq -r '.[].kind'
  $ aftercare device set Pump --investigational yes
  aftercare: casefile 1: the guidance applies: that it no longer does needs a reason (--why)
  [5]
  $ aftercare device set Pump --investigational yes --why "it is the one of the trial" >out
  $ aftercare case decide 1 --format json | jq -r .scope
  out_of_scope

An assessment that finds the risk uncontrolled, and the word that the device is not affected, are not both right.

  $ aftercare case open --device Pump --vulnerability CVE-2018-1000500 --learned-on 2026-01-05 --title "wget" --why "another flaw" >out 2>&1
  $ aftercare device set Pump --investigational no >out
  $ aftercare case vulnerability 2 --vex not_affected --vex-justification component_not_present --vex-reviewed-by bob >out
  $ aftercare case assess 2 --on 2026-01-07 --exploitability high --severity critical --rationale "seen on our pump"
  aftercare: casefile 2 says that the device is not affected: take that back before its risk is judged uncontrolled (--exploitability)
  [5]
  $ aftercare case vulnerability 2 --vex affected >out; aftercare case assess 2 --on 2026-01-07 --exploitability high --severity critical --rationale "seen on our pump" >out
