When an event happened, and the number of its report: given once, and cited by what supplements it.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ year=$(date -u +%Y)
  $ aftercare program set --registration-number 1234567 > out
  $ aftercare device add Pump --class II --pathway 510k --expected-life-years 5 --last-distributed-on 2025-07-31 > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ field() { jq -r --arg key "$1" '.content[] | select(.kind == "fields") | .fields[] | select(.key == $key) | [.label, .value, .state] | join(" | ")'; }
  $ draft() { aftercare report mdr 1 --format json "$@"; }

The day of the event may not be known. It does not lie behind that of awareness, and no reason is asked for a day long ago.

  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-20 --associated yes
  casefile 1: event 2
  $ draft | field b3
  B3 Date of the event |  | missing
  $ aftercare due --kept --today 2026-02-01 --format json | jq -c '.[] | select(.kind == "keep_event_file") | [.until]'
  ["2031-01-20"]
  $ aftercare case event 1 --amends 2 --happened-on 2026-01-21
  aftercare: happened_on 2026-01-21 is after the event was known, on 2026-01-20 (known_on) (--happened-on)
  [3]
  $ aftercare case event 1 --amends 2 --happened-on 2999-01-01
  aftercare: happened_on 2999-01-01 is after the event was known, on 2026-01-20 (known_on) (--happened-on)
  [3]
  $ aftercare case event 1 --amends 2 --happened-on tomorrow
  aftercare: --happened-on: date "tomorrow" is not of the form YYYY-MM-DD
  [3]

Its file is kept from the event on, which is earlier than what was said before.

  $ aftercare case event 1 --amends 2 --happened-on 2026-01-12
  aftercare: keep_event_file runs until 2031-01-20: an earlier day, 2031-01-12, needs a reason (--why)
  [5]
  $ aftercare case event 1 --amends 2 --happened-on 2026-01-12 --why "the ward's letter says when"
  casefile 1: event 3
  $ draft | field b3
  B3 Date of the event | 2026-01-12 | given
  $ aftercare due --kept --today 2026-02-01 --format json | jq -c '.[] | select(.kind == "keep_event_file") | [.until]'
  ["2031-01-12"]

A report that is issued gets the next number of the firm and the year; issued again it keeps it.

  $ draft | field g9 | sed s/-$year-/-YEAR-/
  G9 Manufacturer report number | 1234567-YEAR-00001 | given
  $ unknown() { aftercare case mdr-item $1 --event $2 $(printf -- "--item %s " b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 g9 h3 h4 h5 h8) --reason "nobody could say" --steps "asked the ward, by letter"; }
  $ unknown 1 2
  casefile 1: mdr_item 4
  $ aftercare report mdr 1 --issue --output mdr.html 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: casefile 1: report 5, 1234567-YEAR-00001
  $ aftercare report mdr 1 --issue --output mdr.html --why "the text was wrong" 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: casefile 1: report 6, 1234567-YEAR-00001
  $ sqlite3 store.db "SELECT json_extract(more, '$.number'), json_extract(more, '$.event_record') FROM casefile_record WHERE kind = 'report'" | sed s/-$year-/-YEAR-/
  1234567-YEAR-00001|3
  1234567-YEAR-00001|3

One that was given elsewhere is stated, in its form, and not twice. The next one counts on.

  $ aftercare case event 1 --kind malfunction --known-on 2026-01-25 --associated no --likely-if-recurs yes --mdr-number 12345-2026-1
  aftercare: "12345-2026-1" is not the number of a medical device report: registration number, year, and five digits from 00001, as 1234567-2026-00001 (21 CFR 803.3(m)) (--mdr-number)
  [3]
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-25 --associated no --likely-if-recurs yes --mdr-number 1234567-2026-00000
  aftercare: "1234567-2026-00000" is not the number of a medical device report: registration number, year, and five digits from 00001, as 1234567-2026-00001 (21 CFR 803.3(m)) (--mdr-number)
  [3]
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-25 --associated no --likely-if-recurs yes --mdr-number 1234567-$year-00001 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: number 1234567-YEAR-00001 is that of the report of event 2 in casefile 1 (record 6): a number is given once (--mdr-number)
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-25 --associated no --likely-if-recurs yes --mdr-submitted-on 2026-02-01 --mdr-number 1234567-$year-00041
  casefile 1: event 7
  $ aftercare case open --device Pump --vulnerability CVE-2021-32020 --learned-on 2026-01-05 > out 2>&1
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-26 --associated no --likely-if-recurs yes --mdr-number 1234567-$year-00041 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: number 1234567-YEAR-00041 is that of the report of event 7 in casefile 1 (record 7): a number is given once (--mdr-number)
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-26 --associated no --likely-if-recurs yes
  casefile 2: event 9
  $ aftercare report mdr 2 --format json | field g9 | sed s/-$year-/-YEAR-/
  G9 Manufacturer report number | 1234567-YEAR-00042 | given

Another number than the one it was issued under has a reason.

  $ aftercare case event 1 --amends 2 --mdr-number 7654321-$year-00007 2>&1 | sed s/-$year-/-YEAR-/g
  aftercare: number 7654321-YEAR-00007 is not that of record 6, 1234567-YEAR-00001: say why it is another (--why)
  $ aftercare case event 1 --amends 2 --mdr-number 7654321-$year-00007 --why "the importer made it" 
  casefile 1: event 10
  $ aftercare case event 1 --amends 2 --text "a dark screen" > out
  $ draft --event 2 | field g9 | sed s/-$year-/-YEAR-/
  G9 Manufacturer report number | 7654321-YEAR-00007 | given

A supplement cites the number of the report: that of its event is taken.

  $ aftercare case supplement 1 --received-on 2026-02-05 --event 2
  casefile 1: supplement 12
  $ aftercare case supplement 1 --received-on 2026-02-05 --event 2 --report-number 7654321-$year-00008 2>&1 | sed s/-$year-/-YEAR-/g
  aftercare: report_number 7654321-YEAR-00008 is not that of the report of event 2, 7654321-YEAR-00007 (21 CFR 803.56) (--report-number)
  $ aftercare case supplement 1 --received-on 2026-02-05 --report-number MDR-7
  aftercare: "MDR-7" is not the number of a medical device report: registration number, year, and five digits from 00001, as 1234567-2026-00001 (21 CFR 803.3(m)) (--report-number)
  [3]
  $ sqlite3 store.db "SELECT json_extract(more, '$.report_number') FROM casefile_record WHERE kind = 'supplement'" | sed s/-$year-/-YEAR-/
  7654321-YEAR-00007

What FDA is told under part 806 names the reports, and of the device report it is named.

  $ aftercare case correct 1 --kind correction --initiated-on 2026-02-10 > out
  $ aftercare report 806 1 --format json | jq -r '.content[] | select(.title == "Known events") | .items[]' | sed s/-$year-/-YEAR-/g
  serious injury of 2026-01-12, known on 2026-01-20, medical device report 7654321-YEAR-00007 not submitted yet: a dark screen
  malfunction, known on 2026-01-25, not associated with the vulnerability, medical device report 1234567-YEAR-00041 submitted on 2026-02-01

An event is named by its record, or by one that stood in its place, everywhere.

  $ draft
  aftercare: which event of casefile 1 is meant is not said: those it has are records 11 and 7 (--event)
  [3]
  $ draft --event 1
  aftercare: casefile 1 has no event with number 1: those it has are records 11 and 7 (--event)
  [3]
  $ draft --event 3 | jq -r .title
  Facts for a medical device report, 21 CFR 803.52
  $ aftercare case supplement 1 --received-on 2026-02-05 --event 1
  aftercare: casefile 1 has no event with number 1: those it has are records 11 and 7 (--event)
  [3]
  $ aftercare case not-reportable 1 --event 99 --on 2026-02-01 --basis erroneous_information --reason x
  aftercare: casefile 1 has no event with number 99: those it has are records 11 and 7 (--event)
  [3]
  $ aftercare case event 1 --amends 99 --text x
  aftercare: casefile 1 has no event with number 99: those it has are records 11 and 7
  [3]
  $ aftercare case open --device Pump --vulnerability CVE-2021-28362 --learned-on 2026-01-05 > out 2>&1
  $ aftercare report mdr 3
  aftercare: which event of casefile 3 is meant is not said: it has none (--event)
  [3]
  $ aftercare case supplement 3 --received-on 2026-02-05 --event 2
  aftercare: casefile 3 has no event with number 2: it has none (--event)
  [3]

Numbers that were given outside of casefiles: the next one counts on from the last of them.

  $ aftercare program set --last-mdr-number 41
  aftercare: last-mdr-number: "41" is not the number of a medical device report: registration number, year, and five digits from 00001, as 1234567-2026-00001 (21 CFR 803.3(m))
  [3]
  $ aftercare program set --last-mdr-number 1234567-$year-00120
  $ aftercare report mdr 2 --format json | field g9 | sed s/-$year-/-YEAR-/
  G9 Manufacturer report number | 1234567-YEAR-00121 | given
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-26 --associated no --likely-if-recurs yes --mdr-number 1234567-$year-00120 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: number 1234567-YEAR-00120 is the last one given outside of casefiles: a number is given once (--mdr-number)

Without a registration number there is no number to give.

  $ sqlite3 store.db "DELETE FROM setting WHERE name = 'firm'"
  $ aftercare report mdr 2 --format json | field g9
  G9 Manufacturer report number |  | missing
