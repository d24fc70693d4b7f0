What came behind a report on the same day is not in it: the order of the records says so, which days cannot.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ today=$(date -u +%F); days() { sed "s/$today/TODAY/g; s/20[0-9-]*-[0-9]*-[0-9]*/DAY/g"; }
  $ aftercare device add Pump --class II --pathway 510k --common-name "infusion pump" --model-number P1 --catalog-number C1 --marketing-number K210001 --listing-number D123456 --udi-di 09521000000018 --intended-use "delivery of fluids" --expected-life-years 10 >out
  $ aftercare release add 1.0 --device Pump --units 15 >out
  $ printf 'account,name,country,address,telephone,device,release,lot,shipped_on,quantity\n1001,General Hospital,US,"1 Main Street",+1 555 0100,Pump,1.0,A1,2025-03-01,15\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ aftercare program set --registration-number 1234567 --firm-name "Example Devices" --firm-address "1 Example Way" --firm-telephone "+1 555 0101" --representative-name "R. Amsel" --representative-title "Director" --representative-address "1 Example Way" --representative-telephone "+1 555 0102" --time-zone UTC
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on $(date -u -d '-70 days' +%F) >out 2>&1
  $ aftercare case assess 1 --on $(date -u -d '-69 days' +%F) --exploitability high --severity critical --rationale "reachable" >out
  $ aftercare case communicate 1 --on $(date -u -d '-60 days' +%F) --to customers --text "Dear customer" --recipients none >out

An extension on the day on which FDA got the report, entered when the report had been issued, amends it; one that the report has does not.

  $ aftercare case extend 1 --initiated-on $today --text "serials S001 to S010" >out
  $ aftercare report 806 1 --issue --output report.html >out 2>&1
  $ cp store.db before.db
  $ aftercare case correct 1 --kind correction --reported-on $today >out
  $ aftercare due --format json | jq -c '.[] | select(.kind == "amend_806")'
  $ aftercare case extend 1 --initiated-on $today --text "serial S011" >out
  $ aftercare case decide 1 --format json | days | jq -c '.amendment_806_due, (.obligations[] | select(.kind == "amend_806") | [.starts, .state])'
  "DAY"
  ["TODAY","open"]
  $ aftercare report 806-amendment 1 --format json | days | jq -c '[.. | objects | select(.key? == "due") | .value]'
  ["DAY"]
  $ cp before.db other.db; export AFTERCARE_STORE=other.db
  $ aftercare case extend 1 --initiated-on $today --text "serial S011" >out
  $ aftercare case correct 1 --kind correction --reported-on $today >out
  $ aftercare case decide 1 --format json | days | jq -c '[.obligations[] | select(.kind == "amend_806") | [.starts, .state]]'
  [["TODAY","open"]]
  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
