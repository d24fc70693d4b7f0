FDA is told of all units that were sent, whether they came back or not (21 CFR 806.10(c)(9), (11)); a notice goes to whoever has some.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k > out; aftercare release add 1.0 --device Pump > out
  $ list() { printf 'account,name,country,device,release,shipped_on,quantity,returned\nA1,General Hospital,US,Pump,1.0,2025-03-01,5,0\nA2,Lakeside Clinic,CA,Pump,1.0,2025-06-01,5,%s\n' $1 > where.csv; aftercare consignee import where.csv > out; }
  $ list 0
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 > out 2>&1
  $ aftercare case correct 1 --kind removal --initiated-on 2026-01-10 > out
  $ told() { aftercare report 806 1 2> err | sed 's/<tr[^>]*>/\n/g; s/<\(dt\|dd\|p\|h2\|div\)[^>]*>/\n/g; s/<t[dh][^>]*>/ | /g; s/<[^>]*>//g' | grep 'subject to the action\|foreign and\|Hospital\|Clinic'; echo; aftercare report notice 1 --recipients --format csv --output - 2> err | grep -o 'General Hospital\|Lakeside Clinic'; }
  $ told
  10 units subject to the action; of each version and lot, item 5
  2, of them 1 foreign and 0 of unknown country
   | General Hospital | US | – | 2025-03-01: 5, release 1.0 | 5
   | Lakeside Clinic | CA | – | 2025-06-01: 5, release 1.0 | 5
  
  General Hospital
  Lakeside Clinic
  $ list 2; told
  10 units subject to the action; of each version and lot, item 5
  2, of them 1 foreign and 0 of unknown country
   | General Hospital | US | – | 2025-03-01: 5, release 1.0 | 5
   | Lakeside Clinic | CA | – | 2025-06-01: 5 (2 returned), release 1.0 | 3
  
  General Hospital
  Lakeside Clinic
  $ list 5; told
  10 units subject to the action; of each version and lot, item 5
  2, of them 1 foreign and 0 of unknown country
   | General Hospital | US | – | 2025-03-01: 5, release 1.0 | 5
   | Lakeside Clinic | CA | – | 2025-06-01: 5 (5 returned), release 1.0 | 0
  
  General Hospital
