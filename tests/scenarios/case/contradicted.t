A fix that was told to leave an acceptable risk does so until an assessment since then finds the risk uncontrolled with it: then day 60 is not met, the report is owed, and the file is not closed.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case control 1 --identified-on 2026-01-08 --adds-risk no --text "Close port 7000." >out
  $ aftercare case communicate 1 --text "Dear customer" --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ says() { aftercare case decide 1 --today $1 --format json | jq -c '[.discretion, .report_806, (.conditions[] | select(.id == "day60") | .state, .on)], [.warnings[].id]'; }
  $ says 2026-03-10
  ["applies","not_intended_to_enforce","met","2026-02-12"]
  []
  $ aftercare case assess 1 --on 2026-03-09 --exploitability high --severity critical --exploitability-after high --severity-after serious --rationale "the patch does not hold" >out
  $ says 2026-03-10
  ["not_available","required","failed","2026-03-09"]
  ["incomplete_remediation","residual_risk_contradicted"]
  $ aftercare case close 1 --on 2026-03-10
  aftercare: casefile 1 still owes report_806, due 2026-02-03; distribute_fix, due 2026-03-06; evaluate_premarket, which has no day
  [5]

A workaround is no other thing than a control: without one for the long term, and an assessment that finds the risk controlled with it, it is no fix (A15).

  $ aftercare case fix 1 --kind workaround --validated-on 2026-03-10 --distributed-on 2026-03-10 --residual-risk acceptable --text "Reboot daily" >out
  $ aftercare case decide 1 --today 2026-03-10 --format json | jq -r '.conditions[] | select(.id == "day60") | .why'
  The fix distributed by day 60 leaves a risk that an assessment since then judges uncontrolled, and day 60 has ended: fixes[0] leaves a risk that an assessment since then judges uncontrolled.
