A casefile is the record of what was done: where no plan stands in it when day 30 is over, there was none. What was told in time does not help, and adding what is missing later does not either.

  $ export AFTERCARE_STORE=store.db
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out
  aftercare: no record in the store is about CVE-2021-31571: is the name right? feeds may be older than it
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case decide 1 --today 2026-02-04 --format json | jq -c '[.conditions[] | select(.id == "day30") | .state], .report_806'
  ["pending"]
  "pending"
  $ aftercare case decide 1 --today 2026-02-05 --format json | jq -c '[.conditions[] | select(.id == "day30") | .state], .report_806, .missing'
  ["failed"]
  "required"
  ["isao.active_member"]
  $ aftercare case plan 1 --on 2026-02-10 --timeline-rationale "the firm had not met" >out
  $ aftercare case decide 1 --today 2026-02-11 --format json | jq -c '[.conditions[] | select(.id == "day30") | .state], .report_806'
  ["failed"]
  "required"
