Records into a store: new ones, the same again, a changed one, an older one.

  $ cp "$TESTDIR/../../../docs/example/nvd.json" .
  $ export AFTERCARE_STORE=sqlite:$HOME/a.db
  $ aftercare feed import nvd.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare feed import nvd.json
  0 documents: 0 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  1 file unchanged since an earlier import
  $ sed 's/"lastModified": "2021-05-04/"lastModified": "2021-06-04/' nvd.json >later.json
  $ aftercare feed import later.json
  1 document: 0 new records, 1 changed, 2 unchanged, 0 older, 0 skipped
  $ aftercare feed import nvd.json
  0 documents: 0 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  1 file unchanged since an earlier import
  $ aftercare feed status --format json | grep -v imported
  [
    {
      "source": "nvd",
      "records": 3,
      "newest": "2022-01-06T00:00:00Z",
    }
  ]

What it is, is told from content, also inside what is packed.

  $ mkdir folder && cp nvd.json folder/a.txt && gzip -c later.json >folder/b.dat && zstd -q nvd.json -o folder/c.zst
  $ rm a.db*; aftercare feed import folder
  3 documents: 3 new records, 1 changed, 4 unchanged, 1 older, 0 skipped

One bad record is told with its place and passed over; the rest goes in. With --strict that is an error.

  $ sed 's/"id": "CVE-2021-31571"/"id": 7/' nvd.json >bad.json
  $ rm a.db*; aftercare feed import bad.json
  aftercare: skipped: bad.json:59: vulnerabilities[1].cve.id: expected text, found a number
  1 document: 2 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  $ rm a.db*; aftercare feed import --strict bad.json
  aftercare: skipped: bad.json:59: vulnerabilities[1].cve.id: expected text, found a number
  1 document: 2 new records, 0 changed, 0 unchanged, 0 older, 1 skipped
  [3]
  $ aftercare feed status
  source                      records  newest                      imported
  nvd                               2  2022-01-06T00:00:00Z        20* (glob)
  nvd: 1 bad record passed over by the last import
      bad.json:59: vulnerabilities[1].cve.id: expected text, found a number

A document that breaks off undoes everything that came with it.

  $ rm a.db*; head -c 3000 nvd.json >cut.json; aftercare feed import nvd.json cut.json
  aftercare: cut.json:125: vulnerabilities[2].cve.metrics.cvssMetricV31[0].cvssData.version: ends in the middle of a text
  [3]
  $ aftercare feed status
  source                      records  newest                      imported

What is no feed is refused, and so is what is not there.

  $ echo hello >text.txt; aftercare feed import text.txt
  aftercare: text.txt: not a feed: expected NVD 2.0, CVE 5, OSV, KEV, EPSS, CSAF or endoflife.date
  [3]
  $ aftercare feed import nowhere.json
  aftercare: nowhere.json: No such file or directory
  [3]
  $ aftercare feed import
  aftercare: a file or folder of feeds is missing
  [2]
  $ : >empty.json; aftercare feed import empty.json
  aftercare: empty.json: not a feed: expected NVD 2.0, CVE 5, OSV, KEV, EPSS, CSAF or endoflife.date
  [3]

A store that cannot be used is named.

  $ echo 'no database at all, but long enough to be taken for one by its header: no' >b.db
  $ aftercare feed import nvd.json --store b.db
  aftercare: b.db: the store is damaged or is no aftercare store (file is not a database)
  [4]
  $ aftercare feed status --store sqlite:/nowhere/a.db
  aftercare: there is no store at /nowhere/a.db
  [3]
  $ aftercare feed import nvd.json --store mysql://localhost/x
  aftercare: mysql://localhost/x: the store cannot be opened: unable to open database file
  [4]
