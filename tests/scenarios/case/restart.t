A vulnerability that was found controlled first and uncontrolled later, whose clocks restart by decision (A3): a fix that went out before counts for day 60, so the correction is under way since the reclassification of 2026-02-10, and the ten working days of part 806 run from that.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-08 --exploitability low --severity minor --rationale "local only" >out
  $ aftercare case fix 1 --kind software --text patch --validated-on 2026-01-25 --distributed-on 2026-01-27 --residual-risk acceptable >out
  $ aftercare case assess 1 --on 2026-02-10 --exploitability high --severity critical --rationale "an exploit is public" >out
  $ decided() { aftercare case decide 1 --today 2026-03-20 --format json; }
  $ decided | jq -c .restart >before.json
  $ aftercare case clock 1 --on 2026-02-16 --choice restart --why "another risk" >out
  $ decided | jq -c '[.conditions[] | select(.id == "day30" or .id == "day60") | .id, .state, .on], [.report_806, .report_806_due, .days_overdue], [.warnings[] | select(.id == "nothing_initiated")]'
  ["day30","failed","2026-03-12","day60","met","2026-01-27"]
  ["required","2026-02-25",23]
  []
  $ aftercare due --today 2026-03-20 --format json | jq -c '.[] | select(.kind == "report_806") | .due, .state'
  "2026-02-25"
  "overdue"

Before that was decided the reading said the same.

  $ decided | jq -c .restart | diff before.json -
  $ jq -c '[.report_806, .report_806_due, .days_overdue]' before.json
  ["required","2026-02-25",23]
