What is stated of the programme is kept in versions, and a wrong statement is no version.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ aftercare device add Pump
  device 1: Pump
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 2>/dev/null
  casefile 1: ACME-1 in Pump

A policy is validated whole and never edited. Determinations name it.

  $ echo '{"roll": "back"}' > a.json; echo '{"version": "1"}' > b.json; echo '{"version": "x", "rol": "back"}' > c.json
  $ aftercare program policy import c.json
  aftercare: c.json: *rol* (glob)
  [3]
  $ echo '{"version": "m", "matrix": {"low": {"negligible": "U", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"}, "medium": {"negligible": "U", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"}, "high": {"negligible": "U", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"}}}' > m.json
  $ aftercare program policy import m.json
  aftercare: m.json: *matrix.* must be controlled (PMG VII.A) (glob)
  [3]
  $ aftercare program policy list
  $ aftercare case decide 1 --today 2026-01-10 | head -n 1
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  $ aftercare program policy import a.json
  policy number 1 is in force
  $ aftercare program policy import b.json
  aftercare: b.json: version "1" is kept already, as number 1: a policy is never edited, give it a version of its own
  [5]
  $ aftercare case decide 1 --today 2026-01-10 | sed -n '1p; /^day 30/p'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy 1
  day 30         2026-01-30
  $ echo '{"version": "2026-B", "extra_closures": ["2026-12-24"]}' > d.json && aftercare program set --policy d.json
  aftercare: d.json: casefile 1: communicate was due 2026-01-30: a later day, 2026-02-01, needs a reason (--why)
  [5]
  $ aftercare program set --policy d.json --why "working days as FDA counts them"
  policy number 2 is in force
  $ aftercare program policy list | awk '{ print $1, $2, $NF }'
  number version force
  1 1 no
  2 2026-B yes
  $ aftercare program policy list --format json | jq -c '.[] | [.number, .version, .by, .in_force]'
  [1,"1","qa",false]
  [2,"2026-B","qa",true]
  $ aftercare program policy diff 1 2
  A2  roll: back -> none
  A6  extra_closures: [] -> ["2026-12-24"]
  $ aftercare program policy diff 2 2
  they answer alike
  $ aftercare program policy diff 2 2 --format json
  []
  $ aftercare program policy show 3
  aftercare: there is no policy number 3; aftercare program policy list shows all
  [3]
  $ aftercare program policy show 1 --format json | jq -c '[.number, .version, (.questions | length), [.questions[] | select(.chosen) | .question]]'
  [1,"1",22,["A2"]]

The rules are told of an active member when there is evidence of all four criteria, and no longer when it ends.

  $ aftercare program isao --criterion 2 --evidence DOC
  aftercare: --on is missing
  [2]
  $ aftercare program isao --criterion 5 --evidence DOC --on 2026-01-02
  aftercare: --criterion: number 5 is * (glob)
  [3]
  $ for i in 1 2 3 4; do aftercare program isao --name "An ISAO" --criterion $i --evidence DOC-$i --on 2026-01-0$i | head -n 1; done
  isao An ISAO: evidence of 1 of 4 criteria; active member: no
  isao An ISAO: evidence of 2 of 4 criteria; active member: no
  isao An ISAO: evidence of 3 of 4 criteria; active member: no
  isao An ISAO: evidence of 4 of 4 criteria; active member: yes
  $ aftercare program isao --until 2026-06-30 | head -n 1
  isao An ISAO: evidence of 4 of 4 criteria, ended; active member: no

Numbers that can be none.

  $ aftercare program set --fei 300123456
  aftercare: --fei: * (glob)
  [3]
  $ aftercare program set --fei 3001234567 --registration-number 1234567 --earlier-corrections 3 --earlier-removals 1
  $ aftercare program set --registration-number 7654321 && aftercare program set --earlier-removals 2
  $ sqlite3 a.db "SELECT content FROM setting WHERE name = 'firm'"
  {"earlier_reports":{"C":3,"R":2},"registration_number":"7654321"}
  $ aftercare program set --registration-number 12345678
  aftercare: *registration_number* (glob)
  [3]

Answers keep what they do not give anew; every version stays.

  $ aftercare program check --set sa-05 --answer partly --owner ra --next-step "write the model" && aftercare program check --set SA-05 --answer no
  SA-05: answered, version 1
  SA-05: answered, version 2
  $ aftercare program check --format json 2>/dev/null | jq -c '.[] | select(.id == "SA-05") | [.answer, .owner, .next_step]'
  ["no","ra","write the model"]
  $ aftercare program check --set SA-38 --answer yes
  aftercare: --set: there is no question "SA-38"
  [3]
  $ aftercare program check --set SA-05
  aftercare: --set takes an answer, or what goes with it
  [2]
  $ aftercare program check --strict 2>&1 >/dev/null
  aftercare: 37 questions, 36 not answered, 1 no, 0 partly
  [1]
  $ for i in $(seq -w 1 37); do aftercare program check --set SA-$i --answer n.a. >/dev/null; done; aftercare program check --strict 2>&1 >/dev/null
  aftercare: 37 questions, 0 not answered, 0 no, 0 partly

Templates.

  $ echo 'To the users of {{device}}: {{hello}}' > t.txt && aftercare program template import customer t.txt
  aftercare: t.txt: {{hello}} is no place that can be filled in
  [3]
  $ echo 'To the users of {{device}' > t.txt && aftercare program template import customer t.txt
  aftercare: t.txt: "{{" without "}}"
  [3]
  $ echo 'To the users of {{device}}' > t.txt && aftercare program template import customer t.txt && echo 'Dear users of {{device}}' > t.txt && aftercare program template import customer t.txt
  template customer: version 1
  template customer: version 2
  $ aftercare program template show customer --number 1 && aftercare program template show customer
  To the users of {{device}}
  Dear users of {{device}}
  $ aftercare program template show staff
  aftercare: there is no such template; aftercare program template list shows all
  [3]
  $ aftercare program show --format json | jq -c '[.profile_version, .designated_persons, .isao.name, .isao.active_member, [.isao.criteria[].has_evidence], .policy_number, .policy_version, .acknowledge_within_days, .templates]'
  [1,[],"An ISAO",false,[true,true,true,true],2,"2026-B",7,[{"name":"customer","version":2}]]
  $ sqlite3 a.db "UPDATE program_version SET content = '{}'" 2>&1 | sed 's/.*\(the versions\)/\1/'
  the versions of the programme are append-only (19)
  $ aftercare audit verify | sed 's/.*, //'
  the audit trail is whole
