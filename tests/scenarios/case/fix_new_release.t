A release that came with the fix is not concerned: units that run it have the fix, installed or shipped with it. Day 60 is 2026-10-02.

  $ export AFTERCARE_USER=ra
  $ shipped() { printf 'account,name,country,device,release,lot,shipped_on,quantity,returned\n' >c.csv; printf '%s\n' "$@" >>c.csv; aftercare consignee import c.csv >out; }
  $ begin() { export AFTERCARE_STORE=$1.db; aftercare program set --isao-member yes >out; aftercare device add P --class II --pathway 510k >out; for r in 1.0 2.0; do aftercare release add $r --device P >out; done; \
  > shipped 1,Hosp,US,P,1.0,L1,2024-02-29,10,0; \
  > aftercare case open --device P --vulnerability R-1 --learned-on 2026-08-03 >out 2>&1; aftercare case assess 1 --on 2026-08-04 --exploitability high --severity critical --rationale bad >out; aftercare case control 1 --identified-on 2026-08-05 --adds-risk no --text i >out; aftercare case plan 1 --on 2026-08-06 --timeline-rationale x >out; \
  > aftercare case communicate 1 --on 2026-08-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-08-10 --text t >out; aftercare case fix 1 --kind software --validated-on 2026-08-20 --residual-risk acceptable; }
  $ send() { aftercare case distribute 1 --fix 6 --release "$@"; }
  $ now() { aftercare case decide 1 --today 2026-11-30 --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on), .report_806, .report_806_due], [.obligations[] | select(.state == "overdue") | .kind]'; }
  $ concerned() { rm -rf p; aftercare report inspection 1 --output p.zip >out; python3 -m zipfile -e p.zip p; (cd p; python3 verify.py | grep -o "no faults"); jq -c .releases_concerned p/casefile-1/facts.json; }

Installed in six of ten units.

  $ begin installed
  casefile 1: fix 6
  $ send 2.0 --on 2026-08-25 --units 10
  casefile 1: distribution 7
  $ now
  ["met","2026-08-25","not_intended_to_enforce",null]
  []
  $ shipped 1,Hosp,US,P,1.0,L1,2024-02-29,4,0 1,Hosp,US,P,2.0,L1b,2024-02-29,6,0
  $ now
  ["met","2026-08-25","not_intended_to_enforce",null]
  []
  $ concerned
  no faults
  [{"release":"1.0","units":4},{"units":6}]
  $ aftercare case install 1 --release 2.0 --on 2026-09-01 --units 6 --consignee 1
  casefile 1: installation 8

More units of it than it ever went to are not explained by that: the register was not complete.

  $ shipped 1,Hosp,US,P,1.0,L1,2024-02-29,10,0 1,Hosp,US,P,2.0,L1b,2024-02-29,6,0
  $ now
  ["failed","2026-10-02","required","2026-08-24"]
  ["report_806","distribute_fix"]

Units that are shipped with it have it from the first day.

  $ begin shipped
  casefile 1: fix 6
  $ send 2.0 --on 2026-08-25 --units 10
  casefile 1: distribution 7
  $ shipped 2,Clinic,US,P,2.0,L2,2026-11-20,3,0
  $ now
  ["met","2026-08-25","not_intended_to_enforce",null]
  []
  $ concerned
  no faults
  [{"release":"1.0","units":10}]
  $ send 2.0 --on 2026-11-20 --units 3
  casefile 1: distribution 8

A later release came with it where a person says so.

  $ aftercare release add 3.0 --device P >out
  $ shipped 3,Ward,US,P,3.0,L3,2026-11-21,5,0
  $ now
  ["failed","2026-11-21","required","2026-08-24"]
  ["report_806","distribute_fix"]
  $ send 3.0 --on 2026-11-21 --units 5 --has-fix yes
  aftercare: report_806 was due 2026-08-24: that it is no longer owed needs a reason (--why)
  [5]
  $ send 3.0 --on 2026-11-21 --units 5 --has-fix yes --why "3.0 is built from 2.0"
  casefile 1: distribution 9
  $ now
  ["met","2026-08-25","not_intended_to_enforce",null]
  []

Not so where what went out failed its validation since.

  $ aftercare case validate 1 --fix 6 --on 2026-11-25 --result fail >out
  $ now
  ["failed","2026-11-25","required","2026-08-24"]
  ["report_806","distribute_fix"]

Units of an old release that are shipped behind day 60 fail the condition on that day, unless the fix goes with them.

  $ begin late
  casefile 1: fix 6
  $ send 1.0 --on 2026-08-25 --units 10
  casefile 1: distribution 7
  $ shipped 2,Clinic,US,P,1.0,L2,2026-11-20,3,0
  $ now
  ["failed","2026-11-20","required","2026-08-24"]
  ["report_806","distribute_fix"]
  $ concerned
  no faults
  [{"release":"1.0","units":3,"since":"2026-11-20"},{"release":"1.0","units":10}]
  $ send 1.0 --on 2026-11-22 --units 3
  casefile 1: distribution 8
  $ now
  ["failed","2026-11-20","required","2026-08-24"]
  ["report_806"]
  $ aftercare case distribute 1 --fix 6 --release 1.0 --on 2026-11-20 --units 3 --amends 8
  aftercare: report_806 was due 2026-08-24: that it is no longer owed needs a reason (--why)
  [5]
  $ aftercare case distribute 1 --fix 6 --release 1.0 --on 2026-11-20 --units 3 --amends 8 --why "the log says the 20th"
  casefile 1: distribution 9
  $ now
  ["met","2026-08-25","not_intended_to_enforce",null]
  []
