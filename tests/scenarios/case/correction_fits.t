What is stated of a correction fits what the file and the register show. Day 30 is 2026-02-04.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member no >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --describes-impact yes >out
  $ says() { aftercare case decide 1 --today $1 --format json | jq -c "$2"; }

The first communication initiated it (A4): a day behind it is refused, and does not count where a communication is entered after it.

  $ aftercare case correct 1 --kind correction --initiated-on 2026-02-10
  aftercare: initiated_on: the day of initiation that is stated lies behind the first communication or the first day on which a fix was available: the earliest counts, 2026-01-20 (--initiated-on)
  [5]
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-19
  casefile 1: correction 4
  $ says 2026-01-30 .report_806_due
  "2026-02-02"
  $ aftercare case communicate 1 --on 2026-01-12 --to customers >out
  $ says 2026-01-30 '.report_806_due, [.warnings[].id]'
  "2026-01-27"
  ["initiation_stated_later"]

A stock recovery is none of what is in use or what customers were told of, whether it is claimed before or after that is known.

  $ aftercare case correct 1 --stock-recovery yes --why "none was shipped"
  aftercare: stock_recovery: units have been released, users told, or an event is on file, so this is no stock recovery (21 CFR 806.2(m)) (--stock-recovery)
  [5]
  $ aftercare device add Monitor --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Monitor --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case correct 2 --stock-recovery yes
  aftercare: communicate was due 2026-02-04, plan_remediation was due 2026-02-04, distribute_fix was due 2026-03-06: that they are no longer owed needs a reason (--why)
  [5]
  $ aftercare case correct 2 --stock-recovery yes --why "none was shipped" >out
  $ of_monitor() { aftercare case decide 2 --today $1 --format json | jq -c '.scope, [.warnings[].id]'; }
  $ of_monitor 2026-01-30
  "stock_recovery"
  []
  $ aftercare release add 1.0 --device Monitor --units 12 >out
  $ of_monitor 2026-01-30
  "in_scope"
  ["stock_recovery_refused"]
  $ printf 'account,name,country,device,shipped_on,quantity\n1001,General Hospital,US,Monitor,2025-03-01,200\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ of_monitor 2026-01-30
  "in_scope"
  ["stock_recovery_refused"]
  $ aftercare case correct 2 --stock-recovery yes
  aftercare: stock_recovery: units have been released, users told, or an event is on file, so this is no stock recovery, 200 units (21 CFR 806.2(m)) (--stock-recovery)
  [5]
  $ aftercare case correct 1 --reported-on 2026-02-03
  casefile 1: correction 8

A report under part 803 stands in for the 806 report where it was required, submitted, and is on file.

  $ aftercare case correct 1 --reported-under-803 2026-02-02 --rely-on-803 yes
  aftercare: reported_under_803: the action is said to be reported under part 803, but no medical device report that was required and submitted by then is on file: it does not stand in for the 806 report (21 CFR 806.10(f)) (--reported-under-803)
  [5]
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-20 --associated yes --likely-if-recurs yes --mdr-submitted-on 2026-02-02 >out
  $ aftercare case correct 1 --reported-under-803 2026-02-02 --rely-on-803 yes
  casefile 1: correction 10
  $ says 2026-02-10 .report_806
  "not_required"
