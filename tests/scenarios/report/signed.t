Name, instant and meaning of each signature stand beside what is signed, in every report of it (21 CFR 11.50(b)); where
the record is no longer what was signed, it says so.

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" > own.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >> out; }
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2> no | enter anna
  $ aftercare user add dora --full-name "Dora Designated" --roles designated_person --identity-verified-on 2026-05-04 2> no | enter dora
  $ as anna device add Pump --class II --pathway 510k > out
  $ as anna case open --device Pump --vulnerability CVE-2021-31571 --learned-on $(date -u +%F) > out 2>&1
  $ as anna case assess 1 --exploitability low --severity minor --on $(date -u +%F) > out
  $ as anna sign 1 --record 2 --user anna --meaning authorship --secret-file own.txt > out
  $ as dora sign 1 --record 2 --user dora --meaning designated_person --secret-file own.txt > out
  $ printf 'run 17 passed\n' > report.txt
  $ as anna case attach 1 report.txt > out
  $ aftercare report casefile 1 > page.html
  $ grep -oE '(Anna Ager|Dora Designated)[^<]*' page.html | sort -u
  Anna Ager
  Dora Designated
  $ grep -c 'review and evaluation by the designated person (21 CFR 806.20(b)(4))' page.html
  1
  $ aftercare report casefile 1 --format pdf --output page.pdf
  $ pdftotext -layout page.pdf - | grep -oE 'Anna Ager|Dora Designated' | sort -u
  Anna Ager
  Dora Designated
  $ aftercare report 806.20 1 > record.html 2> no
  $ grep -oE '(Anna Ager|Dora Designated)[^<]*' record.html | sort -u
  Anna Ager
  Dora Designated

The package for an inspection has them, and the file that is attached.

  $ as anna report inspection 1 --output package.zip > told 2> no
  $ aftercare audit package package.zip
  10 files, 15 entries of the trail, 9 of them whole: the package is whole in itself; --digest or --key tells whether it is the one that was made
  $ python3 -m zipfile -e package.zip package
  $ cmp report.txt package/casefile-1/attachment-3/report.txt
  $ grep -oE '"(name|meaning|holds)": *("(anna|dora|authorship|designated_person)"|true|false)' package/casefile-1/report.json
  ...

A record that somebody altered is no longer covered.

  $ sqlite3 store.db "DROP TRIGGER casefile_record_is_never_changed; UPDATE casefile_record SET facts = replace(facts, 'minor', 'serious') WHERE id = 2"
  $ aftercare report casefile 1 | grep -c 'does not cover the record as it stands'
  1
