What met condition 3 and is contradicted by a later fact fails it on the day of that fact. Day 30 is 2026-10-01, day 60 is 2026-10-31.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out; aftercare device add Cart --class II --pathway 510k --marketed yes >out
  $ day60() { aftercare case decide $1 --today $2 --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on, .why), .report_806]'; }
  $ base() { aftercare case open --device $1 --vulnerability CVE-2021-31571 --learned-on 2026-09-01 --title "Queue overflow" >out 2>&1; \
  > aftercare case assess $2 --on 2026-09-02 --exploitability high --severity critical --rationale "reachable from the ward" --exploitability-after low --severity-after minor >out; \
  > aftercare case communicate $2 --on 2026-09-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-09-10 >out; \
  > aftercare case control $2 --identified-on 2026-09-10 --adds-risk no --text isolate $3 $4; \
  > aftercare case plan $2 --on 2026-09-11 --timeline-rationale "as soon as it is validated" >out; }

A validation that passes again contradicts nothing: the first day counts.

  $ base Pump 1
  casefile 1: control 4
  $ aftercare case fix 1 --kind software --text patch --validated-on 2026-10-01 >out
  $ aftercare case fix 1 --amends 6 --distributed-on 2026-10-05 --residual-risk acceptable --residual-on 2026-10-05 --why x >out
  $ aftercare case validate 1 --fix 7 --on 2026-11-05 --result pass >out
  $ day60 1 2026-11-10
  ["met","2026-10-05","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce"]
  $ aftercare case fix 1 --amends 7 --validated-on 2026-10-02 --why "another day"
  aftercare: validated_on 2026-10-02: by the validations on record fix 9 is validated since 2026-10-01, which counts (--validated-on)
  [5]

One that fails takes the fix back from its day on, and one that passes behind it does not give back what was lost.

  $ aftercare case validate 1 --fix 7 --on 2026-11-10 --result fail >out
  $ day60 1 2026-11-09
  ["met","2026-10-05","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce"]
  $ day60 1 2026-11-10
  ["failed","2026-11-10","The fix distributed by day 60 failed a validation since then, and day 60 has ended: fixes[0] has a validation that did not pass.","required"]
  $ aftercare case validate 1 --fix 7 --on 2026-11-15 --result pass >out
  $ day60 1 2026-11-20
  ["failed","2026-11-10","The fix distributed by day 60 failed a validation since then, and day 60 has ended: fixes[0] was not distributed to all units since it passed its validation.","required"]
  $ aftercare report inspection 1 --output lost.zip >out; aftercare audit package lost.zip | grep -o "the package .*"; python3 -m zipfile -e lost.zip lost; (cd lost; python3 verify.py | grep -o "no faults")
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
  $ aftercare report casefile 1 --format json --output file.json >out; aftercare audit verify | tail -1
  18 entries, the audit trail is whole

So does a control for the long term that stood as the fix, from the day of its withdrawal. What was planned by day 30 stays planned.

  $ base Cart 2 --long-term yes
  casefile 2: control 14
  $ aftercare case fix 2 --kind compensating_control --text "isolate it" --validated-on 2026-10-01 --distributed-on 2026-10-05 --residual-risk acceptable >out
  $ day60 2 2026-11-10
  ["met","2026-10-05","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce"]
  $ n=$(sqlite3 store.db "select id from casefile_record where casefile_id = 2 and kind = 'control'"); aftercare case control 2 --amends $n --withdrawn-on 2026-11-10 --why "the ward cannot work so" >out
  $ day60 2 2026-11-09
  ["met","2026-10-05","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce"]
  $ day60 2 2026-11-10
  ["failed","2026-11-10","The compensating control that stood as the fix by day 60 was withdrawn since then, and day 60 has ended: fixes[0] is a workaround or control that is not known to leave the risk controlled for the long term.","required"]
  $ aftercare case decide 2 --today 2026-11-10 --format json | jq -c '[.obligations[] | select(.kind == "plan_remediation") | .state, .met_on], [.conditions[] | select(.id == "day30") | .state, .on]'
  ["met","2026-09-11"]
  ["met","2026-09-11"]
