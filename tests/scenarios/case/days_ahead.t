What lies ahead has not happened: no record states it, whoever enters it.

  $ export AFTERCARE_STORE=store.db
  $ aftercare device add Pump --class II --pathway 510k --marketed yes >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 --title "Queue overflow" >out 2>&1
  $ ahead=$(date -d "+3 days" +%F); try() { aftercare case "$@" 2>&1 >out | sed "s/$ahead/DAY/g"; aftercare case "$@" >out 2>&1; echo $?; }
  $ try assess 1 --on $ahead --exploitability low --severity minor --rationale "a wall"
  aftercare: on DAY lies ahead: what has not happened is not recorded
  3
  $ try event 1 --kind death --known-on $ahead --associated yes
  aftercare: known_on DAY lies ahead: what has not happened is not recorded
  3
  $ try event 1 --kind death --known-on 2026-01-06 --mdr-submitted-on $ahead
  aftercare: mdr_submitted_on DAY lies ahead: what has not happened is not recorded
  3
  $ try communicate 1 --on 2026-01-20 --to customers --isao-on $ahead
  aftercare: isao_on DAY lies ahead: what has not happened is not recorded
  3
  $ try correct 1 --kind correction --initiated-on $ahead
  aftercare: initiated_on DAY lies ahead: what has not happened is not recorded
  3
  $ try plan 1 --on $ahead
  aftercare: on DAY lies ahead: what has not happened is not recorded
  3
  $ try control 1 --identified-on $ahead --adds-risk no
  aftercare: identified_on DAY lies ahead: what has not happened is not recorded
  3
  $ try fix 1 --kind software --validated-on $ahead
  aftercare: validated_on DAY lies ahead: what has not happened is not recorded
  3
  $ try extend 1 --initiated-on $ahead
  aftercare: initiated_on DAY lies ahead: what has not happened is not recorded
  3
  $ sqlite3 store.db "SELECT DISTINCT kind FROM casefile_record"
  vulnerability
