A report that is owed and not made is owed no more for a reason alone, and the trail tells of it, whatever takes it away.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability medium --severity critical --rationale "reachable" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes >out
  $ aftercare case plan 1 --on 2026-01-21 --timeline-rationale "as soon as it is validated" >out
  $ owed() { aftercare due --today 2026-04-01 --format json | jq -c '[.[] | select(.kind == "report_806" or (.kind | startswith("mdr"))) | [.kind, .due]]'; }
  $ owed
  [["report_806","2026-02-03"]]
  $ aftercare device set Pump --marketed no
  Pump: 1 changed
  $ owed
  [["report_806","2026-02-03"]]
  $ aftercare case decide 1 --today 2026-04-01 --format json | jq -c '.scope, [.warnings[] | select(.id == "marketed_refused") | .says]'
  "in_scope"
  ["The device is said not to be marketed, but units of it went out: the guidance applies as long as any may be in use."]
  $ aftercare case assess 1 --on 2026-04-01 --exploitability low --severity minor --rationale "after the patch"
  aftercare: share_isao was due 2026-01-21, report_806 was due 2026-02-03, distribute_fix was due 2026-03-06: that they are no longer owed needs a reason (--why)
  [5]
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification component_not_present --vex-reviewed-by qa
  aftercare: share_isao was due 2026-01-21, report_806 was due 2026-02-03, distribute_fix was due 2026-03-06: that they are no longer owed needs a reason (--why)
  [5]
  $ owed
  [["report_806","2026-02-03"]]
  $ aftercare case event 1 --kind serious_injury --known-on 2026-03-01 --associated no >out
  $ owed
  [["report_806","2026-02-03"],["mdr_30_day","2026-03-31"]]
  $ aftercare case event 1 --amends 5 --kind malfunction --likely-if-recurs no
  aftercare: mdr_30_day was due 2026-03-31: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare case event 1 --amends 5 --kind malfunction --likely-if-recurs no --why "the ward reported another pump" >out
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification component_not_present --vex-reviewed-by qa --why "none has the component" >out
  $ owed
  []
  $ aftercare audit export 2>/dev/null | jq -R -c 'fromjson? | select(.what == "obligations.moved") | [.why, (.old | fromjson | .obligations), (.new | fromjson | .obligations)]'
  ["the ward reported another pump",[{"kind":"mdr_30_day","starts":"2026-03-01","due":"2026-03-31"}],[]]
  ["none has the component",[{"kind":"share_isao","starts":"2026-01-20","due":"2026-01-21"},{"kind":"report_806","starts":"2026-01-20","due":"2026-02-03"},{"kind":"distribute_fix","starts":"2026-01-05","due":"2026-03-06"}],[]]
