A death that is associated with the vulnerability became known behind the assessment that finds its risk controlled: it is to be assessed again, and holds the casefile open until it is.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-02-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-02-05 --exploitability low --severity minor --rationale r >out
  $ aftercare case event 1 --kind death --known-on 2026-02-20 --associated yes --mdr-submitted-on 2026-02-25 >out 2>&1
  $ decided() { aftercare case decide 1 --today 2026-03-02 --format json | jq -c '[.risk, .final], [.warnings[] | select(.id == "assessment_overtaken") | .id], [.obligations[] | select(.kind == "reassess_changed") | .due, .state]'; }
  $ decided
  ["controlled",false]
  ["assessment_overtaken"]
  ["2026-02-20","overdue"]
  $ aftercare due --today 2026-03-02 | grep -o "2026.*reassess_changed"
  2026-02-20  overdue  reassess_changed
  $ aftercare case close 1 --on 2026-03-02
  aftercare: casefile 1 still owes reassess_changed, due 2026-02-20
  [5]

An assessment that still judges the harm to be less is no answer.

  $ aftercare case assess 1 --on 2026-02-25 --exploitability low --severity serious --rationale "looked again" >out 2>&1
  $ decided
  ["controlled",false]
  ["assessment_overtaken"]
  ["2026-02-20","overdue"]
  $ aftercare case assess 1 --on 2026-02-26 --exploitability medium --severity catastrophic --rationale "a patient died of it" >out 2>&1
  $ decided
  ["uncontrolled",false]
  []
  []
