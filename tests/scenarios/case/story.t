A casefile from opening to closing. The four conditions are met, so FDA does not intend to enforce the report.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add "Pump One" --class II --pathway 510k --cyber-device yes
  device 1: Pump One
  $ aftercare program set --isao-member yes --time-zone America/New_York --registration-number 1234567
  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title "Queue overflow"
  aftercare: no record in the store is about CVE-2021-31571: is the name right? feeds may be older than it
  casefile 1: CVE-2021-31571 in Pump One
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward's network" --cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  casefile 1: assessment 2
  $ aftercare case plan 1 --on 2026-01-20 --timeline-rationale "two weeks of regression runs"
  casefile 1: plan 3
  $ aftercare case control 1 --identified-on 2026-01-06 --long-term no --adds-risk no --text "off the network"
  casefile 1: control 4
  $ aftercare due --today 2026-01-10
  due         state  what              to                         casefile  vulnerability   device
  2026-02-01  open   communicate       customers, user community         1  CVE-2021-31571  Pump One
  2026-02-01  open   plan_remediation  file                              1  CVE-2021-31571  Pump One
  2026-03-03  open   distribute_fix    customers, user community         1  CVE-2021-31571  Pump One
  2 owed without a day: aftercare due --undated
  $ aftercare due --today 2026-01-10 --within 25d
  due         state  what              to                         casefile  vulnerability   device
  2026-02-01  open   communicate       customers, user community         1  CVE-2021-31571  Pump One
  2026-02-01  open   plan_remediation  file                              1  CVE-2021-31571  Pump One
  2 owed without a day: aftercare due --undated

A notice at 23:50 in New York on day 30 is in time, although it is the next day in UTC.

  $ aftercare case communicate 1 --text "Dear customer" --on 2026-02-01T23:50:00-05:00 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-02-01T23:55:00-05:00
  casefile 1: communication 5
  $ aftercare case fix 1 --kind software --validated-on 2026-02-20 --text "release 1.1"
  casefile 1: fix 6

A fix is in the file once, and what is learned later amends it; the first record stays.

  $ aftercare case fix 1 --amends 6 --distributed-on 2026-03-02 --residual-risk acceptable --residual-on 2026-03-02 --why "entered late"
  casefile 1: fix 7
  $ aftercare case decide 1 --today 2026-03-04 --format json | grep -E '"(risk|day30|day60|discretion|report_806|final)":|"id"|"state": "(met|failed|pending)"'
    "risk": "uncontrolled",
    "final": true,
    "day30": "2026-02-01",
    "day60": "2026-03-03",
    "discretion": "applies",
        "id": "no_serious_events",
        "state": "met",
        "id": "day30",
        "state": "met",
        "id": "day60",
        "state": "met",
        "id": "isao",
        "state": "met",
    "report_806": "not_intended_to_enforce",
        "state": "met",
        "state": "met",
        "state": "met",
        "state": "met",
        "state": "met",

The file is not closed before its record stands in place of the report, and the change was looked at for a premarket submission.

  $ aftercare case close 1 --on 2026-03-05
  aftercare: casefile 1 still owes record_806_20, which has no day; evaluate_premarket, which has no day
  [5]
  $ aftercare device set "Pump One" --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 >out; aftercare release add 1.0 --device "Pump One" --units 18 >out; aftercare lot add --device "Pump One" --release 1.0 --lot A1 >out; aftercare program set --designated-person "D. Okonjo" >out
  $ aftercare report 806.20 1 --issue --today 2026-03-05 --output record.html 2>/dev/null
  $ aftercare case close 1 --on 2026-03-05
  aftercare: casefile 1 still owes evaluate_premarket, which has no day
  [5]
  $ aftercare case premarket 1 --on 2026-03-05 --question "solely to strengthen security?" --conclusion document_to_file --basis "807.81(a)(3)"
  casefile 1: premarket_evaluation 9
  $ aftercare case close 1 --on 2026-03-05
  casefile 1: closed on 2026-03-05
  $ aftercare case assess 1 --on 2026-03-06 --exploitability low --severity minor --rationale late
  aftercare: casefile 1 was closed on 2026-03-05 (aftercare case reopen)
  [5]
  $ aftercare case list
  casefile  vulnerability   device    title           closed
         1  CVE-2021-31571  Pump One  Queue overflow  2026-03-05

What is wrong is refused with its place, and nothing is kept.

  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-3712 --learned-on 2026-02-30
  aftercare: --learned-on: date "2026-02-30": February 2026 has 28 days
  [3]
  $ aftercare case open --device "Pump Two" --vulnerability CVE-2021-3712 --learned-on 2026-02-03
  aftercare: there is no device "Pump Two"; aftercare device list shows all
  [3]
  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-3712 --learned-on 2026-02-03 --release 9
  aftercare: device "Pump One" has no release "9" with an SBOM
  [3]
  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-3712
  aftercare: --learned-on is missing
  [2]
  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-3712 --learned-on 2026-02-03
  aftercare: no record in the store is about CVE-2021-3712: is the name right? feeds may be older than it
  casefile 2: CVE-2021-3712 in Pump One
  $ aftercare case event 2 --kind sickness --known-on 2026-02-04
  aftercare: --kind is one of death|serious_injury|malfunction, not "sickness"
  [2]
  $ aftercare case event 2 --kind death --known-on 2026-04-31
  aftercare: --known-on: date "2026-04-31": April 2026 has 30 days
  [3]
  $ aftercare case assess 2 --on 2026-02-04 --exploitability low --severity minor --rationale x --cvss CVSS:3.1/AV:N
  aftercare: more/cvss_vector: "CVSS:3.1/AV:N": AC is missing
  [3]
  $ aftercare case fix 2 --amends 99 --kind software
  aftercare: casefile 2 has no fix with number 99: it has none
  [3]
  $ aftercare case plan 7 --on 2026-02-04 --timeline-rationale x
  aftercare: there is no casefile 7; aftercare case list shows all
  [3]
  $ aftercare case plan two --on 2026-02-04 --timeline-rationale x
  aftercare: casefile number "two" is not a whole number
  [3]
  $ aftercare program set --time-zone ../etc/passwd
  aftercare: "../etc/passwd" is no name of a time zone
  [3]
  $ aftercare case close 2 --on 2026-02-05
  aftercare: casefile 2 still owes communicate, due 2026-03-05; plan_remediation, due 2026-03-05; distribute_fix, due 2026-04-04
  [5]

Every change has its entry, refusals have none, and the trail verifies.

  $ sqlite3 store.db "SELECT number, who, what, object FROM trail ORDER BY number"
  1|ra|device.add|device 1
  2|ra|program.set|setting time_zone
  3|ra|program.set|setting firm
  4|ra|program.set|setting isao
  5|ra|casefile.open|casefile 1
  6|ra|casefile.vulnerability|casefile 1
  7|ra|casefile.assessment|casefile 1
  8|ra|casefile.plan|casefile 1
  9|ra|casefile.control|casefile 1
  10|ra|casefile.communication|casefile 1
  11|ra|casefile.fix|casefile 1
  12|ra|casefile.fix|casefile 1
  13|ra|obligations.moved|casefile 1
  14|ra|refused|casefile 1
  15|ra|device.set|device 1
  16|ra|release.add|release 1
  17|ra|lot.add|lot 1
  18|ra|program.profile|profile
  19|ra|program.set|setting profile
  20|ra|casefile.report|casefile 1
  21|ra|refused|casefile 1
  22|ra|casefile.premarket_evaluation|casefile 1
  23|ra|casefile.closure|casefile 1
  24|ra|casefile.close|casefile 1
  25|ra|casefile.open|casefile 2
  26|ra|casefile.vulnerability|casefile 2
  27|ra|refused|casefile 2
  $ aftercare audit verify
  27 entries, the audit trail is whole

A day mistyped cannot hide a casefile, a record says something, and a store is not made by mistake.

  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-3711 --learned-on 2999-01-01
  aftercare: the vulnerability was learned of on 2999-01-01, which is after today, * (glob)
  [3]
  $ aftercare case close 2 --on 2999-01-01
  aftercare: closing day 2999-01-01 is after today, * (glob)
  [3]
  $ aftercare case close 2 --on 2026-01-01
  aftercare: closing day 2026-01-01 is before the vulnerability was learned of, 2026-02-03
  [3]
  $ aftercare case event 2
  aftercare: nothing is stated of the event
  [2]
  $ AFTERCARE_STORE=other.db aftercare case assess 1 --on 2026-01-05 --rationale x
  aftercare: there is no store at other.db
  [3]
  $ ls other.db
  ls: cannot access 'other.db': No such file or directory
  [2]
