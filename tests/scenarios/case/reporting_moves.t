What is said of reporting holds for what it was said of, and in the order in which it can have happened.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ owed() { aftercare case decide 1 --today ${1:-2026-02-01} --format json | jq -r '.obligations[] | select(.kind | test("mdr")) | [.kind, .starts, .due, .state] | join(" ")'; }

A medical judgment of an event falls when another record stands in the event's place.

  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-05 --associated no
  casefile 1: event 2
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 open
  $ aftercare case not-reportable 1 --event 2 --on 2026-01-08 --basis medical_judgment --reason "not connected" --judged-by "Dr. I. Weber" --qualification physician
  casefile 1: mdr_rationale 3
  $ owed
  $ aftercare case event 1 --amends 2 --kind death --associated yes
  casefile 1: event 4
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 open
  $ aftercare report casefile 1 --format json | jq -c '[.records[] | [.number, .kind, .overtaken]]'
  [[1,"vulnerability",null],[2,"event",null],[3,"mdr_rationale",true],[4,"event",null]]
  $ aftercare report casefile 1 | grep -o 'overtaken: what it judged was replaced'
  overtaken: what it judged was replaced
  $ aftercare case not-reportable 1 --event 2 --on 2026-01-10 --basis medical_judgment --reason "the death was before its use" --judged-by "Dr. I. Weber" --qualification physician
  casefile 1: mdr_rationale 5
  $ owed
  $ aftercare case event 1 --amends 2 --text "the family calls"
  casefile 1: event 6
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 open

A report is given once its event is known.

  $ aftercare case supplement 1 --received-on 2026-01-15 --submitted-on 2026-01-16 --event 2
  aftercare: no report of the event was submitted that this could supplement: its event says so (mdr_submitted_on)
  [3]
  $ aftercare case event 1 --amends 2 --mdr-submitted-on 2026-01-04
  aftercare: mdr_submitted_on 2026-01-04 is before the event was known, on 2026-01-05 (known_on)
  [3]
  $ aftercare case event 1 --amends 2 --mdr-submitted-on 2026-01-20
  casefile 1: event 7
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 met
  $ aftercare case supplement 1 --received-on 2026-01-15 --submitted-on 2026-01-16 --event 2
  aftercare: submitted_on 2026-01-16 is before the report that it supplements, of 2026-01-20
  [3]
  $ aftercare case supplement 1 --received-on 2026-01-22 --event 2
  casefile 1: supplement 8
  $ aftercare case supplement 1 --amends 8 --submitted-on 2026-01-21
  aftercare: submitted_on 2026-01-21 is before what it tells of was received, on 2026-01-22 (received_on)
  [3]
  $ aftercare case supplement 1 --amends 8 --submitted-on 2026-01-23
  casefile 1: supplement 9

A remedial action that is decided behind the report owes a supplement.

  $ aftercare case event 1 --amends 2 --remedial-action-decided-on 2026-01-25
  casefile 1: event 10
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 met
  supplement_mdr 2026-01-22 2026-02-21 met
  supplement_mdr 2026-01-25 2026-02-24 open
  $ aftercare case supplement 1 --received-on 2026-01-25 --submitted-on 2026-01-30 --event 2
  casefile 1: supplement 11
  $ owed
  mdr_30_day 2026-01-05 2026-02-04 met
  supplement_mdr 2026-01-22 2026-02-21 met
  supplement_mdr 2026-01-25 2026-02-24 met

A report that was issued here was not given before that.

  $ aftercare case event 1 --kind malfunction --known-on 2026-01-06 --associated no --likely-if-recurs yes
  casefile 1: event 12
  $ unknown() { aftercare case mdr-item $1 --event $2 $(printf -- "--item %s " b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 g9 h3 h4 h5 h8) --reason "nobody could say" --steps "asked the ward, by letter"; }
  $ unknown 1 12
  casefile 1: mdr_item 13
  $ aftercare report mdr 1 --issue --event 12 --output mdr.html
  aftercare: casefile 1: report 14
  $ aftercare case event 1 --amends 12 --mdr-submitted-on 2026-01-10 2>&1 | sed 's/issued, on [0-9-]*/issued, on DAY/'
  aftercare: mdr_submitted_on 2026-01-10 is before the report was issued, on DAY: state the day on which it was given, or say why it was made elsewhere (--why)
  $ aftercare case event 1 --amends 12 --mdr-submitted-on 2026-01-10 --why "the importer made it"
  casefile 1: event 15

What any employee received the firm is aware of.

  $ aftercare signal add --kind complaint --received 2026-01-03 --summary "Patient was given too little" --device Pump --vulnerability CVE-2021-31571 > out
  $ aftercare signal link 1 --casefile 1 > out 2>&1
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-20 --associated unknown --signal 1
  aftercare: known_on 2026-01-20 is after signal 1 was received, on 2026-01-03: the firm is aware of what any of its employees received (21 CFR 803.3(b)(1)); say why it was known later (--why)
  [5]
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-20 --associated unknown --signal 1 --why "the complaint told of a dark screen alone; the ward wrote of the injury"
  casefile 1: event 17
  $ aftercare case decide 1 --today 2026-02-01 | grep known_after
    known_after_complaint: record 17 says the event was known on 2026-01-20, but its complaint, signal 1, was received on 2026-01-03, and the firm is aware of what any of its employees received (21 CFR 803.3(b)(1))

So it is of an event that names no complaint where there is one alone, which no other event names.

  $ aftercare case event 1 --kind malfunction --known-on 2026-01-21 --associated no >out
  $ aftercare device add Monitor >out
  $ aftercare case open --device Monitor --vulnerability CVE-2021-31572 --learned-on 2026-01-02 >out 2>&1
  $ aftercare signal link 1 --casefile 2 > out 2>&1
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-21 --associated no
  aftercare: known_on 2026-01-21 is after signal 1 was received, on 2026-01-03: the firm is aware of what any of its employees received (21 CFR 803.3(b)(1)); say why it was known later (--why)
  [5]
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-21 --associated no --why "told by telephone"
  casefile 2: event 21
  $ aftercare case decide 2 --today 2026-02-01 | grep known_after
    known_after_complaint: record 21 says the event was known on 2026-01-21, but its complaint, signal 1, was received on 2026-01-03, and the firm is aware of what any of its employees received (21 CFR 803.3(b)(1))

A complaint of which a reportable event is on file is not said to be none.

  $ aftercare case not-reportable 1 --signal 1 --on 2026-01-21 --basis criteria_not_met --reason "nothing happened"
  aftercare: record 17, an event of signal 1, is to be reported: amend it, or say of that event why it is not reportable
  [5]
