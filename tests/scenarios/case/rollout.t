A fix on its way to the field: validated, distributed, installed, checked.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ cat >where.csv <<'END'
  > account,name,country,device,release,shipped_on,quantity
  > 1001,General Hospital,US,Pump,1.0,2025-03-01,200
  > END
  $ aftercare release add 1.0 --device Pump --units 200 >out
  $ aftercare release add 1.1 --device Pump >out; aftercare release add 1.2 --device Pump >out
  $ aftercare consignee import where.csv >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-03-01 >out 2>&1
  $ aftercare case progress 1
  nothing was distributed
  $ aftercare case fix 1 --kind software --residual-risk acceptable
  casefile 1: fix 2

Nothing is distributed before it is validated, and a validation that failed is none.

  $ send() { aftercare case distribute 1 --fix 2 --release 1.1 --on 2026-04-01 --units 200 --known-units 180 --to 1001; }
  $ send
  aftercare: a fix is distributed after it has been validated: fix 2 has no validation that passed by 2026-04-01 (21 CFR 11.10(f))
  [5]
  $ aftercare case validate 1 --fix 2 --on 2026-03-20 --result fail --protocol VP-17 --validated-by "J. Okafor"
  casefile 1: validation 3
  $ send
  aftercare: a fix is distributed after it has been validated: fix 2 has no validation that passed by 2026-04-01 (21 CFR 11.10(f))
  [5]
  $ aftercare case validate 1 --fix 2 --on 2026-04-02 --result pass --protocol VP-17 >out
  $ send
  aftercare: a fix is distributed after it has been validated: fix 2 has no validation that passed by 2026-04-01 (21 CFR 11.10(f))
  [5]
  $ aftercare case validate 1 --amends 4 --on 2026-03-28 >out
  $ send
  casefile 1: distribution 6

What went out validated is not made to have gone out before it.

  $ aftercare case validate 1 --amends 5 --on 2026-04-02
  aftercare: validation of 2026-04-02: distribution 6 went out on 2026-04-01, and a fix is distributed after it has been validated (21 CFR 11.10(f)) (--on)
  [5]

What is installed is of a release that was distributed, and no more than is to get it.

  $ install() { aftercare case install 1 --release "$1" --on "$2" --units "$3" $4 $5; }
  $ install 1.2 2026-04-11 100
  aftercare: nothing was distributed in release "1.2" by that day (case distribute)
  [5]
  $ install 1.1 2026-03-31 100
  aftercare: nothing was distributed in release "1.1" by that day (case distribute)
  [5]
  $ install 1.1 2026-04-11 100 --consignee 1001
  casefile 1: installation 7
  $ install 1.1 2026-04-12 1 --consignee 1002 2>&1 | grep -c 1002
  1
  $ install 1.1 2026-05-01 101
  aftercare: 200 units of release "1.1" are to get the fix, 100 have it: 101 more are too many
  [5]
  $ install 1.1 2026-05-01 60 >out; install 1.1 2026-06-30 20 >out
  $ aftercare case progress 1
  release  available   target  known  done   share  days to 50 %  90 %  100 %
  1.1      2026-04-01     200    180   180  90.0 %            10    90      -
  $ aftercare case progress 1 --today 2026-04-30
  release  available   target  known  done   share  days to 50 %  90 %  100 %
  1.1      2026-04-01     200    180   100  50.0 %            10     -      -
  $ m3() { aftercare report metrics --from 2026-04-01 --to 2026-07-31 | grep ^M3:; }
  $ m3
  M3: n/a, 0 complete, 1 not complete

Units that never will get it are taken out of the target, with a reason.

  $ install 1.1 2026-06-30 20 --reason retired
  casefile 1: installation 10
  $ aftercare case progress 1 --format json | grep -E '"(target|known|done|days_100)"'
      "target": 180,
      "known": 180,
      "done": 180,
      "days_100": 90
  $ m3
  M3: 90.0, 1 complete, 0 not complete

The plan says within how many days of an update the known units are to have it.

  $ rate() { aftercare report metrics --from 2026-04-01 --to 2026-07-31 | grep ^patching; }
  $ rate
  patching capability: n/a: no update has a plan whose target day lies in the period
  $ aftercare case plan 1 --on 2026-03-20 --timeline-rationale 'sites update in turn' --target-days 30
  casefile 1: plan 11
  $ rate
  patching capability: 88.9 %, 160 of 180 known units by the target day
  $ aftercare case install 1 --release 1.1 --on 2026-06-30 --units 1 --reason eaten
  aftercare: --reason is one of refused|lost|retired, not "eaten"
  [2]

What consignees answered, the last answer of each, over those whom the communication must reach.

  $ aftercare case communicate 1 --on 2026-03-20 --to customers --isao-on 2026-03-20 >out
  $ informed() { aftercare report metrics --from 2026-03-01 --to "$1" | grep -E '^K6 .*(confirmed|get there|did not answer)'; }
  $ informed 2026-07-31
  K6   customers confirmed informed                        0.0 %              0 of 1
  K6   communications that did not get there               0
  K6   customers that did not answer                       1
  $ aftercare case response 1 --consignee 1001 --on 2026-03-25 --result bounced >out
  $ aftercare case response 1 --consignee 1001 --on 2026-04-02 --result confirmed --units 3 >out
  $ informed 2026-03-31
  K6   customers confirmed informed                        0.0 %              0 of 1
  K6   communications that did not get there               1
  K6   customers that did not answer                       0
  $ informed 2026-07-31
  K6   customers confirmed informed                        100.0 %            1 of 1
  K6   communications that did not get there               0
  K6   customers that did not answer                       0
  $ aftercare case response 1 --consignee 9999 --on 2026-04-02 --result confirmed
  aftercare: there is no consignee of account "9999"; aftercare consignee list shows all
  [3]
  $ aftercare case response 1 --on 2026-04-02 --result confirmed
  aftercare: the consignee is missing (--consignee)
  [3]
  $ aftercare case response 1 --consignee 1001 --on 2026-04-02 --result maybe
  aftercare: --result is one of confirmed|bounced|no_answer, not "maybe"
  [2]
  $ aftercare report metrics --from 2026-03-01 --to 2026-07-31 | grep -E '^K(7|12|13) '
  K7   releases with an SBOM                               0.0 %              0 of 3
  K7   components with an identifier                       n/a                0 of 0
  K7   components that state support                       n/a                0 of 0
  K7   components past end of support                      n/a                of 0 that state support
  K12  released within the regular cycle                   n/a: not recorded  needs the length of the regular cycle: regular_cycle_months of the policy
  K12  out-of-cycle lead time                              n/a                of 0
  K13  sources checked on schedule                         n/a                0 of 0

Effectiveness checks are counted with the measures.

  $ aftercare case check 1 --level A --consignee 1001 --on 2026-07-02 --result effective >out
  $ aftercare case check 1 --on 2026-07-03 --result no_answer >out
  $ aftercare report metrics --from 2026-03-01 --to 2026-07-31 | grep -E '^K(6 .*checks|10 .*validations)'
  K6   effectiveness checks that found it effective        50.0 %             1 of 2
  K10  validations that failed                             1
  $ aftercare case check 1 --on 2026-07-03
  aftercare: the result is missing (--result)
  [3]
  $ aftercare case validate 1 --fix 3 --on 2026-07-03 --result pass
  aftercare: casefile 1 has no fix with number 3: the one it has is record 2 (--fix)
  [3]
  $ aftercare case distribute 1 --fix 2 --release 1.1 --on 2999-01-01 --units 1 2>&1 | sed 's/today, .*/today/'
  aftercare: on 2999-01-01 is after today
  $ aftercare case install 1 --release 1.1 --on 2026-07-03
  aftercare: the release and the number of units are needed (--release)
  [3]
  $ aftercare audit verify | tail -1
  38 entries, the audit trail is whole

Who got it has an account, and what proves it is attached to the casefile.

  $ aftercare case distribute 1 --fix 2 --release 1.1 --on 2026-04-01 --units 1 --to 1001 --to 9999
  aftercare: to: there is no consignee of account "9999"; aftercare consignee list shows all
  [3]
  $ digest=$(printf 'all passed' | sha256sum | cut -c1-64)
  $ aftercare case validate 1 --fix 2 --on 2026-03-28 --result pass --evidence $digest
  aftercare: evidence: casefile 1 has no attachment with the SHA-256 "aa4e1bfe13cb3a0561f0c2457afd66e88c79b5aa8883c9f8d7906d71772de86f"; aftercare case attach keeps one
  [3]
  $ printf 'all passed' >report.txt; aftercare case attach 1 report.txt | sed 's/ [0-9a-f]\{64\}.*/ DIGEST/'
  casefile 1: attachment 17, SHA-256 DIGEST
  $ aftercare case validate 1 --fix 2 --on 2026-03-28 --result pass --evidence $digest
  casefile 1: validation 18

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
