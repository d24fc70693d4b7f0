A casefile that is closed says so, and that it is open again: an event became known since (A16). What still holds one open is named all at once.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member yes --isao-name "Example ISAO" >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case close 1 --on 2026-02-01
  aftercare: casefile 1 still owes communicate, due 2026-02-04; distribute_fix, due 2026-03-06
  [5]
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
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
  $ aftercare case list
  casefile  vulnerability   device  title           closed
         1  CVE-2021-31571  Pump    Queue overflow  2026-06-01, reopened
  $ aftercare case list --format json | jq -c '.[] | [.closed_on, .reopened]'
  ["2026-06-01",true]
