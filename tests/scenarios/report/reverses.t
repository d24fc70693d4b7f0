What did not hold is counted: a file that a person opened again; and who was told and gave no answer, whether anybody has said so or not.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ year="--from $(date -u +%Y)-01-01 --to $(date -u +%F)"; today=$(date -u +%F)
  $ aftercare device add Cart --class II --pathway 510k >out
  $ aftercare release add 1.0 --device Cart >out
  $ printf 'account,name,country,device,release,lot,shipped_on,quantity\n1001,General Hospital,US,Cart,1.0,A1,2025-03-01,15\n1002,Clinic,US,Cart,1.0,A1,2025-03-01,2\n' >where.csv
  $ aftercare consignee import where.csv >out
  $ aftercare case open --device Cart --vulnerability CVE-2021-31571 --learned-on $today >out 2>&1
  $ aftercare case communicate 1 --on $today --to customers --text "Dear customer" >out
  $ measures() { aftercare report metrics $year --format csv | tr -d '\r' | grep -E "^K10,casefiles reopened|did not answer" | cut -d , -f 1-3; }
  $ measures
  K6,customers that did not answer,2
  K10,casefiles reopened,0
  $ aftercare case open --device Cart --vulnerability CVE-2018-1000500 --learned-on $today >out 2>&1
  $ aftercare case assess 2 --on $today --exploitability low --severity negligible --rationale r >out
  $ aftercare case close 2 --on $today >out
  $ aftercare case reopen 2 --why "the port was open" >out
  $ measures
  K6,customers that did not answer,2
  K10,casefiles reopened,1
