The order in which a record is signed, 21 CFR 11.10(f), of records of any kind; and what is entered late.

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >> out; }
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2> no | enter anna
  $ aftercare user add dora --full-name "Dora Designated" --roles designated_person,reviewer --identity-verified-on 2026-05-04 2> no | enter dora
  $ as anna device add Pump --class II --pathway 510k > out
  $ as anna case open --device Pump --vulnerability CVE-2021-31571 --learned-on $(date -u +%F) > out 2>&1
  $ as anna case assess 1 --exploitability low --severity minor --on $(date -u +%F) > out
  $ as anna sign 1 --record 2 --user anna --meaning authorship --secret-file own.txt > out
  $ as dora sign 1 --record 2 --user dora --meaning approval --secret-file own.txt > out
  $ as anna case correct 1 --kind correction --initiated-on $(date -u +%F) > out
  $ as anna device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 > out; as anna release add 1.0 --device Pump --units 18 > out; as anna lot add --device Pump --release 1.0 --lot A1 > out
  $ as anna report 806.20 1 --issue --output record.html
  aftercare: casefile 1: report 4
  aftercare: record 4, the report that was issued, waits for the signature of its author, "anna" (authorship), and a designated person (designated_person) (aftercare sign)

A second person signs what its author stands for; the refusal stands in the trail.

  $ as dora sign 1 --record 4 --user dora --meaning designated_person --secret-file own.txt
  aftercare: record 4 is signed for authorship first, by "anna"
  [5]
  $ as dora sign 1 --record 4 --user dora --meaning review --secret-file own.txt
  aftercare: record 4 is signed for authorship first, by "anna"
  [5]
  $ sqlite3 store.db "SELECT who, what, why FROM trail WHERE why LIKE 'record 4%' LIMIT 1"
  dora|refused|record 4 is signed for authorship first, by "anna"
  $ as anna sign 1 --record 4 --user anna --meaning authorship --secret-file own.txt > out
  $ as anna report 806.20 1 --format json | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key == "designated_person" or .key == "issued") | [.label, .value, .state] | join(" | ")' | sed 's/ of 20.*|/ of DAY |/'
  Designated person | Dora Designated | given
  To be signed | record 4 of DAY | given
  $ as dora sign 1 --record 4 --user dora --meaning designated_person --secret-file own.txt > out
  $ as anna report 806.20 1 --format json | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key == "designated_person" or .key == "issued") | [.label, .value, .state] | join(" | ")' | sed 's/ of 20.*|/ of DAY |/'
  Designated person | Dora Designated | given
  Signed | record 4 of DAY | given

A day that the record before said already is not entered late.

  $ as anna case event 1 --kind malfunction --known-on 2026-01-07 --associated no --likely-if-recurs no > out
  aftercare: known_on 2026-01-07 is more than 7 days before today: say why it is entered so late (--why)
  [5]
  $ as anna case event 1 --kind malfunction --known-on 2026-01-07 --associated no --likely-if-recurs no --why "found in the files of the service" > out
  $ as anna case event 1 --amends 5 --text "the pump restarted"
  casefile 1: event 6
  $ as anna case event 1 --amends 6 --known-on 2026-01-06
  aftercare: known_on 2026-01-06 is more than 7 days before today: say why it is entered so late (--why)
  [5]
