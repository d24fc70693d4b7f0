What a membership rests on has days too: evidence of a criterion proves it from its own day on, and from an earlier one only where somebody has said since when it held.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ says() { aftercare case decide 1 --today 2026-04-01 --format json | jq -c '[.conditions[] | select(.id == "isao") | .state, .on], .report_806'; }
  $ for i in 1 2 3; do aftercare program isao --name "An ISAO" --since 2025-06-01 --criterion $i --evidence DOC-$i --on 2025-06-0$i >out; done
  $ aftercare program isao --criterion 4 --evidence DOC-4 --on 2026-03-01 --why "the process is written down"
  isao An ISAO: evidence of 4 of 4 criteria; active member: yes
    criterion 1 counts from 2025-06-01, the day of its evidence: since when it held is not known
    criterion 2 counts from 2025-06-02, the day of its evidence: since when it held is not known
    criterion 3 counts from 2025-06-03, the day of its evidence: since when it held is not known
    criterion 4 counts from 2026-03-01, the day of its evidence: since when it held is not known
  $ says
  ["failed","2026-01-20"]
  "required"
  $ warns() { aftercare case decide 1 --today 2026-04-01 --format json | jq -r '.warnings[] | select(.id == "isao_criterion_day").says'; }
  $ warns
  the communication of 2026-01-20, record 3, went out before the day of the evidence of criterion 4 of active participation in an ISAO, so the firm counts as no active member then; where it held then, say since when (program isao --criterion N --held-since DAY)

A first day behind the evidence of it, one of a criterion that nothing proves, and one of no criterion are refused.

  $ aftercare program isao --criterion 4 --held-since 2026-03-02
  aftercare: a criterion is said to hold since a day behind that of its evidence (--held-since)
  [2]
  $ aftercare program isao --criterion 1 --held-since 2026-01-01 --store other.db
  aftercare: there is no evidence of criterion 1 yet: it goes with its first day
  [2]
  $ aftercare program isao --held-since 2026-01-01
  aftercare: evidence, on and held_since go with criterion
  [2]

That it held when the customers were told takes a report away that was owed: for a reason alone, and in the trail.

  $ aftercare program isao --criterion 4 --held-since 2026-01-01
  aftercare: casefile 1: report_806 was due 2026-02-03: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare program isao --criterion 4 --held-since 2026-01-01 --why "QR-12 is in force since then" | tail -n 1
    criterion 4 held since 2026-01-01
  $ says
  ["met","2026-01-20"]
  "not_intended_to_enforce"
  $ warns
  $ aftercare audit export 2>err | jq -r 'select(.what == "obligations.moved") | .why' | tail -n 1
  QR-12 is in force since then
  $ aftercare program show --format json | jq -c '.isao.criteria[3] | [.on, .held_since, .counts_from]'
  ["2026-03-01","2026-01-01","2026-01-01"]

Evidence that is renewed takes nothing from what was proven before.

  $ aftercare program isao --criterion 1 --evidence DOC-1b --on 2026-03-15 | sed -n 2p
    criterion 1 counts from 2025-06-01, the day of its evidence: since when it held is not known
  $ says
  ["met","2026-01-20"]
  "not_intended_to_enforce"
  $ aftercare program isao --criterion 1 --held-since 2026-02-01 --why "joined later than was thought" | sed -n 2p
    criterion 1 held since 2026-02-01
  $ says
  ["failed","2026-01-20"]
  "required"

Without a first day of the membership its criteria tell from when on it counts.

  $ export AFTERCARE_STORE=criteria.db
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --isao-on 2026-01-20 >out
  $ for i in 1 2 3 4; do aftercare program isao --name "An ISAO" --criterion $i --evidence DOC-$i --on 2026-01-2$i >out; done
  $ aftercare case decide 1 --today 2026-01-30 --format json | jq -c '[.conditions[] | select(.id == "isao") | .state, .on]'
  ["failed","2026-01-20"]
  $ aftercare program isao --until 2026-01-28 >out
  $ aftercare case communicate 1 --on 2026-01-26 --to user_community --isao-on 2026-01-26 >out
  $ aftercare case decide 1 --today 2026-01-30 --format json | jq -c '[.conditions[] | select(.id == "isao") | .state, .on]'
  ["failed","2026-01-20"]
