The report of a casefile: one page for people, one object for machines, of the same facts.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add "Pump <One>" --class II --pathway 510k --udi-di 09521000000025 >out
  $ aftercare program set --isao-member yes --registration-number 1234567
  $ aftercare case open --device "Pump <One>" --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title '<script>alert("1")</script> overflow'
  aftercare: no record in the store is about CVE-2021-31571: is the name right? feeds may be older than it
  casefile 1: CVE-2021-31571 in Pump <One>
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --exploitability-after low --severity-after minor --rationale "reachable from the ward's network" --approver "R. Amsel" --cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  casefile 1: assessment 2
  $ aftercare case communicate 1 --on 2026-01-20 --to customers --describes-impact yes
  casefile 1: communication 3
  $ aftercare case communicate 1 --amends 3 --to customers --to user_community
  casefile 1: communication 4
  $ aftercare report casefile 1 --today 2026-02-05 >page.html

Texts from outside are texts on the page, never markup.

  $ grep -c '<script' page.html
  0
  [1]
  $ grep -o '<h1>.*</h1>' page.html
  <h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; overflow</h1>
  $ grep -o '<strong>Pump.*</strong>' page.html
  <strong>Pump &lt;One&gt;</strong>

What was replaced stays; both cells are marked; the condition that failed says so; the trail was verified.

  $ grep -Eo 'replace[sd]( by)? [0-9]+' page.html
  replaced by 4
  replaces 3
  $ grep -Eo '(Before|After) controls the risk lies at [a-z ,]+' page.html
  Before controls the risk lies at exploitability high, severity critical
  After controls the risk lies at exploitability low, severity minor
  $ grep -o '9.8 critical' page.html
  9.8 critical
  $ grep -Eo '>(met|failed|pending)</span></td><td>[^/]*/time>' page.html
  >failed</span></td><td><time>2026-02-01</time>
  >failed</span></td><td><time>2026-01-21</time>
  $ grep -o 'The audit trail is whole' page.html
  The audit trail is whole

The page needs nothing from outside.

  $ grep -Ei 'https?:|src=|url\(|@import' page.html
  [1]

Equal inputs give equal bytes, to the terminal or to a file, which is there whole or not at all.

  $ aftercare report casefile 1 --today 2026-02-05 --output again.html
  $ cmp page.html again.html
  $ ls
  again.html
  out
  page.html
  store.db
  ...
  $ aftercare report casefile 1 --output nowhere/page.html
  aftercare: nowhere/page.html: No such file or directory
  [3]
  $ mkdir folder
  $ aftercare report casefile 1 --output folder
  aftercare: folder is there and is no plain file
  [3]
  $ aftercare report casefile 1 >/dev/full
  aftercare: the output could not be written
  [3]
  $ aftercare report casefile 1 --output /dev/full
  aftercare: /dev/full is there and is no plain file
  [3]

The JSON form.

  $ aftercare report casefile 1 --format json --today 2026-02-05 --output report.json
  $ python3 -c '
  > import json
  > r = json.load(open("report.json"))
  > print(r["report"], r["casefile"]["number"], r["casefile"]["title"], r["casefile"]["opened_by"])
  > print([(x["number"], x["kind"], x["replaces"], x["replaced_by"]) for x in r["records"]])
  > a = r["assessments"][0]
  > print(a["counts"], a["cell"], a["cell_after"], a["approvers"], a["cvss"]["score"], r["matrix"]["medium"]["serious"])
  > print(r["clock"], r["determination"]["report_806"], r["determination"]["report_806_number"])
  > print(r["trail"]["verification"]["whole"], [x["what"] for x in r["trail"]["entries"]])'
  casefile 1 <script>alert("1")</script> overflow ra
  [(1, 'vulnerability', None, None), (2, 'assessment', None, None), (3, 'communication', None, 4), (4, 'communication', 3, None)]
  True U C ['R. Amsel'] 9.8 U*
  {'day0': '2026-01-02', 'day30': '2026-02-01', 'day60': '2026-03-03', 'day': 34} required 1234567-2/5/26-001-C
  True ['casefile.open', 'casefile.vulnerability', 'casefile.assessment', 'casefile.communication', 'casefile.communication']

On an earlier day what is dated later is not yet known.

  $ aftercare report casefile 1 --format json --today 2026-01-03 | grep -E '"risk"|"day"'
      "day": 1
      "risk": "undetermined",

A trail that was tampered with is told in the report, loudly.

  $ sqlite3 store.db "DROP TRIGGER trail_is_never_changed; UPDATE trail SET why = 'x' WHERE number = 3"
  $ aftercare report casefile 1 | grep -o 'The audit trail is damaged.*changed: its content does not give its digest'
  The audit trail is damaged.</span> 8 entries of the whole trail were verified, 1 with a fault. <strong>entry 3 was changed: its content does not give its digest

  $ aftercare report casefile 2
  aftercare: there is no casefile 2; aftercare case list shows all
  [3]
  $ aftercare report casefile
  aftercare: the casefile's number is missing
  [2]
  $ aftercare report casefile 1 --today 2026-02-30
  aftercare: --today: date "2026-02-30": February 2026 has 28 days
  [3]
  $ aftercare report casefile one
  aftercare: casefile number "one" is not a whole number
  [3]
