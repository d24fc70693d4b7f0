The demonstration with people: what happened is written by those who can sign it. The author has signed, where a second
person has not that is owed, and what stands is what the rules conclude without people too.

  $ export XDG_STATE_HOME=$PWD/state
  $ aftercare demo --store people.db --data "$TESTDIR/../../../demo" --reports . --people >people.txt 2>no
  $ aftercare demo --store nobody.db --data "$TESTDIR/../../../demo" --reports . >nobody.txt 2>no
  $ aftercare report casefile 2 --store people.db --format json | jq -r '.casefile.opened_by, ([.records[].who] | unique[])'
  sam
  sam
  $ for n in 1 2 3 4; do
  >   aftercare report casefile $n --store people.db --format json |
  >     jq -r '"casefile \(.casefile.number)", (.records[] | select(.signatures | length > 0) | "  \(.kind): " + ([.signatures[] | "\(.full_name) \(.meaning)"] | join(", ")))'
  > done
  casefile 1
    assessment: Sam Okafor authorship
  casefile 2
    assessment: Sam Okafor authorship, Rob Castellan approval, Dora Petrov review
    plan: Sam Okafor authorship, Rob Castellan approval
    fix: Sam Okafor authorship
  casefile 3
    assessment: Sam Okafor authorship, Rob Castellan approval, Dora Petrov review
  casefile 4
    assessment: Sam Okafor authorship, Rob Castellan approval, Dora Petrov review
    fix: Sam Okafor authorship, Dora Petrov approval
  $ for n in 1 2 3 4; do
  >   for store in nobody people; do
  >     aftercare report casefile $n --store $store.db --format json | jq '.determination | {risk, risk_after, discretion, conditions, report_806, report_806_due}' >$store.json
  >   done
  >   cmp nobody.json people.json
  > done
  $ aftercare due --undated --store people.db | grep -c ' sign '
  2
  $ aftercare audit verify --store people.db | tail -1
  15 signatures, each covers its record
