A casefile is judged by the policy that was in force when it was assessed.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=ra
  $ aftercare device add Pump --marketed yes >/dev/null
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 2>/dev/null
  casefile 1: ACME-1 in Pump
  $ aftercare case decide 1 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  risk           undetermined, with controls undetermined
  $ aftercare case assess 1 --on 2026-01-05 --exploitability low --severity serious --rationale "no network" --approver a --approver b
  casefile 1: assessment 2
  $ aftercare case decide 1 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  risk           controlled (borderline), with controls undetermined
  $ cat >strict.json <<'END'
  > {"version": "strict", "matrix": {"low": {"negligible": "C", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"},
  >  "medium": {"negligible": "C", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"}, "high": {"negligible": "C", "minor": "U", "serious": "U", "critical": "U", "catastrophic": "U"}}}
  > END
  $ aftercare program policy import strict.json
  policy number 1 is in force
  $ aftercare case decide 1 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  risk           controlled (borderline), with controls undetermined
    policy_changed: policy strict (number 1) came into force after the assessment, which was made under policy default-1; it would conclude: risk uncontrolled, not controlled; day 30 2026-02-01, not none; day 60 2026-03-03, not none; discretion provisional, not not_needed; report 806 pending, not not_required; communicate owed; plan_remediation owed; distribute_fix owed
  $ aftercare case decide 1 --today 2026-01-10 --policy 1 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy strict
  risk           uncontrolled, with controls undetermined
  $ aftercare case decide 1 --today 2026-01-10 --policy-on 2026-01-01 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  risk           controlled (borderline), with controls undetermined
  $ aftercare case decide 1 --policy-on 2999-01-01 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy strict
  risk           uncontrolled, with controls undetermined
  $ aftercare case decide 1 --policy 7
  aftercare: there is no policy number 7; aftercare program policy list shows all
  [3]
  $ aftercare case decide 1 --policy 1 --policy-on 2026-01-01
  aftercare: either --policy or --policy-on
  [2]

What it would conclude otherwise is a reason to assess again, and is due.

  $ aftercare case drift 1 --fail-on policy
  casefile 1: ACME-1 in Pump
    assessed on 2026-01-05 (record 2)
    since then: policy is now strict, it was default-1
  [1]
  $ aftercare due --today 2026-01-10
  due         state  what              to    casefile  vulnerability  device
  2026-01-10  open   reassess_changed  file         1  ACME-1         Pump
  1 owed without a day: aftercare due --undated

Correcting an assessment is not assessing again; stating its day is. What the record keeps of the policy is not for saying.

  $ aftercare case assess 1 --amends 2 --rationale "no network at all"
  casefile 1: assessment 3
  $ aftercare case decide 1 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1
  risk           controlled (borderline), with controls undetermined
    policy_changed: policy strict (number 1) came into force after the assessment, which was made under policy default-1; it would conclude: risk uncontrolled, not controlled; day 30 2026-02-01, not none; day 60 2026-03-03, not none; discretion provisional, not not_needed; report 806 pending, not not_required; communicate owed; plan_remediation owed; distribute_fix owed
  $ aftercare case assess 1 --amends 3 --on 2026-01-09
  casefile 1: assessment 4
  $ aftercare case decide 1 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy strict
  risk           uncontrolled, with controls undetermined
  $ aftercare report casefile 1 --today 2026-01-10 --format json | jq -c '.records[] | select(.kind == "assessment") | .more | [.policy_number, .policy_version]'
  [0,"default-1"]
  [0,"default-1"]
  [1,"strict"]
  $ aftercare case drift 1 --fail-on policy | tail -n 1
  assessments that count: 1, nothing has changed under them

Where the next policy concludes the same, that is said and nothing is due.

  $ echo '{"version": "late", "extra_closures": ["2026-12-24"]}' >late.json
  $ aftercare case open --device Pump --vulnerability ACME-2 --learned-on 2026-01-02 2>/dev/null
  casefile 2: ACME-2 in Pump
  $ aftercare case assess 2 --on 2026-01-05 --exploitability low --severity negligible --rationale "no network"
  casefile 2: assessment 6
  $ aftercare program set --policy late.json
  policy number 2 is in force
  $ aftercare case decide 2 --today 2026-01-10 | grep -E '^(as of|risk)|policy_changed'
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy strict
  risk           controlled, with controls undetermined
    policy_changed: policy late (number 2) came into force after the assessment, which was made under policy strict (number 1); it would conclude the same
  $ aftercare due --today 2026-01-10
  due         state  what              to                         casefile  vulnerability  device
  2026-01-10  open   reassess_changed  file                              1  ACME-1         Pump
  2026-02-01  open   communicate       customers, user community         1  ACME-1         Pump
  2026-02-01  open   plan_remediation  file                              1  ACME-1         Pump
  2026-03-03  open   distribute_fix    customers, user community         1  ACME-1         Pump
  2 owed without a day: aftercare due --undated
