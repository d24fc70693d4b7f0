The record of a correction that is not reported holds what 21 CFR 806.20(b) asks for before it is issued.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare program set --isao-member yes > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable" > out
  $ aftercare case control 1 --identified-on 2026-01-06 --adds-risk no > out
  $ aftercare case plan 1 --on 2026-01-07 --timeline-rationale "as soon as it is validated" > out
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls listed --states-fix-or-strategy yes --isao-on 2026-01-20 > out
  $ aftercare case fix 1 --kind software --validated-on 2026-02-20 --distributed-on 2026-02-25 --residual-risk acceptable --residual-on 2026-02-24 --text "release 1.1" > out
  $ aftercare report 806.20 1 --issue
  aftercare: the record is not complete: nothing is stated of common name, intended use, UDI, model or catalog number, software versions, lots or serial numbers, designated person, the text of each communication; state it where it stands: of the device, its releases and lots, the firm; or in words, also why it does not apply, as item 3 (device), 5 (identification), 7 (events) or 12 (communications) (21 CFR 806.20(b)) (aftercare case item)
  [5]
  $ state() { aftercare report 806.20 1 --format json | jq -r '[.content[] | select(.kind == "fields") | .fields[] | select(.key == "state") | .value][0]'; }
  $ aftercare device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" > out
  $ aftercare program set --designated-person "D. Okonjo" > out
  $ state
  not complete: nothing is stated of UDI, model or catalog number, software versions, lots or serial numbers, the text of each communication

What does not apply is said in words, as the item of the 806 report that asks for the same. That it is promised for later is not enough.

  $ aftercare case item 1 --item 5 --reason "asked for" --submit-on $(date -u -d tomorrow +%F) > out
  $ aftercare case item 1 --item 12 --text "One letter, kept with the complaint file." > out
  $ state
  not complete: nothing is stated of UDI, model or catalog number, software versions, lots or serial numbers
  $ aftercare case item 1 --item 5 --text "It has neither lots nor serial numbers: software that is downloaded." > out
  $ state
  complete
  $ aftercare report 806.20 1 --issue --output record.html
  aftercare: casefile 1: report 10
  $ grep -o 'It has neither lots nor serial numbers' record.html
  It has neither lots nor serial numbers

It says which risk is left with the fix, and rests on that.

  $ aftercare report 806.20 1 --format json | jq -c '.content[] | select(.kind == "table") | select(.title // .caption | startswith("The fixes")) | .rows[]'
  ["a software change: release 1.1","2026-02-20","2026-02-25","acceptable","2026-02-24"]
  $ aftercare report 806.20 1 --format json | jq -r '.content[] | select(.kind == "table") | .rows[] | .[3] // empty' | grep -o 'fixes.0..residual_[a-z]*' | sort -u
  fixes[0].residual_on
  fixes[0].residual_risk

What is stated of an item after it was issued is not in it: a new record is owed.

  $ owed() { aftercare due --undated --format json | jq -r '.[].kind' | grep -c record_806_20; }
  $ owed
  0
  [1]
  $ aftercare case item 1 --item 7 --text "No event is known; the service log of 2026 was searched." > out
  $ owed
  1
