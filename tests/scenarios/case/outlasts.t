What was done stays done: a report that FDA has, a change that went out, a day on which it was learned of, a fix that passed.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare program set --isao-member yes --registration-number 1234567 > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-01 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-02 --exploitability high --severity critical --rationale because > out
  $ aftercare case communicate 1 --on 2026-01-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-10 --recipients none --text "Dear customer" > out
  $ aftercare case plan 1 --on 2026-01-11 --timeline-rationale because > out
  $ aftercare case fix 1 --kind software --text patch --validated-on 2026-02-01 --distributed-on 2026-02-05 --residual-risk acceptable > out
  $ decided() { aftercare case decide 1 --today 2026-03-10 --format json | jq -c "$1"; }

A fix that passes its validation once more is no later for it.

  $ aftercare case validate 1 --fix 5 --on 2026-02-20 --result pass
  casefile 1: validation 6
  $ decided '.conditions[] | select(.id == "day60") | [.state, .on]'
  ["met","2026-02-05"]
  $ cp store.db failed.db
  $ aftercare case validate 1 --fix 5 --on 2026-02-25 --result fail --store failed.db > out; aftercare case validate 1 --fix 5 --on 2026-02-27 --result pass --store failed.db > out
  $ aftercare case decide 1 --today 2026-03-10 --format json --store failed.db | jq -c '.conditions[] | select(.id == "day60") | [.state, .on]'
  ["failed","2026-03-02"]

Nobody has judged what it leaves before it was judged: until then it is not patched.

  $ cp store.db judged.db
  $ aftercare case fix 1 --amends 5 --residual-on 2026-03-05 --why "judged then" --store judged.db > out
  $ for to in 2026-03-04 2026-03-05; do aftercare report metrics --from 2026-01-01 --to $to --format json --store judged.db | jq -c '.findings[0] | [.m1, .open]'; done
  [0,1]
  [100,0]

A change that is out is evaluated for a premarket submission, also where the device turns out not to be affected.

  $ cp store.db clean.db
  $ premarket() { aftercare case decide 1 --format json --store clean.db | jq -c '[.scope, (.obligations[] | select(.kind == "evaluate_premarket") | .state)]'; }
  $ premarket
  ["in_scope","open"]
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification vulnerable_code_not_present --kev-listed no --why "looked again" --store clean.db > out
  $ premarket
  ["not_affected","open"]
  $ aftercare case close 1 --on 2026-03-09 --store clean.db 2>&1
  aftercare: casefile 1 still owes evaluate_premarket, which has no day
  [5]
  $ aftercare case premarket 1 --on 2026-03-10 --question "new 510(k)?" --conclusion document_to_file --basis b --store clean.db > out
  $ premarket
  ["not_affected","met"]

FDA was given the report: that all conditions turn out to be met makes no record of an unreported action of it.

  $ aftercare case communicate 1 --amends 3 --describes-impact no > out
  $ aftercare case correct 1 --kind correction --reported-on 2026-01-20 > out
  $ decided '[.report_806, .record_806_20]'
  ["required",false]
  $ aftercare case communicate 1 --amends 7 --describes-impact yes --why "mistyped" > out
  $ decided '[.report_806, .record_806_20, .report_806_number]'
  ["not_intended_to_enforce",false,"1234567-1/20/26-001-C"]
  $ aftercare report 806.20 1 --today 2026-03-10 2> err | sed 's/<[^>]*>/\n/g' | grep -A2 "There is none"
  There is none: 
  FDA was given a report of the action on 
  2026-01-20
  $ aftercare report periodic Pump --from 2026-01-01 --to 2026-03-10 2> err | sed 's/<[^>]*>/\n/g' | grep -c "The action is not reported"
  0
  [1]
  $ aftercare report 806.20 1 --issue --output o.html
  aftercare: the rules ask for a report, or FDA has it: no record is kept in its place
  [5]

The firm learns of a vulnerability once, also where the first file on it is closed.

  $ aftercare case premarket 1 --on 2026-03-10 --question "new 510(k)?" --conclusion document_to_file --basis b > out
  $ aftercare case close 1 --on 2026-03-11
  casefile 1: closed on 2026-03-11
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-03-15
  aftercare: casefile 1 says that CVE-2021-31571 was learned of on 2026-01-01: a later day, 2026-03-15, needs a reason (--why)
  [5]
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-03-15 --why "another release" > out 2>&1; tail -1 out
  casefile 2: CVE-2021-31571 in Pump
