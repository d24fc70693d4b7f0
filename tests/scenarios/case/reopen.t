A closed casefile whose facts turn out wrong is opened again by a person, who says why. The closing and its opening both stay on record.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability low --severity minor --rationale "no way in is known" >out
  $ aftercare case reopen 1 --why "too early"
  aftercare: casefile 1 is open
  [5]
  $ aftercare case close 1 --on 2026-02-01
  casefile 1: closed on 2026-02-01
  $ aftercare case assess 1 --on 2026-03-02 --exploitability high --severity critical --rationale "the port is open on the ward"
  aftercare: casefile 1 was closed on 2026-02-01 (aftercare case reopen)
  [5]
  $ aftercare case reopen 1
  aftercare: casefile 1 was closed on 2026-02-01: say why it is opened again (--why)
  [5]
  $ aftercare case reopen 1 --why "  "
  aftercare: casefile 1 was closed on 2026-02-01: say why it is opened again (--why)
  [5]
  $ aftercare case reopen 2 --why "mistyped"
  aftercare: there is no casefile 2; aftercare case list shows all
  [3]
  $ aftercare case reopen 1 --why "the port was taken for closed"
  casefile 1: open again; it was closed on 2026-02-01
  $ aftercare case list
  casefile  vulnerability   device  title           closed
         1  CVE-2021-31571  Pump    Queue overflow  -
  $ aftercare case assess 1 --on 2026-03-02 --exploitability high --severity critical --rationale "the port is open on the ward" --why "the assessment of January stands no more" >out
  $ aftercare due --today 2026-03-03 --format json | jq -r '.[] | .kind + " " + .state'
  communicate overdue
  plan_remediation overdue
  distribute_fix open
  $ sqlite3 store.db "SELECT kind, more FROM casefile_record WHERE kind IN ('closure', 'reopening')"
  closure|{"closed_on":"2026-02-01"}
  reopening|{"closed_on":"2026-02-01","reason":"the port was taken for closed"}
  $ aftercare audit export | jq -r 'select(.what | startswith("casefile.reop")) | .what + " " + (.new | fromjson | del(.row_seals) | tojson) + " " + .why'
  13 entries
  casefile.reopening {"record":4,"kind":"reopening","facts":{},"more":{"closed_on":"2026-02-01","reason":"the port was taken for closed"}} the port was taken for closed
  casefile.reopen {"closed_on":null} the port was taken for closed
  $ aftercare audit verify | head -1
  13 entries, the audit trail is whole
  $ aftercare report casefile 1 --output file.html; grep -c "the port was taken for closed" file.html
  3

A second file on the same would have a second clock.

  $ aftercare case assess 1 --on 2026-03-03 --exploitability low --severity minor --rationale "the port is closed after all" --why "looked again" >out
  $ aftercare case close 1 --on 2026-03-03 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-03-05 --title "Queue overflow, again" --why "it is back" >out 2>&1
  $ aftercare case reopen 1 --why "wrong after all"
  aftercare: casefile 2 is on CVE-2021-31571 in this device, and open
  [5]
  $ aftercare case assess 2 --on 2026-03-05 --exploitability low --severity minor --rationale "as before" >out; aftercare case close 2 --on 2026-03-05 >out
  $ aftercare case reopen 1 --why "wrong after all"
  casefile 1: open again; it was closed on 2026-03-03

What an event opened again needs nobody to open it.

  $ aftercare case event 2 --kind death --known-on 2026-03-20 --associated unknown >out 2>&1
  $ aftercare case reopen 2 --why "somebody died"
  aftercare: casefile 2 is open
  [5]

Whoever takes the closing away, or back, in the store itself is found out.

  $ cp store.db other.db; sqlite3 other.db "UPDATE casefile SET closed_on = '2026-03-03' WHERE id = 1"; aftercare audit verify --store other.db | grep casefile | uniq
  casefile 1 was changed: it is not what entry 26 tells
  $ cp store.db other.db; sqlite3 other.db "UPDATE casefile SET closed_on = NULL WHERE id = 2"; aftercare audit verify --store other.db | grep casefile | uniq
  casefile 2 was changed: it is not what entry 24 tells

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults

It is closed again on a day that leaves nothing behind it.

  $ aftercare device add Cart --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Cart --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "The same in the cart" >out 2>&1
  $ aftercare case assess 3 --on 2026-01-06 --exploitability low --severity minor --rationale "no way in is known" >out
  $ aftercare case close 3 --on 2026-02-01 >out
  $ aftercare case reopen 3 --why "customers were told later" >out
  $ aftercare case control 3 --identified-on 2026-04-22 --adds-risk no --text "isolate it" >out
  $ aftercare case plan 3 --on 2026-04-21 --timeline-rationale "with the next release" >out
  $ aftercare case close 3 --on 2026-02-01
  aftercare: closing day 2026-02-01 is before what record 17 (control) tells of, 2026-04-22 (--on)
  [5]
  $ aftercare case control 3 --amends 17 --withdrawn-on 2026-04-25 --why "the ward cannot work so" >out
  $ aftercare case close 3 --on 2026-04-24
  aftercare: closing day 2026-04-24 is before what record 19 (control) tells of, 2026-04-25 (--on)
  [5]
  $ aftercare case close 3 --on 2026-04-25
  casefile 3: closed on 2026-04-25
