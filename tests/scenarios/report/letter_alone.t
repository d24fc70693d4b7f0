A letter about a risk that is controlled, or about a device that is not affected, is told as a letter: no update was initiated by it.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=ra
  $ aftercare program set --firm-name X --isao-member yes >out; aftercare device add Pump --class III --pathway pma --approved-on 2020-03-01 >out; aftercare release add 1.0 --device Pump --units 10 >out
  $ aftercare case open --device Pump --vulnerability CVE-2024-1001 --learned-on 2026-11-02 >out 2>&1
  $ aftercare case assess 1 --on 2026-11-03 --exploitability low --severity minor --rationale r >out
  $ aftercare case communicate 1 --on 2026-11-05 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --text Dear >out
  $ told() { aftercare report isao 1 --today 2026-11-30 --format json | jq -r '.. | strings | select(test("initiated|were told"))' | sort -u; }
  $ told
  2026-11-05: customers and the user community were told
  $ aftercare case assess 1 --on 2026-11-06 --exploitability high --severity critical --rationale worse >out
  $ told
  2026-11-05: customers and the user community were told
  2026-11-05: the correction was initiated
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification vulnerable_code_not_present --vex-reviewed-by Sec --why x >out
  $ told
  2026-11-05: customers and the user community were told
