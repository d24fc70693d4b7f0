What reports tell of the releases, lots and fixes of a casefile whose flaw was found in the house.

  $ export AFTERCARE_USER=ra
  $ begin() { export AFTERCARE_STORE=$1.db; aftercare program set --isao-member yes >out; aftercare device add Pump --class III --pathway pma --approved-on 2020-03-01 --common-name pump --intended-use infusion --model-number M >out; }
  $ shipped() { printf 'account,name,country,device,release,lot,shipped_on,quantity,returned\n' >c.csv; printf '%s\n' "$@" >>c.csv; aftercare consignee import c.csv >out; }
  $ open() { aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-09-01 >out 2>&1; aftercare case assess 1 --on 2026-09-02 --exploitability high --severity critical --rationale bad >out; }
  $ fix() { aftercare case fix 1 --kind software --validated-on $1 --residual-risk acceptable --text $2 | sed 's/.* //'; }
  $ send() { aftercare case distribute 1 --fix $1 --release $2 --on $3 --units $4 >out; }

Two fixes that reach every unit together: none is still to be distributed.

  $ begin two; aftercare release add 1.0 --device Pump --units 100 >out; aftercare release add 2.0 --device Pump --units 50 >out; open
  $ a=$(fix 2026-09-10 fixA); send $a 1.0 2026-09-15 100
  $ aftercare report 806.20 1 --format json | jq -c '.. | strings | select(test("Expected|was distributed"))'
  "Expected: a software change is to be distributed to the rest of the units, validated on 2026-09-10: fixA"
  "Day 60 ended before a validated fix that leaves an acceptable risk was distributed: fixes[0] was available to some of the units only; not all units of release 2.0 had one."
  "Day 60 ended before a validated fix that leaves an acceptable risk was distributed."
  $ b=$(fix 2026-09-12 fixB); send $b 2.0 2026-09-25 50; send $b 2.0 2026-09-26 0
  $ for r in "806 1" "806.20 1" "isao 1" "periodic Pump --from 2026-01-01 --to 2026-11-29"; do aftercare report $r --format json | jq -c '[.. | strings | select(test("Expected|was distributed"))]'; done
  ["2026-09-15: a software change was distributed to the units that it is for: fixA","2026-09-26: a software change was distributed to the units that it is for: fixB","Expected life"]
  ["2026-09-15: a software change was distributed to the units that it is for: fixA","2026-09-26: a software change was distributed to the units that it is for: fixB","A validated fix that leaves an acceptable risk was distributed by day 60.","A validated fix that leaves an acceptable risk was distributed by day 60."]
  ["2026-09-15: a software change was distributed to the units that it is for: fixA","2026-09-26: a software change was distributed to the units that it is for: fixB"]
  ["2026-09-15: a software change was distributed to the units that it is for: fixA","2026-09-26: a software change was distributed to the units that it is for: fixB","None was distributed.","calendar days from the day the manufacturer learned of the vulnerability to the first day on which a validated update that leaves an acceptable risk was distributed, over the findings patched in the period; the same day is 0"]
  $ aftercare report periodic Pump --from 2026-01-01 --to 2026-11-29 | grep -A1 "Releases"
  <div><dt>Releases concerned</dt><dd>1.0, 2.0</dd></div>
  <div><dt>Releases with the change</dt><dd>1.0, 2.0</dd></div>
  </dl>

The new release is the fix for the old one.

  $ begin new; for r in 1.0 2.0; do aftercare release add $r --device Pump >out; done; shipped 1,Hosp,US,Pump,1.0,L1,2024-02-29,10,0; open; a=$(fix 2026-09-10 patch); send $a 2.0 2026-09-15 10
  $ aftercare report notice 1 | grep -E "fix is available|versions concerned"
  aftercare: the communication lacks (c) compensating controls, or that none are available
  <div><dt>Software versions concerned</dt><dd>1.0</dd></div>
  <p>A fix is available.</p>

Lots that shipments alone name are told, in the report and in the record.

  $ aftercare report 806.20 1 | grep -E "Lots|missing"
  <div><dt>To be kept until</dt><dd>not known: the expected life of the device is missing, <span class="cite">21 CFR 806.20(c)</span></dd></div>
  <div><dt>Lots and serial numbers</dt><dd>L1</dd></div>
  <div><dt>Designated person</dt><dd><span class="state"><svg width="11" height="11" aria-hidden="true"><use href="#s3"/></svg>missing</span></dd></div>
  $ aftercare lot add --device Pump --release 1.0 --lot L1 --quantity 10 --manufactured-on 2024-01-01 >out; aftercare release add 1.1 --device Pump >out; shipped 3,Clinic,US,Pump,1.1,L8,2024-03-01,3,0
  $ aftercare report 806 1 | grep -E "L1|L8"
  <tr><th scope="row">1.0</th><td>L1</td><td><span class="none" role="img" aria-label="not set">–</span></td><td><span class="none" role="img" aria-label="not set">–</span></td><td><time>2024-01-01</time></td><td><span class="none" role="img" aria-label="not set">–</span></td><td class="number">10</td></tr>
  <tr><th scope="row">1.1</th><td>L8</td><td><span class="none" role="img" aria-label="not set">–</span></td><td><span class="none" role="img" aria-label="not set">–</span></td><td><span class="none" role="img" aria-label="not set">–</span></td><td><span class="none" role="img" aria-label="not set">–</span></td><td class="number">3</td></tr>
  <tr><th scope="row">Hosp</th><td>US</td><td><span class="none" role="img" aria-label="not set">–</span></td><td><time>2024-02-29</time>: 10, lot L1, release 1.0</td><td class="number">10</td></tr>
  <tr><th scope="row">Clinic</th><td>US</td><td><span class="none" role="img" aria-label="not set">–</span></td><td><time>2024-03-01</time>: 3, lot L8, release 1.1</td><td class="number">3</td></tr>
  $ aftercare report 806.20 1 | grep -E "L1|L8"
  <div><dt>Lots and serial numbers</dt><dd>L1; L8</dd></div>

Units of which nothing tells a lot are lacking in item 5.

  $ shipped 4,Ward,US,Pump,2.0,,2024-03-01,2,0
  $ aftercare report 806 1 | grep -i "other units"
  <div><dt>Lot or serial numbers of the other units</dt><dd><span class="state"><svg width="11" height="11" aria-hidden="true"><use href="#s3"/></svg>missing</span></dd></div>

Item 11 lacks consignees without address or telephone, until it is said why.

  $ aftercare report 806 1 --format json | jq -c '[.. | objects | select(.key? == "unreached") | .value, .state]'
  ["3","missing"]
  $ aftercare report 806 1 --final 2>&1 | grep -o "nothing is stated of items.*11[^;]*"
  nothing is stated of items 2, 4, 5, 10, 11 and 12
