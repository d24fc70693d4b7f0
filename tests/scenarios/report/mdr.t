Facts for a medical device report: each item of 21 CFR 803.52 that a manufacturer answers for is there, or it is said who could know it.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ year=$(date -u +%Y)
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare release add 1.0 --device Pump --units 18 > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-20 --associated yes
  casefile 1: event 2
  $ draft() { aftercare report mdr 1 --format json "$@"; }
  $ fields() { jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key != null) | [.key, .state, .value // "-", .note // "-"] | join(" | ")'; }
  $ field() { fields | grep "^$1 |"; }

Nothing is invented: what is not stated says who could know it, and where the regulation asks for it.

  $ draft | fields | sed "s/$(date -u +%F)/TODAY/"
  state | given | not complete: nothing is stated of D3, G1, G2 and G9 (of the firm), D2a and G5 (of the device), D4 and E1 (in its complaint), B3 and B5 (of the event), B6, B7, D5, D8, D10, D11, E2, E3, G3, H3, H4, H5 and H8 (items of the report) | -
  owed | given | 30-day report, due 2026-02-19 | -
  retain_until | given | not known: the expected life of the device is missing; two years from the event at least, 21 CFR 803.18(c) | -
  a1 | given | - | Held by the manufacturer's complaint file, filled in by hand. 21 CFR 803.52(a)(1)
  a2 | missing | - | Held by the manufacturer's complaint file, filled in by hand. 21 CFR 803.52(a)(2)
  a3 | missing | - | Held by the manufacturer's complaint file, filled in by hand. 21 CFR 803.52(a)(3)
  a4 | missing | - | Held by the manufacturer's complaint file, filled in by hand. 21 CFR 803.52(a)(4)
  b1 | given | adverse event | -
  b2 | given | serious injury | -
  b3 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(b)(3)
  b4 | given | TODAY | -
  b5 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(b)(5)
  b6 | missing | - | Not stated. Who could know: the user facility, or who treated the patient. 21 CFR 803.52(b)(6)
  b7 | missing | - | Not stated. Who could know: the user facility, or who treated the patient. 21 CFR 803.52(b)(7)
  d1 | given | Pump | -
  d2a | missing | - | Not stated. Who could know: the register of devices. 21 CFR 803.52(c)(2)
  d2b | missing | - | Not stated. Who could know: the register of devices. 21 CFR 803.52(c)(2)
  d3 | missing | - | Not stated. Who could know: the firm's profile. 21 CFR 803.52(c)(3)
  d4_udi | missing | - | -
  d4 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(c)(4)
  d4_expires | missing | - | Not stated. Who could know: the label, or the register of lots. 21 CFR 803.52(c)(4)
  d5 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(c)(5)
  d6 | missing | - | Not stated. Who could know: the user facility, or who treated the patient. 21 CFR 803.52(c)(6)
  d7 | missing | - | Not stated. Who could know: the user facility, or who treated the patient. 21 CFR 803.52(c)(7)
  d8 | missing | - | Not stated. Who could know: the user facility. 21 CFR 803.52(c)(8)
  d9 | missing | - | Not stated. Who could know: the user facility. 21 CFR 803.52(c)(9)
  d10 | missing | - | Not stated. Who could know: the user facility. 21 CFR 803.52(c)(10)
  d11 | missing | - | Not stated. Who could know: the user facility, or who treated the patient. 21 CFR 803.52(c)(11)
  e1 | missing | - | Not stated. Who could know: who received the complaint. 21 CFR 803.52(d)(1)
  e2 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(d)(2)
  e3 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(d)(3)
  e4 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(d)(4)
  g1 | missing | - | Not stated. Who could know: the firm's profile. 21 CFR 803.52(e)(1)
  g2 | missing | - | Not stated. Who could know: the firm's profile. 21 CFR 803.52(e)(2)
  g3 | missing | - | Not stated. Who could know: who received the complaint. 21 CFR 803.52(e)(3)
  g4 | given | 2026-01-20 | 21 CFR 803.52(e)(4)
  g5 | missing | - | Not stated. Who could know: the register of devices. 21 CFR 803.52(e)(5)
  g5_combination | missing | - | -
  g7 | given | initial, 30-day report | 21 CFR 803.52(e)(6)
  g9 | missing | - | Not stated. Who could know: the firm; FDA, where it is not registered. 21 CFR 803.52(e)(7); 21 CFR 803.3(m)
  h1 | given | serious injury | -
  h3 | missing | - | Not stated. Who could know: who investigates the event. 21 CFR 803.52(f)(3)
  h4 | missing | - | Not stated. Who could know: the label, or the register of lots. 21 CFR 803.52(f)(4)
  h5 | missing | - | Not stated. Who could know: the labeling. 21 CFR 803.52(f)(5)
  h6_problem | given | A1105 Computer System Security Problem; A110501 application security, or A110502 unauthorised access, where one of them is known to be it | -
  h6_cause | given | C1007 Software Security Vulnerability | -
  h7 | given | none is on record | 21 CFR 803.52(f)(7)
  h8 | missing | - | Not stated. Who could know: who reported it. 21 CFR 803.52(f)(8)
  h9 | given | none: no correction or removal is on record | 21 CFR 803.52(f)(9)
  h10 | missing | - | Not stated. Who could know: who investigates the event. 21 CFR 803.52(f)(10)
  expected_life | missing | - | -
  $ aftercare report mdr 1 --issue
  aftercare: the report is not complete: nothing is stated of D3, G1, G2 and G9 (of the firm), D2a and G5 (of the device), D4 and E1 (in its complaint), B3 and B5 (of the event), B6, B7, D5, D8, D10, D11, E2, E3, G3, H3, H4, H5 and H8 (items of the report); state it, or why it is not known and the steps taken to obtain it (21 CFR 803.50(b)(3)) (aftercare case mdr-item; case event, signal amend, device set, program set for what stands there)
  [5]

What the register, the firm and the complaint know is taken from there.

  $ aftercare program set --registration-number 1234567 --firm-name "Example Devices" --firm-address "1 Example Way" --firm-telephone "+1 555 0101" > out
  $ aftercare device set Pump --common-name "infusion pump" --marketing-number K210001 > out
  $ aftercare lot add --device Pump --release 1.0 --lot A7 --serial-from S001 --serial-to S018 --manufactured-on 2024-05-06 --expires-on 2031-05-06 > out
  $ aftercare signal add --kind complaint --received 2026-01-20 --summary "Too little was given" --details "The pump stopped for an hour" --unit S004 --device Pump --vulnerability CVE-2021-31571 --contact-name "Ward 4" --contact-address "2 Clinic Road" --contact-telephone "+1 555 0404" > out
  $ aftercare signal link 1 --casefile 1 > out 2>&1
  $ aftercare case event 1 --amends 2 --signal 1 --happened-on 2026-01-19
  casefile 1: event 4
  $ draft | fields | grep -E '^(b3|b5|d2a|d3|d4|d4_expires|e1|g1|g2|g5|g7|g9|h4|h9) ' | cut -d '|' -f 1-3 | sed s/-$year-/-YEAR-/
  b3 | given | 2026-01-19 
  b5 | given | The pump stopped for an hour 
  d2a | given | infusion pump 
  d3 | given | Example Devices
  d4 | given | S004 
  d4_expires | given | 2031-05-06 
  e1 | given | Ward 4
  g1 | given | Example Devices
  g2 | given | +1 555 0101 
  g5 | given | K210001 
  g7 | given | initial, 30-day report 
  g9 | given | 1234567-YEAR-00001 
  h4 | given | 2024-05-06 
  h9 | given | none: no correction or removal is on record 
  $ aftercare report mdr 1 --issue
  aftercare: the report is not complete: nothing is stated of B6, B7, D5, D8, D10, D11, E2, E3, G3, H3, H5 and H8 (items of the report); state it, or why it is not known and the steps taken to obtain it (21 CFR 803.50(b)(3)) (aftercare case mdr-item; case event, signal amend, device set, program set for what stands there)
  [5]

The rest is stated of the report: in words that the item takes, or why it is not known, with the steps taken.

  $ item() { aftercare case mdr-item 1 --event 2 "$@"; }
  $ item --item d5 --text surgeon
  aftercare: d5 is one of health_professional|lay_user|other, not "surgeon" (--text)
  [3]
  $ item --item h4 --text yesterday
  aftercare: h4: date "yesterday" is not of the form YYYY-MM-DD (--text)
  [3]
  $ item --item b3 --text 2026-01-19
  aftercare: b3 is stated of the event: as an item it is said why it is not known (--text)
  [3]
  $ item --item b9 --text x
  aftercare: --item is one of b3|b5|b6|b7|d2a|d2b|d3|d4|d4_expires|d5|d6|d7|d8|d9|d10|d11|e1|e2|e3|e4|g1|g2|g3|g4|g5|g9|h2|h3|h4|h5|h8|h9|h10, not "b9"
  [2]
  $ item --item b6 --item b7 --text "none"
  aftercare: text is of one item: 2 are named (--item)
  [3]
  $ item --item b6
  aftercare: text is missing, or why it is not known (reason) and the steps taken to obtain it (steps), 21 CFR 803.50(b)(3) (--text)
  [3]
  $ item --item b6 --reason "the ward does not answer"
  aftercare: text is missing, or why it is not known (reason) and the steps taken to obtain it (steps), 21 CFR 803.50(b)(3) (--steps)
  [3]
  $ item --text x
  aftercare: item is missing: which item of Form FDA 3500A (--item)
  [3]
  $ aftercare case mdr-item 1 --item b6 --text x
  aftercare: event is missing: of the report of which it is an item (--event)
  [3]
  $ aftercare case mdr-item 1 --event 7 --item b6 --text x
  aftercare: casefile 1 has no event with number 7: the one it has is record 4 (--event)
  [3]
  $ item --item d5 --text health_professional
  casefile 1: mdr_item 5
  $ item --item d10 --text "returned on 2026-01-22" > out; item --item e2 --text yes > out; item --item e3 --text "nurse" > out; item --item g3 --text user_facility > out
  $ item --item h3 --text "the log shows a stack overflow" > out; item --item h5 --text no > out; item --item h8 --text reuse > out
  $ draft | fields | grep -E '^(d5|d8|d10|g3|h5|h8) '
  d5 | given | Health professional | 21 CFR 803.52(c)(5)
  d8 | given | no: it is not labeled for single use | 21 CFR 803.52(c)(8)
  d10 | given | returned on 2026-01-22 | 21 CFR 803.52(c)(10)
  g3 | given | User facility | 21 CFR 803.52(e)(3)
  h5 | given | No | 21 CFR 803.52(f)(5)
  h8 | given | Reuse | 21 CFR 803.52(f)(8)
  $ aftercare report mdr 1 --issue
  aftercare: the report is not complete: nothing is stated of B6, B7 and D11 (items of the report); state it, or why it is not known and the steps taken to obtain it (21 CFR 803.50(b)(3)) (aftercare case mdr-item; case event, signal amend, device set, program set for what stands there)
  [5]
  $ item --item b6 --item b7 --item d11 --reason "the clinic does not tell of its patients" --steps "asked on 2026-01-21 and 2026-01-28, by letter"
  casefile 1: mdr_item 13
  $ draft | fields | grep -E '^(state|b6|b7|d11) '
  state | given | complete with explanations of H11 | -
  b6 | explained | the clinic does not tell of its patients | 21 CFR 803.52(b)(6)
  b7 | explained | the clinic does not tell of its patients | 21 CFR 803.52(b)(7)
  d11 | explained | the clinic does not tell of its patients | 21 CFR 803.52(c)(11)
  $ draft | jq -c '.content[] | select(.kind == "table") | .rows[]'
  ["B6 Relevant tests and laboratory data","the clinic does not tell of its patients","asked on 2026-01-21 and 2026-01-28, by letter"]
  ["B7 Other relevant history","the clinic does not tell of its patients","asked on 2026-01-21 and 2026-01-28, by letter"]
  ["D11 Concomitant medical products and therapy dates","the clinic does not tell of its patients","asked on 2026-01-21 and 2026-01-28, by letter"]
  $ aftercare report mdr 1 --issue --output mdr.pdf --format pdf 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: casefile 1: report 14, 1234567-YEAR-00001
  $ pdftotext -layout mdr.pdf - | grep -Eo 'not known$|asked on 2026-01-21' | sort | uniq -c | sed 's/^ *//'
  3 asked on 2026-01-21
  4 not known

One event has one report. While FDA does not have it, what was wrong is issued anew in its place, with a reason.

  $ cp store.db again.db; export AFTERCARE_STORE=again.db
  $ aftercare report mdr 1 --issue
  aftercare: record 14, the report, was issued already: while FDA does not have it, say why it is issued anew; else record since when FDA has it, and supplement it (--why)
  [5]
  $ aftercare report mdr 1 --issue --output mdr.html --why "the operator was wrong" 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: casefile 1: report 15, 1234567-YEAR-00001
  $ sqlite3 again.db "SELECT replaces FROM casefile_record WHERE kind = 'report'"
  
  14
  $ aftercare case event 1 --kind malfunction --known-on 2026-02-20 --associated no --likely-if-recurs yes --text other > out
  $ aftercare report mdr 1 --event 16 --format json | grep -o '1234567-[0-9]*-00002' | sort -u | sed s/-$year-/-YEAR-/
  1234567-YEAR-00002
  $ export AFTERCARE_STORE=store.db

What is known later counts, and is submitted as a supplement: a follow-up, under the same number.

  $ item --item b6 --text "glucose 2.1 mmol/l at 10:20" > out
  $ aftercare case event 1 --amends 2 --mdr-submitted-on $(date -u +%F) > out
  $ aftercare report mdr 1 --issue --why "it was wrong" 2>&1 | sed "s/$(date -u +%F)/TODAY/"
  aftercare: FDA was given the report of event 16 on TODAY: what is new since is a supplement; record first when it was received (21 CFR 803.56)
  $ draft | fields | grep -E '^(b6|g7|h2) ' | cut -d '|' -f 1-3
  b6 | given | glucose 2.1 mmol/l at 10:20 
  g7 | given | initial, 30-day report 

A remedial action that is decided on the day of the report, behind it, goes into a supplement: the report stays the 30-day report that it was.

  $ cp "$AFTERCARE_STORE" action.db
  $ aftercare case event 1 --amends 2 --remedial-action-decided-on $(date -u +%F) --store action.db > out
  $ aftercare case decide 1 --store action.db --format json | jq -c '.mdr[].kind, (.obligations[] | select(.kind | test("mdr")) | [.kind, .state])'
  "30_day"
  ["mdr_30_day","missed"]
  ["decide_mdr","missed"]
  ["supplement_mdr","open"]
  ["supplement_mdr","open"]
  $ aftercare report inspection 1 --store action.db --output package.zip > out && aftercare audit package package.zip | sed 's/.*: //'
  the package is whole in itself; --digest or --key tells whether it is the one that was made

  $ aftercare case supplement 1 --received-on $(date -u +%F) --event 2 > out
  $ draft | jq -r .title | sed s/-$year-/-YEAR-/
  Facts for follow-up 1 of medical device report 1234567-YEAR-00001, 21 CFR 803.56
  $ draft | fields | grep -E '^(g7|h2) ' | cut -d '|' -f 1-3
  g7 | given | follow-up 1, 30-day report 
  h2 | missing | - 
  $ aftercare report mdr 1 --issue
  aftercare: the report is not complete: nothing is stated of H2 (items of the report); state it, or why it is not known and the steps taken to obtain it (21 CFR 803.50(b)(3)) (aftercare case mdr-item; case event, signal amend, device set, program set for what stands there)
  [5]
  $ item --item h2 --text additional_information > out
  $ aftercare report mdr 1 --issue --output mdr.html 2>&1 | sed s/-$year-/-YEAR-/
  aftercare: casefile 1: report 19, 1234567-YEAR-00001
  $ sqlite3 store.db "SELECT json_extract(more, '$.follow_up'), json_extract(more, '$.event_record') FROM casefile_record WHERE kind = 'report'"
  |4
  1|16

That follow-up is one too, until it is submitted.

  $ aftercare report mdr 1 --issue
  aftercare: record 19, the follow-up, was issued already: while FDA does not have it, say why it is issued anew; else record since when FDA has it, and supplement it (--why)
  [5]

What tells of a person is marked in the casefile too.

  $ aftercare report casefile 1 --format json | jq -c '.records[] | select(.personal) | [.number, .more.item]'
  [13,["b6","b7","d11"]]
  [15,["b6"]]
  $ aftercare report casefile 1 | grep -c 'Mdr item<br>.*personal data'
  2

Why the device was not evaluated stands in the complaint; what is stated of the item goes before.

  $ cp store.db why.db; aftercare signal amend 1 --not-investigated "a twin of complaint 3" --why "closed" --store why.db > out 2>&1
  $ draft --store why.db | fields | grep '^h3 ' | cut -d '|' -f 1-3
  h3 | given | the log shows a stack overflow 
  $ aftercare device add Monitor --class II --pathway 510k --store why.db > out
  $ aftercare signal add --kind complaint --received 2026-01-20 --summary x --device Monitor --vulnerability CVE-2021-31571 --not-investigated "a twin of complaint 3" --store why.db > out 2>&1
  $ aftercare case open --signal 2 --device Monitor --store why.db --why "told of this one later" > out 2>&1
  $ aftercare case event 2 --kind serious_injury --known-on 2026-01-20 --associated yes --store why.db > out
  $ aftercare report mdr 2 --format json --store why.db | fields | grep '^h3 ' | cut -d '|' -f 1-3
  h3 | given | not evaluated: a twin of complaint 3 

A unit that its label names by a UDI tells its lot, its serial number and its days.

  $ aftercare signal amend 1 --unit "(01)00844588003288(11)250102(17)300102(10)B9(21)77" --why "the label was read" > out
  aftercare: casefile 1 stays learned of on 2026-01-02; the signals say 2026-01-20: earliest receipt (A1): signal 1, received 2026-01-20, 2026-01-20 in UTC; case vulnerability --learned-on moves it, with --why
  $ draft | fields | grep -E '^(d4_udi|d4|d4_expires|h4) ' | cut -d '|' -f 1-3
  d4_udi | given | (01)00844588003288(11)250102(17)300102(10)B9(21)77 
  d4 | given | lot B9, serial number 77 
  d4_expires | given | 2030-01-02 
  h4 | given | 2025-01-02 

A single-use device that was reprocessed names who did.

  $ item --item h5 --text yes > out; item --item d8 --text yes > out
  $ draft | fields | grep -E '^(state|d8|d9) ' | cut -d '|' -f 1-3
  state | given | not complete: nothing is stated of D9 (items of the report) 
  d8 | given | Yes 
  d9 | missing | - 

H9 names the report of the correction or removal, or says that there is none.

  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-25 > out
  $ draft | fields | grep -E '^(h7|h9) ' | cut -d '|' -f 1-3
  h7 | given | other: of which kind the correction is, is not on record 
  h9 | given | none yet: a report under 21 CFR 806 is required, due 2026-02-06, and not made 
  $ aftercare case correct 1 --reported-on 2026-01-30 > out
  $ draft | fields | grep -E '^(h7|h9) ' | cut -d '|' -f 1-3
  h7 | given | other: of which kind the correction is, is not on record 
  h9 | missing | - 
