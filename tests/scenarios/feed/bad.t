Bad input: each kind gives one clear line and its exit status, and the store is as it was before.

  $ export AFTERCARE_STORE=$HOME/a.db
  $ cp "$TESTDIR/../../../docs/example/nvd.json" .; aftercare feed import nvd.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ rows() { aftercare feed status --format json | grep -v imported; }
  $ rows >before
  $ osv() { printf '{"schema_version":"1.4.0","id":"%s","modified":"%s","affected":[{"package":{"ecosystem":"npm","name":"%s"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"2.0.0"}]}]}]}' "$1" "$2" "$3"; }

Cut short, too deep, too long, of the wrong type, not UTF-8, with a key twice. A
record that can be read as a whole is a bad record; a document that cannot be is refused.

  $ osv OSV-1 2024-01-01T00:00:00Z p | head -c 100 >cut.json; aftercare feed import cut.json
  aftercare: cut.json:1: affected[0].package: ends in the middle of a text
  [3]
  $ python3 -c 'print("{\"id\":\"OSV-1\",\"modified\":\"2024-01-01T00:00:00Z\",\"affected\":[],\"x\":" + "[" * 200 + "]" * 200 + "}")' >deep.json; aftercare feed import deep.json
  aftercare: deep.json:1: ...][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nested deeper than 128 levels
  [3]
  $ python3 -c 'print("{\"id\":\"OSV-1\",\"modified\":\"2024-01-01T00:00:00Z\",\"affected\":[],\"summary\":\"" + "x" * 5000000 + "\"}")' >long.json; aftercare feed import long.json
  aftercare: skipped: long.json:1: summary: a text is too long
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  $ osv OSV-1 2024-01-01T00:00:00Z p | sed 's/"affected":\[/"affected":[7,/' >type.json; aftercare feed import type.json
  aftercare: skipped: type.json:1: affected[0]: expected an object, found a number
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  $ osv OSV-1 2024-01-01T00:00:00Z $'p\xff' >utf8.json; aftercare feed import utf8.json
  aftercare: skipped: utf8.json:1: affected[0].package.name: bytes that are not UTF-8 in a text
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  $ osv OSV-1 2024-01-01T00:00:00Z p | sed 's/"id":"OSV-1"/"id":"OSV-1","id":"OSV-2"/' >twice.json; aftercare feed import twice.json
  aftercare: skipped: twice.json:1: id: this key appears twice
  1 document: 0 new records, 0 changed, 0 unchanged, 0 older, 1 skipped

A bomb: small when packed, and larger than all limits when not; what is packed and cut short.

  $ bomb() { printf '{"schema_version":"1.4.0","id":"OSV-1","affected":['; head -c 300000000 /dev/zero | tr '\0' ' '; }
  $ bomb | zstd -q -3 --long=27 >bomb.zst; aftercare feed import bomb.zst
  aftercare: bomb.zst: unpacks to more than 1200 times its size
  [3]
  $ mkdir in && bomb >in/bomb.json && (cd in && tar cf - bomb.json | bzip2 -1 >../bomb.tar.bz2); rm -r in; aftercare feed import bomb.tar.bz2
  aftercare: bomb.tar.bz2: bomb.json: unpacks to more than 1200 times its size
  [3]
  $ osv OSV-1 2024-01-01T00:00:00Z p | zstd -q | head -c 60 >cut.zst; aftercare feed import cut.zst
  aftercare: cut.zst: cannot be unpacked: cut short zstd
  [3]
  $ osv OSV-1 2024-01-01T00:00:00Z p | gzip | head -c 60 >cut.gz; aftercare feed import cut.gz
  aftercare: cut.gz: cannot be unpacked: truncated gzip input
  [3]

Nothing of it went in, and the trail is whole.

  $ rows | diff before -
  $ aftercare audit verify
  5 entries, the audit trail is whole

The same inside a folder is a bad record: told, passed over, counted. What is good goes in.

  $ mkdir folder && mv cut.json deep.json type.json utf8.json folder && osv OSV-9 2024-01-01T00:00:00Z p >folder/good.json
  $ aftercare feed import folder
  aftercare: skipped: folder/cut.json:1: affected[0].package: ends in the middle of a text
  aftercare: skipped: folder/deep.json:1: ...][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nested deeper than 128 levels
  aftercare: skipped: folder/type.json:1: affected[0]: expected an object, found a number
  aftercare: skipped: folder/utf8.json:1: affected[0].package.name: bytes that are not UTF-8 in a text
  3 documents: 1 new record, 0 changed, 0 unchanged, 0 older, 4 skipped

A day that does not exist is no day: the record is kept, when it was changed is not known.

  $ osv OSV-3 2026-02-30T00:00:00Z p >day.json; aftercare feed import day.json
  1 document: 1 new record, 0 changed, 0 unchanged, 0 older, 0 skipped

Names that cannot be read.

  $ aftercare purl 'pkg:npm/%zz@1.0'
  aftercare: purl "pkg:npm/%zz@1.0": name: "%zz" is no percent escape
  [3]
  $ aftercare cpe 'cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*'
  aftercare: cpe "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*": found 12 parts behind cpe:2.3:, expected 11
  [3]
  $ aftercare where 'pkg:npm/%zz'
  aftercare: purl "pkg:npm/%zz": name: "%zz" is no percent escape
  [3]
  $ aftercare where 'cpe:2.3:a:b'
  aftercare: cpe "cpe:2.3:a:b": found 2 parts behind cpe:2.3:, expected 11
  [3]

SBOMs that cannot be read.

  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a","version":"1"}' >cut.cdx.json; aftercare scan cut.cdx.json
  aftercare: cut.cdx.json:2: components[0]: ends in the middle of an array
  [3]
  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":7}' >type.cdx.json; aftercare scan type.cdx.json
  aftercare: type.cdx.json:1: components: expected an array, found a number
  [3]
  $ echo '{"hello":1}' >other.json; aftercare scan other.json
  aftercare: other.json: not an SBOM of a known format; read are CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names
  [3]
  $ aftercare scan nowhere.json
  aftercare: nowhere.json: No such file or directory
  [3]

A store of a newer schema, for whoever writes and whoever reads.

  $ python3 -c 'import sqlite3; sqlite3.connect("a.db").execute("PRAGMA user_version = 99")'
  $ aftercare feed import nvd.json
  aftercare: $HOME/a.db: the store has schema 99, this program knows up to *: use a newer aftercare (glob)
  [4]
  $ aftercare feed status
  aftercare: $HOME/a.db: the store has schema 99, this program knows up to *: use a newer aftercare (glob)
  [4]
