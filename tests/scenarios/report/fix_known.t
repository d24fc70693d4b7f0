What has become known against a fix is told with it, and counts in the measures.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare program set --isao-member yes > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-01 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-02 --exploitability high --severity critical --rationale because --exploitability-after low --severity-after minor > out
  $ aftercare case fix 1 --kind software --text "version 2" --validated-on 2026-01-30 --distributed-on 2026-02-04 --residual-risk acceptable > out
  $ text() { sed 's/<\(h2\|li\|p\|tr\)[^>]*>/\n/g; s/<td[^>]*>/ | /g; s/<[^>]*>//g'; }
  $ told() { for kind in 806.20 isao; do aftercare report $kind 1 --today $1 2> err | text | grep 'version 2'; done; }
  $ measured() { aftercare report metrics --from 2026-01-01 --to $1 --format json | jq -c '.findings[0] | [.m1, .m1b, .m2.mean, .open]'; }
  $ told 2026-02-05
  2026-02-04: a software change was distributed: version 2
  a software change: version 2 | 2026-01-30 | 2026-02-04 | acceptable | –
  2026-02-04: a software change was distributed: version 2
  $ measured 2026-02-05
  [100,100,34,0]

An assessment that finds the risk uncontrolled with it takes it back, from its day on.

  $ aftercare case assess 1 --on 2026-02-20 --exploitability high --severity critical --rationale because --exploitability-after high --severity-after critical > out
  $ told 2026-02-20
  2026-02-04: a software change was distributed: version 2
  a software change: version 2 | 2026-01-30 | 2026-02-04 | acceptable; assessed as uncontrolled on 2026-02-20 | –
  2026-02-04: a software change was distributed: version 2
  $ measured 2026-02-19
  [100,100,34,0]
  $ measured 2026-02-20
  [0,0,null,1]
  $ aftercare case decide 1 --today 2026-02-20 --format json | jq -r '.warnings[].id'
  residual_risk_contradicted
  $ aftercare case assess 1 --on 2026-02-21 --exploitability high --severity critical --rationale because --exploitability-after low --severity-after minor --why "tested again" > out
  $ measured 2026-02-21
  [100,100,34,0]

That it adds risk is told as it is of a control.

  $ aftercare case fix 1 --amends 3 --adds-risk-known-on 2026-02-25 > out
  $ told 2026-02-24
  2026-02-04: a software change was distributed: version 2
  a software change: version 2 | 2026-01-30 | 2026-02-04 | acceptable | –
  2026-02-04: a software change was distributed: version 2
  $ told 2026-02-25
  2026-02-04: a software change was distributed: version 2
  2026-02-25: a software change became known to add risk: version 2
  a software change: version 2 | 2026-01-30 | 2026-02-04 | acceptable; known to add risk since 2026-02-25 | –
  2026-02-04: a software change was distributed: version 2
  2026-02-25: a software change became known to add risk: version 2
  $ aftercare report 806 1 2> err | text | grep 'add risk'
  2026-02-25: a software change became known to add risk: version 2
  $ measured 2026-02-25
  [0,0,null,1]
