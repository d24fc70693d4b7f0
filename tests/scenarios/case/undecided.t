A malfunction of which nobody has said whether it would be likely to cause a death or serious injury if it recurred: whether it is reportable is to be decided within the 30 days of the report that it may need (21 CFR 803.17(a)(2), 803.50(a)(2)). The question holds the casefile open.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability low --severity minor --rationale r > out
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-10 --associated no --text "Alarm is silent" > out
  $ questions() { aftercare due --today ${1:-2026-02-20} --format json | jq -r '.[] | select(.kind == "decide_mdr" or .kind == "mdr_30_day") | [.kind, .due, .state, .says] | join(" | ")'; }
  $ questions 2026-02-09
  decide_mdr | 2026-02-09 | open | events[0]: is it a reportable event? Nobody has said: would the malfunction be likely to cause or contribute to a death or serious injury if it recurred (likely_if_recurs)?
  $ questions
  decide_mdr | 2026-02-09 | overdue | events[0]: is it a reportable event? Nobody has said: would the malfunction be likely to cause or contribute to a death or serious injury if it recurred (likely_if_recurs)?
  $ aftercare case close 1 --on 2026-02-20
  aftercare: casefile 1 still owes decide_mdr, due 2026-02-09: events[0]: is it a reportable event? Nobody has said: would the malfunction be likely to cause or contribute to a death or serious injury if it recurred (likely_if_recurs)?
  [5]

A complaint is answered by an event of which that is decided, once it is.

  $ aftercare signal add --kind complaint --received 2026-01-20 --summary "Alarm is silent" --device Pump --vulnerability CVE-2021-31571 > out
  $ aftercare signal link 1 --casefile 1 > out 2>&1
  $ aftercare case event 1 --kind malfunction --known-on 2026-01-20 --associated no --signal 1 > out
  $ questions 2098-12-31 | cut -d '|' -f 1-3
  decide_mdr | 2026-02-09 | overdue 
  decide_mdr | 2026-02-19 | overdue 
  decide_mdr | 2026-02-19 | overdue 
  $ aftercare case event 1 --amends $(sqlite3 store.db "select max(id) from casefile_record") --likely-if-recurs yes > out
  $ questions 2098-12-31 | cut -d '|' -f 1-3
  decide_mdr | 2026-02-09 | overdue 
  mdr_30_day | 2026-02-19 | overdue 
  $ aftercare case event 1 --amends 3 --likely-if-recurs no > out
  $ questions 2098-12-31 | cut -d '|' -f 1-3
  mdr_30_day | 2026-02-19 | overdue 
  $ aftercare case decide 1 --format json | jq -c '.obligations[] | select(.kind == "decide_mdr") | [.due, .state, .says]'
  ["2026-02-19","missed","signal 1: is what this complaint tells of a reportable event? Record it as an event, or why it is none"]
