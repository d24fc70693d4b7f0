A fix is distributed when every release concerned got it, for its own units; no release and no consignee gets more than it has. Day 60 is 2026-10-31.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare release add 1.0 --device Pump >out; aftercare release add 2.0 --device Pump >out; aftercare release add 2.1 --device Pump >out
  $ cat >where.csv <<'END'
  > account,name,country,device,release,shipped_on,quantity,returned
  > 1001,General Hospital,US,Pump,1.0,2025-03-01,60,0
  > 1002,Lakeside Clinic,US,Pump,1.0,2025-03-01,40,0
  > 1003,Hill Clinic,US,Pump,2.0,2025-04-01,50,0
  > END
  $ aftercare consignee import where.csv >out
  $ aftercare program set --isao-member yes >out
  $ begin() { aftercare case open --device Pump --vulnerability $1 --learned-on 2026-09-01 >out 2>&1; aftercare case assess $2 --on 2026-09-02 --exploitability high --severity critical --rationale "reachable from the ward" >out; aftercare case fix $2 --kind software --residual-risk acceptable --validated-on 2026-10-01; }
  $ fix=$(begin CVE-2021-31571 1 | grep -o "[0-9]*$")
  $ send() { aftercare case distribute $1 --fix $2 --release $3 --on $4 --units $5 $6 $7 $8 $9; }
  $ day60() { aftercare case decide $1 --today 2026-11-25 --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on), .report_806]'; }

The units of one release do not stand for those of another.

  $ send 1 $fix 1.0 2026-10-22 150
  aftercare: the register knows of 100 units of that release in the field, 0 are to get release "1.0" already: 150 more are too many (--units)
  [5]
  $ send 1 $fix 1.0 2026-10-22 100
  casefile 1: distribution 4
  $ day60 1
  ["failed","2026-10-31","required"]
  $ send 1 $fix 1.0 2026-10-23 1
  aftercare: the register knows of 100 units of that release in the field, 100 are to get release "1.0" already: 1 more are too many (--units)
  [5]
  $ send 1 $fix 2.0 2026-10-30 50
  casefile 1: distribution 5
  $ day60 1
  ["met","2026-10-30","required"]
  $ send 1 $fix 2.1 2026-10-30 1
  aftercare: the register knows of 150 units in the field, 150 are to get the fix already: 1 more are too many (--units)
  [5]

A release that no unit runs yet goes to units of any.

  $ fix=$(begin CVE-2021-31572 2 | grep -o "[0-9]*$")
  $ send 2 $fix 2.1 2026-10-20 100
  casefile 2: distribution 9
  $ send 2 $fix 1.0 2026-10-21 20
  casefile 2: distribution 10
  $ day60 2
  ["failed","2026-10-31","required"]
  $ send 2 $fix 2.0 2026-10-22 31
  aftercare: the register knows of 150 units in the field, 120 are to get the fix already: 31 more are too many (--units)
  [5]
  $ send 2 $fix 2.0 2026-10-22 30
  casefile 2: distribution 11
  $ day60 2
  ["met","2026-10-22","required"]

Consignees get it on no more units than they have of that release.

  $ fix=$(begin CVE-2021-31573 3 | grep -o "[0-9]*$")
  $ send 3 $fix 1.0 2026-10-20 61 --to 1001
  aftercare: by the register those named have 60 units that release "1.0" can go to, of which 0 are counted already: 61 more are too many (--units)
  [5]
  $ send 3 $fix 1.0 2026-10-20 1 --to 1003
  aftercare: by the register those named have 0 units that release "1.0" can go to, of which 0 are counted already: 1 more are too many (--units)
  [5]
  $ send 3 $fix 1.0 2026-10-20 40 --to 1001
  casefile 3: distribution 15
  $ send 3 $fix 1.0 2026-10-20 61 --to 1001 --to 1002
  aftercare: the register knows of 100 units of that release in the field, 40 are to get release "1.0" already: 61 more are too many (--units)
  [5]
  $ send 3 $fix 1.0 2026-10-20 60 --to 1001 --to 1002
  casefile 3: distribution 16
  $ install() { aftercare case install 3 --release 1.0 --on 2026-10-25 --units $1 --consignee $2 $3 $4; }
  $ install 41 1002
  aftercare: by the register those named have 40 units that release "1.0" can go to, of which 0 are counted already: 41 more are too many (--units)
  [5]
  $ install 40 1002
  casefile 3: installation 17
  $ install 1 1003
  aftercare: by the register those named have 0 units that release "1.0" can go to, of which 0 are counted already: 1 more are too many (--units)
  [5]
  $ install 1 1002 --reason retired
  aftercare: by the register those named have 40 units that release "1.0" can go to, of which 40 are counted already: 1 more are too many (--units)
  [5]

Without shipments what is stated of each release counts.

  $ aftercare device add Monitor --class II --pathway 510k --marketed yes >out
  $ aftercare release add 1.0 --device Monitor --units 100 >out; aftercare release add 2.0 --device Monitor --units 50 >out
  $ aftercare case open --device Monitor --vulnerability CVE-2021-31571 --learned-on 2026-09-01 >out 2>&1
  $ aftercare case assess 4 --on 2026-09-02 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ fix=$(aftercare case fix 4 --kind software --residual-risk acceptable --validated-on 2026-10-01 | grep -o "[0-9]*$")
  $ send 4 $fix 1.0 2026-10-22 150
  aftercare: the register knows of 100 units of that release in the field, 0 are to get release "1.0" already: 150 more are too many (--units)
  [5]
  $ send 4 $fix 1.0 2026-10-22 100
  casefile 4: distribution 21
  $ day60 4
  ["failed","2026-10-31","required"]
  $ send 4 $fix 2.0 2026-11-22 50
  casefile 4: distribution 22
  $ day60 4
  ["failed","2026-10-31","required"]
