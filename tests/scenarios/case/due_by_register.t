What is owed does not disappear with a delivery list, an SBOM or a finding, unless a reason is given; the trail tells what moved. Day 60 is 2026-10-02.

  $ export AFTERCARE_USER=ra; example="$TESTDIR/../../../docs/example"; cp "$example/nvd.json" "$example/pump.cdx.json" .
  $ jq 'del(.components[] | select(.name == "FreeRTOS"))' pump.cdx.json >other.cdx.json
  $ shipped() { printf 'account,name,country,device,release,lot,shipped_on,quantity,returned\n1,Hosp A,US,P,1.0,L1,2024-02-29,10,0\n2,Hosp B,US,P,1.1,L2,2024-03-29,10,%s\n' $1 >c.csv; shift; aftercare consignee import c.csv "$@" >out; }
  $ begin() { export AFTERCARE_STORE=$1.db; aftercare feed import nvd.json >out; aftercare program set --isao-member yes >out; aftercare device add P --class II --pathway 510k >out; for r in 1.0 1.1; do aftercare sbom import pump.cdx.json --device P --release $r >out; done; shipped 0; \
  > aftercare case open --device P --vulnerability CVE-2021-31571 --release 1.0 --learned-on 2026-08-03 >out 2>&1; aftercare case assess 1 --on 2026-08-04 --exploitability high --severity critical --rationale bad >out; aftercare case plan 1 --on 2026-08-06 --timeline-rationale x >out; \
  > aftercare case communicate 1 --on 2026-08-10 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --isao-on 2026-08-10 --text t >out; f=$(aftercare case fix 1 --kind software --validated-on 2026-08-20 --residual-risk acceptable | sed 's/.* //'); \
  > aftercare case distribute 1 --fix $f --release 1.0 --on 2026-08-25 --units 10 >out; }
  $ now() { aftercare case decide 1 --today 2026-11-30 --format json | jq -c '[(.conditions[] | select(.id == "day60") | .state, .on), .report_806]'; }
  $ moved() { aftercare audit export --output a.json >out; grep -c obligations.moved a.json; rm a.json; }

Units came back: on which day is not known.

  $ begin returned
  $ now
  ["failed","2026-10-02","required"]
  $ shipped 10
  aftercare: casefile 1: report_806 was due 2026-08-24: that it is no longer owed needs a reason (--why)
  [5]
  $ now
  ["failed","2026-10-02","required"]
  $ shipped 10 --why "they came back in July"
  $ now
  ["met","2026-08-25","not_intended_to_enforce"]
  $ moved
  19 entries
  1

Another SBOM in place of the one that had the finding.

  $ begin sbom
  $ aftercare sbom import other.cdx.json --device P --release 1.1 >out
  aftercare: casefile 1: report_806 was due 2026-08-24: that it is no longer owed needs a reason (--why)
  [5]
  $ now
  ["failed","2026-10-02","required"]
  $ aftercare sbom import other.cdx.json --device P --release 1.1 --why "1.1 never had it" >out
  $ now
  ["met","2026-08-25","not_intended_to_enforce"]
  $ moved
  18 entries
  1

A finding is set with its reason.

  $ begin finding
  $ aftercare finding set --vulnerability CVE-2021-31571 --scope finding --device P --release 1.1 --component FreeRTOS --status not_affected --justification vulnerable_code_not_present --reason r >out
  $ now
  ["met","2026-08-25","not_intended_to_enforce"]
  $ moved
  18 entries
  1
