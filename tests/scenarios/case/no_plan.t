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

A plan that is revised behind day 30 was made in time; with --amends the day was mistaken, and the plan came late.

  $ aftercare device add Drill --class II --pathway 510k >out
  $ aftercare case open --device Drill --vulnerability CVE-2021-31571 --learned-on 2026-01-05 >out 2>&1
  $ id="$(sed -n 's/casefile \([0-9]*\):.*/\1/p' out)"
  $ aftercare case assess $id --on 2026-01-06 --exploitability high --severity critical --rationale r >out
  $ aftercare case communicate $id --on 2026-01-07 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-07 >out
  $ aftercare case plan $id --on 2026-01-08 --timeline-rationale "a week of tests" >out
  $ aftercare case plan $id --on 2026-03-08 --timeline-rationale "a second wave, tested again" >out
  $ aftercare case decide $id --today 2026-03-10 --format json | jq -c '.conditions[] | select(.id == "day30")'
  {"id":"day30","state":"met","on":"2026-01-08","due":"2026-02-04","why":"Customers and user community told, interim controls identified and a reasoned plan made by day 30."}
  $ aftercare report casefile $id --format json --today 2026-03-10 | jq -c '.timeline[] | select(.says | test("plan"))'
  {"on":"2026-01-08","says":"plan","due":false}
  {"on":"2026-03-08","says":"plan revised","due":false}
  $ aftercare case plan $id --amends 4 --on 2026-01-09 >out
  $ aftercare case decide $id --today 2026-03-10 --format json | jq -c '.conditions[] | select(.id == "day30") | .state, .on'
  "met"
  "2026-01-09"
  $ aftercare case plan $id --amends 4 --on 2026-03-09 --why "the day was mistaken" >out
  $ aftercare case decide $id --today 2026-03-10 --format json | jq -c '.conditions[] | select(.id == "day30") | .state, .why'
  "failed"
  "Day 30 ended without a remediation plan."
