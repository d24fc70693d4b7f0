Facts in, a determination out: the rules with no store behind them and no clock.

  $ cp "$TESTDIR/../../../docs/example/facts.json" .
  $ aftercare decide facts.json
  as of          2026-02-03 in America/Chicago, rules fda-2016 version 1, policy default-1
  scope          in_scope
  risk           uncontrolled, with controls controlled
  final          yes
  day 30         2026-02-01
  day 60         2026-03-03
  discretion     provisional
  report 806     pending
    provisional  due by 2026-02-03 if a condition fails
  record 806.20  no
  recall class   II
  keep until     2037-11-30
  
  The four conditions:
    no_serious_events  met      on -          due -          No death or serious injury associated with the vulnerability is known.
    day30              met      on 2026-01-20 due 2026-02-01 Customers and user community told, interim controls identified and a reasoned plan made by day 30.
    day60              pending  on -          due 2026-03-03 No fix that counts is known to be distributed.
    isao               met      on 2026-01-20 due -          Active in an ISAO, which has every customer communication.
    discretion provisional, report under part 806 pending, due by 2026-02-03 if a condition fails
  
  DUE         STATE  OBLIGATION           TO                         STARTED     MET         BASIS
  2026-01-21  met    share_isao           isao                       2026-01-20  2026-01-20  PMG VII.B (4); PMG IX
  2026-02-01  met    communicate          customers, user community  2026-01-02  2026-01-20  PMG VII.B (2)
  2026-02-01  met    plan_remediation     file                       2026-01-02  2026-01-20  PMG VII.B (2)
  2026-03-03  open   distribute_fix       customers, user community  2026-01-02  -           PMG VII.B (3)
  -           open   evaluate_premarket   file                       2026-01-05  -           21 CFR 807.81(a)(3); 21 CFR 814.39; PMG VII
  -           open   update_out_of_cycle  users                      2026-01-05  -           FD&C Act 524B(b)(2)(B)
  
  KEPT UNTIL  STATE  WHAT           SINCE       HOW LONG                                          BASIS
  2037-11-30  kept   keep_casefile  2026-01-02  two years beyond the expected life of the device  21 CFR 806.20(c)
  
  Reasons:
    SCOPE-5   The guidance applies: a marketed device with software. [PMG III]
    RISK-4    Exploitability and severity lie in an uncontrolled cell of the matrix. [PMG VI.C; PMG VII.B]
    AFTER-2   With the controls the risk lies in a controlled cell. [PMG VI.C; PMG VII.B, example 3]
    BORDER-1  The cell of the matrix is clear-cut. [PMG VI.C]
    CLOCK-1   The clocks run from the day the vulnerability was learned of. [PMG VII.B; policy A1]
    C1-2      No death or serious injury associated with the vulnerability is known. [PMG VII.B (1)]
    C2-1      Customers and user community told, interim controls identified and a reasoned plan made by day 30. [PMG VII.B (2)]
    C3-4      No fix that counts is known to be distributed. [PMG VII.B (3)]
    C4-3      Active in an ISAO, which has every customer communication. [PMG VII.B (4); PMG IX]
    DISC-4    No condition has failed and not all are met yet. [PMG VII.B]
    806-9     No condition has failed and not all are met: the report is not decided yet. [PMG VII.B]
    806.20-6  The action is to be reported, or that is not decided yet. [21 CFR 806.20(a)]
    814-7     The device's pathway asks for no periodic report. [21 CFR 814.84(a); policy A19]
    524B-1    A cyber device with an uncontrolled risk is updated as soon as possible, out of cycle. [FD&C Act 524B(b)(2)(B)]
    7-3       The harm is below critical. [21 CFR 7.3(m)(2)]
    KEEP-3    Two years beyond the expected life of the last device distributed. [21 CFR 806.20(c)]
    CAL-1     Day 30 and day 60 are calendar days behind the day of learning, to the end of the local day. [PMG VII.B; policy A2]
  $ aftercare decide - <facts.json | head -n 2
  as of          2026-02-03 in America/Chicago, rules fda-2016 version 1, policy default-1
  scope          in_scope

As JSON, with every conclusion's rule, clause and facts; equal facts give equal bytes.

  $ aftercare decide facts.json --format json >one.json
  $ aftercare decide facts.json --format=json | cmp - one.json
  $ python3 -c '
  > import json
  > d = json.load(open("one.json"))
  > print(*d)
  > print(json.dumps({key: d[key] for key in ("scope", "risk", "risk_after", "final", "day30", "day60", "discretion", "report_806")}))
  > print(json.dumps(d["conditions"][1]))
  > print(json.dumps(d["obligations"][0]))
  > print(json.dumps(next(r for r in d["rationale"] if r["rule"] == "CLOCK-1")))'
  regime rules_version policy_version today time_zone tzdata_version scope risk risk_after borderline final day30 day60 discretion conditions report_806 report_806_due report_806_due_if_lapsed days_overdue report_806_number amendment_806_due record_806_20 mdr share_with_other_applicant_due periodic_report out_of_cycle_update proposed_recall_class retention reopened obligations warnings rationale missing
  {"scope": "in_scope", "risk": "uncontrolled", "risk_after": "controlled", "final": true, "day30": "2026-02-01", "day60": "2026-03-03", "discretion": "provisional", "report_806": "pending"}
  {"id": "day30", "state": "met", "on": "2026-01-20", "due": "2026-02-01", "why": "Customers and user community told, interim controls identified and a reasoned plan made by day 30."}
  {"kind": "share_isao", "to": "isao", "starts": "2026-01-20", "due": "2026-01-21", "state": "met", "met_on": "2026-01-20", "cites": ["PMG VII.B (4)", "PMG IX"], "until": null, "says": null}
  {"rule": "CLOCK-1", "says": "The clocks run from the day the vulnerability was learned of.", "cites": ["PMG VII.B", "policy A1"], "facts": ["vulnerability.learned_on"]}

Another day, another position: the same facts, read after day 60 with nothing distributed.

  $ sed 's/"today": "2026-02-03"/"today": "2026-03-04"/' facts.json >later.json
  $ aftercare decide later.json --format json | grep -E '"(today|discretion|report_806|risk|final)":'
    "today": "2026-03-04",
    "risk": "uncontrolled",
    "final": true,
    "discretion": "not_available",
    "report_806": "required",

What cannot be read is named, whatever it is.

  $ try() { echo "$1" >x.json; aftercare decide x.json; }
  $ base='"today": "2026-02-03", "vulnerability": {"learned_on": "2026-01-02"}'
  $ try "{$base}" | head -n 3
  as of          2026-02-03 in UTC, rules fda-2016 version 1, policy default-1
  scope          in_scope
  risk           undetermined, with controls undetermined
  $ try '{"vulnerability": {"learned_on": "2026-01-02"}}'
  aftercare: x.json: today is missing
  [3]
  $ try '{"today": "2026-02-03"}'
  aftercare: x.json: vulnerability.learned_on is missing
  [3]
  $ try "{$base, \"colour\": \"red\"}"
  aftercare: x.json: colour: there is no such key
  [3]
  $ try "{$base, \"device\": {\"class\": \"IV\"}}"
  aftercare: x.json: device.class: "IV" is not one of I, II, III
  [3]
  $ try "{$base, \"device\": {\"class\": 2}}"
  aftercare: x.json: device.class: expected text, found a number
  [3]
  $ try "{$base, \"time_zone\": \"Europe/Nowhere\"}"
  aftercare: x.json: time_zone: time zone "Europe/Nowhere" is not in /usr/share/zoneinfo
  [3]
  $ try '{"today": "2026-02-30", "vulnerability": {"learned_on": "2026-01-02"}}'
  aftercare: x.json: today: date "2026-02-30": February 2026 has 28 days
  [3]
  $ try "{$base, \"policy\": {\"matrix\": {\"low\": {\"negligible\": \"U\", \"minor\": \"C\", \"serious\": \"C\", \"critical\": \"C\", \"catastrophic\": \"C\"}}}}"
  aftercare: x.json: policy: matrix.medium.negligible is missing
  [3]
  $ try "{$base, \"policy\": {\"roll\": \"sideways\"}}"
  aftercare: x.json: policy.roll: "sideways" is not one of none, back, forward
  [3]
  $ try "{$base"
  aftercare: x.json: line 2: '}' expected near end of file
  [3]
  $ try '[]'
  aftercare: x.json: expected an object, found an array
  [3]
  $ try "{$base} x"
  aftercare: x.json: line 1: end of file expected near 'x'
  [3]
  $ aftercare decide nowhere.json
  aftercare: nowhere.json: cannot be opened: No such file or directory
  [3]
  $ aftercare decide
  aftercare: FACTS.json is missing
  [2]
  $ aftercare decide a.json b.json
  aftercare: unexpected word "b.json"
  [2]
  $ aftercare decide --format xml facts.json
  aftercare: --format is one of table|json, not "xml"
  [2]
