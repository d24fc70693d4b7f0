A second casefile that says an earlier day of learning is not opened over the head of the first: whose clocks run from too late a day is told.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add P1 --class II --pathway 510k >out; aftercare device add P2 --class II --pathway 510k >out
  $ aftercare case open --device P1 --vulnerability ACME-1 --learned-on 2026-11-01 2>out
  casefile 1: ACME-1 in P1
  $ aftercare case open --device P2 --vulnerability acme-1 --learned-on 2026-10-01 2>&1 | grep -v 'no record in the store'
  aftercare: the firm learns of a vulnerability once (A1), and a later day is stated in casefile 1 (2026-11-01): its clocks run from too late a day until the earlier one is stated there
  casefile 2: acme-1 in P2
