Days in the order in which things happen: work after the vulnerability was learned of, a report after its action began, an answer after something was sent.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare consignee add 1001 --name "General Hospital" --country US >out
  $ aftercare program set --isao-member yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 >out 2>&1

Whoever worked on it knew of it (A1: the earliest).

  $ aftercare case assess 1 --on 2026-01-04 --exploitability high --severity critical --rationale "reachable"
  aftercare: on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--on)
  [5]
  $ aftercare case plan 1 --on 2026-01-04 --timeline-rationale "in turn"
  aftercare: on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--on)
  [5]
  $ aftercare case control 1 --identified-on 2026-01-04 --adds-risk no --text "a firewall"
  aftercare: identified_on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--identified-on)
  [5]
  $ aftercare case communicate 1 --on 2026-01-04 --to customers
  aftercare: on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--on)
  [5]
  $ aftercare case communicate 1 --on 2026-01-06 --to customers --isao-on 2026-01-04
  aftercare: isao_on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--isao-on)
  [5]
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-04
  aftercare: initiated_on 2026-01-04 is before the vulnerability was learned of, 2026-01-05: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--initiated-on)
  [5]
  $ sqlite3 store.db "SELECT count(*) FROM casefile_record"
  1
  $ aftercare case vulnerability 1 --learned-on 2026-01-03 --why "the note of the service" >out
  $ aftercare case assess 1 --on 2026-01-04 --exploitability high --severity critical --rationale "reachable"
  casefile 1: assessment 3
  $ aftercare case vulnerability 1 --learned-on 2026-01-05 --why "an error"
  aftercare: learned_on 2026-01-05 is behind an assessment of 2026-01-04, record 3: whoever worked on it knew of it (--learned-on)
  [5]
  $ aftercare case assess 1 --amends 3 --on 2026-01-02 --why "a slip"
  aftercare: on 2026-01-02 is before the vulnerability was learned of, 2026-01-03: whoever worked on it knew of it; the earlier learning day is stated first, or the right day here (--on)
  [5]

Whoever answers was sent something.

  $ aftercare case response 1 --consignee 1001 --on 2026-01-10 --result confirmed
  aftercare: nothing was sent by that day that they could answer: casefile 1 has no communication of then (case communicate)
  [5]
  $ aftercare case check 1 --level A --consignee 1001 --on 2026-01-10 --result effective
  aftercare: nothing was sent by that day that they could answer: casefile 1 has no communication of then (case communicate)
  [5]
  $ aftercare case communicate 1 --on 2026-01-12 --to customers >out
  $ aftercare case response 1 --consignee 1001 --on 2026-01-11 --result confirmed
  aftercare: nothing was sent by that day that they could answer: casefile 1 has no communication of then (case communicate)
  [5]
  $ aftercare case response 1 --consignee 1001 --on 2026-01-12 --result confirmed
  casefile 1: response 5
  $ aftercare case check 1 --level A --consignee 1001 --on 2026-01-13 --result effective
  casefile 1: effectiveness_check 6

An action is reported when it has begun, extended after it, and the extension told of after that.

  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-12 --reported-on 2026-01-11
  aftercare: reported_on 2026-01-11 is before the action was initiated, 2026-01-12 (--reported-on)
  [5]
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-12 --reported-on 2026-01-20
  casefile 1: correction 7
  $ aftercare case extend 1 --initiated-on 2026-01-11 --text "lot B7"
  aftercare: initiated_on 2026-01-11 is before the action itself was initiated, 2026-01-12 (--initiated-on)
  [5]
  $ aftercare case extend 1 --initiated-on 2026-01-25 --amended-on 2026-01-24 --text "lot B7"
  aftercare: amended_on 2026-01-24 is before the extension was initiated, 2026-01-25 (--amended-on)
  [5]
  $ aftercare case extend 1 --initiated-on 2026-01-25 --text "lot B7"
  casefile 1: extension 8
  $ aftercare case extend 1 --amends 8 --amended-on 2026-01-24
  aftercare: amended_on 2026-01-24 is before the extension was initiated, 2026-01-25 (--amended-on)
  [5]
  $ aftercare case extend 1 --amends 8 --amended-on 2026-01-26
  casefile 1: extension 9

An amendment amends a report that FDA has. What was extended by the day of the report belongs into it, and owes none (21 CFR 806.10(d)).

  $ cp store.db early.db; export AFTERCARE_STORE=early.db
  $ aftercare case correct 1 --reported-on 2026-01-27
  aftercare: amended_on 2026-01-26 is before FDA was given the report, 2026-01-27 (--reported-on)
  [5]
  $ aftercare case open --device Pump --vulnerability CVE-2021-31579 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case event 2 --kind malfunction --known-on 2026-01-06 --associated no >out; aftercare case correct 2 --kind correction --initiated-on 2026-01-12 >out
  $ aftercare case extend 2 --initiated-on 2026-01-16 --amended-on 2026-01-17 --text e
  aftercare: amended_on 2026-01-17: no day is stated on which FDA was given the report: until then an extension belongs into the report itself (21 CFR 806.10(d)) (--amended-on)
  [5]
  $ aftercare case extend 2 --initiated-on 2026-01-16 --text e >out
  $ amend() { aftercare case decide 2 --today 2026-02-20 --format json | jq -c '.amendment_806_due, [.obligations[] | select(.kind == "amend_806") | .starts, .state]'; }
  $ amend
  null
  []
  $ aftercare case correct 2 --reported-on 2026-01-20 >out
  $ amend
  null
  []
  $ aftercare case extend 2 --initiated-on 2026-01-21 --text f >out
  $ amend
  "2026-02-04"
  ["2026-01-21","overdue"]
  $ export AFTERCARE_STORE=store.db

What was issued here was not given to FDA before.

  $ aftercare case open --device Pump --vulnerability CVE-2021-31572 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 2 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable" >out
  $ aftercare case correct 2 --kind correction --initiated-on 2026-01-12 >out
  $ for i in 2 3 4 5 9 10 11 12; do aftercare case item 2 --item $i --text "as stated elsewhere" >out; done
  $ aftercare report 806 2 --issue --output report.html 2>&1 | sed 's/, 0000000.*/, NUMBER/'
  aftercare: casefile 2: report 21, NUMBER
  $ aftercare case correct 2 --reported-on 2026-02-01 2>&1 | sed "s/of $(date -u +%F)/of TODAY/"
  aftercare: reported_on 2026-02-01 is before the report was issued and signed, record 21 of TODAY: state the day on which FDA was given it, or say why it was made elsewhere (--why)
  $ aftercare case correct 2 --reported-on 2026-02-01 --why "given on paper, before it was issued here" > out
  $ aftercare case correct 2 --reported-on $(date -u +%F) --why "the day of what was issued here"
  casefile 2: correction 23
