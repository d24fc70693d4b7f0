What a casefile still has to be signed for stands among what it owes, by name; what rests on the assessment is signed
behind it (21 CFR 11.10(f), 11.50).

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >> out; }
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ signs() { as $1 sign 1 --record $2 --user $1 --meaning $3 --secret-file own.txt 2>&1 | sed 's/, [0-9-]*T[^:]*:[^:]*:[^:]*:/, NOW:/'; }
  $ today=$(date -u +%F)
  $ AFTERCARE_USER=old aftercare device add Pump --class II --pathway 510k > out
  $ AFTERCARE_USER=old aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on $today > out 2>&1
  $ AFTERCARE_USER=old aftercare case assess 1 --exploitability low --severity minor --on $today > out
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2> no | enter anna
  $ aftercare user add dora --full-name "Dora Designated" --roles designated_person --identity-verified-on 2026-05-04 2> no | enter dora
  $ as anna case assess 1 --exploitability low --severity minor --on $today > out
  $ as anna case plan 1 --on $today --timeline-rationale "With the release of spring" > out
  $ owed() { as anna due --undated --format json | jq -r '.[] | select(.kind == "sign") | [.state, .due // "no day", .says] | join(" | ")'; }
  $ owed
  open | no day | record 2, the assessment, waits for the signature of its author, "old" (authorship), and a second person (review or approval); nobody signs in by that name: state it anew
  open | no day | record 3, the assessment, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  open | no day | record 4, the plan, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  $ as anna device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 > out; as anna release add 1.0 --device Pump --units 18 > out; as anna lot add --device Pump --release 1.0 --lot A1 > out
  $ as anna report 806.20 1 --issue --output record.html > out 2>&1
  $ as anna case close 1 --on $today --secret-file own.txt
  aftercare: casefile 1 still owes sign record 2 (assessment); sign record 3 (assessment); sign record 4 (plan); sign record 5 (report)
  [5]
  $ signs anna 5 authorship
  record 5 of casefile 1 signed by Anna Ager, NOW: authorship
  $ signs dora 5 designated_person
  aftercare: a report is signed after the assessment: record 2 is not signed by its author and a second person
  $ signs anna 3 authorship
  record 3 of casefile 1 signed by Anna Ager, NOW: authorship
  $ signs dora 3 designated_person
  record 3 of casefile 1 signed by Dora Designated, NOW: review and evaluation by the designated person (21 CFR 806.20(b)(4))
  $ signs dora 5 designated_person
  aftercare: a report is signed after the assessment: record 2 is not signed by its author and a second person

What was written before there were users nobody can sign; it is stated anew.

  $ as anna case assess 1 --amends 2 --exploitability low --severity minor --on $today --why "the one of before cannot be signed" > out
  $ owed
  open | no day | record 4, the plan, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  open | no day | record 6, the assessment, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
