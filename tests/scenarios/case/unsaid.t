A compensating control is the fix of day 60 only where it is said to be for the long term and an assessment tells what the risk is with it. What nobody has said by day 60 fails the condition when that day has ended. Day 60 is 2026-10-02.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out; aftercare device add Cart --class II --pathway 510k --marketed yes >out
  $ day60() { aftercare case decide $1 --today $2 --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on), .discretion, .report_806, .report_806_due, .missing]'; }
  $ base() { aftercare case open --device $1 --vulnerability CVE-2021-31571 --learned-on 2026-08-03 --title "Queue overflow" >out 2>&1; \
  > aftercare case assess $2 --on 2026-08-04 --exploitability high --severity critical --rationale "reachable from the ward" $4 $5 $6 $7 >out; \
  > aftercare case control $2 --identified-on 2026-08-05 --adds-risk no --text isolate $3 >out; \
  > aftercare case plan $2 --on 2026-08-06 --timeline-rationale "at once" >out; \
  > aftercare case communicate $2 --on 2026-08-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-08-10 >out; \
  > aftercare case fix $2 --kind compensating_control --text isolate --validated-on 2026-08-08 --distributed-on 2026-08-10 --residual-risk acceptable >out; }

Nobody has assessed what the control leaves.

  $ base Pump 1 --long-term=yes
  $ day60 1 2026-10-02
  ["pending",null,"provisional","pending",null,["assessments[0].exploitability_after","assessments[0].severity_after"]]
  $ day60 1 2026-10-03
  ["failed","2026-10-02","not_available","required","2026-08-24",[]]
  $ aftercare due --today 2026-10-03 --format json | jq -c '.[] | select(.casefile == 1 and .kind == "report_806") | .due, .state'
  "2026-08-24"
  "overdue"

Nobody has said whether the control is for the long term.

  $ base Cart 2 "" --exploitability-after low --severity-after minor
  $ day60 2 2026-10-02
  ["pending",null,"provisional","pending",null,["controls[0].long_term"]]
  $ day60 2 2026-10-03
  ["failed","2026-10-02","not_available","required","2026-08-24",[]]
