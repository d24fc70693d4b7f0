What a medical device report that FDA has did not say is asked about when the file says otherwise (21 CFR 803.56).

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable" >out
  $ behind() { aftercare case decide 1 --format json | jq -r '.warnings[] | select(.id == "mdr_report_behind") | .says'; }
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-10 --associated yes --text inj --mdr-submitted-on 2026-01-20 --mdr-number 1234567-2026-00001 --why elsewhere
  casefile 1: event 3
  $ aftercare case event 1 --amends 3 --shared-on 2026-01-11
  casefile 1: event 4
  $ behind
  $ aftercare case event 1 --amends 3 --kind death --text "patient died on 2026-01-25" 2>out
  casefile 1: event 5
  $ behind
  the report of the event, record 5, was submitted on 2026-01-20, and the file says otherwise since: kind, text; what the report did not have, because it was not known or not available, goes into a supplement within 30 calendar days of its receipt (21 CFR 803.56): case supplement --event 5, or a follow-up report that is issued

Until it is answered a supplement is owed, as if what came in had been received on the day on which it was entered.

  $ owed() { aftercare case decide 1 "$@" --format json | jq -r '.obligations[] | select(.kind == "supplement_mdr") | [.starts, .due, .state, (.says // "" | .[0:34])] | join(" ")'; }
  $ today=$(date -u +%F) due=$(date -u -d "+30 days" +%F) behind=$(date -u -d "+31 days" +%F)
  $ owed | sed "s/$today/TODAY/; s/$due/DUE/"
  TODAY DUE open the report of the event, record 5,
  $ owed --today $behind | cut -d ' ' -f 3
  overdue
  $ owed --today 2026-02-01
  $ aftercare due --format json --within 60d | jq -c '[.[] | select(.kind == "supplement_mdr") | .casefile]'
  [1]

That none is due is said with the reason why, and is an answer until the file says something else again.

  $ cp store.db none.db; export AFTERCARE_STORE=none.db
  $ aftercare case supplement 1 --event 5 --received-on $today --submitted-on $today --not-due "FDA has it" 2>&1 | sed "s/$today/TODAY/"
  aftercare: a supplement that was submitted on TODAY was due: say either when it was submitted, or why none is due (--not-due)
  $ aftercare case supplement 1 --event 5 --received-on $today --not-due "the first report said so in B5"
  casefile 1: supplement 6
  $ behind; owed
  $ aftercare report casefile 1 | grep -o 'Why no supplement is due' | head -n 1
  Why no supplement is due
  $ aftercare case event 1 --amends 5 --known-on 2026-01-09 2>out
  casefile 1: event 7
  $ behind | grep -o 'since: [^;]*'
  since: known_on
  $ owed | wc -l
  1
  $ export AFTERCARE_STORE=store.db

A supplement of the event answers it, and owes its own day. What its complaint tells later is asked about again.

  $ aftercare case supplement 1 --event 5 --received-on 2026-01-25
  casefile 1: supplement 6
  $ behind
  $ aftercare case decide 1 --today 2026-02-01 --format json | jq -c '.obligations[] | select(.kind == "supplement_mdr") | [.due, .state]'
  ["2026-02-24","open"]
  $ aftercare signal add --kind complaint --received 2026-01-10 --summary "It hangs" --device Pump >out; aftercare signal link 1 --casefile 1 >out 2>&1
  $ behind
  $ aftercare signal amend 1 --details "the patient died" --why "the ward called" >out 2>&1
  $ behind | grep -o 'since: [^;]*'
  since: the complaint, signal 1
