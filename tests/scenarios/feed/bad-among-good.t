A document that is one record and is bad counts as a bad record among others: told, passed over, counted. Named itself,
it is refused.

  $ export AFTERCARE_STORE=$HOME/a.db
  $ osv() { printf '{"schema_version":"1.4.0","id":"%s","modified":"%s","affected":[{"package":{"ecosystem":"npm","name":"%s"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"2.0.0"}]}]}]}' "$1" "$2" "$3"; }
  $ mkdir folder
  $ osv OSV-1 2024-01-01T00:00:00Z p | head -c 100 >folder/cut.json
  $ osv OSV-1 2024-01-01T00:00:00Z p | sed 's/"affected":\[/"affected":[7,/' >folder/type.json
  $ osv OSV-1 2024-01-01T00:00:00Z $'p\xff' >folder/utf8.json
  $ osv OSV-9 2024-01-01T00:00:00Z p >folder/good.json
  $ aftercare feed import folder
  aftercare: skipped: folder/cut.json:1: affected[0].package: ends in the middle of a text
  aftercare: skipped: folder/type.json:1: affected[0]: expected an object, found a number
  aftercare: skipped: folder/utf8.json:1: affected[0].package.name: bytes that are not UTF-8 in a text
  3 documents: 1 new record, 0 changed, 0 unchanged, 0 older, 3 skipped
  $ aftercare feed import folder/cut.json
  aftercare: folder/cut.json:1: affected[0].package: ends in the middle of a text
  [3]
  $ echo hello >folder/README; tar --sort=name -cf - folder | zstd -q >folder.tar.zst; aftercare feed import folder.tar.zst
  aftercare: skipped: folder.tar.zst: folder/cut.json:1: affected[0].package: ends in the middle of a text
  aftercare: skipped: folder.tar.zst: folder/type.json:1: affected[0]: expected an object, found a number
  aftercare: skipped: folder.tar.zst: folder/utf8.json:1: affected[0].package.name: bytes that are not UTF-8 in a text
  3 documents: 0 new records, 0 changed, 1 unchanged, 0 older, 3 skipped
  1 document passed over: no feed

Packed inside an archive, a bomb and what is cut short are told with the member.

  $ bomb() { printf '{"schema_version":"1.4.0","id":"OSV-1","affected":['; head -c 300000000 /dev/zero | tr '\0' ' '; }
  $ mkdir in && bomb >in/bomb.json && (cd in && tar cf - bomb.json | bzip2 -1 >../bomb.tar.bz2); rm -r in; aftercare feed import bomb.tar.bz2
  aftercare: bomb.tar.bz2: bomb.json: unpacks to more than 1200 times its size
  [3]
  $ osv OSV-1 2024-01-01T00:00:00Z p | zstd -q | head -c 60 >cut.zst; aftercare feed import cut.zst
  aftercare: cut.zst: cannot be unpacked: cut short zstd
  [3]
  $ head -c 300 folder.tar.zst >cut.tar.zst; aftercare feed import cut.tar.zst
  aftercare: cut.tar.zst: cannot be unpacked: cut short zstd
  [3]

A day that does not exist is no day: the record is kept, when it was changed is not known.

  $ osv OSV-3 2026-02-30T00:00:00Z p >day.json; aftercare feed import day.json
  1 document: 1 new record, 0 changed, 0 unchanged, 0 older, 0 skipped
