Condition 3 asks that every unit concerned can have a fix: one for all, or several together, each for its release. Day 60 is 2026-10-31.

  $ example="$TESTDIR/../../../docs/example"; cp "$example/nvd.json" "$example/pump.cdx.json" .
  $ day60() { aftercare case decide 1 --today ${1:-2026-11-10} --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on, .why), .report_806, [.warnings[] | select(.id == "fix_not_for_all") | .id]]'; }
  $ begin() { export AFTERCARE_STORE=$1.db AFTERCARE_USER=ra; aftercare program set --isao-member yes >out; aftercare device add Pump --class II --pathway 510k >out; }
  $ boms() { aftercare feed import nvd.json >out; for r in 1.0 1.1; do aftercare sbom import pump.cdx.json --device Pump --release $r >out; done; }
  $ shipped() { printf 'account,name,country,device,release,shipped_on,quantity\nA1,General Hospital,US,Pump,1.0,2025-03-01,5\nA2,City Clinic,US,Pump,1.1,2025-03-01,5\n' >where.csv; aftercare consignee import where.csv >out; }
  $ open() { aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-09-01 "$@" >out 2>&1; \
  > aftercare case assess 1 --on 2026-09-02 --exploitability high --severity critical --rationale "reachable from the ward" >out; \
  > aftercare case communicate 1 --on 2026-09-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-09-10 >out; \
  > aftercare case plan 1 --on 2026-09-11 --timeline-rationale "as soon as it is validated" >out; }
  $ fix() { aftercare case fix 1 --kind software --text patch --residual-risk acceptable | sed 's/.* //'; }
  $ passes() { aftercare case validate 1 --fix $1 --on 2026-10-01 --result pass >out; }
  $ send() { aftercare case distribute 1 --fix $1 --release $2 --on $3 --units $4 >out; }

Opened for one release alone, the other is concerned all the same where it has the finding.

  $ begin one; boms; shipped; open --release 1.0; f=$(fix); passes $f
  $ send $f 1.0 2026-10-05 5
  $ day60
  ["failed","2026-10-31","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only; not all units of release 1.1 had one.","required",["fix_not_for_all"]]
  $ send $f 1.1 2026-10-07 5
  $ day60
  ["met","2026-10-07","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce",[]]

Two fixes, each for its release, reach every unit together.

  $ begin two; boms; shipped; open; f=$(fix); passes $f; g=$(fix); passes $g
  $ send $f 1.0 2026-10-05 5
  $ day60 2026-10-20
  ["pending",null,"No fix that counts is known to be distributed: fixes[0] was available to some of the units only; not all units of release 1.1 had one.","pending",["fix_not_for_all"]]
  $ send $g 1.1 2026-10-06 5
  $ day60
  ["met","2026-10-06","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce",[]]
  $ aftercare case decide 1 --today 2026-11-10 --format json | jq -c '[.obligations[] | select(.kind == "distribute_fix") | .state, .met_on]'
  ["met","2026-10-06"]
  $ aftercare report metrics --from 2026-09-01 --to 2026-11-10 | sed -n 2,3p
  findings  identified  patched       M1      M1b  M1-flow  M2 mean  median  n  estimate  open  oldest
  all                1        1  100.0 %  100.0 %  100.0 %     35.0    35.0  1        35     0       -
  $ aftercare report inspection 1 --output p.zip >out; aftercare audit package p.zip | grep -o "the package .*"; python3 -m zipfile -e p.zip p; (cd p; python3 verify.py | grep -o "no faults"); jq -c '.releases_concerned, [.fixes[].distributions]' p/casefile-1/facts.json
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
  [{"release":"1.0","units":5},{"release":"1.1","units":5}]
  [[{"on":"2026-10-05","release":"1.0","units":5,"validated_on":"2026-10-01"}],[{"on":"2026-10-06","release":"1.1","units":5,"validated_on":"2026-10-01"}]]
  $ aftercare decide p/casefile-1/facts.json --format json | jq -c '.conditions[] | select(.id == "day60") | .state, .on'
  "met"
  "2026-10-06"
  $ aftercare case validate 1 --fix $g --on 2026-11-12 --result fail >out
  $ day60 2026-11-12
  ["failed","2026-11-12","The fix distributed by day 60 failed a validation since then, and day 60 has ended: fixes[0] was available to some of the units only; fixes[1] was available to some of the units only; not all units of release 1.1 had one.","required",["fix_not_for_all"]]

Where no number is known, a release that nothing went out to has no fix.

  $ begin none; aftercare release add 1.0 --device Pump >out; aftercare release add 1.1 --device Pump >out; open --title "Queue overflow"; f=$(fix); passes $f
  $ send $f 1.0 2026-10-05 10
  $ day60
  ["failed","2026-10-31","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only.","required",["fix_not_for_all"]]
  $ send $f 1.1 2026-10-06 10
  $ day60
  ["met","2026-10-06","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce",[]]
  $ begin some; aftercare release add 1.0 --device Pump --units 10 >out; aftercare release add 1.1 --device Pump >out; open --title "Queue overflow"; f=$(fix); passes $f
  $ send $f 1.0 2026-10-05 10
  $ day60
  ["failed","2026-10-31","Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only; not all units of release 1.1 had one.","required",["fix_not_for_all"]]

A manufacturer that states the day alone, without releases, is taken at its word.

  $ begin word; boms; shipped; open; aftercare case fix 1 --kind software --validated-on 2026-10-01 --distributed-on 2026-10-05 --residual-risk acceptable >out
  $ day60
  ["met","2026-10-05","A validated fix that leaves an acceptable risk was distributed by day 60.","not_intended_to_enforce",[]]
