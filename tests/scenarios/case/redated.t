An assessment that was made since a fix went out is not dated ahead of it in passing: what it finds can take the fix back (condition 3).

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ aftercare case assess 1 --on 2026-02-20 --exploitability medium --severity critical --exploitability-after medium --severity-after critical --rationale "the fix is bypassed" >out
  $ day60() { aftercare case decide 1 --today 2026-04-01 --format json | jq -c '.conditions[] | select(.id == "day60") | [.state, .on]'; }
  $ day60
  ["failed","2026-03-06"]
  $ aftercare case assess 1 --amends 4 --on 2026-02-11
  aftercare: on 2026-02-11: the assessment was of 2026-02-20, since a fix went out on 2026-02-12: say why it is dated ahead of that (--why)
  [5]
  $ day60
  ["failed","2026-03-06"]
  $ aftercare case assess 1 --amends 4 --on 2026-02-15
  casefile 1: assessment 5
  $ aftercare case assess 1 --amends 5 --on 2026-02-11 --why "the report of the test is of that day"
  casefile 1: assessment 6
  $ day60
  ["met","2026-02-12"]
