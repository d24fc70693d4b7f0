What a casefile owes besides its clocks, from the event that starts it to the record that meets it.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class III --pathway pma --marketed yes --constituent-part-applicant yes --approved-on 2020-06-30 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ owed() { aftercare case decide 1 --today "$1" --format json | python3 -c '
  > import json, sys
  > for o in json.load(sys.stdin)["obligations"]:
  >     if o["kind"] in sys.argv[1:]: print(o["kind"], o["starts"], o["due"], o["state"], o["met_on"])' $2 $3; }

An event, shared late; what was received after its report, twice.

  $ aftercare case event 1 --kind death --known-on 2026-01-10 --associated no --mdr-submitted-on 2026-01-20 >out
  $ owed 2026-01-15 share_with_other_applicant
  share_with_other_applicant 2026-01-10 2026-01-15 open None
  $ aftercare case event 1 --amends 2 --shared-on 2026-01-16 >out
  $ owed 2026-01-20 share_with_other_applicant
  share_with_other_applicant 2026-01-10 2026-01-15 missed 2026-01-16
  $ aftercare case supplement 1 --received-on 2026-02-01 --event 2 --report-number 1234567-2026-00001 --text "the log of the pump"
  casefile 1: supplement 4
  $ aftercare case supplement 1 --received-on 2026-02-10 >out
  $ aftercare case supplement 1 --amends 4 --submitted-on 2026-03-03 >out
  $ owed 2026-03-13 supplement_mdr
  supplement_mdr 2026-02-01 2026-03-03 met 2026-03-03
  supplement_mdr 2026-02-10 2026-03-12 overdue None
  $ aftercare case supplement 1 --amends 4 --received-on 2026-01-30 >out
  $ owed 2026-03-13 supplement_mdr
  supplement_mdr 2026-01-30 2026-03-01 missed 2026-03-03
  supplement_mdr 2026-02-10 2026-03-12 overdue None

The action, extended before anything else is stated of it, and after.

  $ aftercare case extend 1 --initiated-on 2026-02-20 >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-02-02 --reported-on 2026-02-10 >out
  $ aftercare case extend 1 --initiated-on 2026-02-24 --text "two more lots" >out
  $ aftercare case extend 1 --amends 8 --amended-on 2026-02-27 >out
  $ owed 2026-03-01 amend_806
  amend_806 2026-02-20 2026-03-06 met 2026-02-27
  amend_806 2026-02-24 2026-03-10 open None

The change: evaluated, distributed, told of.

  $ aftercare case assess 1 --on 2026-02-01 --exploitability high --severity critical --rationale "reachable" >out
  $ owed 2026-03-01 evaluate_premarket
  evaluate_premarket 2026-02-01 None open None
  $ aftercare case premarket 1 --on 2026-02-25 --question "could it significantly affect safety?" --conclusion periodic_report --basis "814.39(b)" --evaluated-by "R. Amsel"
  casefile 1: premarket_evaluation 13
  $ aftercare case premarket 1 --on 2026-02-25 --conclusion perhaps
  aftercare: --conclusion is one of document_to_file|new_510k|pma_supplement|30_day_notice|periodic_report|other, not "perhaps"
  [2]
  $ aftercare case fix 1 --kind software --validated-on 2026-02-26 --distributed-on 2026-02-27 --residual-risk acceptable >out
  $ owed 2026-03-01 evaluate_premarket periodic_report
  periodic_report 2026-02-27 2026-06-30 open None
  evaluate_premarket 2026-02-01 None met 2026-02-25
  $ aftercare case periodic 1 --reported-on 2026-06-29 >out
  $ owed 2026-07-01 periodic_report
  periodic_report 2026-02-27 2026-06-30 met 2026-06-29
  $ aftercare audit verify | tail -1
  19 entries, the audit trail is whole
