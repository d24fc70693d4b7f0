What is to be kept, and through which day: an obligation that is not due, in no calendar, and never overdue.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare due --kept --today 2026-01-12
  kept until  what           casefile  vulnerability   device  how long                                                                          basis
  -           keep_casefile         1  CVE-2021-31571  Pump    not known: the expected life of the device and its last distribution are missing  21 CFR 806.20(c)

What is not known is said. A file of an event is kept at least two years.

  $ aftercare case event 1 --kind malfunction --known-on 2026-01-10 --associated no --likely-if-recurs no >out
  $ aftercare due --kept --today 2026-01-12
  kept until  what             casefile  vulnerability   device  how long                                                                                  basis
  -           keep_event_file         1  CVE-2021-31571  Pump    not known: the expected life of the device is missing; two years from the event at least  21 CFR 803.18(c)
  -           keep_casefile           1  CVE-2021-31571  Pump    not known: the expected life of the device and its last distribution are missing          21 CFR 806.20(c)
  $ aftercare device set Pump --expected-life-years 7 --last-distributed-on 2025-07-31
  Pump: 2 changed
  $ aftercare due --kept --today 2026-01-12
  kept until  what             casefile  vulnerability   device  how long                                                                     basis
  2033-01-10  keep_event_file         1  CVE-2021-31571  Pump    the file of an event: two years from it, or the expected life of the device  21 CFR 803.18(c)
  2034-07-31  keep_casefile           1  CVE-2021-31571  Pump    two years beyond the expected life of the device                             21 CFR 806.20(c)

A controlled risk, and an action: its record is owed, without a day, and kept.

  $ aftercare case assess 1 --on 2026-01-11 --exploitability low --severity minor --rationale "no path" >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-12 >out
  $ aftercare due --kept --today 2026-01-12
  kept until  what                casefile  vulnerability   device  how long                                                                     basis
  2033-01-10  keep_event_file            1  CVE-2021-31571  Pump    the file of an event: two years from it, or the expected life of the device  21 CFR 803.18(c)
  2034-07-31  keep_record_806_20         1  CVE-2021-31571  Pump    two years beyond the expected life of the device                             21 CFR 806.20(c)
  2034-07-31  keep_casefile              1  CVE-2021-31571  Pump    two years beyond the expected life of the device                             21 CFR 806.20(c)
  $ aftercare due --undated --today 2026-01-12
  due  state  what                to    casefile  vulnerability   device
  -    open   record_806_20       file         1  CVE-2021-31571  Pump
  -    open   evaluate_premarket  file         1  CVE-2021-31571  Pump
  $ aftercare due --today 2026-01-12
  nothing is due
  2 owed without a day: aftercare due --undated
  $ aftercare due --today 2026-01-12 --format ics | grep -c keep
  0
  [1]
  $ aftercare due --kept --format ics
  aftercare: a calendar is of what is due on a day, not of what is kept
  [2]
  $ aftercare due --kept --undated
  aftercare: --undated and --kept are two lists: ask for one
  [2]

Once it is issued the duty to make it is met; to keep it goes on.

  $ aftercare device set Pump --common-name "infusion pump" --intended-use "delivery of fluids" --udi-di 09521000000018 >out; aftercare release add 0.9 --device Pump --units 18 >out; aftercare lot add --device Pump --release 0.9 --lot A1 >out; aftercare program set --designated-person "D. Okonjo" >out
  $ aftercare report 806.20 1 --issue --today 2026-01-12 --output record.json --format json >out 2>&1
  $ tr -d '\n' <record.json | grep -o 'To be kept until"[^"]*"value": "[^"]*"'
  To be kept until",          "value": "2034-07-31: two years beyond the expected life of the device, 21 CFR 806.20(c)"
  $ aftercare due --undated --today 2026-01-12 | grep record_806_20
  [1]
  $ aftercare due --kept --format json --today 2026-01-12 | python3 -c '
  > import json, sys
  > for o in json.load(sys.stdin): print(o["kind"], o["until"], o["due"], o["state"], o["says"])'
  keep_event_file 2033-01-10 None kept the file of an event: two years from it, or the expected life of the device
  keep_record_806_20 2034-07-31 None kept two years beyond the expected life of the device
  keep_casefile 2034-07-31 None kept two years beyond the expected life of the device

Nothing is kept shorter without a reason; longer is noted. The trail holds the days before.

  $ aftercare device set Pump --expected-life-years 5
  aftercare: casefile 1: keep_record_806_20 runs until 2034-07-31: an earlier day, 2032-07-31, needs a reason (--why)
  [5]
  $ aftercare device set Pump --expected-life-years 5 --why "the design file says five"
  Pump: 1 changed
  $ aftercare device set Pump --last-distributed-on 2026-01-05
  Pump: 1 changed
  $ aftercare due --kept --today 2026-01-12
  kept until  what                casefile  vulnerability   device  how long                                                                     basis
  2031-01-10  keep_event_file            1  CVE-2021-31571  Pump    the file of an event: two years from it, or the expected life of the device  21 CFR 803.18(c)
  2033-01-05  keep_record_806_20         1  CVE-2021-31571  Pump    two years beyond the expected life of the device                             21 CFR 806.20(c)
  2033-01-05  keep_casefile              1  CVE-2021-31571  Pump    two years beyond the expected life of the device                             21 CFR 806.20(c)
  $ aftercare report casefile 1 --format json | python3 -c '
  > import json, sys
  > def walk(x):
  >     if isinstance(x, dict):
  >         if x.get("what") == "obligations.moved":
  >             print([x["why"]] if x["why"] else [], x["old"], x["new"])
  >         x = x.values()
  >     if not isinstance(x, str) and hasattr(x, "__iter__"):
  >         for y in x: walk(y)
  > walk(json.load(sys.stdin))'
  [] {"obligations":[{"kind":"communicate","starts":"2026-01-02","due":"2026-02-01"},{"kind":"plan_remediation","starts":"2026-01-02","due":"2026-02-01"},{"kind":"distribute_fix","starts":"2026-01-02","due":"2026-03-03"}]} {"obligations":[]}
  ['the design file says five'] {"obligations":[{"kind":"keep_record_806_20","starts":"2026-01-12","until":"2034-07-31"},{"kind":"keep_event_file","starts":"2026-01-10","until":"2033-01-10"},{"kind":"keep_casefile","starts":"2026-01-02","until":"2034-07-31"}]} {"obligations":[{"kind":"keep_record_806_20","starts":"2026-01-12","until":"2032-07-31"},{"kind":"keep_event_file","starts":"2026-01-10","until":"2031-01-10"},{"kind":"keep_casefile","starts":"2026-01-02","until":"2032-07-31"}]}
  [] {"obligations":[{"kind":"keep_record_806_20","starts":"2026-01-12","until":"2032-07-31"},{"kind":"keep_casefile","starts":"2026-01-02","until":"2032-07-31"}]} {"obligations":[{"kind":"keep_record_806_20","starts":"2026-01-12","until":"2033-01-05"},{"kind":"keep_casefile","starts":"2026-01-02","until":"2033-01-05"}]}

What a list of shipments says of the last one is not taken back without a reason either.

  $ aftercare release add --device Pump 1.0 --released-on 2025-01-01 >out
  $ printf 'account,name,country,shipment,device,release,lot,shipped_on,quantity\n1,Clinic,US,7,Pump,1.0,L1,2026-01-08,2\n' >list.csv; aftercare consignee import list.csv >out
  $ aftercare due --kept --today 2026-01-12 | cut -c 1-30
  kept until  what              
  2031-01-10  keep_event_file   
  2033-01-08  keep_record_806_20
  2033-01-08  keep_casefile     
  $ sed 's/2026-01-08/2025-12-01/' list.csv >earlier.csv; aftercare consignee import earlier.csv
  aftercare: earlier.csv:2: the last shipment of the device went out on 2026-01-08: an earlier day, 2025-12-01, needs a reason (--why)
  [5]
  $ aftercare consignee import earlier.csv --why "the carrier's list was wrong" >out
  $ aftercare due --kept --today 2026-01-12 | cut -c 1-30
  kept until  what              
  2031-01-10  keep_event_file   
  2033-01-05  keep_record_806_20
  2033-01-05  keep_casefile     

When the last day has passed it is over; of a closed file too. Which may go within a time is asked with --within.

  $ aftercare case close 1 --on 2026-01-12
  aftercare: casefile 1 still owes record_806_20, which has no day
  [5]
  $ aftercare report 806.20 1 --issue --output again.json --format json >out 2>&1
  $ aftercare case close 1 --on 2026-01-12
  casefile 1: closed on 2026-01-12
  $ aftercare due --kept --today 2031-01-09 --within 30d
  kept until  what             casefile  vulnerability   device  how long                                                                     basis
  2031-01-10  keep_event_file         1  CVE-2021-31571  Pump    the file of an event: two years from it, or the expected life of the device  21 CFR 803.18(c)
  $ aftercare due --kept --today 2031-01-11
  kept until  what                casefile  vulnerability   device  how long                                          basis
  2033-01-05  keep_record_806_20         1  CVE-2021-31571  Pump    two years beyond the expected life of the device  21 CFR 806.20(c)
  2033-01-05  keep_casefile              1  CVE-2021-31571  Pump    two years beyond the expected life of the device  21 CFR 806.20(c)
  $ aftercare case decide 1 --today 2033-01-06 | sed -n '/^KEPT/,/^$/p'
  KEPT UNTIL  STATE  WHAT                SINCE       HOW LONG                                                                     BASIS
  2033-01-05  met    keep_record_806_20  2026-01-12  two years beyond the expected life of the device                             21 CFR 806.20(c)
  2031-01-10  met    keep_event_file     2026-01-10  the file of an event: two years from it, or the expected life of the device  21 CFR 803.18(c)
  2033-01-05  met    keep_casefile       2026-01-02  two years beyond the expected life of the device                             21 CFR 806.20(c)
  
  $ aftercare audit verify
  28 entries, the audit trail is whole
