Whatever comes in, the answer is one line with the place, the documented exit status, and a store that is as before.

  $ cp "$TESTDIR/../../../docs/example/nvd.json" .
  $ export AFTERCARE_STORE=sqlite:$HOME/a.db
  $ aftercare feed import nvd.json > before.txt
  $ state() { sqlite3 a.db "SELECT count(*), sum(length(raw)) FROM advisory_text; SELECT count(*) FROM trail; SELECT hex(digest) FROM trail ORDER BY number DESC LIMIT 1" | cksum; }
  $ state > before.txt
  $ refused() { aftercare feed import "$@"; code=$?; state | cmp - before.txt; return $code; }
  $ skipped() { cp a.db copy.db; aftercare feed import --strict "$@" --store copy.db; }

Cut short, too deep; in one record alone, which is passed over: a wrong type, a text too long, not UTF-8, a key twice.

  $ head -c 900 nvd.json > cut.json; refused cut.json
  aftercare: cut.json:38: vulnerabilities[0].cve.configurations[0]: ends in the middle of an object
  [3]
  $ (printf '{"vulnerabilities":[{"cve":{"id":"CVE-2021-1","x":'; head -c 200 /dev/zero | tr '\0' '['; ) > deep.json; refused deep.json
  aftercare: deep.json:1: ...][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nested deeper than 128 levels
  [3]
  $ (printf '{"vulnerabilities":[{"cve":{"id":'; head -c 100 /dev/zero | tr '\0' '1'; printf '}}]}') > number.json; skipped number.json
  aftercare: skipped: number.json:1: vulnerabilities[0].cve.id: expected text, found a number
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  [3]
  $ (printf '{"vulnerabilities":[{"cve":{"id":"'; head -c 5000000 /dev/zero | tr '\0' 'x'; printf '"}}]}') > long.json; skipped long.json
  aftercare: skipped: long.json:1: vulnerabilities[0].cve.id: a text is too long
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  [3]
  $ printf '{"vulnerabilities":[{"cve":{"id":"CVE-2021-\377001"}}]}' > latin.json; skipped latin.json
  aftercare: skipped: latin.json:1: vulnerabilities[0].cve.id: bytes that are not UTF-8 in a text
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  [3]
  $ printf '{"vulnerabilities":[{"cve":{"id":"CVE-2021-1001","id":"CVE-2021-1002"}}]}' > twice.json; skipped twice.json
  aftercare: skipped: twice.json:1: vulnerabilities[0].cve.id: this key appears twice
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  [3]

A bomb: one document that unpacks to far more than it is. A packed file that is cut short.

  $ (printf '{"vulnerabilities":[{"cve":{"id":"CVE-2021-1001"}}'; head -c 200000000 /dev/zero | tr '\0' ' '; printf ']}') | zstd -q > bomb.zst; refused bomb.zst
  aftercare: bomb.zst: unpacks to more than 1200 times its size
  [3]
  $ gzip -c nvd.json | head -c 700 > cut.gz; refused cut.gz
  aftercare: cut.gz: cannot be unpacked: truncated gzip input
  [3]

A store of a newer schema is left alone, also for reading.

  $ cp a.db newer.db; sqlite3 newer.db "PRAGMA user_version = 99" > /dev/null
  $ aftercare feed import nvd.json --store newer.db
  aftercare: newer.db: the store has schema 99, this program knows up to 2: use a newer aftercare
  [4]
  $ aftercare feed status --store newer.db
  aftercare: newer.db: the store has schema 99, this program knows up to 2: use a newer aftercare
  [4]

A full disk: the file may not grow beyond what there is.

  $ python3 -c "
  > import json
  > doc = json.load(open('nvd.json')); one = doc['vulnerabilities'][0]['cve']; all = []
  > for i in range(4000):
  >     copy = json.loads(json.dumps(one)); copy['id'] = 'CVE-2030-%d' % (10000 + i); all.append({'cve': copy})
  > doc['vulnerabilities'] = all; json.dump(doc, open('many.json', 'w'))"
  $ (trap '' XFSZ; ulimit -f 600; refused many.json)
  aftercare: the store cannot be read or written (disk I/O error): is the disk full?
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
