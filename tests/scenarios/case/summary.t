A malfunction that is told of in a quarterly summary (VMSR) in place of a report of its own: only where all of it is stated, and never silently later.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes --product-code FRN >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-11 --exploitability low --severity minor --rationale "no path" >out
  $ aftercare case event 1 --kind malfunction --known-on 2026-02-02 --associated no --likely-if-recurs yes >out
  $ due() { aftercare case decide 1 --today 2026-02-10 | sed -n 's/^\(2026[^ ]*\) *open *\(mdr[a-z_0-9]*\).*/\1 \2/p'; }
  $ due
  2026-03-04 mdr_30_day

The firm takes part with these product codes; nobody has judged the event yet.

  $ aftercare program set --summary-product-codes "FRN, D"
  aftercare: summary-product-codes: product code "D": expected three letters
  [3]
  $ aftercare program set --summary-product-codes "FRN, DRT"
  $ aftercare program show | grep summary
    summary_product_codes: FRN
    summary_product_codes: DRT
  $ due
  2026-03-04 mdr_30_day

A later day takes a reason, and the trail keeps the day before.

  $ aftercare case event 1 --amends 3 --summary-report yes
  aftercare: mdr_30_day was due 2026-03-04: a later day, 2026-04-30, needs a reason (--why)
  [5]
  $ aftercare case event 1 --amends 3 --summary-report yes --why "a known kind, no recall, no 5-day report"
  casefile 1: event 4
  $ due
  2026-04-30 mdr_summary
  $ aftercare case decide 1 --today 2026-02-10 | sed -n '/^Warnings/,/^$/p'
  Warnings:
    mdr_question: An event has no decision on remedial action: does it necessitate one, and so a 5-day report?
    summary_report_days: The days of summary reports (30 April, 31 July, 31 October, 31 January) are taken from descriptions of the programme, not from its text: confirm them.
  
  $ aftercare report casefile 1 --format json | grep -o '"kind\\":\\"mdr[^}]*' | sort -u
  "kind\":\"mdr_30_day\",\"starts\":\"2026-02-02\",\"due\":\"2026-03-04\"
  "kind\":\"mdr_summary\",\"starts\":\"2026-02-02\",\"due\":\"2026-04-30\"
  $ aftercare due --today 2026-02-10 --format ics | grep -c SUMMARY
  1

FDA asks for such events in writing: five work days from awareness.

  $ aftercare case event 1 --amends 4 --five-day-requested yes >out
  $ aftercare case decide 1 --today 2026-02-10 | grep mdr_
  2026-02-09  overdue  mdr_5_day           fda   2026-02-02  -    21 CFR 803.53
    mdr_question: An event has no decision on remedial action: does it necessitate one, and so a 5-day report?

The firm no longer takes part: the report of its own is owed again.

  $ aftercare case event 1 --amends 5 --five-day-requested no
  aftercare: mdr_5_day was due 2026-02-09: a later day, 2026-04-30, needs a reason (--why)
  [5]
  $ aftercare case event 1 --amends 5 --five-day-requested no --why "the letter was about another model" >out
  $ due
  2026-04-30 mdr_summary
  $ aftercare program set --summary-product-codes none
  $ due
  2026-03-04 mdr_30_day
