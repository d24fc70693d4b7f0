An embargo ends earlier for a reason; a complaint is not judged before it came in.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare signal add --kind researcher_report --received 2026-01-10 --summary "A way in" --device Pump --vulnerability ACME-1
  signal 1: researcher_report, received 2026-01-10
  $ aftercare signal embargo 1 --until 2027-03-01T00:00:00Z
  signal 1: embargo recorded
  $ aftercare signal embargo 1 --until 2026-12-21T00:00:00Z
  aftercare: signal 1 is under embargo until 2027-03-01T00:00:00Z: say why it ends earlier, or with whom that is agreed (--text)
  [5]
  $ aftercare signal embargo 1 --until 2027-06-01T00:00:00Z
  signal 1: embargo recorded
  $ aftercare signal embargo 1 --until 2026-12-21T00:00:00Z --text "agreed with the finder"
  signal 1: embargo recorded
  $ aftercare signal add --kind complaint --received 2026-01-20 --summary "It stopped" --device Pump --vulnerability ACME-1 >out
  $ aftercare signal link 2 --casefile 1 >out 2>&1
  $ aftercare case not-reportable 1 --signal 2 --on 2026-01-19 --basis criteria_not_met --reason "nothing happened"
  aftercare: on 2026-01-19 is before signal 2 was received, on 2026-01-20 (--on)
  [3]
  $ aftercare case not-reportable 1 --signal 2 --on 2026-01-20 --basis criteria_not_met --reason "nothing happened"
  casefile 1: mdr_rationale 3
