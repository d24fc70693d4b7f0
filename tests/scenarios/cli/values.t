Which words may stand behind a command is usage (2); what a word says is input (3): for every option of every command.

  $ export AFTERCARE_STORE="$HOME/a.db"; example="$TESTDIR/../../../docs/example"
  $ aftercare device add Pump && aftercare feed import "$example/nvd.json"
  device 1: Pump
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped

A date, an instant and a number that cannot be read are bad input, before anything else is looked at. The options are those that the help of the commands names.

  $ aftercare help | sed -n 's/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p' >commands.txt
  $ while read -r command; do
  >   aftercare help $command | sed -n '/^usage:/,/^$/p' | grep -o -e '--[a-z-]* \(DATE\|INSTANT\|N\|NUMBER\|RUN\)\>' | sort -u | while read -r option kind; do
  >     aftercare $command "$option" "<bad>" >out.txt 2>&1; code=$?
  >     grep -q -e "^aftercare: $option: .*<bad>" -e "^aftercare: firm.registration_number: .*<bad>" out.txt && echo "$kind $code" || echo "$command $option: $code $(cat out.txt)"
  >   done
  > done <commands.txt | sort -u
  DATE 3
  INSTANT 3
  N 3
  NUMBER 3
  RUN 3

So are the other forms, and the numbers that stand without an option.

  $ try() { aftercare "$@" >out.txt 2>&1; echo "$? $(tail -n 1 out.txt)"; }
  $ try scan "$example/pump.cdx.json" --stale-after soon
  3 aftercare: --stale-after: number of days "soon" is not a whole number
  $ for command in "finding list" "finding show CVE-2021-3712" "where CVE-2021-3712" coverage; do try $command --stale-after soon; done
  3 aftercare: --stale-after: number of days "soon" is not a whole number
  3 aftercare: --stale-after: number of days "soon" is not a whole number
  3 aftercare: --stale-after: number of days "soon" is not a whole number
  3 aftercare: --stale-after: number of days "soon" is not a whole number
  $ try due --within soon
  3 aftercare: --within "soon" is not of the form 30d
  $ try scan "$example/pump.cdx.json" --format csaf --namespace "no uri"
  3 aftercare: --namespace is a URI such as https://example.com, not "no uri"
  $ for command in "case decide" "case close --on 2026-01-01" "case assess" "report casefile" "finding withdraw --reason r" "alias remove --why w"; do try $command one; done
  3 aftercare: casefile number "one" is not a whole number
  3 aftercare: casefile number "one" is not a whole number
  3 aftercare: casefile number "one" is not a whole number
  3 aftercare: casefile number "one" is not a whole number
  3 aftercare: number of a statement "one" is not a whole number
  3 aftercare: number of a rule "one" is not a whole number
  $ try purl deb/curl; try cpe x; try version semver 1 ""; try cvss CVSS:3.1/AV:N
  3 aftercare: purl "deb/curl" does not start with pkg:
  3 * (glob)
  3 * (glob)
  3 * (glob)

What is given and says nothing is bad input too; what is not given is wrong usage.

  $ try device add " "
  3 aftercare: the device's name is empty
  $ try sbom import x.json --device Pump --release " "
  3 aftercare: --release is empty
  $ try sbom import x.json --device Pump
  2 aftercare: --release is missing
  $ try case open --device Pump --vulnerability " " --learned-on 2026-01-01
  3 aftercare: --vulnerability is empty
  $ try finding set --scope portfolio --vulnerability CVE-2021-3712 --status fixed --reason "  "
  3 aftercare: --reason is empty
  $ try finding set --scope portfolio --vulnerability CVE-2021-3712 --status fixed
  2 aftercare: --reason is missing
  $ try finding withdraw 1 --reason ""
  3 aftercare: --reason is empty
  $ try where ""
  3 aftercare: the query is empty
