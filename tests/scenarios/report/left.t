What is owed at the end of a period counts where it stands in no casefile too: whether a complaint is a reportable event (K4).

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ left() { aftercare report metrics --from 2026-01-01 --to $1 --format json | jq -c '[.programme[] | select(.id == "K4") | .value]'; }
  $ left 2026-01-20
  ["0","0","0","0","0"]
  $ aftercare signal add --kind complaint --received 2026-01-10 --summary "It hangs" --device Pump >out
  $ left 2026-01-20
  ["1","0","1","0","0"]
  $ left 2026-02-05
  ["1","1","0","0","0"]
  $ left 2026-02-10
  ["2","0","0","0","0"]
  $ aftercare signal not-reportable 1 --on 2026-01-12 --basis criteria_not_met --reason "no harm, no malfunction" --judged-by "R. Adams" >out
  $ left 2026-02-10
  ["1","0","0","0","0"]
