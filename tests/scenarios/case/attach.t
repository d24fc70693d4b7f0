A file is kept with a casefile under the digest of its bytes, and comes back as it was.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 > out 2>&1
  $ printf 'run 17 passed\n' > report.txt
  $ aftercare case attach 1 ./report.txt --text "regression test"
  casefile 1: attachment 2, SHA-256 db7c7b0da439834650fedf486e01c4ff4ad5cb137d63115a07b9b9938a6809c9
  $ aftercare case attach 1 ./report.txt
  casefile 1: attachment 3, SHA-256 db7c7b0da439834650fedf486e01c4ff4ad5cb137d63115a07b9b9938a6809c9
  $ sqlite3 store.db "SELECT count(*), size FROM attachment"
  1|14
  $ aftercare case attachment 1 --record 2 --output again.txt
  $ cmp report.txt again.txt
  $ aftercare case attachment 1 --record 1 --output again.txt
  aftercare: casefile 1 has no attachment with number 1
  [3]
  $ aftercare case attach 1 missing.txt
  aftercare: missing.txt: cannot be opened: No such file or directory
  [3]
  $ aftercare case attach 7 report.txt
  aftercare: there is no casefile 7; aftercare case list shows all
  [3]
  $ sqlite3 store.db "UPDATE attachment SET size = 1"
  Error: stepping, an attachment is never changed or taken out (19)
  [19]
  $ sqlite3 store.db "DROP TRIGGER attachment_is_never_changed; UPDATE attachment SET packed = zeroblob(20)"
  $ aftercare audit verify
  the trigger attachment_is_never_changed on the table attachment was taken out
  attachment db7c7b0da439834650fedf486e01c4ff4ad5cb137d63115a07b9b9938a6809c9 was changed: its content does not give its digest
  5 entries, the audit trail is whole
  2 times the store is NOT what the trail tells
  [1]
  $ aftercare case attachment 1 --record 2 --output again.txt
  aftercare: * (glob)
  [4]
