What customers are told of an uncontrolled risk is a correction from the first notice on, whether anybody has said so or not. It recommends nothing that adds risk, and tells no reasoning that is the firm's own.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare program set --isao-member no >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity critical --rationale "our pen test of the ward" --hazard "the pump stops" >out
  $ aftercare case control 1 --identified-on 2026-01-08 --adds-risk no --text "Close port 7000 at the ward switch." >out
  $ aftercare case control 1 --identified-on 2026-01-08 --adds-risk yes --text "Disconnect the monitor." >out 2>&1
  $ aftercare case control 1 --identified-on 2026-01-09 --adds-risk no --text "Reboot daily." >out
  $ aftercare case control 1 --amends 5 --withdrawn-on 2026-01-12 >out
  $ aftercare case decide 1 --today 2026-01-13 --format json | jq -r '.warnings[].id'
  control_adds_risk
  $ aftercare report notice 1 --format json --output notice.json >out 2>&1; jq -r '.title' notice.json
  URGENT: MEDICAL DEVICE CORRECTION
  $ for text in "Close port" "Disconnect the" "Reboot daily" "pen test" "the pump stops" "passed devices concerned on"; do grep -c "$text" notice.json; done
  1
  0
  0
  0
  1
  1

A removal is called one. Of a controlled risk nothing is urgent.

  $ aftercare case correct 1 --kind removal >out
  $ aftercare report notice 1 --format json --output notice.json >out 2>&1; jq -r '.title' notice.json
  URGENT: MEDICAL DEVICE REMOVAL
  $ aftercare case open --device Pump --vulnerability CVE-2018-1000500 --learned-on 2026-01-05 --title "wget" >out 2>&1
  $ aftercare case assess 2 --on 2026-01-06 --exploitability low --severity minor --rationale "not used" >out
  $ aftercare report notice 2 --format json --output notice.json >out 2>&1; jq -r '.title' notice.json
  Cybersecurity communication to customers and the user community

Item 12 of the 806 report names who got it beside the consignees (21 CFR 806.10(c)(12)).

  $ aftercare case communicate 1 --on 2026-01-13 --to customers --to user_community --text "Dear customer" >out
  $ aftercare report 806 1 --format json --final --output 806.json 2>&1 | grep -o "nothing is stated of items [0-9, and]*"
  nothing is stated of items 2, 3, 4, 5, 9, 10, 11 and 12
  $ aftercare case communicate 1 --amends 10 --recipients "A. Stone, nurses' forum, 1 Elm St, Boston" >out
  $ aftercare report 806 1 --format json --final --output 806.json 2>&1 | grep -o "nothing is stated of items [0-9, and]*"
  nothing is stated of items 2, 3, 4, 5, 9, 10 and 11
  $ aftercare report 806 1 --format json --output 806.json >out 2>&1; grep -o "A. Stone[^\"]*" 806.json
  A. Stone, nurses' forum, 1 Elm St, Boston

No fix is called available that is known not to hold, in the notice or the advisory; nor is a control recommended there that adds risk.

  $ aftercare release add 1.0 --device Pump >out
  $ aftercare program set --firm-name "Example, Inc." --firm-namespace https://example.com >out
  $ aftercare case plan 1 --on 2026-01-14 --timeline-rationale soon --text "An update is being built." >out
  $ fix() { aftercare report notice 1 --format json --output notice.json >out 2>&1; grep -c "A fix is available" notice.json; aftercare case advisory 1 --affected 1.0 >a.json 2>out; grep -o '"vendor_fix"\|"none_available"\|Disconnect the monitor\|Reboot daily\|Close port 7000' a.json | sort -u | tr '\n' ' '; echo; }
  $ aftercare case fix 1 --kind software --validated-on 2026-02-10 --distributed-on 2026-02-12 --residual-risk acceptable >out; fix
  1
  "vendor_fix" Close port 7000 
  $ aftercare case assess 1 --on 2026-03-01 --exploitability high --severity critical --exploitability-after high --severity-after critical --rationale "it does not hold" >out; fix
  0
  "none_available" Close port 7000 
  $ aftercare case assess 1 --on 2026-03-02 --exploitability high --severity critical --exploitability-after low --severity-after minor --rationale "it holds" --why "tested again" >out; fix
  1
  "vendor_fix" Close port 7000 
  $ aftercare case fix 1 --amends $(sqlite3 store.db "SELECT max(id) FROM casefile_record WHERE kind = 'fix'") --residual-risk unacceptable >out; fix
  0
  "none_available" Close port 7000 
