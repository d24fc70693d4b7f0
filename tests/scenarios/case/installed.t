No more units have the fix than are to get it, whichever record says so, and on whatever day.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out; aftercare release add 0.9 --device Pump --units 200 > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-03-20 > out 2>&1
  $ aftercare case assess 1 --on 2026-03-21 --exploitability high --severity critical --rationale r > out
  $ aftercare case fix 1 --kind software --residual-risk acceptable --text p
  casefile 1: fix 3
  $ aftercare case validate 1 --fix 3 --on 2026-03-30 --result pass > out
  $ aftercare case distribute 1 --fix 3 --release 0.9 --on 2026-04-01 --units 180 > out
  $ for on in "2026-04-11 --units 100" "2026-05-01 --units 60" "2026-06-30 --units 20"; do aftercare case install 1 --release 0.9 --on $on; done
  casefile 1: installation 6
  casefile 1: installation 7
  casefile 1: installation 8
  $ aftercare case install 1 --release 0.9 --on 2026-06-30 --units 1
  aftercare: 180 units of release "0.9" are to get the fix, 180 have it: 1 more are too many
  [5]
  $ aftercare case install 1 --release 0.9 --on 2026-04-02 --units 1
  aftercare: 180 units of release "0.9" are to get the fix, 180 have it: 1 more are too many
  [5]
  $ aftercare case install 1 --amends 8 --units 30
  aftercare: 180 units of release "0.9" are to get the fix, 160 have it: 30 more are too many
  [5]
  $ aftercare case install 1 --amends 8 --units 19
  casefile 1: installation 9
  $ aftercare case install 1 --amends 9 --units 20 --on 2026-06-29
  casefile 1: installation 10
  $ aftercare case progress 1 | tail -1
  0.9      2026-04-01     180    180   180  100.0 %            10    89     89

M3 is of updates that hold: one whose validation turns out not to have passed is in it no more than in M1.

  $ m3() { aftercare report metrics --from 2026-01-01 --to 2026-07-31 --format json | jq .m3.mean; }
  $ m3
  89
  $ aftercare case validate 1 --amends 4 --result fail > out
  $ m3
  null
