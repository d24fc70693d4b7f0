What was done too late is not said to have been done in time by a deed that is entered afresh with an earlier day either, unless somebody says why. Day 30 is 2026-09-02, day 60 is 2026-10-02.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-08-03 >out 2>&1
  $ aftercare case assess 1 --on 2026-08-04 --exploitability high --severity critical --rationale r >out
  $ tell() { aftercare case communicate 1 --on $1 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on $1 --text t "${@:2}"; }
  $ fix() { aftercare case fix 1 --kind software --validated-on $1 --distributed-on $1 --residual-risk acceptable "${@:2}"; }
  $ owed() { aftercare case decide 1 --today 2026-11-30 --format json | jq -c '.obligations[] | select(.kind == "communicate" or .kind == "distribute_fix") | [.kind, .state, .met_on]'; }
  $ tell 2026-09-10 >out; fix 2026-10-10 >out
  $ owed
  ["communicate","missed","2026-09-10"]
  ["distribute_fix","missed","2026-10-10"]
  $ tell 2026-08-20
  aftercare: communicate was due 2026-09-02 and done on 2026-09-10: that it was done in time, on 2026-08-20, needs a reason (--why)
  [5]
  $ fix 2026-09-10
  aftercare: distribute_fix was due 2026-10-02 and done on 2026-10-10: that it was done in time, on 2026-09-10, needs a reason (--why)
  [5]
  $ owed
  ["communicate","missed","2026-09-10"]
  ["distribute_fix","missed","2026-10-10"]
  $ tell 2026-08-20 --why "the letter of August was filed late" >out
  $ fix 2026-09-10 --why "entered late" >out
  $ owed
  ["communicate","met","2026-08-20"]
  ["distribute_fix","met","2026-09-10"]

A later one, and an earlier one that was too late as well, take none.

  $ tell 2026-10-20 >out
  $ fix 2026-10-20 >out
