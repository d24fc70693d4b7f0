What is stated says something, of what there is, on a day that can be.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare release add 1.0 --device Pump >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case plan 1 --on 2026-01-20 --timeline-rationale ""
  aftercare: facts/timeline_rationale: a text is expected, not an empty one
  [3]
  $ aftercare case plan 1 --on 2026-01-20 --timeline-rationale "   "
  aftercare: facts/timeline_rationale: a text is expected, not an empty one
  [3]
  $ aftercare case plan 1 --on 2026-01-20 --timeline-rationale "two weeks" --release 1.0 --release 9.9.9
  aftercare: releases: device "Pump" has no release "9.9.9" (--release)
  [3]
  $ aftercare case plan 1 --on 2026-01-20 --timeline-rationale "two weeks" --target-days 100000
  aftercare: more/target_days: number 100000 is not from 0 to 3650
  [3]
  $ aftercare case plan 1 --on 0026-01-20 --timeline-rationale "two weeks"
  aftercare: on 0026-01-20 lies before vulnerabilities had names, in 1999
  [3]
  $ aftercare case assess 1 --on 2026-01-06 --exploitability low --severity minor --rationale ""
  aftercare: facts/rationale: a text is expected, not an empty one
  [3]
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --isao-on 2026-02-20 --isao-late-reason " "
  aftercare: facts/isao_late_reason: a text is expected, not an empty one
  [3]
  $ aftercare case supplement 1 --received-on 2026-02-01 --event 1
  aftercare: casefile 1 has no event with number 1: it has none (--event)
  [3]
  $ aftercare case install 1 --release 2.0 --on 2026-02-01 --units 1
  aftercare: device "Pump" has no release "2.0" (--release)
  [3]
  $ aftercare case item 1 --item 5 --reason "being collected" --submit-on 2999-01-01
  aftercare: submit_on 2999-01-01 lies more than 2 years ahead
  [3]
  $ aftercare case item 1 --item 5 --reason "" --submit-on 2026-06-01
  aftercare: more/reason: a text is expected, not an empty one
  [3]
  $ aftercare case check 1 --on 1899-01-01 --result effective
  aftercare: on 1899-01-01 lies before vulnerabilities had names, in 1999
  [3]
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification ""
  aftercare: facts/vex_justification: a text is expected, not an empty one
  [3]
  $ sqlite3 store.db "SELECT DISTINCT kind FROM casefile_record"
  vulnerability
