What FDA was promised under item 13 is owed until it is submitted: that it stands in the file is not enough once FDA has the report.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ day() { date -u -d "${1:-0} days" +%F; }; days() { sed "s/$(day)/TODAY/g; s/$(day 30)/DAY30/g; s/$(day -1)/YESTERDAY/g"; }
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-07 --associated yes --mdr-submitted-on 2026-01-20 >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 >out
  $ aftercare case item 1 --item 12 --reason "the letters are being printed" --submit-on $(day 30)
  casefile 1: report_item 5
  $ aftercare case item 1 --item 11 --reason "the list is awaited" --submit-on $(day 30)
  casefile 1: report_item 6
  $ owed() { aftercare case decide 1 --format json | days | jq -c '.obligations[] | select(.kind == "submit_item") | [.due, .state, .met_on, .says]'; }

Before FDA has the report, stating the item is enough.

  $ aftercare case item 1 --amends 6 --text "None went out." --why "the list came" >out
  $ owed
  ["DAY30","open",null,null]
  $ aftercare case item 1 --amends 5 --submitted-on $(day) 2>&1 | days
  aftercare: submitted_on TODAY: no day is stated on which FDA was given the report, of which it is an item (--submitted-on)
  $ aftercare case correct 1 --reported-on $(day) >out
  $ owed
  ["DAY30","open",null,null]
  $ aftercare case item 1 --item 12 --text "see the letter in the file"
  casefile 1: report_item 9
  $ owed
  ["DAY30","open",null,"the item is stated, and FDA has not got it: say when it was submitted (case item --submitted-on)"]
  $ aftercare due | days | grep -c 'DAY30  open.*submit_item  *fda'
  1
  $ aftercare case item 1 --amends 9 --submitted-on $(day -1) 2>&1 | days
  aftercare: submitted_on YESTERDAY is before FDA was given the report, on TODAY (--submitted-on)
  $ aftercare case item 1 --amends 9 --submitted-on $(day)
  casefile 1: report_item 10
  $ owed
  ["DAY30","met","TODAY",null]

Where the report was issued here, what it promised counts.

  $ export AFTERCARE_STORE=issued.db
  $ aftercare program set --registration-number 1234567 --firm-name "Example Devices" --firm-address "1 Example Way" --firm-telephone "+1 555 0101" --representative-name "R. Amsel" --representative-title "Director" --representative-address "1 Example Way" --representative-telephone "+1 555 0102"
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward" >out
  $ aftercare case event 1 --kind serious_injury --known-on 2026-01-07 --associated yes --mdr-submitted-on 2026-01-20 >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-10 >out
  $ for i in 3 4 5 7 8 9 10 11 12; do aftercare case item 1 --item $i --reason "asked for" --submit-on $(day 30) >out; done
  $ aftercare case item 1 --item 5 --text "Example Devices makes it." >out
  $ aftercare report 806 1 --issue --output report.html >out 2>&1; aftercare case correct 1 --reported-on $(day) >out
  $ aftercare case item 1 --item 12 --text "see the letter in the file" >out
  $ owed | LC_ALL=C sort -r | uniq -c | sed 's/^ *//'
  7 ["DAY30","open",null,null]
  1 ["DAY30","open",null,"the item is stated, and FDA has not got it: say when it was submitted (case item --submitted-on)"]
