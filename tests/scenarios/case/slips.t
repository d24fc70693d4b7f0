What is a slip of the pen is said where it is typed.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out

A CVE id has ten digits at the most, and is of no year behind the next. What a record knows is taken.

  $ open() { aftercare case open --device Pump --learned-on 2026-01-02 --vulnerability "$1" 2>&1 | grep -v 'no record in the store'; }
  $ open CVE-2024-12345678901
  aftercare: "CVE-2024-12345678901" is no CVE id: it has more than 10 digits
  $ open CVE-2024-12x
  aftercare: "CVE-2024-12x" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  $ next=$(($(date +%Y) + 1)); open CVE-$((next + 1))-1001 | sed "s/$((next + 1))/YEAR/"
  aftercare: "CVE-YEAR-1001" is of a year that is to come, and no record knows it: is the year right?
  $ open CVE-$next-1001 | sed "s/$next/YEAR/"
  casefile 1: CVE-YEAR-1001 in Pump
  $ aftercare signal add --kind complaint --received 2026-01-02 --summary s --vulnerability CVE-2150-1001
  aftercare: "CVE-2150-1001" is of a year that is to come, and no record knows it: is the year right?
  [3]
  $ mkdir feed; printf '{"id": "OSV-1", "aliases": ["CVE-2150-1001"], "modified": "2026-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "PyPI", "name": "x"}, "versions": ["1.0"]}]}' >feed/osv.json
  $ aftercare feed import feed >out && open CVE-2150-1001
  casefile 2: CVE-2150-1001 in Pump

A signal was not received before there were CVE ids, like no other day that is stated.

  $ aftercare signal add --kind complaint --received 1026-01-02 --summary s
  aftercare: received: 1026-01-02 lies before vulnerabilities had names, in 1999
  [3]
  $ aftercare signal add --kind complaint --received 1998-12-31T23:00:00Z --summary s
  aftercare: received: 1998-12-31 lies before vulnerabilities had names, in 1999
  [3]
  $ aftercare signal add --kind complaint --received 1999-01-01 --summary s
  signal 1: complaint, received 1999-01-01

What happened to a patient is no less than it was: whoever enters the one or the other is told, and whoever looks.

  $ aftercare case assess 1 --on 2026-01-03 --exploitability low --severity minor --rationale "a wall"
  casefile 1: assessment 3
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-04
  aftercare: casefile 1: An event on file is graver than the severity of patient harm that the assessment judges: a death is catastrophic, a serious injury serious or worse.
  casefile 1: event 4
  $ aftercare case assess 1 --on 2026-01-05 --exploitability low --severity negligible --rationale "a wall"
  aftercare: casefile 1: An event on file is graver than the severity of patient harm that the assessment judges: a death is catastrophic, a serious injury serious or worse.
  casefile 1: assessment 5
  $ aftercare case decide 1 --format json | jq -c '[.warnings[].id] | index("severity_below_event") != null'
  true
  $ aftercare report casefile 1 | grep -c 'An event on file is graver'
  2
  $ aftercare case assess 1 --on 2026-01-06 --exploitability low --severity serious --rationale "a wall"
  casefile 1: assessment 6
