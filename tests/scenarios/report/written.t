What was written of illness and injuries does not stand beside an event that came in behind it.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 > out 2>&1
  $ aftercare case item 1 --item 8 --text "None, no illness or injury."
  casefile 1: report_item 2
  $ item() { aftercare report 806 1 2> err | sed 's/<\(h2\|li\|p\|dd\|div\)[^>]*>/\n/g; s/<[^>]*>//g' | sed -n '/^8. Ill/,/^9. /p' | grep -v '^[89]\. \|^ *$'; aftercare report 806 1 --final 2>&1 > out | grep -o 'stated of.*8[^;]*'; }
  $ item
  None: no illness or injury with use of the device is known.
  None, no illness or injury.
  [1]
  $ aftercare case event 1 --kind death --known-on 2026-01-20 --associated yes --text died > out
  $ item
  Known events
  death, known on 2026-01-20: died
  This item
  missing
  What was written of it is older than the event of record 3: it is to be stated anew.
  stated of items 2, 3, 4, 5, 7, 8, 9, 10, 11 and 12
  $ aftercare case item 1 --item 8 --text "No further ones are known."
  casefile 1: report_item 4
  $ item
  Known events
  death, known on 2026-01-20: died
  No further ones are known.
  [1]

Nor does what was written of communications stand beside one that went out behind it.

  $ aftercare case item 1 --item 12 --text "One letter went out, to consignees alone." >out
  $ aftercare report 806 1 --final 2>&1 >out | grep -o 'items .*'
  items 2, 3, 4, 5, 7, 9, 10 and 11; item 2 lacks the firm's name, address and telephone, and the representative's name, title, address and telephone; state it, or why it is not there (aftercare program set --representative-name NAME ... for item 2, aftercare case item for the others)
  $ aftercare case communicate 1 --on 2026-01-22 --to customers --text "Dear customer" >out
  $ aftercare report 806 1 --final 2>&1 >out | grep -o 'items .*'
  items 2, 3, 4, 5, 7, 9, 10, 11 and 12; item 2 lacks the firm's name, address and telephone, and the representative's name, title, address and telephone; state it, or why it is not there (aftercare program set --representative-name NAME ... for item 2, aftercare case item for the others)
  $ aftercare report 806 1 2>err | sed 's/<[^>]*>//g' | grep -o 'What was written of it is older than[^:]*' | sed 's/[0-9][0-9]*/N/'
  What was written of it is older than the communication of record N
