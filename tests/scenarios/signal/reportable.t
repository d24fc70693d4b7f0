Every complaint is asked whether it is a reportable event (21 CFR 803.17(a)(2), 820.35(a)), and answered by an event, or by
why it is none.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --udi-di 00850003459103 > out
  $ aftercare signal add --kind complaint --received 2026-01-03 --summary "Patient was given too little" --device Pump --vulnerability CVE-2021-31571 --unit "(01)00850003459103(10)L7(21)A17" --details "Low glucose, treated in intensive care" --contact-name "Ward 4" --contact-address "1 Main Street, Boston" --contact-telephone "+1 555 0100" --contact-email ward4@example.org
  signal 1: complaint, received 2026-01-03
  $ aftercare signal add --kind complaint --received 2026-01-05 --summary "Screen is dark" --device Pump --vulnerability CVE-2021-31571 --unit "serial 12, bought in 2024"
  signal 2: complaint, received 2026-01-05
  $ aftercare signal add --kind researcher_report --received 2026-01-04 --summary "Overflow" --device Pump --vulnerability CVE-2021-31571 > out
  $ questions() { aftercare due --today ${1:-2026-01-10} --format json | jq -r '.[] | select(.kind == "decide_mdr") | [.due, .state, (if .casefile then "casefile \(.casefile)" else "signal \(.signal)" end), .cites, .says] | join(" | ")'; }
  $ questions
  2026-02-02 | open | signal 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  2026-02-04 | open | signal 2 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  $ aftercare due --today 2026-02-03 | grep decide_mdr
  2026-02-02  overdue  decide_mdr            file      signal 1  CVE-2021-31571  Pump
  2026-02-04  open     decide_mdr            file      signal 2  CVE-2021-31571  Pump
  $ aftercare case open --signal 1,2,3 > out 2>&1
  $ questions
  2026-02-02 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-04 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 2: is what this complaint tells of a reportable event? Record it as an event, or why it is none

An event that names the complaint is an answer, and takes unit and reporter from it.

  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-03 --associated unknown --signal 9
  aftercare: signal 9 is not in casefile 1
  [3]
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-03 --associated unknown
  casefile 1: event 5
  $ questions | wc -l
  2
  $ aftercare report mdr 1 --format json > mdr.json
  $ field() { jq -r --arg key "$1" '.content[] | select(.kind == "fields") | .fields[] | select(.key == $key) | [.value, .state, .personal] | map(tostring) | join(" | ")' mdr.json; }
  $ for key in complaint d4 e1; do field $key; done
  several are in the file: state which tells of the event | missing | false
  null | missing | true
  null | missing | true
  $ aftercare case event 1 --amends 5 --signal 1
  casefile 1: event 6
  $ aftercare report mdr 1 --format json > mdr.json
  $ for key in complaint b5 d4_udi d4 e1; do field $key; done
  signal 1 | given | false
  Low glucose, treated in intensive care | given | false
  (01)00850003459103(10)L7(21)A17 | given | true
  lot L7, serial number A17 | given | true
  Ward 4
  1 Main Street, Boston
  +1 555 0100
  ward4@example.org | given | true
  $ aftercare case decide 1 --format json | jq -c '.obligations[] | select(.kind == "decide_mdr") | [.starts, .due, .says]'
  ["2026-01-03","2026-02-02","signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none"]
  ["2026-01-05","2026-02-04","signal 2: is what this complaint tells of a reportable event? Record it as an event, or why it is none"]
  $ questions
  2026-02-02 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-04 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 2: is what this complaint tells of a reportable event? Record it as an event, or why it is none

A reason why it is none: a medical judgment says whose it is.

  $ aftercare case not-reportable 1 --signal 2 --on 2026-01-09 --basis medical_judgment --reason "The display is no part of the infusion"
  aftercare: a medical judgment is made by a person who is qualified for it (21 CFR 803.20(c)(2)): judged_by and qualification say who, and by what
  [3]
  $ aftercare case not-reportable 1 --signal 2 --on 2026-01-09 --basis criteria_not_met
  aftercare: reason is missing of why it is not reportable
  [3]
  $ aftercare case not-reportable 1 --signal 3 --on 2026-01-09 --basis criteria_not_met --reason x
  casefile 1: mdr_rationale 7
  $ aftercare case not-reportable 1 --signal 8 --on 2026-01-09 --basis criteria_not_met --reason x
  aftercare: signal 8 is not in casefile 1
  [3]
  $ aftercare case not-reportable 1 --on 2026-01-09 --basis criteria_not_met --reason x
  aftercare: signal or event is missing: what it is about
  [3]
  $ aftercare case not-reportable 1 --signal 2 --on 2026-01-09 --basis medical_judgment --reason "The display is no part of the infusion" --judged-by "Dr. I. Weber" --qualification physician
  casefile 1: mdr_rationale 8
  $ questions 2098-12-31
  $ aftercare report casefile 1 | grep -oE 'Dr. I. Weber|physician|Decide whether it is a reportable event' | sort -u
  Decide whether it is a reportable event
  Dr. I. Weber
  physician

A complaint that points to no vulnerability, or repeats another one's, is asked all the same, and a casefile takes it.

  $ aftercare signal add --kind complaint --received 2026-01-06 --summary "Fell from the rack" --device Pump > out
  $ aftercare signal add --kind complaint --received 2026-01-07 --summary "Too little once more" --device Pump > out
  $ aftercare signal triage 4 --as false --reason "no vulnerability" > out
  $ aftercare signal triage 5 --as duplicate --of 1 --reason "the same one" > out
  $ questions
  2026-02-02 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-04 | open | casefile 1 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | signal 2: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-05 | open | signal 4 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  2026-02-06 | open | signal 5 | 21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a) | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  $ aftercare signal link 4 --casefile 1
  signal 4: in casefile 1
  $ aftercare signal link 5 --casefile 1
  signal 5: in casefile 1
  $ aftercare signal show 4 --format json | jq -r .state
  false
  $ aftercare case not-reportable 1 --signal 4 --on 2026-01-09 --basis criteria_not_met --reason "nobody was connected" > out
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-07 --associated no --likely-if-recurs yes --signal 5 > out
  $ questions 2098-12-31
  $ aftercare signal amend 4 --details "a nurse was hurt" --why "she called" > out
  $ questions | cut -d '|' -f 1-3,5
  2026-02-02 | open | casefile 1 | signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-04 | open | casefile 1 | signal 2: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-05 | open | casefile 1 | signal 4: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  2026-02-06 | open | casefile 1 | signal 5: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  $ aftercare case not-reportable 1 --signal 4 --on 2026-01-10 --basis criteria_not_met --reason "a bruise" > out
  $ questions 2098-12-31

In a store with users it counts once its author and a second person have signed it.

  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >> out; }
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ unset AFTERCARE_USER; export XDG_STATE_HOME=$PWD/root
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2> no | enter anna
  $ aftercare user add rita --full-name "Rita Reviewer" --roles reviewer --identity-verified-on 2026-05-04 2> no | enter rita
  $ as anna signal add --kind complaint --received $(date -u +%F) --summary "Alarm is silent" --device Pump > out
  $ as anna signal link 6 --casefile 1 > out 2>&1
  $ as anna case not-reportable 1 --signal 6 --on $(date -u +%F) --basis criteria_not_met --reason "the sound was turned off" > out
  $ state() { as anna case decide 1 --format json | jq -r '.obligations[] | select((.kind == "decide_mdr" and (.says | startswith("signal 6"))) or (.kind == "sign" and (.says | contains("why it need not")))) | [.kind, .state, .says] | join(" | ")'; }
  $ state
  decide_mdr | open | signal 6: is what this complaint tells of a reportable event? Record it as an event, or why it is none
  sign | open | record 15, why it need not be reported, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  $ record=$(as anna report casefile 1 --format json | jq '[.records[] | select(.kind == "mdr_rationale")][-1].number')
  $ as rita sign 1 --record $record --user rita --meaning review --secret-file own.txt 2>&1 | sed 's/record [0-9]*/record N/'
  aftercare: record N is signed for authorship first, by "anna"
  $ as anna sign 1 --record $record --user anna --meaning authorship --secret-file own.txt > out
  $ as rita sign 1 --record $record --user rita --meaning review --secret-file own.txt > out
  $ state
  decide_mdr | met | signal 6: is what this complaint tells of a reportable event? Record it as an event, or why it is none

So does the judgment of an event that is on record: its report is owed until the judgment is signed.

  $ as anna case event 1 --kind serious_injury --known-on $(date -u +%F) --associated no > out
  $ event=$(sed 's/.* //' out)
  $ mdr() { as anna case decide 1 --format json | jq -r --arg on $(date -u +%F) '.obligations[] | select(.kind == "mdr_30_day" and .starts == $on) | .kind'; }
  $ mdr
  mdr_30_day
  $ as anna case not-reportable 1 --event $event --on $(date -u +%F) --basis criteria_not_met --reason x
  aftercare: of an event the basis is medical_judgment, erroneous_information or other_manufacturer; where it does not meet the criteria, the event says so itself
  [3]
  $ as anna case not-reportable 1 --event 99 --on $(date -u +%F) --basis erroneous_information --reason x
  aftercare: casefile 1 has no event with number 99: those it has are records 6, 12 and 16 (--event)
  [3]
  $ as anna case not-reportable 1 --event $event --on $(date -u +%F) --basis medical_judgment --reason "The patient was not connected to it" --judged-by "Dr. I. Weber" --qualification physician > out
  $ record=$(sed 's/.* //' out)
  $ mdr
  mdr_30_day
  $ as anna sign 1 --record $record --user anna --meaning authorship --secret-file own.txt > out
  $ mdr
  mdr_30_day
  $ as rita sign 1 --record $record --user rita --meaning approval --secret-file own.txt > out
  $ mdr
  $ as anna case decide 1 --format json | jq -c '.rationale[] | select(.rule == "803-14") | .cites'
  ["21 CFR 803.20(c)(2)","21 CFR 803.22(b)"]

A complaint that is in no casefile says it itself, and no casefile is opened for it.

  $ as anna signal add --kind complaint --received $(date -u +%F) --summary "Screen is dark" --device Pump > out
  $ alone() { as anna due --format json | jq -r '.[] | select(.kind == "decide_mdr" and .signal == 7) | [.state, .says] | join(" | ")'; }
  $ alone
  open | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  $ as anna signal not-reportable 7 --on $(date -u +%F) --basis medical_judgment --reason x
  aftercare: a medical judgment is made by a person who is qualified for it (21 CFR 803.20(c)(2)): judged_by and qualification say who, and by what
  [3]
  $ as anna signal not-reportable 7 --on 2026-01-01 --basis criteria_not_met --reason "the lamp was worn out" 2>&1 | sed 's/on 20[0-9-]* (/on TODAY (/'
  aftercare: on: 2026-01-01 is before the complaint was received, on TODAY (--on)
  $ as anna signal not-reportable 6 --on $(date -u +%F) --basis criteria_not_met --reason "the lamp was worn out"
  aftercare: signal 6 is in casefile 1: state there why it is not reportable (aftercare case not-reportable)
  [5]
  $ as anna signal not-reportable 3 --on $(date -u +%F) --basis criteria_not_met --reason "the lamp was worn out"
  aftercare: signal 3 is a researcher_report: of a complaint it is asked whether it is reportable
  [5]
  $ as rita signal sign 7 --user rita --meaning review --secret-file own.txt
  aftercare: signal 7 does not say why it is not reportable, of what is written of it now
  [5]
  $ as anna signal not-reportable 7 --on $(date -u +%F) --basis criteria_not_met --reason "the lamp was worn out"
  signal 7: why it is not reportable recorded
  $ alone
  open | why it is not reportable waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  $ as rita signal sign 7 --user rita --meaning review --secret-file own.txt 2>&1 | sed 's/record [0-9]*/record N/'
  aftercare: record N is signed for authorship first, by "anna"
  $ as anna signal sign 7 --user anna --meaning authorship --secret-file own.txt 2>&1 | sed 's/, 20.*Z:/:/; s/record [0-9]*/record N/'
  record N of signal 7 signed by Anna Ager: authorship
  $ alone
  open | why it is not reportable waits for the signature of a second person (review or approval)
  $ as rita signal sign 7 --user rita --meaning review --secret-file own.txt 2>&1 | sed 's/, 20.*Z:/:/; s/record [0-9]*/record N/'
  record N of signal 7 signed by Rita Reviewer: review
  $ alone
  $ as anna signal show 7 --format json | jq -c '.mdr_rationale | [.waits, [.signatures[] | [.name, .meaning, .holds]]]'
  [null,[["anna","authorship",true],["rita","review",true]]]
  $ as anna signal show 7 | grep signed | sed 's/20.*Z/NOW/; s/entry [0-9]*/entry N/'
    entry N signed by Anna Ager, NOW: authorship
    entry N signed by Rita Reviewer, NOW: review
  $ aftercare audit verify | sed 's/^[0-9]* //'
  entries, the audit trail is whole
  signatures, each covers its record

It holds for the complaint as it stands, and in a casefile as well.

  $ as anna signal amend 7 --details "The patient fell in the dark" --why "she called again" > out
  $ alone
  open | is what this complaint tells of a reportable event? Put it into a casefile (signal link) and record it there as an event, or say why it is none
  $ as anna signal sign 7 --user anna --meaning responsibility --secret-file own.txt
  aftercare: signal 7 does not say why it is not reportable, of what is written of it now
  [5]
  $ as anna signal not-reportable 7 --on $(date -u +%F) --basis medical_judgment --reason "The fall had another cause" --judged-by "Dr. I. Weber" --qualification physician > out
  $ as anna signal sign 7 --user anna --meaning authorship --secret-file own.txt > out
  $ as rita signal sign 7 --user rita --meaning approval --secret-file own.txt > out
  $ alone
  $ as anna signal link 7 --casefile 1 > out
  $ as anna case decide 1 --format json | jq -r '.obligations[] | select(.kind == "decide_mdr" and (.says | startswith("signal 7"))) | .state'
  met

What somebody alters is found.

  $ sqlite3 store.db "DROP TRIGGER signal_entry_is_never_changed; UPDATE signal_entry SET content = replace(content, 'another cause', 'no cause') WHERE kind = 'mdr_rationale'"
  $ aftercare audit verify 2>&1 | sed 's/[0-9][0-9]*/N/g'
  the trigger signal_entry_is_never_changed on the table signal_entry was taken out
  signature N no longer covers record N of signal N: the record was changed
  signature N no longer covers record N of signal N: the record was changed
  signal N was changed: it is not what entry N tells
  N entries, the audit trail is whole
  N times the store is NOT what the trail tells
  $ as anna case decide 1 --format json | jq -r '.obligations[] | select(.kind == "decide_mdr" and (.says | startswith("signal 7"))) | .state'
  open

In a casefile of another device it is none only where somebody says why, while the event of this one is to be reported.

  $ export AFTERCARE_STORE=two.db
  $ for d in Pump Cart; do aftercare device add $d --class II --pathway 510k >out; aftercare case open --device $d --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1; done
  $ aftercare signal add --kind complaint --received 2026-01-10 --summary "Both went dark" --device Pump --device Cart >out
  $ aftercare signal link 1 --casefile 1 >out 2>&1; aftercare signal link 1 --casefile 2 >out 2>&1
  $ aftercare case event 1 --kind malfunction --likely-if-recurs yes --known-on 2026-01-10 --signal 1
  casefile 1: event 5
  $ not_reportable() { aftercare case not-reportable 2 --signal 1 --on 2026-01-20 --basis criteria_not_met --reason "went dark for a second" "$@"; }
  $ not_reportable
  aftercare: record 5 of casefile 1, an event of signal 1, is to be reported: say why it is none here (--why)
  [5]
  $ not_reportable --why "the cart was switched off by hand"
  casefile 2: mdr_rationale 6
