A clock that has run out without its condition known to be met is no clock that is still running: the measure K3 counts it as not met.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare device add Drip --class II --pathway 510k --marketed yes >out
  $ open() { aftercare case open --device $1 --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1; aftercare case assess $2 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out; aftercare case communicate $2 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available $3 $4 --isao-on 2026-01-20 >out; }
  $ open Pump 1 --states-fix-or-strategy yes; open Drip 2
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case plan 2 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ k3() { aftercare report metrics --from 2026-01-01 --to $1 | grep '^K3 .*day 30'; }
  $ k3 2026-02-04
  K3   told and planned by day 30                          100.0 %            1 of 1
  $ aftercare case decide 2 --today 2026-02-05 --format json | jq -c '[.conditions[] | select(.id == "day30") | .state], .missing'
  ["failed"]
  ["isao.active_member"]
  $ k3 2026-02-05
  K3   told and planned by day 30                          50.0 %             1 of 2

A plan that gives no reason for its timeline has none on record: day 30 fails with it.

  $ aftercare device add Lamp --class II --pathway 510k --marketed yes >out
  $ open Lamp 3 --states-fix-or-strategy yes; aftercare case plan 3 --on 2026-01-21 >out
  $ aftercare case decide 3 --today 2026-02-04 --format json | jq -c '.conditions[] | select(.id == "day30") | .state, .why'
  "pending"
  "Not everything that day 30 asks for is known to be done: no rationale for its timeline is known."
  $ aftercare case decide 3 --today 2026-02-05 --format json | jq -c '.conditions[] | select(.id == "day30") | .state, .why'
  "failed"
  "Day 30 ended without a written rationale for the plan's timeline."
