What is given to FDA is signed first: by its author and a second person (records of which signatures are asked for).

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >> out; }
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ sign() { as $1 sign 1 --record $2 --user $1 --meaning $3 --secret-file own.txt | sed 's/, [0-9].*Z:/:/'; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2> no | enter anna
  $ aftercare user add rita --full-name "Rita Reviewer" --roles reviewer --identity-verified-on 2026-05-04 2> no | enter rita
  $ today=$(date -u +%F) yesterday=$(date -u -d yesterday +%F)
  $ as anna device add Pump --class II --pathway 510k > out
  $ as anna case open --device Pump --vulnerability CVE-2021-31571 --learned-on $yesterday > out 2>&1
  $ as anna case assess 1 --exploitability high --severity critical --rationale "reachable from the ward" --on $today > out
  $ sign anna 2 authorship > out; sign rita 2 approval >> out
  $ as anna case event 1 --kind serious_injury --known-on $today --associated yes --text "under-infusion" > out
  $ as anna case correct 1 --kind correction --initiated-on $yesterday > out
  $ for i in 2 3 4 5 9 10 11 12; do as anna case item 1 --item $i --text "as stated elsewhere" > out; done
  $ as anna report 806 1 --issue --output report.html 2>&1 | sed 's/, 0000000.*/, NUMBER/'
  aftercare: casefile 1: report 13, NUMBER
  aftercare: record 13, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval) (aftercare sign)
  $ owed() { as anna due --format json | jq -r '.[] | select(.kind == "sign" or .kind == "report_806" or .kind == "mdr_30_day") | [.kind, .state, .says // "-"] | join(" | ")'; }
  $ owed
  report_806 | open | -
  sign | open | record 13, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  mdr_30_day | open | -
  $ as anna report 806 1 | grep -o 'not signed.*person (review or approval)'
  not signed</span>: record 13, the report that was issued, waits for the signature of its author, &quot;anna&quot; (authorship), and a second person (review or approval)
  $ as anna case correct 1 --reported-on $today
  aftercare: record 13, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval): FDA is given what is signed (aftercare sign)
  [5]
  $ sqlite3 store.db "SELECT who, what, why FROM trail WHERE what = 'refused' ORDER BY rowid DESC LIMIT 1"
  anna|refused|record 13, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval): FDA is given what is signed
  $ sign rita 13 approval
  aftercare: record 13 is signed for authorship first, by "anna"
  $ sign anna 13 authorship
  record 13 of casefile 1 signed by Anna Ager: authorship
  $ owed
  report_806 | open | -
  sign | open | record 13, the report that was issued, waits for the signature of a second person (review or approval)
  mdr_30_day | open | -
  $ as anna case correct 1 --reported-on $today
  aftercare: record 13, the report that was issued, waits for the signature of a second person (review or approval): FDA is given what is signed (aftercare sign)
  [5]
  $ as anna case close 1 --on $today --secret-file own.txt 2>&1 | grep -o 'sign record 13 (report), due [0-9-]*' | sed 's/due [0-9-]*/due DAY/'
  sign record 13 (report), due DAY
  $ sign rita 13 approval
  record 13 of casefile 1 signed by Rita Reviewer: approval
  $ as anna case correct 1 --reported-on $today
  casefile 1: correction 14
  $ owed
  mdr_30_day | open | -

The same holds for an amendment, and for the facts of a medical device report.

  $ as anna case correct 1 --reported-on $yesterday --why "the receipt of FDA is of yesterday"
  casefile 1: correction 15
  $ as anna case extend 1 --initiated-on $today --text "lot B7 too" --amended-on $today
  aftercare: no amendment was issued and signed here: issue and sign it first, or say why it was made elsewhere (--why)
  [5]
  $ as anna case extend 1 --initiated-on $today --text "lot B7 too"
  casefile 1: extension 16
  $ as anna report 806-amendment 1 --issue --output amendment.html 2>&1 | sed 's/, 0000000.*/, NUMBER/'
  aftercare: casefile 1: report 17, NUMBER
  aftercare: record 17, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval) (aftercare sign)
  $ as anna case extend 1 --amends 16 --amended-on $today
  aftercare: record 17, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval): FDA is given what is signed (aftercare sign)
  [5]
  $ as anna case event 1 --amends 3 --mdr-submitted-on $today
  aftercare: no medical device report was issued and signed here: issue and sign it first, or say why it was made elsewhere (--why)
  [5]
  $ as anna report mdr 1 --issue 2>&1 | cut -c 1-66
  aftercare: the report is not complete: nothing is stated of D3, G1
  $ unknown() { as anna case mdr-item $1 --event $2 $(printf -- "--item %s " b3 b5 b6 b7 d2a d3 d4 d5 d8 d10 d11 e1 e2 e3 g1 g2 g3 g5 g9 h3 h4 h5 h8) --reason "nobody could say" --steps "asked the ward, by letter"; }
  $ unknown 1 3
  casefile 1: mdr_item 18
  $ as anna report mdr 1 --issue --output mdr.html
  aftercare: casefile 1: report 19
  aftercare: record 19, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval) (aftercare sign)
  $ as anna case event 1 --amends 3 --mdr-submitted-on $today
  aftercare: record 19, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval): FDA is given what is signed (aftercare sign)
  [5]
  $ as anna report mdr 1 --format json | jq -r '.content[] | select(.kind == "fields") | .fields[] | select(.key == "waits") | .value'
  not signed: record 19, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  $ as anna report mdr 1 --issue --event 2
  aftercare: casefile 1 has no event with number 2: the one it has is record 3 (--event)
  [3]
  $ as anna report mdr 1 --issue --today $today
  aftercare: what is issued is of today: --today is of drafts
  [2]
  $ sign anna 19 authorship
  record 19 of casefile 1 signed by Anna Ager: authorship
  $ sign rita 19 review
  record 19 of casefile 1 signed by Rita Reviewer: review
  $ as anna case event 1 --amends 3 --mdr-submitted-on $today
  casefile 1: event 20
  $ owed
  sign | open | record 17, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)

So does a supplement: FDA is given the follow-up report that was issued and signed.

  $ cp store.db before.db
  $ as anna case supplement 1 --event 20 --received-on $today --submitted-on $today
  aftercare: no follow-up report was issued and signed here: issue and sign it first, or say why it was made elsewhere (--why)
  [5]
  $ as anna case supplement 1 --event 20 --received-on $today
  casefile 1: supplement 21
  $ as anna case mdr-item 1 --event 20 --item h2 --text additional_information > out
  $ as anna report mdr 1 --issue --output followup.html
  aftercare: casefile 1: report 23
  aftercare: record 23, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval) (aftercare sign)
  $ as anna due --format json | jq -c --arg due $(date -u -d '+30 days' +%F) '[.[] | select(.kind == "sign" and (.says | startswith("record 23"))) | .due == $due]'
  [true]
  $ as anna case supplement 1 --amends 21 --submitted-on $today
  aftercare: record 23, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval): FDA is given what is signed (aftercare sign)
  [5]
  $ sign anna 23 authorship > out; sign rita 23 approval > out
  $ as anna case supplement 1 --amends 21 --submitted-on $today
  casefile 1: supplement 24
  $ cp before.db store.db
  $ as anna case supplement 1 --event 20 --received-on $today --submitted-on $today --why "the importer made it"
  casefile 1: supplement 21
  $ cp before.db store.db

A report that was made elsewhere has a reason.

  $ as anna case event 1 --kind malfunction --known-on $today --associated no --likely-if-recurs yes --mdr-submitted-on $today
  aftercare: no medical device report was issued and signed here: issue and sign it first, or say why it was made elsewhere (--why)
  [5]
  $ as anna case event 1 --kind malfunction --known-on $today --associated no --likely-if-recurs yes --mdr-submitted-on $today --why "the importer made it, number 1234567-2026-00001"
  casefile 1: event 21

A malfunction that need not be reported is signed for as well.

  $ as anna case event 1 --kind malfunction --known-on $today --associated no --likely-if-recurs no
  casefile 1: event 22
  $ owed
  sign | open | record 17, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  sign | open | record 22, that the malfunction need not be reported, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
  $ sign anna 22 authorship
  record 22 of casefile 1 signed by Anna Ager: authorship
  $ sign rita 22 review
  record 22 of casefile 1 signed by Rita Reviewer: review
  $ owed
  sign | open | record 17, the report that was issued, waits for the signature of its author, "anna" (authorship), and a second person (review or approval)
