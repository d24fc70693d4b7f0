In a store with users a policy is a draft until a second person has approved it.

  $ export AFTERCARE_STORE="$HOME/a.db"; echo "four words are enough" >own.txt
  $ enrol() {
  >   aftercare user add $1 --full-name "$2" --roles $3 --identity-verified-on 2026-05-04 2>/dev/null | sed 's/.* is //' >given.txt
  >   aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >/dev/null
  > }
  $ enrol anna "Anna Ager" administrator; enrol rae "Rae Reed" regulatory,reviewer
  $ aftercare sign-in anna --secret-file own.txt >/dev/null; enrol kim "Kim Kraft" reviewer
  1 security event since your last sign-in: aftercare audit events
  $ aftercare sign-in anna --secret-file own.txt >/dev/null; enrol sam "Sam Sato" security
  1 security event since your last sign-in: aftercare audit events
  $ echo '{"version": "2026-A", "roll": "back"}' >a.json; echo '{"roll": "forward"}' >b.json
  $ aftercare program policy import a.json
  aftercare: a.json: user "sam" has no role that allows program.policy_draft
  [5]
  $ aftercare sign-in rae --secret-file own.txt >/dev/null; aftercare device add Pump >/dev/null
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 --why "the paper file" 2>/dev/null
  casefile 1: ACME-1 in Pump
  $ aftercare program policy import a.json
  draft 1 of the policy waits for a second person's approval (aftercare program policy sign 1)
  $ aftercare program set --policy b.json
  draft 2 of the policy waits for a second person's approval (aftercare program policy sign 2)
  $ aftercare program policy list | sed 's/20..-..-..T[0-9:.]*Z/TIME/'
   number  version  kept                         by   approved by  in force
  draft 1  2026-A   TIME  rae  nobody yet   no
  draft 2  1        TIME  rae  nobody yet   no
  $ aftercare case decide 1 --today 2026-01-10 | head -n 1
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy default-1

Who imported it does not approve it, and neither does one without the role or with another secret.

  $ aftercare program policy sign 1 --user rae --secret-file own.txt
  aftercare: draft 1 of the policy was imported by "rae": approval takes a second person
  [5]
  $ aftercare program policy sign 1 --user kim --secret-file own.txt
  aftercare: "rae" has signed in, not "kim"
  [5]
  $ aftercare sign-in sam --secret-file own.txt >/dev/null; aftercare program policy sign 1 --user sam --secret-file own.txt
  aftercare: user "sam" has no role that allows program.policy
  [5]
  $ aftercare sign-in kim --secret-file own.txt >/dev/null; echo "another secret" >wrong.txt
  $ aftercare program policy sign 1 --user kim --secret-file wrong.txt
  aftercare: name or secret is wrong, or the user is disabled or locked (after 5 failures, for 15 minutes)
  [5]
  $ aftercare program policy sign 3 --user kim --secret-file own.txt
  aftercare: no draft number 3 of the policy waits for approval; aftercare program policy list shows all
  [3]
  $ aftercare program policy import b.json
  aftercare: b.json: user "kim" has no role that allows program.policy_draft
  [5]
  $ aftercare program policy sign 1 --user kim --secret-file own.txt
  policy number 1 is approved and in force
  $ aftercare case decide 1 --today 2026-01-10 | head -n 1
  as of          2026-01-10 in UTC, rules fda-2016 version 1, policy 2026-A
  $ aftercare program policy list | sed 's/20..-..-..T[0-9:.]*Z/TIME/'
   number  version  kept                         by   approved by  in force
        1  2026-A   TIME  kim  Kim Kraft    yes
  draft 2  1        TIME  rae  nobody yet   no
  $ aftercare program policy list --format json | jq -c '.[] | del(.at)'
  {"number":1,"version":"2026-A","by":"kim","approved_by":"Kim Kraft","draft":false,"in_force":true}
  {"number":2,"version":"1","by":"rae","approved_by":null,"draft":true,"in_force":false}
  $ aftercare program policy sign 1 --user kim --secret-file own.txt
  aftercare: no draft number 1 of the policy waits for approval; aftercare program policy list shows all
  [3]

It verifies with everything else.

  $ aftercare audit verify
  29 entries, the audit trail is whole
  1 signature, each covers its record
  $ sqlite3 a.db "DROP TRIGGER program_version_is_never_changed; UPDATE program_version SET content = replace(content, 'back', 'none') WHERE kind = 'policy'"
  $ aftercare audit verify
  the trigger program_version_is_never_changed on the table program_version was taken out
  signature 1 no longer covers record 1 of policy: the record was changed
  policy was changed: it is not what entry 26 tells
  29 entries, the audit trail is whole
  3 times the store is NOT what the trail tells
  [1]

Electronic signatures are certified to FDA once (21 CFR 11.100(c)); until its day is stated the programme reminds of it.

  $ export AFTERCARE_STORE=certified.db AFTERCARE_USER=ra
  $ aftercare device add Pump >out
  $ aftercare program show | grep certif
  certification of electronic signatures to FDA (21 CFR 11.100(c)): none is stated; program set --signatures-certified-on
  $ aftercare program set --signatures-certified-on yesterday
  aftercare: --signatures-certified-on: date "yesterday" is not of the form YYYY-MM-DD
  [3]
  $ aftercare program set --signatures-certified-on 2026-01-05 --signatures-certificate QR-118
  $ aftercare program show | grep certif
    signatures_certified_on: 2026-01-05
    signatures_certificate: QR-118
