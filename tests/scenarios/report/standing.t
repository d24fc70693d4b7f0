An 806 report that was issued may say what is not so any more: of which kind the action is, and what it reaches.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare release add 1.0 --device Pump --units 18 > out
  $ aftercare lot add --device Pump --release 1.0 --lot A1 --quantity 18 > out
  $ aftercare program set --registration-number 1234567 > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable" > out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-07 --associated yes --text t > out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 > out
  $ for i in 2 3 4 5 9 10 11 12; do aftercare case item 1 --item $i --text "as stated elsewhere" > out; done
  $ issue() { aftercare report 806${1:-} 1 --issue --output report.html "${@:2}" 2>&1 | sed 's|-[0-9/]*-0|-DAY-0|'; }
  $ warns() { aftercare case decide 1 --format json | jq -r '.warnings[] | select(.id | startswith("report_806")) | [.id, .says] | join(": ")'; }
  $ today=$(date -u +%F)
  $ issue
  aftercare: casefile 1: report 13, 1234567-DAY-001-C
  $ warns

The number says whether it is a correction or a removal (21 CFR 806.10(c)(1)). Before FDA has it the report is issued anew.

  $ cp store.db removal.db; export AFTERCARE_STORE=removal.db
  $ aftercare case correct 1 --kind removal > out
  $ warns
  report_806_kind: record 13, the report that was issued, is of a correction, and the action is a removal by now: issue it anew, under a number of a removal (21 CFR 806.10(c)(1))
  $ aftercare report casefile 1 --format json | jq -r '.determination.warnings[].id' | grep report_806
  report_806_kind
  $ aftercare report 806 1 | grep -o 'removal; the report that was issued is of a correction'
  removal; the report that was issued is of a correction
  $ aftercare case correct 1 --reported-on $today 2>&1 | sed "s/$today/TODAY/"
  aftercare: reported_on TODAY: record 13, the report that was issued, is of a correction, and the action is a removal: issue it anew, under a number of a removal (21 CFR 806.10(c)(1)), or say why not (--why)
  $ issue "" --why "the units are returned"
  aftercare: casefile 1: report 15, 1234567-DAY-001-R
  $ warns
  $ aftercare case correct 1 --reported-on $today
  casefile 1: correction 16

Once FDA has it the kind is not changed without a reason, and an amendment says so.

  $ export AFTERCARE_STORE=store.db
  $ aftercare case correct 1 --reported-on $today
  casefile 1: correction 14
  $ cp store.db extent.db
  $ aftercare case correct 1 --kind removal 2>&1 | sed "s/$today/TODAY/"
  aftercare: kind: FDA was given the report of a correction on TODAY: say why the action is a removal (--why)
  $ aftercare case correct 1 --kind removal --why "the units are returned"
  casefile 1: correction 15
  $ warns
  report_806_kind: FDA was given record 13, the report of a correction, and the action is a removal by now: tell FDA so in an amendment
  $ owed() { aftercare case decide 1 --format json | jq -r '.obligations[] | select(.kind == "amend_806") | [.due // "no day", .state, (.says // "-" | .[0:60])] | join(": ")' | sed "s/$today/TODAY/"; }
  $ owed
  no day: open: FDA was given record 13, the report of a correction, and the
  $ aftercare report 806-amendment 1 | grep -o 'removal; the report that was issued is of a correction'
  removal; the report that was issued is of a correction
  $ issue -amendment
  aftercare: casefile 1: report 16, 1234567-DAY-001-C
  $ warns; owed

What came in since is asked about: is the action extended (21 CFR 806.10(d))? An amendment is owed, of no day until it is said when it was extended, or why it is not.

  $ export AFTERCARE_STORE=extent.db
  $ warns; owed
  $ aftercare lot add --device Pump --release 1.0 --lot A2 --quantity 4 > out
  $ warns
  report_806_extent: record 13, the report that was issued, does not know 1 lot that came in since: is the action extended to that (21 CFR 806.10(d)), or does what was reported differ (806.10(c)(5), (9), (11))?
  $ owed
  no day: open: record 13, the report that was issued, does not know 1 lot t
  $ aftercare due --undated --format json | jq -c '[.[] | select(.kind == "amend_806") | .due]'
  [null]
  $ aftercare case close 1 --on $today 2>&1 | grep -o 'amend_806, which has no day'
  amend_806, which has no day
  $ aftercare case item 1 --item 5 --not-extended "A2 is a slip of A1, whose units were reported"
  casefile 1: report_item 15
  $ warns; owed
  $ aftercare report 806 1 --format json | jq -r '.content[] | .. | .text? // empty' | grep -c 'slip of A1'
  0
  [1]
  $ aftercare report casefile 1 | grep -o 'Why the action is not extended' | head -n 1
  Why the action is not extended
  $ aftercare release add 0.9 --device Pump --units 4 > out
  $ aftercare lot add --device Pump --release 0.9 --lot A3 --quantity 4 > out
  $ printf 'account,name,country,device,release,lot,shipped_on,quantity\n1003,City Clinic,US,Pump,0.9,A3,2025-02-01,4\n' > more.csv
  $ aftercare consignee import more.csv > out
  $ warns | cut -c 1-109
  report_806_extent: record 13, the report that was issued, does not know 1 software version, 1 lot, 1 shipment
  $ aftercare case extend 1 --initiated-on $today --text "lots A2 and A3" > out
  $ owed | sed 's/^[0-9-]*/DAY/'
  DAY: open: -
  $ issue -amendment
  aftercare: casefile 1: report 17, 1234567-DAY-001-C
  $ warns
