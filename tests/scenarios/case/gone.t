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

The update that users are owed under 524B has no day, and does not go unseen either.

  $ export AFTERCARE_STORE=cyber.db
  $ aftercare device add Pump --class II --pathway 510k --cyber-device yes >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable" >out
  $ aftercare due --undated --today 2026-01-10 | grep update
  -    open   update_out_of_cycle  users         1  ACME-1         Pump
  $ aftercare device set Pump --cyber-device no
  aftercare: casefile 1: update_out_of_cycle was owed: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare device set Pump --clear cyber-device
  aftercare: casefile 1: update_out_of_cycle was owed: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare device set Pump --cyber-device no --why "it has no interface"
  Pump: 1 changed
  $ aftercare audit export 2>/dev/null | jq -R -c 'fromjson? | select(.what == "obligations.moved") | [.why, (.old | fromjson | .obligations), (.new | fromjson | .obligations)]' | tail -1
  ["it has no interface",[{"kind":"update_out_of_cycle","starts":"2026-01-06"}],[]]

What was done too late is not said to have been done in time without a reason; a deed that is entered is one itself.

  $ aftercare case communicate 1 --on 2026-02-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes >out
  $ aftercare case communicate 1 --amends 3 --on 2026-02-10
  casefile 1: communication 4
  $ aftercare case communicate 1 --amends 3 --on 2026-02-01
  aftercare: communicate was due 2026-02-04 and done on 2026-02-10: that it was done in time, on 2026-02-01, needs a reason (--why)
  [5]
  $ aftercare case communicate 1 --amends 3 --on 2026-02-01 --why "the letter of the archive is dated so" >out
  $ aftercare audit export 2>/dev/null | jq -R -c 'fromjson? | select(.what == "obligations.moved") | [.why, (.old | fromjson | .obligations[] | select(.kind == "communicate")), (.new | fromjson | .obligations[] | select(.kind == "communicate"))]' | tail -1
  ["the letter of the archive is dated so",{"kind":"communicate","starts":"2026-01-05","due":"2026-02-04","met_on":"2026-02-10"},{"kind":"communicate","starts":"2026-01-05","due":"2026-02-04","met_on":"2026-02-01"}]
  $ aftercare device set Pump --constituent-part-applicant yes >out
  $ aftercare case event 1 --kind death --known-on 2026-01-20 --associated no --shared-on 2026-01-30 >out
  $ aftercare case event 1 --amends 6 --shared-on 2026-01-24
  aftercare: share_with_other_applicant was due 2026-01-25 and done on 2026-01-30: that it was done in time, on 2026-01-24, needs a reason (--why)
  [5]
  $ aftercare signal add --kind complaint --received 2026-01-05 --summary "It hangs" --device Pump --contact-name Zoe >out
  $ aftercare signal acknowledge 1 --at 2026-02-20
  signal 1: acknowledgement recorded
  $ aftercare signal acknowledge 1 --at 2026-01-12
  aftercare: acknowledge_reporter was due 2026-01-12 and done on 2026-02-20: that it was done in time, on 2026-01-12, needs a reason (--why)
  [5]
  $ aftercare signal acknowledge 1 --at 2026-01-12 --why "the mail of that day was found"
  signal 1: acknowledgement recorded

A device of whose casefile no duty moves is set without a reason, also where the guidance does not apply.

  $ aftercare device add Monitor --class II --pathway 510k >out
  $ aftercare case open --device Monitor --vulnerability ACME-2 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case vulnerability 2 --vex not_affected --vex-justification component_not_present --vex-reviewed-by qa >out
  $ aftercare device set Monitor --common-name monitor
  Monitor: 1 changed
