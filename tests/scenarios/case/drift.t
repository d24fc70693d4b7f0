An assessment keeps what was known when it was made, and what differs since is told: by assessing again alone it goes away.

  $ export AFTERCARE_STORE="$HOME/a.db" AFTERCARE_USER=anna; example="$TESTDIR/../../../docs/example"
  $ aftercare device add Pump >out; aftercare device add Cart >out; aftercare feed import "$example/nvd.json" >out
  $ aftercare sbom import "$example/pump.cdx.json" --device Pump --release 1.0 >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02
  casefile 1: CVE-2021-31571 in Pump
  $ assess() { aftercare case assess 1 --exploitability low --severity minor --rationale "no network" --approver ben "$@"; }

What is not assessed is not watched.

  $ aftercare case drift
  assessments that count: 0, nothing has changed under them
  $ assess --on 2026-01-05
  casefile 1: assessment 2
  $ aftercare report casefile 1 --format json | jq -c '.records[1].more.context[]'
  "kev = not listed"
  "epss = none"
  "score nvd 3.1 = 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  "advisory nvd CVE-2021-31571 = active of 2021-05-04T00:00:00Z (*)" (glob)
  "exploit = watched"
  "release 1.0 = affected"

The source corrects its record: another score, and a range that leaves the release out.

  $ jq '.vulnerabilities[1].cve |= (.lastModified = "2026-01-20T00:00:00.000" | .metrics.cvssMetricV31[0].cvssData.vectorString = "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" | .metrics.cvssMetricV31[0].cvssData.baseScore = 8.4 | .configurations[0].nodes[0].cpeMatch[0].versionEndExcluding = "1.0")' "$example/nvd.json" >later.json
  $ aftercare feed import later.json >out
  $ aftercare case drift
  casefile 1: CVE-2021-31571 in Pump
    assessed on 2026-01-05 (record 2)
    since then: score of nvd 3.1 is now 8.4 CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, it was 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
    since then: record nvd CVE-2021-31571 is now active of 2026-01-20T00:00:00Z (e72e275bfdcb), it was active of 2021-05-04T00:00:00Z (e4c3b856958f)
    since then: release 1.0 is now not affected, it was affected

Nobody makes that go away by correcting the words of the assessment.

  $ aftercare case assess 1 --amends 2 --rationale "no network at all" >out; aftercare case drift --fail-on release | grep -c 'since then'
  3
  $ aftercare case drift --fail-on kev >out
  $ aftercare case drift --fail-on score >out
  [1]
  $ aftercare due --today 2026-01-21 --format json | jq -c '.[] | [.kind, .due, .state]'
  ["reassess_changed","2026-01-21","open"]
  $ aftercare report casefile 1 --format json | jq -c '.since_assessment[]'
  "score of nvd 3.1 is now 8.4 CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, it was 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  "record nvd CVE-2021-31571 is now active of 2026-01-20T00:00:00Z (e72e275bfdcb), it was active of 2021-05-04T00:00:00Z (e4c3b856958f)"
  "release 1.0 is now not affected, it was affected"
  $ aftercare report casefile 1 --output report.html && grep -c 'Changed since the assessment that counts' report.html
  1

Whoever assesses again has seen it.

  $ assess --on 2026-01-21 >out; aftercare case drift --fail-on any
  assessments that count: 1, nothing has changed under them

Somebody publishes an exploit, and the source refers to it.

  $ jq '.vulnerabilities[1].cve |= (.lastModified = "2026-02-01T00:00:00.000" | .references = [{"url": "https://example.org/poc", "source": "cve@example.org", "tags": ["Exploit"]}])' later.json >poc.json
  $ aftercare feed import poc.json >out; aftercare case drift --fail-on exploit
  casefile 1: CVE-2021-31571 in Pump
    assessed on 2026-01-21 (record 4)
    since then: exploit https://example.org/poc is new: nvd
    since then: record nvd CVE-2021-31571 is now active of 2026-02-01T00:00:00Z (0aa05f179b4b), it was active of 2026-01-20T00:00:00Z (e72e275bfdcb)
  [1]
  $ aftercare feed import later.json >out

The source withdraws it.

  $ jq '.vulnerabilities[1].cve |= (.lastModified = "2026-02-20T00:00:00.000" | .vulnStatus = "Rejected" | del(.configurations, .metrics))' later.json >rejected.json
  $ aftercare feed import rejected.json >out; aftercare case drift | grep -v '^casefile'
    assessed on 2026-01-21 (record 4)
    since then: score of nvd 3.1 is gone, it was: 8.4 CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
    since then: record nvd CVE-2021-31571 is now withdrawn of 2026-02-20T00:00:00Z (4500ef5b7ebe), it was active of 2026-01-20T00:00:00Z (e72e275bfdcb)

A closed casefile is watched until another one takes its place.

  $ aftercare case close 1 --on 2026-02-21
  casefile 1: closed on 2026-02-21
  $ aftercare case drift | head -1
  casefile 1: CVE-2021-31571 in Pump, closed on 2026-02-21
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-02-22 --why "it is back"
  aftercare: casefile 1 is on the same, closed on 2026-02-21
  casefile 2: CVE-2021-31571 in Pump
  $ aftercare case drift
  assessments that count: 0, nothing has changed under them

What a probability does to nobody's judgement is not told, and nothing of it changes what the rules say.

  $ printf '#model_version:v1,score_date:2026-01-12T00:00:00+0000\ncve,epss,percentile\nCVE-2021-3712,0.02,0.1\n' >epss.csv; aftercare feed import epss.csv >out
  $ aftercare case open --device Cart --vulnerability CVE-2021-3712 --learned-on 2026-01-02 >out
  $ aftercare case assess 3 --on 2026-01-05 --exploitability low --severity minor --rationale "no network" --approver ben >out
  $ aftercare case decide 3 --today 2026-02-21 --format json >before.json
  $ for p in 0.039 0.001 0.04 0.9; do printf '#model_version:v1,score_date:2026-02-12T00:00:00+0000\ncve,epss,percentile\nCVE-2021-3712,%s,0.1\n' $p >epss.csv; aftercare feed import epss.csv >out; aftercare case drift 3; done
  assessments that count: 1, nothing has changed under them
  assessments that count: 1, nothing has changed under them
  casefile 3: CVE-2021-3712 in Cart
    assessed on 2026-01-05 (record 8)
    since then: EPSS rose from 0.020000 to 0.040000
  casefile 3: CVE-2021-3712 in Cart
    assessed on 2026-01-05 (record 8)
    since then: EPSS rose from 0.020000 to 0.900000
  $ aftercare case decide 3 --today 2026-02-21 --format json | cmp - before.json
  $ aftercare program set --epss-threshold 0.03
  $ printf '#model_version:v1,score_date:2026-02-13T00:00:00+0000\ncve,epss,percentile\nCVE-2021-3712,0.031,0.1\n' >epss.csv; aftercare feed import epss.csv >out; aftercare case drift 3
  casefile 3: CVE-2021-3712 in Cart
    assessed on 2026-01-05 (record 8)
    since then: EPSS rose from 0.020000 to 0.031000
  $ aftercare program set --epss-threshold 1.5
  aftercare: --epss-threshold: "1.5" is no probability, as 0.1 is
  [3]
  $ aftercare audit verify
  30 entries, the audit trail is whole

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
