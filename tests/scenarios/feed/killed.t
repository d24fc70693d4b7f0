An import that is killed leaves nothing half done: the next command finds the store as it was, or the import whole.

  $ example="$TESTDIR/../../../docs/example"; export AFTERCARE_STORE="$HOME/a.db"
  $ python3 -c "
  > import json
  > doc = json.load(open('$example/nvd.json')); one = doc['vulnerabilities'][0]['cve']; all = []
  > for i in range(8000):
  >     copy = json.loads(json.dumps(one)); copy['id'] = 'CVE-2030-%d' % (10000 + i); all.append({'cve': copy})
  > doc['vulnerabilities'] = all; json.dump(doc, open('many.json', 'w'))"
  $ records() { aftercare feed status --format json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(sum(s["records"] for s in (d if isinstance(d, list) else d["sources"])))'; }

The first full import, into a store that is not there, killed after more and more of it. A scan changes nothing and may be the next command; it finds no store, an empty
one, no records, or all of them (statuses 3, 4 for the empty one, 0), and never a store that failed.

  $ killed_after() { aftercare feed import "$2" >/dev/null 2>&1 & sleep "$1"; kill -KILL $! 2>/dev/null; wait $! 2>/dev/null; }
  $ for delay in 0.01 0.03 0.06 0.1 0.15 0.2 0.3 0.4; do
  >     rm -f a.db*; killed_after $delay many.json
  >     aftercare scan "$example/pump.cdx.json" >out.txt 2>&1; code=$?
  >     case $code in
  >     0) grep -q '8000 records' out.txt || echo "$delay: $(tail -n 1 out.txt)";;
  >     3) grep -q -e 'there is no store' -e 'there are no vulnerability records' out.txt || cat out.txt;;
  >     4) grep -q 'the store is empty' out.txt || cat out.txt;;
  >     *) echo "$delay: exit $code"; cat out.txt;;
  >     esac
  > done

A store that holds something already loses nothing of it. Whatever was killed, the same import once more makes the store that it would have been.

  $ rm -f a.db*; aftercare feed import "$example/nvd.json"
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add Pump && aftercare sbom import "$example/pump.cdx.json" --device Pump --release 1.0
  device 1: Pump
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ sqlite3 a.db "VACUUM INTO 'start.db'"
  $ for delay in 0.05 0.1 0.2 0.3; do
  >     rm -f a.db*; cp start.db a.db; killed_after $delay many.json
  >     aftercare finding list 2>/dev/null | tail -n 1 | grep -q -v '^0 findings' || echo "$delay: findings are lost"
  >     case "$(records)" in 3|8003) ;; *) echo "$delay: $(records) records";; esac
  >     aftercare audit verify >/dev/null || echo "$delay: the trail is broken"
  >     aftercare feed import many.json >/dev/null || echo "$delay: cannot go on"
  >     echo "$(records) $(sqlite3 a.db 'PRAGMA integrity_check; SELECT count(*), sum(length(ranges)) FROM package_ranges; SELECT count(*) FROM component_match' | tr '\n' ' ')"
  > done | uniq -c | awk '{ $1 = ""; print }'
   8003 ok * (glob)
