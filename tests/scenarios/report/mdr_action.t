A medical device report says which remedial action was initiated (H7), and under which number it was reported under 21 CFR 806, or that it is not yet (H9).

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare program set --isao-member yes > out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale x > out
  $ aftercare case event 1 --kind malfunction --likely-if-recurs yes --known-on 2026-01-08 --associated yes --text t
  casefile 1: event 3
  $ fields() { aftercare report mdr 1 --format json "$@" | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key == "h7" or .key == "h9") | [.key, .value // "-"] | join(" | ")'; }
  $ fields --today 2026-01-20
  h7 | none is on record
  h9 | none: no correction or removal is on record

A letter alone is a notification. While the conditions of the guidance are pending it is not decided whether a report is owed.

  $ aftercare case communicate 1 --on 2026-01-24 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --text n --isao-on 2026-01-24 > out
  $ aftercare case plan 1 --on 2026-01-22 --timeline-rationale r > out
  $ fields --today 2026-02-01
  h7 | notification
  h9 | none yet: whether a report under 21 CFR 806 is required is not decided

With the fix in time FDA does not intend to enforce the report.

  $ aftercare case fix 1 --kind software --validated-on 2026-02-20 --distributed-on 2026-02-25 --residual-risk acceptable > out
  $ fields --today 2026-03-10
  h7 | notification; modification or adjustment
  h9 | none: the action is not reported under 21 CFR 806

A day missed makes the report required: it is said to be owed, with its day, until it is made.

  $ cp store.db late.db; export AFTERCARE_STORE=late.db
  $ aftercare case event 1 --kind death --known-on 2026-01-20 --associated yes --text d > out 2>&1
  $ aftercare report mdr 1 --event 3 --today 2026-03-10 --format json | grep -o 'none yet[^"]*'
  none yet: a report under 21 CFR 806 is required, due 2026-02-06, and not made
  $ aftercare case correct 1 --kind removal --reported-on 2026-02-10 > out
  $ aftercare report mdr 1 --event 3 --today 2026-03-10 --format json | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key == "h7" or .key == "h9") | [.key, .state, .value // "-"] | join(" | ")'
  h7 | given | recall: removal; notification; modification or adjustment
  h9 | missing | -

A correction that is stated, and no more than that, is not given a kind that nobody stated.

  $ export AFTERCARE_STORE=stated.db
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case event 1 --kind malfunction --likely-if-recurs yes --known-on 2026-01-08 --associated yes > out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-12 > out
  $ fields --today 2026-01-20
  h7 | other: of which kind the correction is, is not on record
  h9 | none yet: whether a report under 21 CFR 806 is required is not decided
  $ aftercare case fix 1 --kind workaround --validated-on 2026-01-14 --distributed-on 2026-01-15 > out
  $ fields --today 2026-01-20 | head -1
  h7 | other: a workaround

The action, the codes and the cause are those of the vulnerability: of an event that is judged not to come from it, or that nobody has judged, they are not said.

  $ export AFTERCARE_STORE=store.db
  $ aftercare case event 1 --kind malfunction --likely-if-recurs yes --known-on 2026-01-20 --associated no --text "screen dark" > out
  $ aftercare case event 1 --kind malfunction --likely-if-recurs yes --known-on 2026-01-20 --text "alarm silent" > out
  $ fact() { aftercare report mdr 1 --today 2026-03-10 --format json "$@" | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key // "" | test("^h[679]")) | [.key, .state, .value // "-", .note // "-"] | join(" | ")'; }
  $ fact --event 7
  h6_problem | missing | - | None is proposed: the event is judged not associated with the vulnerability.
  h6_cause | missing | - | None is proposed: the event is judged not associated with the vulnerability.
  h7 | given | none is on record of this event | 21 CFR 803.52(f)(7)
  h9 | given | none: the event is judged not associated with the vulnerability, and no action of its own is on record | 21 CFR 803.52(f)(9)
  $ fact --event 8
  h6_problem | missing | - | None is proposed: nobody has judged whether the event is associated with the vulnerability.
  h6_cause | missing | - | None is proposed: nobody has judged whether the event is associated with the vulnerability.
  h7 | given | not known: nobody has judged whether the event is associated with the vulnerability, of which an action is on record | 21 CFR 803.52(f)(7)
  h9 | given | not known: nobody has judged whether the event is associated with the vulnerability, of which an action is on record | 21 CFR 803.52(f)(9)
  $ about() { aftercare report mdr 1 --today 2026-03-10 --format json "$@" | grep -o 'The event is judged not[^"]*\|Nobody has judged yet[^"]*\|learned of it on' | uniq; }
  $ about --event 3
  learned of it on
  $ about --event 7
  The event is judged not associated with the vulnerability of this casefile, ACME-1.
  $ about --event 8
  Nobody has judged yet whether the event is associated with the vulnerability of this casefile, ACME-1.
  learned of it on

What was decided for the event itself is told, and the number that was stated of it.

  $ aftercare case event 1 --amends 7 --remedial-action-decided-on 2026-01-25 > out
  $ aftercare case mdr-item 1 --event 7 --item h9 --text 1234567-2/1/26-001-C > out
  $ fact --event 7 | grep '^h[79]'
  h7 | given | decided on 2026-01-25: of which kind it is, is not on record | 21 CFR 803.52(f)(7)
  h9 | given | 1234567-2/1/26-001-C | 21 CFR 803.52(f)(9)

The action that a 5-day report rests on is told where the casefile states no other.

  $ export AFTERCARE_STORE=decided.db
  $ aftercare device add Pump --class II --pathway 510k > out; aftercare case open --device Pump --vulnerability ACME-2 --learned-on 2026-07-02 > out 2>&1
  $ aftercare case event 1 --kind serious_injury --known-on 2026-07-02 --associated yes --remedial-action-decided-on 2026-07-03 --text x > out 2>&1
  $ fields --today 2026-07-06 | head -1
  h7 | decided on 2026-07-03: of which kind it is, is not on record
