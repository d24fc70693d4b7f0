The measures of the programme: what was patched, how fast, and what else can be told of a period.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --format json >/dev/null
  aftercare: there is no store at store.db
  [3]
  $ aftercare device add Pump --class III --pathway pma >out
  $ aftercare device add Ward --class II --pathway 510k >out

Four findings, identified and patched as the definition's own example has them; a fifth of the year before.

  $ open() { aftercare case open --device "$1" --vulnerability "$2" --learned-on "$3" --why "the register of then" >out 2>&1; }
  $ patch() { aftercare case fix "$1" --kind "$2" --validated-on "$3" --distributed-on "$3" --residual-risk acceptable >out; }
  $ open Pump CVE-2026-10001 2026-01-05; patch 1 software 2026-02-04
  $ open Pump CVE-2026-10002 2026-01-20; patch 2 software 2026-03-21
  $ open Ward CVE-2026-10003 2026-02-10; patch 3 workaround 2026-02-12
  $ open Ward CVE-2026-10004 2026-03-01; patch 4 software 2026-03-01
  $ open Ward CVE-2025-10005 2025-12-15; patch 5 software 2026-01-14
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --format json >all.json
  $ python3 -c '
  > import json
  > r = json.load(open("all.json"))
  > f = r["findings"][0]
  > print(f["m1"], f["m1b"], f["m1_flow"], f["m2"]["mean"], f["m2"]["median"], f["m2"]["n"], f["open"], f["oldest"])
  > print(r["edition"], r["m3"]["mean"], len(r["definitions"]))
  > '
  75.0 100.0 100.0 30.0 30.0 4 1 49
  None None 22

Sliced, with one table a slice; a slice of nothing has no figure.

  $ aftercare report metrics --from 2026-01-01 --to 2026-01-31 --slice device | head -6
  2026-01-01 to 2026-01-31, unit finding, draft
  findings  identified  patched     M1    M1b  M1-flow  M2 mean  median  n  estimate  open  oldest
  all                2        0  0.0 %  0.0 %   50.0 %     30.0    30.0  1         -     2      26
  Pump               2        0  0.0 %  0.0 %    0.0 %      n/a     n/a  0         -     2      26
  Ward               0        0    n/a    n/a      n/a     30.0    30.0  1         -     0       -
  M3: n/a: not recorded; needs which units got the update, and when
  $ aftercare report metrics --from 2025-12-20 --to 2026-03-15 --slice month | sed -n '2,7p'
  findings  identified  patched       M1      M1b  M1-flow  M2 mean  median  n  estimate  open  oldest
  all                4        2   50.0 %   75.0 %   75.0 %     20.0    30.0  3        30     2      54
  2025-12            0        0      n/a      n/a      n/a      n/a     n/a  0         -     1      16
  2026-01            2        0    0.0 %    0.0 %   50.0 %     30.0    30.0  1         -     2      26
  2026-02            1        0    0.0 %  100.0 %  100.0 %     30.0    30.0  1         -     2      39
  2026-03            1        1  100.0 %  100.0 %  100.0 %      0.0     0.0  1         0     2      54
  $ aftercare report metrics --from 2025-12-20 --to 2026-03-15 --slice quarter --unit vulnerability --format json | jq -c '.by, (.findings[] | [.name, .identified])'
  "quarter"
  ["all",4]
  ["2025-Q4",0]
  ["2026-Q1",4]
  $ aftercare report metrics --from 2026-01-31 --to 2026-02-01 --slice month | sed -n '3,6p' | cut -c1-30
  all                0        0 
  2026-01            0        0 
  2026-02            0        0 
  M3: n/a: not recorded; needs w
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 | grep -c 'n/a: not recorded; '
  1

The same vulnerability in two devices is one, identified in the first and patched in the last.

  $ open Ward CVE-2026-10001 2026-01-10
  $ m1() { aftercare report metrics --from 2026-01-01 --to 2026-03-31 --unit "$1" | sed -n 3p; }
  $ m1 device
  all                5        3  60.0 %  80.0 %   80.0 %     30.0    30.0  4        60     2      80
  $ m1 vulnerability
  all                4        2  50.0 %  75.0 %   75.0 %     30.0    30.0  3        60     2      85
  $ patch 6 software 2026-03-31
  $ m1 vulnerability
  all                4        3  75.0 %  100.0 %  100.0 %     43.8    45.0  4        60     1      49

What turned out not to affect the device is not counted.

  $ aftercare case vulnerability 3 --vex not_affected --vex-justification component_not_present --vex-reviewed-by "M. Sato" --why "the component is not in it" >out
  $ m1 device
  all                4        4  100.0 %  100.0 %  125.0 %     40.0    30.0  5        30     0       -

Editions are numbered, and the file's digest stands in the trail; figures restated later are another edition.

  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --issue --format html --output q1.html
  aftercare: edition 1
  $ grep -o 'edition [0-9]*' q1.html | sort -u
  edition 1
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 | head -1
  2026-01-01 to 2026-03-31, unit finding, draft; the last issued is edition 1
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --issue --format json --output q1.json
  aftercare: edition 2
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --unit device --issue --format csv --output q1.csv
  aftercare: edition 1
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --slice device --format pdf --output q1.pdf
  $ head -c 5 q1.pdf
  %PDF- (no-eol)
  $ aftercare audit verify | tail -1
  30 entries, the audit trail is whole

What cannot be is refused.

  $ aftercare report metrics --from 2026-01-01
  aftercare: --to is missing
  [2]
  $ aftercare report metrics --from 2026-04-01 --to 2026-03-31
  aftercare: the period ends before it begins
  [3]
  $ aftercare report metrics --from 2026-01-01 --to 2999-12-31 2>&1 | sed 's/today, [0-9-]*/today, DATE/'
  aftercare: the period ends after today, DATE: what is not over is not measured
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --issue
  aftercare: --issue and --output take --format html, pdf, json or csv
  [2]
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --device Nothing
  aftercare: there is no device "Nothing"; aftercare device list shows all
  [3]

The periodic report holds the measures that are to be in it, of the device and its period.

  $ aftercare report periodic Pump --from 2026-01-01 --to 2026-03-31 --format json | grep -c '"patching"'
  1

What is owed at the end of a period counts acknowledgements of signals too, as `due` does.

  $ left() { aftercare report metrics --from 2026-01-01 --to "$1" | grep K4 | grep -E 'overdue|7 days'; }
  $ left 2026-03-31
  K4   overdue                                             6
  K4   due within 7 days                                   3
  $ aftercare signal add --summary s --kind researcher_report --received 2026-03-28 >out
  $ left 2026-03-31
  K4   overdue                                             6
  K4   due within 7 days                                   4
  $ left 2026-04-10
  K4   overdue                                             10
  K4   due within 7 days                                   1
  $ aftercare signal acknowledge 1 --at 2026-04-08T12:00:00Z >out
  $ left 2026-04-07
  K4   overdue                                             10
  K4   due within 7 days                                   1
  $ left 2026-04-10
  K4   overdue                                             9
  K4   due within 7 days                                   1

Divided by what else the file knows, and by years from the first day of the period; and shown in bars without being asked.

  $ aftercare signal add --kind researcher_report --received 2026-01-05 --summary x --device Pump --vulnerability CVE-2026-10001 >out && aftercare signal link "$(sed 's/signal \([0-9]*\):.*/\1/' out)" --casefile 1 >out
  $ aftercare case assess 1 --on 2026-01-10 --exploitability high --severity critical --rationale r >out
  $ aftercare case control 2 --identified-on 2026-01-25 --adds-risk no --text "a wall" >out
  $ parts() { aftercare report metrics --from "$1" --to "$2" --slice "$3" --format json | jq -c '[.findings[1:][] | [.name, .identified]]'; }
  $ parts 2026-01-01 2026-03-31 source
  [["not recorded",3],["researcher_report",1]]
  $ parts 2026-01-01 2026-03-31 exploitability
  [["high",1],["not judged",3]]
  $ parts 2025-04-01 2026-04-30 year
  [["2025-04-01 to 2026-03-31",5],["2026-04-01 to 2026-04-30",0]]
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --format json | jq -c '.programme[] | select(.id == "K2") | [.name, .value, .basis]'
  ["receipt to triage","n/a","of 0"]
  ["learning to assessment","5.0 days","mean of 1; median 5.0, 5 to 5"]
  ["learning to decision","23.4 days","mean of 5; median 5.0, 0 to 80"]
  ["learning to remediation plan","n/a","of 0"]
  $ aftercare report metrics --from 2026-01-01 --to 2026-03-31 --format html --output all.html; grep -o '<svg[^>]*id="[a-z0-9-]*"\|<title[^>]*>[^<]*' all.html
  <title>draft; the last issued is edition 2: Measures of the cybersecurity programme
  <title id="over-time-title">Findings identified, and findings patched, in each part of the period
  <title id="days-left-title">What is owed at the end of the period, by the days left
  $ aftercare report metrics --from 2020-01-01 --to 2026-03-31 --format pdf --output all.pdf; head -c 5 all.pdf
  %PDF- (no-eol)
