What is kept of a signal, and what is refused.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ aftercare device add Pump
  device 1: Pump
  $ add() { aftercare signal add --kind complaint --received 2026-01-02 "$@"; }
  $ add --summary " "
  aftercare: --summary is empty
  [3]
  $ add --summary s --device Cart
  aftercare: there is no device "Cart"* (glob)
  [3]
  $ add --summary s --vulnerability CVE-2021-31S71
  aftercare: "CVE-2021-31S71" is no CVE id: CVE, a year and four digits or more, as in CVE-2021-44228
  [3]
  $ add --summary s --tlp white
  aftercare: --tlp is one of clear|green|amber|amber+strict|red, not "white"
  [2]
  $ aftercare signal add --kind complaint --received 2999-01-02 --summary s
  aftercare: received: 2999-01-02 lies ahead
  [3]
  $ aftercare signal add --kind complaint --received 2026-01-02T10:00:00 --summary s
  aftercare: --received: * (glob)
  [3]
  $ aftercare signal list
  $ aftercare signal show 1
  aftercare: there is no signal 1; aftercare signal list shows all
  [3]

A contact is personal: the trail seals that it was changed, not what it says.

  $ add --summary "restarts" --contact-name "Pat Ient" --contact-telephone 555-0100 && aftercare signal amend 1 --contact-telephone 555-0199 --why "new number"
  signal 1: complaint, received 2026-01-02
  signal 1: amended
  $ aftercare signal show 1 --format json | jq -c '.entries[] | [.kind, .personal, .content.name, .content.telephone]'
  ["received",false,null,null]
  ["contact",true,"Pat Ient","555-0100"]
  ["contact",true,"Pat Ient","555-0199"]
  $ sqlite3 a.db "SELECT count(*) FROM trail WHERE what = 'signal.contact'"
  2
  $ sqlite3 a.db "SELECT count(*) FROM trail WHERE new LIKE '%Ient%' OR old LIKE '%Ient%'"
  0

An acknowledgement is owed to who reported it, by the firm's own time frame, until it is done or there is nobody to give it to.

  $ aftercare due --today 2026-01-09
  due         state  what                  to        casefile  vulnerability  device
  2026-01-09  open   acknowledge_reporter  reporter  signal 1  -              -
  2026-02-01  open   decide_mdr            file      signal 1  -              -
  $ aftercare due --today 2026-01-10 --format json | jq -c '.[] | [.due, .state, .kind, .cites, .signal, .casefile]'
  ["2026-01-09","overdue","acknowledge_reporter","PMG VII",1,null]
  ["2026-02-01","open","decide_mdr","21 CFR 803.17(a)(2); 21 CFR 803.18(e); 21 CFR 820.35(a)",1,null]
  $ aftercare program set --acknowledge-within 10 --why "as the procedure has it" && aftercare signal list --overdue --today 2026-01-12
  $ aftercare signal list --overdue --today 2026-01-13 | awk '{ print $1, $6, $7 }'
  signal acknowledge casefiles
  1 overdue 2026-01-12
  $ aftercare signal acknowledge 1 --at 2026-01-01
  aftercare: it was acknowledged on 2026-01-01, before it was received, on 2026-01-02
  [3]
  $ aftercare signal acknowledge 1 --at 2999-01-01
  aftercare: acknowledgement: at: 2999-01-01 lies ahead: what has not happened is not recorded
  [3]
  $ aftercare signal log 1 --direction out --at 2999-01-01T09:00:00Z --with Pat --text "we look into it"
  aftercare: correspondence: at: 2999-01-01T09:00:00Z lies ahead: what has not happened is not recorded
  [3]
  $ aftercare signal acknowledge 1 --waive --reason " "
  aftercare: --reason is empty
  [3]
  $ aftercare signal acknowledge 1 --at 2026-01-05T09:00:00Z --text "mail to Pat"
  signal 1: acknowledgement recorded
  $ aftercare due --today 2026-01-20
  due         state  what        to    casefile  vulnerability  device
  2026-02-01  open   decide_mdr  file  signal 1  -              -
  $ aftercare signal add --kind researcher_report --received 2026-01-02 --summary "anonymous note" && aftercare signal acknowledge 2 --waive
  signal 2: researcher_report, received 2026-01-02
  aftercare: --reason is missing
  [2]
  $ aftercare signal acknowledge 2 --waive --reason "no sender" && aftercare due --today 2026-01-20
  signal 2: acknowledgement recorded
  due         state  what        to    casefile  vulnerability  device
  2026-02-01  open   decide_mdr  file  signal 1  -              -
  $ aftercare signal acknowledge 2 --waive --at 2026-01-05
  aftercare: either --at or --waive
  [2]
  $ aftercare signal add --kind feed_match --received 2026-01-02 --summary "nobody waits for this" && aftercare due --today 2026-01-20
  signal 3: feed_match, received 2026-01-02
  due         state  what        to    casefile  vulnerability  device
  2026-02-01  open   decide_mdr  file  signal 1  -              -

What is said is kept with the digests of what was attached.

  $ printf 'hello' > report.txt
  $ aftercare signal log 2 --direction in --at 2026-01-03 --with "A. Nonymous" --text "sends a report" --attach report.txt
  signal 2: correspondence recorded
  $ aftercare signal show 2 --format json | jq -c '.entries[-1].content'
  {"direction":"in","at":"2026-01-03","with":"A. Nonymous","text":"sends a report","attachments[0].name":"report.txt","attachments[0].sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}
  $ aftercare signal log 2 --direction in --at 2026-01-03 --with x --text x --attach none.txt
  aftercare: none.txt: No such file or directory
  [3]

Embargo, credit, CVE request. An id that was assigned is the signal's name where it has none.

  $ aftercare signal embargo 2 --until 2999-01-01T00:00:00+01:00 --agreed-with "A. Nonymous" && aftercare signal show 2 | sed -n 4p
  signal 2: embargo recorded
    UNDER EMBARGO until 2999-01-01T00:00:00+01:00
  $ aftercare signal embargo 2 --lift --reason "published" && aftercare signal list --format json | jq -c '.[1] | [.embargo_until, .under_embargo]'
  signal 2: embargo recorded
  [null,false]
  $ aftercare signal credit 2 --wish anonymous && aftercare signal cve 2 --requested-on 2026-01-06 --cna MITRE && aftercare signal cve 2 --assigned CVE-2026-1234
  signal 2: credit recorded
  signal 2: CVE request recorded
  signal 2: CVE request recorded
  $ aftercare signal list --vulnerability CVE-2026-1234 | awk '{ print $1, $5 }'
  signal vulnerability
  2 CVE-2026-1234
  $ aftercare signal cve 2 --assigned CVE-26-1
  aftercare: assigned: "CVE-26-1" is no CVE id
  [3]

Filters.

  $ aftercare signal triage 1,3 --as false --reason "a loose cable"
  signal 1: false
  signal 3: false
  $ aftercare signal list --state false --kind complaint | awk '{ print $1, $4 }'
  signal state
  1 false
  $ aftercare signal list --kind gossip
  aftercare: --kind: "gossip" is no kind of signal
  [2]
  $ aftercare signal list --since 2026-01-03

Entries are only ever added, whatever tool is used.

  $ sqlite3 a.db "UPDATE signal_entry SET content = '{}'" 2>&1 | sed 's/.*\(the entries\)/\1/'
  the entries of a signal are append-only (19)
  $ sqlite3 a.db "DELETE FROM signal_entry" 2>&1 | sed 's/.*\(the entries\)/\1/'
  the entries of a signal are append-only (19)
  $ aftercare audit verify
  18 entries, the audit trail is whole
