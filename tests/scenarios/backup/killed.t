A backup that is killed, or finds the disk full, leaves no half file under the name that was asked for.

  $ example="$TESTDIR/../../../docs/example"; export AFTERCARE_STORE=a.db AFTERCARE_USER=ra
  $ python3 -c "
  > import json
  > doc = json.load(open('$example/nvd.json')); one = doc['vulnerabilities'][0]['cve']; all = []
  > for i in range(8000):
  >     copy = json.loads(json.dumps(one)); copy['id'] = 'CVE-2030-%d' % (10000 + i); all.append({'cve': copy})
  > doc['vulnerabilities'] = all; json.dump(doc, open('many.json', 'w'))"
  $ aftercare feed import many.json
  1 document: 8000 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ for delay in 0.01 0.02 0.04 0.06 0.08 0.1 0.15 0.2 0.3; do
  >     rm -f b*; aftercare backup b >/dev/null 2>&1 & sleep $delay; kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
  >     if test -e b; then aftercare backup verify b >/dev/null 2>&1 || echo "$delay: a backup that is none"; fi
  > done
  $ rm -f b*; aftercare backup b >out; aftercare audit verify | grep -c 'trail is whole'
  as of *, advisories 8000 (glob)
  1

The same for a restore: there is no store, or all of it.

  $ for delay in 0.01 0.02 0.04 0.06 0.08 0.1 0.15 0.2 0.3; do
  >     rm -f c*; aftercare restore b --store c.db >/dev/null 2>&1 & sleep $delay; kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
  >     if test -e c.db; then aftercare audit verify --store c.db >/dev/null || echo "$delay: a store that is none"; fi
  > done

A full disk is one line, and nothing is left.

  $ rm -f b.* c*; (trap '' XFSZ; ulimit -f 400; aftercare backup d); ls d* 2>/dev/null
  aftercare: d.*.part: cannot be written: the disk is full or failing (glob)
  [2]
  $ (trap '' XFSZ; ulimit -f 400; aftercare restore b --store d); ls d* 2>/dev/null
  aftercare: d.*.part: cannot be written: the disk is full (glob)
  [2]
  $ aftercare backup no/such/folder
  aftercare: no/such/folder.*.part: No such file or directory (glob)
  [3]

A store that was tampered with is backed up all the same, and it is said.

  $ aftercare device add Pump
  device 1: Pump
  $ sqlite3 a.db "UPDATE device SET name = 'Pumpe'"
  $ aftercare backup tampered >out
  device 1 was changed: it is not what entry * tells (glob)
  as of *: *, devices 1, advisories 8000 (glob)
  1 time the store is NOT what the trail tells
  [1]
  $ aftercare restore tampered --store e.db >out
  device 1 was changed: it is not what entry * tells (glob)
  as of *: *, devices 1, advisories 8000 (glob)
  1 time the store is NOT what the trail tells
  [1]
