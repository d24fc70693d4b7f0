Advisories in the folder from which they are served: each where it belongs, with its digest, and in all lists.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=sec
  $ aftercare program set --firm-name "Example Devices" --firm-namespace https://example.com --advisory-url https://example.com/csaf
  $ aftercare device add Pump --model-number P-1 >out && aftercare release add 1.0 --device Pump >out
  $ for cve in CVE-2021-31571 CVE-2021-3712; do aftercare case open --device Pump --vulnerability $cve --learned-on 2026-01-02 >out 2>&1; done
  $ aftercare case advisory 1 --affected 1.0 --folder www
  aftercare: --folder takes what is issued as CSAF
  [2]
  $ aftercare case advisory 1 --issue --affected 1.0 --folder www
  aftercare: WARNING: CSAF 6.2.3, an affected product has a score: /vulnerabilities/0/product_status/known_affected/0: "RELEASE-1" has no score
  aftercare: casefile 1: advisory 3, AC-*-0001, version 1, final (glob)
  $ aftercare case advisory 2 --issue --affected 1.0 --tlp GREEN --folder www
  aftercare: WARNING: CSAF 6.2.3, an affected product has a score: /vulnerabilities/0/product_status/known_affected/0: "RELEASE-1" has no score
  aftercare: casefile 2: advisory 4, AC-*-0002, version 1, final (glob)
  $ aftercare csaf index www --url https://example.com/csaf
  www: 2 documents
  $ find www -type f | sort | sed 's/[0-9][0-9][0-9][0-9]/YEAR/'
  www/green/YEAR/ac-*-0002.json (glob)
  www/green/YEAR/ac-*-0002.json.sha256 (glob)
  www/green/YEAR/ac-*-0002.json.sha512 (glob)
  www/green/changes.csv
  www/green/csaf-feed-tlp-green.json
  www/green/index.txt
  www/provider-metadata.json
  www/white/YEAR/ac-*-0001.json (glob)
  www/white/YEAR/ac-*-0001.json.sha256 (glob)
  www/white/YEAR/ac-*-0001.json.sha512 (glob)
  www/white/changes.csv
  www/white/csaf-feed-tlp-white.json
  www/white/index.txt
  $ cat www/white/index.txt www/white/changes.csv
  */ac-*-0001.json (glob)
  "*/ac-*-0001.json","*" (glob)
  $ (cd www/white/2* && sha256sum -c --quiet *.sha256)
  $ grep -o '"[^"]*feed-tlp-white.json"' www/provider-metadata.json
  "https://example.com/csaf/white/csaf-feed-tlp-white.json"
  $ grep -c "$(grep -h -o 'https://example.com/csaf/white/.*0001.json' www/white/*/*.json)" www/white/csaf-feed-tlp-white.json
  4
  $ aftercare csaf check www --level mandatory
  2 documents: 0 errors, * (glob)

Made anew they are the same.

  $ cp -r www before && aftercare csaf index www --url https://example.com/csaf/ && diff -r before www
  www: 2 documents

An advisory that is passed on less far stands no longer where everybody can read it, and no list is written while it does.

  $ aftercare case advisory 1 --issue --tlp RED --folder www
  aftercare: WARNING: CSAF 6.2.3, an affected product has a score: /vulnerabilities/0/product_status/known_affected/0: "RELEASE-1" has no score
  aftercare: casefile 1: advisory 5, AC-*-0001, version 2, final (glob)
  $ aftercare csaf index www --url https://example.com/csaf
  aftercare: AC-*-0001 stands twice: red/*/ac-*-0001.json and white/*/ac-*-0001.json (glob)
  [5]
  $ rm -r www/white && aftercare csaf index www --url https://example.com/csaf && ls www
  www: 2 documents
  green
  provider-metadata.json
  red
  $ mkdir www/red/1999 && mv www/red/2*/*.json www/red/1999 && aftercare csaf index www --url https://example.com/csaf
  aftercare: www/red/1999/ac-*-0001.json: it belongs at red/*/ac-*-0001.json (glob)
  [5]
  $ mkdir empty && aftercare csaf index empty --url https://example.com/csaf
  aftercare: empty has no document below the folder of a label and a year
  [3]
