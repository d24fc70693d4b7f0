The day of learning follows the signals: earlier by itself and loudly, later only by a person with a reason.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=qa
  $ aftercare device add Pump && aftercare device add Cart && aftercare program set --time-zone America/New_York
  device 1: Pump
  device 2: Cart
  $ add() { aftercare signal add --summary s "$@"; }
  $ learned() { aftercare report casefile $1 --format json | jq -r '[.records[] | select(.kind == "vulnerability")][-1] | .facts.learned_on, .more.learned_on_basis, (.more.learned_on_reason // "-")'; }

The day is that of the firm's zone: half past one in UTC is the evening before in New York.

  $ add --kind researcher_report --received 2026-01-06T01:30:00Z --vulnerability ACME-1 --device Pump
  signal 1: researcher_report, received 2026-01-06T01:30:00Z
  $ aftercare case open --signal 1 2>/dev/null
  casefile 1: ACME-1 in Pump
  learned of on 2026-01-05: earliest receipt (A1): signal 1, received 2026-01-06T01:30:00Z, 2026-01-05 in America/New_York

A later signal moves nothing; an earlier one moves the day, whether it is linked, a duplicate of one that is, or corrected.

  $ add --kind complaint --received 2026-01-09 && aftercare signal link 2 --casefile 1
  signal 2: complaint, received 2026-01-09
  signal 2: in casefile 1
  $ add --kind complaint --received 2026-01-04 && aftercare signal link 3 --casefile 1
  signal 3: complaint, received 2026-01-04
  aftercare: WARNING: casefile 1: learned of on 2026-01-04, no longer 2026-01-05; what is due moves with it: earliest receipt (A1): signal 3, received 2026-01-04, 2026-01-04 in America/New_York
  signal 3: in casefile 1
  $ add --kind service_record --received 2026-01-03 && aftercare signal triage 4 --as duplicate --of 2 --reason "same pump"
  signal 4: service_record, received 2026-01-03
  aftercare: WARNING: casefile 1: learned of on 2026-01-03, no longer 2026-01-04; what is due moves with it: earliest receipt (A1): signal 4, received 2026-01-03, 2026-01-03 in America/New_York
  signal 4: duplicate
  $ aftercare signal amend 4 --received 2026-01-02T23:00:00-05:00 --why "the paper says so"
  aftercare: WARNING: casefile 1: learned of on 2026-01-02, no longer 2026-01-03; what is due moves with it: earliest receipt (A1): signal 4, received 2026-01-02T23:00:00-05:00, 2026-01-02 in America/New_York
  signal 4: amended
  $ learned 1
  2026-01-02
  earliest receipt (A1): signal 4, received 2026-01-02T23:00:00-05:00, 2026-01-02 in America/New_York
  

What makes it later changes nothing by itself.

  $ aftercare signal amend 4 --received 2026-01-08 --why "no, it does not" && learned 1 | head -1
  aftercare: casefile 1 stays learned of on 2026-01-02; the signals say 2026-01-04: earliest receipt (A1): signal 3, received 2026-01-04, 2026-01-04 in America/New_York; case vulnerability --learned-on moves it, with --why
  signal 4: amended
  2026-01-02
  $ aftercare case vulnerability 1 --learned-on 2026-01-04
  aftercare: the vulnerability was learned of on 2026-01-02: a later day, 2026-01-04, needs a reason (--why)
  [5]
  $ aftercare case vulnerability 1 --learned-on 2026-01-04 --why "signal 4 was misread" >/dev/null && learned 1
  2026-01-04
  stated by a person
  signal 4 was misread

A signal that was refuted counts no longer, and moves nothing by itself.

  $ aftercare signal triage 3 --as false --reason "a loose cable"
  aftercare: casefile 1 stays learned of on 2026-01-04; the signals say 2026-01-05: earliest receipt (A1): signal 1, received 2026-01-06T01:30:00Z, 2026-01-05 in America/New_York; case vulnerability --learned-on moves it, with --why
  signal 3: false
  $ aftercare signal list --state false --format json | jq -c '.[] | [.signal, .casefiles]'
  [3,[1]]

A duplicate of a duplicate would lead nowhere, and what is not ours opens no file.

  $ aftercare signal triage 3 --as duplicate --of 4 --reason r
  aftercare: signal 3: signal 4 is itself a duplicate of signal 2: name that one
  [3]
  $ aftercare signal triage 3 --as duplicate --of 3 --reason r
  aftercare: signal 3: signal 3 cannot be a duplicate of itself
  [3]
  $ add --kind isao_alert --received 2026-01-05 && aftercare signal triage 5 --as not_ours
  signal 5: isao_alert, received 2026-01-05
  aftercare: not_ours needs a reason (--reason)
  [3]
  $ aftercare signal triage 5 --as not_ours --reason "no such product"
  signal 5: not_ours
  $ aftercare case open --signal 5 --device Cart --vulnerability ACME-2
  aftercare: signal 5 was triaged as not_ours; aftercare signal triage --as accepted takes that back
  [5]
  $ aftercare case open --signal 4 --device Cart --vulnerability ACME-2
  aftercare: signal 4 is a duplicate of signal 2: take that one
  [5]
  $ aftercare signal link 2 --casefile 1
  aftercare: signal 2 is in casefile 1 already
  [5]

Another day than the signals' takes its reason, which stays in the file.

  $ add --kind isao_alert --received 2026-02-02 --vulnerability ACME-3 --device Cart && aftercare signal triage 6 --as accepted --applicable-on 2026-02-09
  signal 6: isao_alert, received 2026-02-02
  signal 6: accepted
  $ aftercare case open --signal 6 --learned-on 2026-02-09
  aftercare: signal 6 says 2026-02-02: another day of learning, 2026-02-09, needs its reason (--learned-reason)
  [3]
  $ aftercare case open --signal 6 --learned-on 2026-02-09 --learned-reason "confirmed applicable that day" 2>/dev/null
  casefile 2: ACME-3 in Cart
  learned of on 2026-02-09: stated by a person; by the signals it is 2026-02-02, earliest receipt (A1): signal 6, received 2026-02-02, 2026-02-02 in America/New_York
  $ learned 2
  2026-02-09
  stated by a person; by the signals it is 2026-02-02, earliest receipt (A1): signal 6, received 2026-02-02, 2026-02-02 in America/New_York
  confirmed applicable that day

A closed file takes none, and is told of.

  $ aftercare case assess 2 --on 2026-02-10 --exploitability low --severity negligible --rationale r --approver a >/dev/null && aftercare case close 2 --on 2026-02-20
  casefile 2: closed on 2026-02-20
  $ aftercare signal link 2 --casefile 2
  aftercare: casefile 2 was closed on 2026-02-20 (aftercare case reopen)
  [5]
  $ add --kind complaint --received 2026-01-20 && aftercare signal triage 7 --as duplicate --of 6 --reason same
  signal 7: complaint, received 2026-01-20
  aftercare: WARNING: casefile 2 is closed, learned of on 2026-02-09; the signals say earlier: * (glob)
  signal 7: duplicate

A policy that starts the clock from the confirmation is reason enough; while nothing is confirmed, it is the receipt.

  $ echo '{"version": "p2", "clock_start": "confirmation"}' > p.json && aftercare program set --policy p.json
  policy number 1 is in force
  $ aftercare case open --signal 6 --device Pump --vulnerability ACME-3 2>/dev/null
  casefile 3: ACME-3 in Pump
  learned of on 2026-02-09: confirmation (A1): signal 6, confirmed applicable on 2026-02-09
  $ aftercare case open --signal 2 --device Cart --vulnerability ACME-4 2>/dev/null
  casefile 4: ACME-4 in Cart
  learned of on 2026-01-08: earliest receipt (A1): signal 4, received 2026-01-08, 2026-01-08 in America/New_York; none is confirmed applicable yet

Under that policy a receipt says nothing of a confirmed day.

  $ add --kind complaint --received 2026-01-10 && aftercare signal triage 8 --as duplicate --of 6 --reason same
  signal 8: complaint, received 2026-01-10
  signal 8: duplicate
  $ aftercare audit verify | sed 's/.*, //'
  the audit trail is whole
