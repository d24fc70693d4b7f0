A vulnerability that has a second casefile in the same device, since the first was closed, is one finding.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out; aftercare device add Cart --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability low --severity minor --rationale "no path" >out
  $ aftercare case fix 1 --kind software --validated-on 2026-01-10 --distributed-on 2026-01-12 --residual-risk acceptable >out
  $ aftercare case premarket 1 --on 2026-01-12 --question "Q1" --conclusion document_to_file --basis "only security" >out
  $ aftercare case correct 1 --kind correction --initiated-on 2026-01-12 >out
  $ figures() { for unit in finding device vulnerability; do aftercare report metrics --from 2026-01-01 --to 2026-03-31 --unit $unit --format json | jq -c '.findings[0] | [.identified, .patched, .open]'; done; }
  $ figures
  [1,1,0]
  [1,1,0]
  [1,1,0]
  $ aftercare program set --designated-person Dee; aftercare device set Pump --common-name pump --intended-use x --udi-di 09521000000018 >out; aftercare release add 1.0 --device Pump >out; aftercare lot add --device Pump --release 1.0 --lot L1 >out
  $ aftercare report 806.20 1 --issue --output record.html >out 2>&1; aftercare case close 1 --on 2026-01-20
  casefile 1: closed on 2026-01-20
  $ aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-02-01 --why "it came back" >out 2>&1
  $ figures
  [1,0,1]
  [1,0,1]
  [1,0,1]

In another device it is another finding.

  $ aftercare case open --device Cart --vulnerability ACME-1 --learned-on 2026-01-05 >out 2>&1
  $ figures
  [2,0,2]
  [2,0,2]
  [1,0,1]
