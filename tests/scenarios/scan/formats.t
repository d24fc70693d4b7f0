The same findings in every form: for spreadsheets, for code scanning. Equal inputs give equal bytes.

  $ cp "$TESTDIR"/../../../docs/example/*.json .
  $ aftercare scan pump.cdx.json --feeds nvd.json --format csv >pump.csv
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ tr -d '\r' <pump.csv | cut -d, -f1-4,8-10,12-13
  vulnerability,aliases,component,version,tier,state,source,severity,score
  CVE-2021-31571,,FreeRTOS,10.0.1,B,affected,nvd,critical,9.8
  CVE-2018-1000517,,busybox,1.28.4,B,affected,nvd,critical,9.8
  CVE-2021-3712,,openssl,1.1.1k,B,affected,nvd,high,7.4
  $ python3 -c 'import csv; print([(row["trace"], row["source_newest"]) for row in csv.DictReader(open("pump.csv", newline=""))][0])'
  ('nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic', '2022-01-06T00:00:00Z')
  $ aftercare scan pump.cdx.json --feeds nvd.json --format sarif >pump.sarif
  $ python3 "$TESTDIR/../../reports/sarif_check.py" pump.sarif
  3 results, 3 rules
  $ python3 -c 'import json; run = json.load(open("pump.sarif"))["runs"][0]; print(*[(r["ruleId"], r["level"]) for r in run["results"]], run["properties"])'
  ('CVE-2021-31571', 'error') ('CVE-2018-1000517', 'error') ('CVE-2021-3712', 'error') {'data': [{'source': 'nvd', 'records': 3, 'newest': '2022-01-06T00:00:00Z'}], 'not_matchable': [{'component': {'name': 'dose-calculator', 'version': '4.2.0'}, 'why': 'no purl, no CPE'}], 'not_served': []}
  $ for format in csv sarif; do aftercare scan pump.cdx.json --feeds nvd.json --format $format 2>/dev/null | cmp - pump.$format; done

The policy is the same whatever the form.

  $ for format in table json csv sarif; do
  >   for policy in any kev low medium high critical; do
  >     aftercare scan pump.cdx.json --feeds nvd.json --format $format --fail-on $policy >out 2>/dev/null; printf "$? "
  >   done; echo $format
  > done
  1 0 1 1 1 1 table
  1 0 1 1 1 1 json
  1 0 1 1 1 1 csv
  1 0 1 1 1 1 sarif

A file is there whole or not at all, and the exit status tells the policy all the same.

  $ aftercare scan pump.cdx.json --feeds nvd.json --format csv --output out.csv --fail-on high
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  [1]
  $ cmp out.csv pump.csv
  $ aftercare scan pump.cdx.json --feeds nvd.json --output nowhere/out.txt
  aftercare: nowhere/out.txt: No such file or directory
  [3]
  $ aftercare scan pump.cdx.json --feeds nvd.json --format xml
  aftercare: --format is one of table|json|csv|html|pdf|sarif|cyclonedx|openvex|csaf, not "xml"
  [2]

Names from outside start no formula in a spreadsheet and leave no URI.

  $ sed 's/"FreeRTOS"/"=HYPERLINK(\\"x\\")"/' pump.cdx.json >'my pump #1.json'
  $ aftercare scan 'my pump #1.json' --feeds nvd.json --format csv | grep -o "\"'=HYPER[^,]*"
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  "'=HYPERLINK(""x"")"
  $ aftercare scan 'my pump #1.json' --feeds nvd.json --format sarif >out.sarif
  $ python3 "$TESTDIR/../../reports/sarif_check.py" out.sarif
  3 results, 3 rules
  $ grep -m 1 '"uri"' out.sarif
              "uri": "my%20pump%20%231.json"

People get a page, or a PDF whose text can be searched.

  $ aftercare scan pump.cdx.json --feeds nvd.json --format html >out.html
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ grep -o '<h[12][^>]*>[^<]*' out.html | sed 's/<[^>]*>//'
  Vulnerabilities of Example Infusion Pump 4.2.0
  Findings
  How many
  What it rests on
  $ grep 'src=\|<script\|https*://' out.html
  [1]
  $ aftercare scan pump.cdx.json --feeds nvd.json --format pdf --output out.pdf
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ qpdf --check out.pdf >checked.txt && pdftotext -layout out.pdf - | grep -o 'CVE-[0-9-]*  \|affected\|no source can see.*'
  CVE-2021-31571  
  affected
  CVE-2018-1000517  
  affected
  CVE-2021-3712  
  affected
  no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ aftercare scan 'my pump #1.json' --feeds nvd.json --format html | grep -o '=HYPER[^<]*'
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  =HYPERLINK(&quot;x&quot;) 10.0.1

Nothing found is a whole report too.

  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"quiet","version":"1","purl":"pkg:generic/quiet@1"}]}' >quiet.json
  $ aftercare scan quiet.json --feeds nvd.json --format csv | tr -d '\r' | cut -c 1-21
  aftercare: no source can see 1 of 1 component: no source serves the kind of 1 (purl type generic 1)
  vulnerability,aliases
  $ aftercare scan quiet.json --feeds nvd.json --format sarif >quiet.sarif
  $ python3 "$TESTDIR/../../reports/sarif_check.py" quiet.sarif
  0 results, 0 rules

Old data is told of on stderr, as long as nobody says that it may be old.

  $ unset AFTERCARE_STALE_AFTER
  $ aftercare scan pump.cdx.json --feeds nvd.json --format csv --output out.csv
  aftercare: old data, what was published since is not seen: nvd (2022-01-06)
  aftercare: no source can see 1 of 4 components: 1 names nothing that can be looked up
  $ aftercare scan pump.cdx.json --feeds nvd.json --stale-after 30000 --output out.txt
  $ aftercare scan pump.cdx.json --feeds nvd.json --stale-after never --output out.txt
  $ AFTERCARE_STALE_AFTER=never aftercare scan pump.cdx.json --feeds nvd.json --output out.txt
  $ aftercare scan pump.cdx.json --feeds nvd.json --stale-after soon
  aftercare: --stale-after: number of days "soon" is not a whole number
  [3]
  $ AFTERCARE_STALE_AFTER=0 aftercare scan pump.cdx.json --feeds nvd.json
  aftercare: AFTERCARE_STALE_AFTER: number of days 0 is not from 1 to 36500
  [3]
