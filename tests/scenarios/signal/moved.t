The day by which a receipt is acknowledged, and the one by which a complaint is judged, moves later only with a reason, whatever moves it, and the
trail has the day before.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare program set --time-zone America/New_York --acknowledge-within 5
  $ aftercare signal add --kind complaint --received 2026-01-05T20:30:00-05:00 --summary "It hangs" --device Pump --contact-name Zoe >out
  $ aftercare signal add --kind researcher_report --received 2026-01-07 --summary "A port" --device Pump --contact-name Rob >out
  $ aftercare signal acknowledge 2 --at 2026-01-08 >out
  $ due() { aftercare due --today 2026-01-12 | sed -n 's/^\(2026[^ ]*\) *\([a-z]*\) *\([a-z_0-9]*\).*/\1 \2 \3/p'; }
  $ due
  2026-01-10 overdue acknowledge_reporter
  2026-02-04 open decide_mdr
  $ aftercare program set --acknowledge-within 60
  aftercare: signal 1: acknowledge_reporter was due 2026-01-10: a later day, 2026-03-06, needs a reason (--why)
  [5]
  $ aftercare program set --acknowledge-within 60 --why "  "
  aftercare: signal 1: acknowledge_reporter was due 2026-01-10: a later day, 2026-03-06, needs a reason (--why)
  [5]
  $ aftercare program set --time-zone Asia/Tokyo
  aftercare: signal 1: acknowledge_reporter was due 2026-01-10: a later day, 2026-01-11, needs a reason (--why)
  [5]
  $ due
  2026-01-10 overdue acknowledge_reporter
  2026-02-04 open decide_mdr
  $ aftercare program set --acknowledge-within 6 --why "the procedure says six days"
  $ aftercare program set --time-zone Asia/Tokyo --why "the firm has moved"
  $ due
  2026-01-12 open acknowledge_reporter
  2026-02-05 open decide_mdr

Earlier takes none, and is told all the same. What was acknowledged has no day that could move.

  $ aftercare program set --acknowledge-within 3
  $ due
  2026-01-09 overdue acknowledge_reporter
  2026-02-05 open decide_mdr

A receipt that is corrected moves its days too; that takes a reason in any case.

  $ aftercare signal amend 1 --received 2026-01-07 --why "it came by post"
  signal 1: amended
  $ aftercare audit export 2>out | jq -c 'select(.what == "obligations.moved") | [.object, (.old | fromjson | .obligations[] | [.kind, .starts, .due]), (.new | fromjson | .obligations[] | [.kind, .starts, .due]), .why]'
  ["signal 1",["acknowledge_reporter","2026-01-05","2026-01-10"],["acknowledge_reporter","2026-01-05","2026-01-11"],"the procedure says six days"]
  ["signal 1",["acknowledge_reporter","2026-01-05","2026-01-11"],["decide_mdr","2026-01-05","2026-02-04"],["acknowledge_reporter","2026-01-06","2026-01-12"],["decide_mdr","2026-01-06","2026-02-05"],"the firm has moved"]
  ["signal 1",["acknowledge_reporter","2026-01-06","2026-01-12"],["acknowledge_reporter","2026-01-06","2026-01-09"],""]
  ["signal 1",["acknowledge_reporter","2026-01-06","2026-01-09"],["decide_mdr","2026-01-06","2026-02-05"],["acknowledge_reporter","2026-01-07","2026-01-10"],["decide_mdr","2026-01-07","2026-02-06"],"it came by post"]
  $ aftercare audit verify | head -1
  * entries, the audit trail is whole (glob)
