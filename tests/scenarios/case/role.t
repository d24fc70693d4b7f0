Who may not do a thing is told that, ahead of whatever else stands in its way; and the refusal that is kept says so.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable" >out
  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >no 2>&1; }
  $ export XDG_STATE_HOME=$PWD/root AFTERCARE_USER=
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add rea --full-name "Rea Reader" --roles reader --identity-verified-on 2026-05-04 2> no | enter rea
  $ export XDG_STATE_HOME=$PWD/rea
  $ aftercare case plan 1 --on 2026-01-07 --timeline-rationale "soon"
  aftercare: user "rea" has no role that allows casefile.plan
  [5]
  $ aftercare case distribute 1 --fix 9 --release 9.9 --on 2026-01-07 --units 90
  aftercare: user "rea" has no role that allows casefile.distribution
  [5]
  $ aftercare case close 1 --on 2026-01-08 --secret-file own.txt
  aftercare: user "rea" has no role that allows casefile.close
  [5]
  $ aftercare case reopen 1 --why "it was early"
  aftercare: user "rea" has no role that allows casefile.reopen
  [5]
  $ aftercare audit export 2>no | jq -r 'select(.what == "refused") | .object + ": " + .why'
  casefile 1: user "rea" has no role that allows casefile.plan
  casefile 1: user "rea" has no role that allows casefile.distribution
  casefile 1: user "rea" has no role that allows casefile.close
  casefile 1: user "rea" has no role that allows casefile.reopen
