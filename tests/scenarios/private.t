What a store holds is its owner's alone, whatever the umask: secrets, contacts of reporters, the trail. What is published is not.

  $ umask 022; export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare audit export --output trail.jsonl
  3 entries
  $ aftercare report inspection 1 --output package.zip >out
  $ aftercare report casefile 1 --format html --output report.html
  $ aftercare backup backup.db >out 2>&1
  $ stat -c '%a %n' store.db trail.jsonl package.zip backup.db report.html
  600 store.db
  600 trail.jsonl
  600 package.zip
  600 backup.db
  600 report.html
  $ chmod 640 store.db && aftercare device add Monitor >out && stat -c %a store.db
  640
