Of a device that turns out not to be affected, what goes out says so, and tells what was assessed before as what it was.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare program set --time-zone UTC --isao-member yes >out
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare release add 1.0 --device Pump >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case communicate 1 --on 2026-01-08 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-01-08 --text "Dear customer" --recipients none >out
  $ aftercare case plan 1 --on 2026-01-09 --timeline-rationale r --text "We port the fix." >out
  $ aftercare case fix 1 --kind software --text patch --validated-on 2026-01-20 --distributed-on 2026-01-25 --residual-risk acceptable >out
  $ words() { sed 's/<[^>]*>/ /g; s/  */ /g' | grep -oE '(Assessed|Before that was found|The device is not affected|Efforts are|A fix is|Nothing has to|URGENT|Not affected)[^.;]*[.;]?' | sort -u; }
  $ aftercare report notice 1 --today 2026-02-01 | words
  A fix is available.
  Assessed on 2026-01-05 : exploitability high, severity of patient harm critical, the risk is uncontrolled.
  Efforts are under way to address the risk of patient harm as expeditiously as possible.
  URGENT: MEDICAL DEVICE CORRECTION 
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification vulnerable_code_not_present --kev-listed no --why "the module is not built in" >out
  $ aftercare report notice 1 --today 2026-02-01 | words
  Nothing has to be done.
  The device is not affected by the vulnerability: vulnerable code not present.
  $ aftercare report isao 1 --today 2026-02-01 | words
  Before that was found, it was assessed on 2026-01-05 : exploitability high, severity of patient harm critical, the risk taken for uncontrolled.
  The device is not affected by the vulnerability: vulnerable code not present.
  $ aftercare report 806.20 1 --today 2026-02-01 | words
  Before that was found, it was assessed on 2026-01-05 : exploitability high, severity of patient harm critical, the risk taken for uncontrolled.
  Not affected by the vulnerability, so the risk from it is controlled.
  Not affected: there is no change to report.
  Not affected: there is no correction or removal to keep a record of.
  The device is not affected by the vulnerability, with a justification;
  The device is not affected by the vulnerability: vulnerable code not present.

Of what FDA was given a report of, no record of 806.20 is kept in its place.

  $ aftercare case open --device Pump --vulnerability CVE-2019-11043 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 2 --on 2026-01-05 --exploitability high --severity critical --rationale r >out
  $ aftercare case correct 2 --kind correction --initiated-on 2026-01-06 --reported-on 2026-01-09 --why "elsewhere" >out
  $ aftercare report 806.20 2 --today 2026-02-01 | sed 's/<[^>]*>//g' | grep -o 'There is none[^.]*'
  There is none: FDA was given a report of the action on 2026-01-09
  $ aftercare report 806.20 2 --issue --output record.html
  aftercare: the rules ask for a report, or FDA has it: no record is kept in its place
  [5]

The record of an action that is not reported tells of the events that gave rise to it.

  $ aftercare case open --device Pump --vulnerability CVE-2020-11022 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 3 --on 2026-01-05 --exploitability low --severity minor --rationale r >out
  $ aftercare case fix 3 --kind software --text patch --validated-on 2026-01-20 --distributed-on 2026-01-25 --residual-risk acceptable >out
  $ aftercare case event 3 --kind death --known-on 2026-01-28 --happened-on 2026-01-27 --associated no --text "patient died" >out
  $ aftercare report 806.20 3 --today 2026-02-01 | sed 's/<[^>]*>//g' | grep -E 'death' | head -3
  death of 2026-01-27, known on 2026-01-28, not associated with the vulnerability: patient died
  803-1A device may have caused or contributed to a death.21 CFR 803.50(a)(1)events[0].kind

What the rules refuse, or nobody has reviewed, is not published as not affected, and who has units is told.

  $ printf 'account,name,country,device,release,lot,shipped_on,quantity\n1001,General Hospital,US,Pump,1.0,A1,2025-03-01,15\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ aftercare program set --firm-name Acme --firm-namespace https://acme.example >out
  $ status() { aftercare case advisory $1 --profile vex 2>out | jq -c '.vulnerabilities[0].product_status | keys'; aftercare consignee list --casefile $1 --format json 2>out | jq -c 'length, (.consignees? | length?)' 2>/dev/null | tail -1; }
  $ aftercare case open --device Pump --vulnerability CVE-2020-11023 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case vulnerability 4 --vex not_affected --vex-justification component_not_present --kev-listed no >out
  $ status 4
  ["known_not_affected"]
  0
  $ aftercare case event 4 --kind death --known-on 2026-01-20 --associated yes --text t >out
  $ status 4
  ["under_investigation"]
  1
  $ aftercare case open --device Pump --vulnerability CVE-2021-41773 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case vulnerability 5 --vex not_affected --vex-justification component_not_present --kev-listed yes >out
  $ status 5
  ["under_investigation"]
  1
  $ aftercare case vulnerability 5 --vex-reviewed-by "R. Amsel" >out; status 5
  ["known_not_affected"]
  0
