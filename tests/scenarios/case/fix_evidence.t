What a fix is said to be, and what the records of its way to the field show: the records win. Day 30 is 2026-02-04, day 60 is 2026-03-06.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare release add 1.0 --device Pump >out; aftercare release add 1.1 --device Pump >out
  $ printf 'account,name,country,device,release,shipped_on,quantity\n1001,General Hospital,US,Pump,1.0,2025-03-01,200\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ aftercare program set --isao-member yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ says() { aftercare case decide 1 --today $1 --format json | jq -c "$2"; }
  $ day60() { says $1 '[(.conditions[] | select(.id == "day60") | .state, .why), .report_806]'; }

A release that is made available initiates the action (A4), on the first day any unit could have it. It counts for day 60 once all could.

  $ aftercare case fix 1 --kind software
  casefile 1: fix 3
  $ aftercare case validate 1 --fix 3 --on 2026-01-08 --result pass >out
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-01-12 --units 50
  casefile 1: distribution 5
  $ says 2026-01-13 '.report_806, .report_806_due, .report_806_due_if_lapsed, [.warnings[].id]'
  "pending"
  null
  "2026-01-27"
  ["residual_risk_unjudged","fix_not_for_all"]
  $ aftercare case decide 1 --today 2026-01-13 | grep -A1 '^report 806'
  report 806     pending
    provisional  due by 2026-01-27 if a condition fails
  $ aftercare due --today 2026-01-13 | sed -n '/^casefile/p'
  casefile 1: if a condition fails, the 806 report is due by 2026-01-27
  $ aftercare due --today 2026-01-13 --format json | jq -c '[.[] | [.kind, .report_806_due_if_lapsed]]'
  [["communicate","2026-01-27"],["plan_remediation","2026-01-27"],["distribute_fix","2026-01-27"]]
  $ aftercare case fix 1 --amends 3 --residual-risk acceptable --why "assessed"
  aftercare: the risk that fix 3 leaves was not judged acceptable before: since which day is it (residual_on) (--residual-on)
  [5]
  $ aftercare case fix 1 --amends 3 --residual-risk acceptable --residual-on 2026-02-20 --why "assessed" >out
  $ day60 2026-03-06
  ["pending","No fix that counts is known to be distributed: fixes[0] was available to some of the units only.","required"]
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-03-02 --units 150 >out
  $ day60 2026-03-07
  ["met","A validated fix that leaves an acceptable risk was distributed by day 60.","required"]
  $ day60 2026-03-01
  ["pending","No fix that counts is known to be distributed: fixes[0] was available to some of the units only.","required"]
  $ says 2026-03-07 '.conditions[] | select(.id == "day60") | .on'
  "2026-03-02"
  $ says 2026-03-07 '.obligations[] | select(.kind == "distribute_fix") | [.state, .met_on]'
  ["met","2026-03-02"]

Judged acceptable behind day 60 only, it came too late.

  $ aftercare case fix 1 --amends 3 --residual-on 2026-03-20 --why "the risk board judged it later" >out
  $ day60 2026-03-21
  ["failed","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] leaves a risk that was judged acceptable later.","required"]
  $ aftercare case fix 1 --amends 3 --residual-on 2026-02-20 --why "the minutes are of February" >out

More units than were shipped, and a release that there is not, cannot be distributed.

  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-03-03 --units 1
  aftercare: the register knows of 200 units in the field, 200 are to get release "1.1" already: 1 more are too many (--units)
  [5]
  $ aftercare case distribute 1 --fix 3 --release 9.9.9 --on 2026-03-03 --units 1
  aftercare: device "Pump" has no release "9.9.9" (--release)
  [3]
  $ aftercare case distribute 1 --amends 5 --units 60 --why "a slip"
  aftercare: the register knows of 200 units in the field, 150 are to get release "1.1" already: 60 more are too many (--units)
  [5]

A validation that did not pass takes the fix back, whatever day is typed; a typed day does not stand against it.

  $ aftercare case validate 1 --fix 3 --on 2026-03-04 --result fail --why "a regression" >out
  $ day60 2026-03-07
  ["failed","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] has a validation that did not pass.","required"]
  $ aftercare case fix 1 --amends 3 --validated-on 2026-03-04 --why "it works"
  aftercare: validated_on 2026-03-04: validation 10 of 2026-03-04, the last of fix 11, did not pass: a day does not stand against it, a validation that passed does (21 CFR 11.10(f)) (--validated-on)
  [5]

What went out before the failure is another version than the one that passes: that one is distributed as well (20 of the 200 units had been installed with the first).

  $ aftercare case install 1 --release 1.1 --on 2026-03-02 --units 20 >out
  $ aftercare case validate 1 --fix 3 --on 2026-03-05 --result pass >out
  $ day60 2026-03-07
  ["failed","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was not distributed to all units since it passed its validation.","required"]
  $ says 2026-03-07 '[.obligations[] | select(.kind == "distribute_fix" or .kind == "update_out_of_cycle") | .kind, .state, .met_on]'
  ["distribute_fix","overdue",null]
  $ aftercare case progress 1
  nothing was distributed
  $ aftercare case install 1 --release 1.1 --on 2026-03-06 --units 20
  aftercare: nothing was distributed in release "1.1" by that day (case distribute)
  [5]
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-03-06 --units 201
  aftercare: the register knows of 200 units in the field, 0 are to get release "1.1" already: 201 more are too many (--units)
  [5]
  $ aftercare case distribute 1 --fix 3 --release 1.1 --on 2026-03-06 --units 200
  casefile 1: distribution 13
  $ day60 2026-03-07
  ["met","A validated fix that leaves an acceptable risk was distributed by day 60.","required"]
  $ says 2026-03-07 '.conditions[] | select(.id == "day60") | .on'
  "2026-03-06"
  $ says 2026-03-07 '[.obligations[] | select(.kind == "distribute_fix") | .state, .met_on]'
  ["met","2026-03-06"]
  $ aftercare case progress 1
  release  available   target  known  done  share  days to 50 %  90 %  100 %
  1.1      2026-03-06     200    200     0  0.0 %             -     -      -

  $ aftercare case fix 1 --amends 3 --validated-on 2026-03-01 --why "it works"
  aftercare: validated_on 2026-03-01: by the validations on record fix 14 is validated since 2026-03-05, which counts (--validated-on)
  [5]
  $ aftercare case fix 1 --amends 3 --distributed-on 2026-03-04 --why "all at once"
  aftercare: distributed_on 2026-03-04: by the distributions on record it had gone to all units on 2026-03-06, which counts (--distributed-on)
  [5]
  $ aftercare case fix 1 --amends 3 --validated-on 2026-03-05 --distributed-on 2026-03-06 >out

The 806 report tells of it where it tells of actions.

  $ aftercare report 806 1 --format json --output report.json >out; tr -d '\n' <report.json | grep -oE 'with the fix made available to [0-9]+ units|which (passed|did not pass)|the correction was initiated' | sort | uniq -c
        1 the correction was initiated
        1 which did not pass
        2 which passed
        1 with the fix made available to 150 units
        1 with the fix made available to 200 units
        1 with the fix made available to 50 units

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
