Days that move: earlier without being asked, later only with a reason, and the trail keeps what stood before.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case event 1 --kind death --known-on 2026-01-10 --associated yes >out
  $ due() { aftercare due --today 2026-01-12 | sed -n 's/^\(2026[^ ]*\) *open *\([a-z_0-9]*\).*/\1 \2/p'; }
  $ due
  2026-02-01 communicate
  2026-02-01 plan_remediation
  2026-02-09 mdr_30_day
  2026-03-03 distribute_fix

A second event moves nothing, though it is due between the others.

  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-05 --associated yes >out
  $ moved() { aftercare report casefile 1 --format json | grep -c '"what": "obligations.moved"'; }
  $ moved
  0
  [1]

Earlier: it is noted with the days before.

  $ aftercare case event 1 --amends 2 --known-on 2026-01-08 >out
  $ moved
  1
  $ due
  2026-02-01 communicate
  2026-02-01 plan_remediation
  2026-02-04 mdr_30_day
  2026-02-07 mdr_30_day
  2026-03-03 distribute_fix

Later: refused without a reason, whatever the fact, and nothing is kept.

  $ aftercare case event 1 --amends 4 --known-on 2026-01-11
  aftercare: mdr_30_day was due 2026-02-07: a later day, 2026-02-10, needs a reason (--why)
  [5]
  $ aftercare case event 1 --amends 4 --known-on 2026-01-11 --why "  "
  aftercare: mdr_30_day was due 2026-02-07: a later day, 2026-02-10, needs a reason (--why)
  [5]
  $ aftercare case vulnerability 1 --learned-on 2026-01-03
  aftercare: the vulnerability was learned of on 2026-01-02: a later day, 2026-01-03, needs a reason (--why)
  [5]
  $ moved
  1
  $ aftercare case event 1 --amends 4 --known-on 2026-01-11 --why "the complaint was misdated" >out
  $ moved
  2
  $ aftercare report casefile 1 --format json | python3 -c '
  > import json, sys
  > def walk(x):
  >     if isinstance(x, dict):
  >         if x.get("what") == "obligations.moved":
  >             print([x["why"]] if x["why"] else [], x["old"], x["new"])
  >         x = x.values()
  >     if not isinstance(x, str) and hasattr(x, "__iter__"):
  >         for y in x: walk(y)
  > walk(json.load(sys.stdin))'
  [] {"obligations":[{"kind":"mdr_30_day","starts":"2026-01-10","due":"2026-02-09"}]} {"obligations":[{"kind":"mdr_30_day","starts":"2026-01-08","due":"2026-02-07"}]}
  ['the complaint was misdated'] {"obligations":[{"kind":"mdr_30_day","starts":"2026-01-08","due":"2026-02-07"}]} {"obligations":[{"kind":"mdr_30_day","starts":"2026-01-11","due":"2026-02-10"}]}
  $ aftercare audit verify
  9 entries, the audit trail is whole

The programme and the device move days too, in each casefile that is judged with them.

  $ export AFTERCARE_STORE=other.db
  $ aftercare device add Programmer --pathway pma --class III --approved-on 2020-06-14 --marketed yes >out
  $ aftercare case open --device Programmer --vulnerability ACME-1 --learned-on 2026-01-01T02:00:00Z 2>/dev/null
  casefile 1: ACME-1 in Programmer
  $ aftercare case decide 1 --today 2026-01-10 | grep '^day 30'
  day 30         2026-01-31
  $ aftercare program set --time-zone America/New_York
  $ aftercare case decide 1 --today 2026-01-10 | grep '^day 30'
  day 30         2026-01-30
  $ aftercare program set --time-zone UTC
  aftercare: casefile 1: the vulnerability was learned of on 2025-12-31: a later day, 2026-01-01, needs a reason (--why)
  [5]
  $ aftercare program set --time-zone UTC --why "the plant moved"
  $ aftercare case assess 1 --on 2026-01-05 --exploitability low --severity minor --rationale x --why late >out
  $ aftercare case fix 1 --kind software --validated-on 2026-01-06 --distributed-on 2026-01-07 --residual-risk acceptable --why late >out
  $ due() { aftercare due --today 2026-02-01 | grep periodic; }; due
  2026-06-14  open   periodic_report  fda         1  ACME-1         Programmer
  $ aftercare device set Programmer --approved-on 2020-03-01
  Programmer: 1 changed
  $ due
  2026-03-01  open   periodic_report  fda         1  ACME-1         Programmer
  $ aftercare device set Programmer --approved-on 2020-09-01
  aftercare: casefile 1: periodic_report was due 2026-03-01: a later day, 2026-09-01, needs a reason (--why)
  [5]
  $ aftercare device set Programmer --approved-on 2020-09-01 --why "the letter says so"
  Programmer: 1 changed
  $ aftercare audit export 2>/dev/null | jq -r 'select(.what == "obligations.moved") | [.object, (.old | fromjson | .obligations[0].due), (.new | fromjson | .obligations[0].due), .why] | join(" ")'
  casefile 1 2026-01-31 2026-01-30 
  casefile 1 2026-01-30 2026-01-31 the plant moved
  casefile 1 2026-01-31  late
  casefile 1 2026-06-14 2026-03-01 
  casefile 1 2026-03-01 2026-09-01 the letter says so
  $ aftercare audit verify
  14 entries, the audit trail is whole
