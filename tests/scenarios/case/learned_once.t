The firm learns of a vulnerability once: what is learned of later in another device says why.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ for d in Pump Drip Cart; do aftercare device add $d --class II --pathway 510k >out; done
  $ open() { aftercare case open --device "$@" --vulnerability ACME-1 2>&1; }
  $ open Pump --learned-on 2026-01-20
  aftercare: no record in the store is about ACME-1: is the name right? feeds may be older than it
  casefile 1: ACME-1 in Pump
  $ open Drip --learned-on 2026-02-25
  aftercare: casefile 1 says that ACME-1 was learned of on 2026-01-20: a later day, 2026-02-25, needs a reason (--why)
  [5]
  $ open Drip --learned-on 2026-02-25 --why "the component came into it with release 2"
  aftercare: no record in the store is about ACME-1: is the name right? feeds may be older than it
  casefile 2: ACME-1 in Drip
  $ open Cart --learned-on 2026-01-10
  aftercare: no record in the store is about ACME-1: is the name right? feeds may be older than it
  aftercare: the firm learns of a vulnerability once (A1), and a later day is stated in casefile 1 (2026-01-20), casefile 2 (2026-02-25): its clocks run from too late a day until the earlier one is stated there
  casefile 3: ACME-1 in Cart

Nor in the same device once its casefile is closed.

  $ alone() { aftercare case open --device Cart --vulnerability ACME-2 "$@" 2>&1; }
  $ alone --learned-on 2026-01-10 >out

  $ aftercare case assess 4 --on 2026-01-21 --exploitability low --severity negligible --rationale "not reachable" >out; aftercare case close 4 --on 2026-01-22
  casefile 4: closed on 2026-01-22
  $ alone --learned-on 2026-02-01
  aftercare: casefile 4 says that ACME-2 was learned of on 2026-01-10: a later day, 2026-02-01, needs a reason (--why)
  [5]
  $ alone --learned-on 2026-02-01 --why "it came back with another component" | tail -1
  casefile 5: ACME-2 in Cart
