Where distributions are on record, they tell when a fix had gone to all, and no day that is typed.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out && aftercare release add 1.0 --device Pump >out && aftercare release add 1.1 --device Pump >out
  $ printf 'account,name,country,device,release,shipped_on,quantity\n1,Clinic,US,Pump,1.0,2025-01-01,10\n' >where.csv && aftercare consignee import where.csv >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case fix 1 --kind software --residual-risk acceptable
  casefile 1: fix 3
  $ aftercare case validate 1 --fix 3 --on 2026-02-01 --result pass >out
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-02-10 --units 1 >out
  $ day60() { aftercare case decide 1 --today $1 --format json | jq -c '.conditions[] | select(.id == "day60") | [.state, .why]'; }
  $ day60 2026-03-10
  ["failed","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only."]
  $ aftercare case fix 1 --amends 3 --distributed-on 2026-02-10 --why "all of it"
  aftercare: distributed_on 2026-02-10: by the distributions on record it has gone to some of the units only; the others are recorded likewise (--distributed-on)
  [5]
  $ day60 2026-03-10
  ["failed","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only."]
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-02-20 --units 9 >out
  $ aftercare case fix 1 --amends 3 --distributed-on 2026-02-10 --why "all of it"
  aftercare: distributed_on 2026-02-10: by the distributions on record it had gone to all units on 2026-02-20, which counts (--distributed-on)
  [5]
  $ day60 2026-03-10
  ["met","A validated fix that leaves an acceptable risk was distributed by day 60."]
