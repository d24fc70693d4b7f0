A store that cannot be used, cannot grow or is in use: one line, the documented exit status, and the store as it was.

  $ cp "$TESTDIR/../../../docs/example/nvd.json" .
  $ export AFTERCARE_STORE=sqlite:$HOME/a.db
  $ aftercare feed import nvd.json > before.txt
  $ state() { sqlite3 a.db "SELECT count(*), sum(raw_len) FROM advisory_text; SELECT count(*), sum(length(packed)) FROM raw_bytes; SELECT count(*) FROM trail; SELECT hex(digest) FROM trail ORDER BY number DESC LIMIT 1" | cksum; }
  $ state > before.txt
  $ refused() { aftercare feed import "$@"; code=$?; state | cmp - before.txt; return $code; }

A store of a newer schema is left alone, also for reading.

  $ cp a.db newer.db; sqlite3 newer.db "PRAGMA user_version = 99" > /dev/null
  $ aftercare feed import nvd.json --store newer.db
  aftercare: newer.db: the store has schema 99, this program knows up to *: use a newer aftercare (glob)
  [4]
  $ aftercare feed status --store newer.db
  aftercare: newer.db: the store has schema 99, this program knows up to *: use a newer aftercare (glob)
  [4]

A full disk: the file may not grow beyond what there is.

  $ python3 -c "
  > import json
  > doc = json.load(open('nvd.json')); one = doc['vulnerabilities'][0]['cve']; all = []
  > for i in range(4000):
  >     copy = json.loads(json.dumps(one)); copy['id'] = 'CVE-2030-%d' % (10000 + i); all.append({'cve': copy})
  > doc['vulnerabilities'] = all; json.dump(doc, open('many.json', 'w'))"
  $ (trap '' XFSZ; ulimit -f 600; refused many.json)
  aftercare: the store cannot be written: the disk is full or failing
  [4]
  $ aftercare feed import many.json
  1 document: 4000 new records, 0 changed, 0 unchanged, 0 older, 0 skipped

Two at once: each waits for the other, and both are whole.

  $ sed 's/CVE-2030-/CVE-2031-/g' many.json > more.json; sed 's/CVE-2030-/CVE-2032-/g' many.json > most.json
  $ aftercare feed import more.json > one.txt & aftercare feed import most.json > two.txt; wait; cat one.txt two.txt
  1 document: 4000 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  1 document: 4000 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare feed status --format json | grep records
      "records": 12003,
  $ aftercare audit verify
  4 entries, the audit trail is whole
