Whether the firm was an active member of an ISAO is asked of the day of each communication: who joins later was none then, who leaves later was one.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-20 >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out
  $ says() { aftercare case decide 1 --today 2026-04-01 --format json | jq -c '[.conditions[] | select(.id == "isao") | .state, .on], .report_806'; }
  $ member() { for i in 1 2 3 4; do aftercare program isao --name "An ISAO" --since $1 --criterion $i --evidence DOC-$i --on $1 --held-since $1 | sed '/^  criterion/d' | tail -n 1; done; }
  $ aftercare program set --isao-member no
  $ says
  ["failed","2026-01-20"]
  "required"
  $ member 2026-03-01
    no evidence of 4: the manufacturer has a process to assess and answer what the ISAO tells it
    no evidence of 4: the manufacturer has a process to assess and answer what the ISAO tells it
    no evidence of 4: the manufacturer has a process to assess and answer what the ISAO tells it
  isao An ISAO: evidence of 4 of 4 criteria; active member: yes
  $ says
  ["failed","2026-01-20"]
  "required"

A membership that covers the day, and criteria that held then, entered late, take a report away that was owed: for a reason alone.

  $ for i in 1 2 3 4; do aftercare program isao --criterion $i --held-since 2025-06-01 >out; done
  $ aftercare program isao --since 2025-06-01
  aftercare: casefile 1: report_806 was due 2026-02-03: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare program isao --since 2025-06-01 --why "the contract is of 2025" | head -n 1
  isao An ISAO: evidence of 4 of 4 criteria; active member: yes
  $ says
  ["met","2026-01-20"]
  "not_intended_to_enforce"
  $ aftercare program isao --until 2026-03-15 | head -n 1
  isao An ISAO: evidence of 4 of 4 criteria, ended; active member: no
  $ says
  ["met","2026-01-20"]
  "not_intended_to_enforce"

Who joins again has been a member before.

  $ aftercare program isao --since 2026-05-01 >out
  $ says
  ["met","2026-01-20"]
  "not_intended_to_enforce"
