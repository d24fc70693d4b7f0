An inspection package: casefiles for people and machines, the trail with its seals, and how all of it is verified.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title 'Überlauf "here"' >out 2>&1
  $ aftercare user list >out
  $ aftercare device add Monitor --why "a secret of another device" >out
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable" >out
  $ aftercare report inspection 1 --output package.zip >told
  $ sha256sum package.zip | cmp - told
  $ digest="$(cut -c 1-64 told)"
  $ aftercare audit package package.zip --digest "$digest"
  9 files, 6 entries of the trail, 5 of them whole: the package is as it was made
  $ sqlite3 store.db "SELECT json_extract(new, '$.digest') FROM trail WHERE what = 'inspection.export'" | grep -c "$digest"
  1

Without aftercare: coreutils for the files, Python for the seals. What is about other things is withheld.

  $ mkdir unpacked && python3 -m zipfile -e package.zip unpacked && cd unpacked
  $ find . -type f | sort
  ./SHA256SUMS
  ./VERIFY.txt
  ./casefile-1/facts.json
  ./casefile-1/report.html
  ./casefile-1/report.json
  ./casefile-1/report.pdf
  ./index.html
  ./index.json
  ./trail.jsonl
  ./verify.py
  $ sha256sum --quiet --check SHA256SUMS
  $ python3 verify.py
  9 files, 6 entries of the trail, 5 of them whole: no faults
  $ grep -c 'secret of another' trail.jsonl
  0
  [1]
  $ aftercare decide casefile-1/facts.json | sed -n 3p
  risk           uncontrolled, with controls undetermined

What was changed is named. A trail that was altered does not give its seals, even where the list of digests was made anew.

  $ sed -i 's/reachable/harmless/' casefile-1/report.html
  $ echo more >extra
  $ python3 verify.py
  casefile-1/report.html was changed
  extra is not listed
  casefile-1/report.html is not what the last entry of the trail tells
  extra is not what the last entry of the trail tells
  index.json lists a file, number 1, that is another
  9 files, 6 entries of the trail, 5 of them whole: 5 faults
  [1]
  $ rm extra && sed -i 's/reachable/harmless/' trail.jsonl
  $ find . -type f ! -name SHA256SUMS | cut -c 3- | sort | xargs sha256sum >SHA256SUMS
  $ python3 verify.py
  entry 5 was changed
  the lines of trail.jsonl before the last are not what the last entry tells
  casefile-1/report.html is not what the last entry of the trail tells
  index.json lists a file, number 1, that is another
  casefile 1: rationale of record 2 in report.json is not what its entry tells
  casefile 1: assessments[0].rationale of facts.json is not what the entries state
  9 files, 6 entries of the trail, 5 of them whole: 6 faults
  [1]
  $ tar cf ../altered.tar * && cd ..
  $ aftercare audit package altered.tar
  entry 5 was changed: its content does not give its digest
  the lines of trail.jsonl before the last are not what the last entry tells
  casefile-1/report.html is not what the last entry of the trail tells
  index.json lists a file, number 1, that is another
  casefile 1: rationale of record 2 in report.json is not what its entry tells
  casefile 1: assessments[0].rationale of facts.json is not what the entries state
  9 files, 6 entries of the trail, 5 of them whole: the package is NOT as it was made
  [1]
  $ sed -i '/"withheld"/d' unpacked/trail.jsonl && (cd unpacked && tar cf ../altered.tar *)
  $ aftercare audit package altered.tar | grep -E 'changed|follow'
  trail.jsonl was changed
  entry 5 was changed: its content does not give its digest

A byte changed anywhere in the file is found by its digest.

  $ cat >flip.py <<'END'
  > import subprocess, sys
  > whole, missed, tried = open("package.zip", "rb").read(), 0, 0
  > for at in list(range(0, len(whole), len(whole) // 40)) + [len(whole) - 1]:
  >     open("flipped.zip", "wb").write(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
  >     tried += 1
  >     missed += subprocess.run(["aftercare", "audit", "package", "flipped.zip", "--digest", sys.argv[1]], capture_output=True).returncode == 0
  > print(tried > 40, missed)
  > END
  $ python3 flip.py "$digest"
  True 0

The other form, and what is none.

  $ aftercare report inspection 1 --output package.tar.zst >told
  $ aftercare audit package package.tar.zst --digest "$(cut -c 1-64 told)"
  9 files, 8 entries of the trail, 5 of them whole: the package is as it was made
  $ aftercare audit package store.db
  aftercare: store.db is no inspection package: it has no SHA256SUMS
  [3]
  $ aftercare audit package package.zip --digest abc
  aftercare: --digest "abc" is no SHA-256 of 64 hexadecimal digits
  [3]
  $ aftercare audit package
  aftercare: the package's file is missing
  [2]
  $ aftercare report inspection 1 --output package.rar
  aftercare: --output is the name of a file that ends with .zip or .tar.zst
  [2]
  $ aftercare report inspection 1 9 --output package.zip
  aftercare: there is no casefile 9; aftercare case list shows all
  [3]
  $ aftercare report inspection one --output package.zip
  aftercare: casefile number "one" is not a whole number
  [3]
  $ aftercare audit verify
  9 entries, the audit trail is whole

Anything that is altered in the trail is found by verify.py, by itself, and by aftercare: time stamps, the case of digits, names of keys, what is put in.

  $ aftercare report inspection 1 --output package.zip >told && rm -r unpacked && python3 -m zipfile -e package.zip unpacked
  $ cat >alter.py <<'END'
  > import io, json, random, sys
  > sys.path.insert(0, "unpacked")
  > sys.dont_write_bytecode = True
  > from verify import verify_trail
  > whole = open("unpacked/trail.jsonl", "rb").read()
  > index = json.load(open("unpacked/index.json"))
  > def wrong(trail):
  >     return verify_trail(io.BytesIO(trail).readlines(), index)[0]
  > missed = [bit for bit in range(8 * len(whole)) if not wrong(whole[:bit // 8] + bytes([whole[bit // 8] ^ 1 << bit % 8]) + whole[bit // 8 + 1:])]
  > print(len(wrong(whole)), len(missed), [whole[bit // 8 - 40:bit // 8 + 40] for bit in missed[:3]])
  > random.seed(20261130)
  > missed = []
  > for _ in range(3000):
  >     at = random.randrange(len(whole))
  >     other = whole[:at] + random.choice([b"", b" ", b"0", b"\r", b"\n", b",", b'"x":1,', whole[at:at + 1].swapcase() * 2]) + whole[at + random.randrange(2):]
  >     if other != whole and not wrong(other):
  >         missed.append(other[at - 40:at + 40])
  > print(len(missed), missed[:3])
  > END
  $ python3 alter.py
  0 0 []
  0 []

What is shown of records and signatures is held against the sealed entries, by both, also where all digests were made anew and the last entry as well.

  $ unset AFTERCARE_USER; export AFTERCARE_STORE=signed.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" >own.txt
  $ enter() { sed 's/.* is //' >given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >out; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2>no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2>no | enter anna
  $ aftercare user add rita --full-name "Rita Reviewer" --roles reviewer --identity-verified-on 2026-05-04 2>no | enter rita
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ as anna device add Pump --class II --pathway 510k >out
  $ as anna case open --device Pump --vulnerability CVE-2021-31571 --learned-on $(date -u +%F) >out 2>&1
  $ as anna case assess 1 --exploitability low --severity serious --on $(date -u +%F) >out
  $ as anna sign 1 --record 2 --user anna --meaning authorship --secret-file own.txt >out
  $ as rita sign 1 --record 2 --user rita --meaning approval --secret-file own.txt >out
  $ as anna report inspection 1 --output signed.zip >out && aftercare audit package signed.zip | sed 's/.*: //'
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  $ cat >remake.py <<'END'
  > import hashlib, json, os, re, sys
  > sys.path.insert(0, ".")
  > sys.dont_write_bytecode = True
  > from verify import NOT_TOLD, digest_of, files_here, seal, written
  > index = json.load(open("index.json"))
  > index["files"] = [{**file, "sha256": digest_of(file["name"])} for file in index["files"] if os.path.exists(file["name"])]
  > json.dump(index, open("index.json", "w"))
  > lines = open("trail.jsonl", "rb").readlines()
  > last = json.loads(lines[-1])
  > told = json.loads(last["new"])
  > told["files"] = {path: digest_of(path) for path in sorted(files_here()) if path not in NOT_TOLD}
  > last["new"] = json.dumps(told, separators=(",", ":"))
  > last["digest"] = seal(last)
  > open("trail.jsonl", "wb").writelines(lines[:-1] + [written(last)])
  > open("SHA256SUMS", "w").writelines(f"{digest_of(path)}  {path}\n" for path in sorted(files_here()) if path != "SHA256SUMS")
  > END
  $ forge() { rm -rf forged && mkdir forged && python3 -m zipfile -e signed.zip forged && cd forged && eval "$1" && python3 ../remake.py; python3 verify.py | grep -v ' files, '; cd .. && (cd forged && tar cf ../forged.tar *); echo; aftercare audit package forged.tar ${2:-} | grep -v ' files, '; }
  $ forge 'sed -i "s/Rita Reviewer/Mallory Boss/" casefile-1/report.json casefile-1/report.html'
  casefile 1: the signature on record 2 by Mallory Boss is not what entry 13 tells
  
  casefile 1: the signature on record 2 by Mallory Boss is not what entry 13 tells
  $ forge 'sed -i "s/serious/minor/" casefile-1/report.html casefile-1/facts.json'
  casefile 1: assessments[0].severity of facts.json is not what the entries state
  
  casefile 1: assessments[0].severity of facts.json is not what the entries state
  casefile 1: borderline of report.json is not what the rules conclude from facts.json
  casefile 1: final of report.json is not what the rules conclude from facts.json
  casefile 1: rationale of report.json is not what the rules conclude from facts.json
  casefile 1: missing of report.json is not what the rules conclude from facts.json
  $ forge 'sed -i "0,/serious/s//minor/" casefile-1/report.json'
  casefile 1: severity of record 2 in report.json is not what its entry tells
  
  casefile 1: severity of record 2 in report.json is not what its entry tells
  $ forge 'sed -i "0,/\"who\"/s//\"who\": \"rita\", \"who\"/" casefile-1/report.json'
  casefile 1: report.json or facts.json cannot be read
  
  casefile 1: report.json or facts.json cannot be read
  $ forge 'jq ".records[0].signatures = .records[1].signatures" casefile-1/report.json >x && mv x casefile-1/report.json'
  casefile 1: the signature on record 1 by Anna Ager is not what entry 12 tells
  casefile 1: the signature on record 1 by Rita Reviewer is not what entry 13 tells
  
  casefile 1: the signature on record 1 by Anna Ager is not what entry 12 tells
  casefile 1: the signature on record 1 by Rita Reviewer is not what entry 13 tells
  $ forge 'jq ".records[1].signatures = []" casefile-1/report.json >x && mv x casefile-1/report.json'
  casefile 1: the signature of entry 12 is not shown
  casefile 1: the signature of entry 13 is not shown
  
  casefile 1: the signature of entry 12 is not shown
  casefile 1: the signature of entry 13 is not shown
  $ forge 'jq "del(.records[1])" casefile-1/report.json >x && mv x casefile-1/report.json'
  casefile 1: record 2 is missing in report.json
  casefile 1: the signature of entry 12 is not shown
  casefile 1: the signature of entry 13 is not shown
  
  casefile 1: record 2 is missing in report.json
  casefile 1: the signature of entry 12 is not shown
  casefile 1: the signature of entry 13 is not shown
  $ forge 'jq ".records[1].who = \"rita\" | .records[0].number = 7" casefile-1/report.json >x && mv x casefile-1/report.json'
  casefile 1: record 1 is missing in report.json
  casefile 1: who of record 2 in report.json is not what its entry tells
  casefile 1: no entry tells of record 7 of report.json
  
  casefile 1: no entry tells of record 7 of report.json
  casefile 1: who of record 2 in report.json is not what its entry tells
  casefile 1: record 1 is missing in report.json

What follows from other records is in the facts, and the package is as it was made: who signed, what was not answered, when a fix was validated.

  $ today=$(date -u +%F)
  $ as root program set --registration-number 3009999 --isao-member yes >out
  $ as anna case communicate 1 --on $today --to customers --isao-on $today >out
  $ as anna case plan 1 --on $today >out
  $ as anna case fix 1 --kind software >out
  $ as anna case validate 1 --fix 5 --on $today --result pass --protocol V-1 >out
  $ as anna case correct 1 --initiated-on $today --kind correction >out
  $ echo protocol V-1, passed >protocol.txt
  $ as anna case attach 1 protocol.txt >out
  $ as anna report inspection 1 --output signed.zip >out && aftercare audit package signed.zip | sed 's/.*: //'
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  $ forge true | wc -w
  0
  $ unzip -p signed.zip casefile-1/facts.json | jq -c '.assessments[0].approvers, .fixes[0], .plan, .firm, .communications[0]' | sed "s/$today/TODAY/g"
  ["Anna Ager","Rita Reviewer"]
  {"kind":"software","validated_on":"TODAY","residual_risk":"unknown"}
  {"on":"TODAY","timeline_rationale":""}
  {"registration_number":"3009999"}
  {"on":"TODAY","to":["customers"],"isao_on":"TODAY","describes_impact":false,"states_efforts":false,"states_fix_or_strategy":false,"compensating_controls":"omitted"}

Bytes of files that records keep, facts of the firm and the device, what follows from what, and what the rules conclude: each is held. What they conclude aftercare alone can tell.

  $ forge 'echo protocol V-1, failed >casefile-1/attachment-8/protocol.txt'
  casefile 1: attachment-8/protocol.txt is not the file that record 8 keeps
  
  casefile 1: attachment-8/protocol.txt is not the file that record 8 keeps
  $ forge 'rm casefile-1/attachment-8/protocol.txt'
  casefile 1: attachment-8/protocol.txt, which record 8 keeps, is missing
  
  casefile 1: attachment-8/protocol.txt, which record 8 keeps, is missing
  $ forge 'echo more >casefile-1/attachment-8/more.txt'
  index.json does not list casefile-1/attachment-8/more.txt
  casefile 1: no record keeps attachment-8/more.txt
  
  index.json does not list casefile-1/attachment-8/more.txt
  casefile 1: no record keeps attachment-8/more.txt
  $ forge 'rm -r casefile-1'
  casefile 1: report.json or facts.json cannot be read
  casefile 1: attachment-8/protocol.txt, which record 8 keeps, is missing
  
  casefile 1: report.json or facts.json cannot be read
  casefile 1: attachment-8/protocol.txt, which record 8 keeps, is missing
  $ change() { jq -c "$1" casefile-1/facts.json >x && mv x casefile-1/facts.json; }
  $ forge 'change ".device.class = \"I\" | del(.device.pathway)"'
  casefile 1: device.class of facts.json is not what the entries state
  casefile 1: device.pathway of facts.json is not what the entries state
  
  casefile 1: device.class of facts.json is not what the entries state
  casefile 1: device.pathway of facts.json is not what the entries state
  casefile 1: rationale of report.json is not what the rules conclude from facts.json
  casefile 1: missing of report.json is not what the rules conclude from facts.json
  $ forge 'change ".firm.registration_number = \"3009998\""'
  casefile 1: firm.registration_number of facts.json is not what the entries state
  
  casefile 1: firm.registration_number of facts.json is not what the entries state
  $ forge 'change ".fixes[0].validated_on = \"2026-01-05\""'
  casefile 1: fixes[0].validated_on of facts.json is not what the entries state
  
  casefile 1: fixes[0].validated_on of facts.json is not what the entries state
  $ forge 'change ".assessments[0].approvers += [\"Mallory Boss\"]"'
  casefile 1: assessments[0].approvers of facts.json is not what the entries state
  
  casefile 1: assessments[0].approvers of facts.json is not what the entries state
  $ forge 'change ".fixes = []"'
  casefile 1: fixes (0, and they state 1) of facts.json is not what the entries state
  
  casefile 1: fixes (0, and they state 1) of facts.json is not what the entries state
  $ forge 'change "del(.correction)"'
  casefile 1: correction.initiated_on of facts.json is not what the entries state
  casefile 1: correction.kind of facts.json is not what the entries state
  
  casefile 1: correction.kind of facts.json is not what the entries state
  casefile 1: correction.initiated_on of facts.json is not what the entries state
  $ forge 'change ".policy = {\"version\": \"lax\"}"'
  casefile 1: policy of facts.json is not what the entries state
  
  casefile 1: policy of facts.json is not what the entries state
  casefile 1: policy_version of report.json is not what the rules conclude from facts.json
  $ forge 'change ".time_zone = \"Asia/Tokyo\" | .closed_on = \"2026-01-09\""'
  casefile 1: time_zone of facts.json is not what the entries state
  casefile 1: closed_on of facts.json is not what the entries state
  
  casefile 1: today of facts.json is not the day on which the package was made
  casefile 1: closed_on of facts.json is not what the entries state
  casefile 1: time_zone of facts.json is not what the entries state
  casefile 1: time_zone of report.json is not what the rules conclude from facts.json
  casefile 1: rationale of report.json is not what the rules conclude from facts.json
  $ forge 'jq ".determination.day30 = \"2027-01-01\"" casefile-1/report.json >x && mv x casefile-1/report.json' | tail -1
  casefile 1: day30 of report.json is not what the rules conclude from facts.json

The last entry tells the digest of every file, so that none can be put in the place of another by making lists anew.

  $ sums() { rm -rf forged && mkdir forged && python3 -m zipfile -e signed.zip forged && cd forged && eval "$1" && find . -type f ! -name SHA256SUMS | cut -c 3- | sort | xargs sha256sum >SHA256SUMS; python3 verify.py | grep -v ' files, '; cd .. && (cd forged && tar cf ../forged.tar *); echo; aftercare audit package forged.tar | grep -v ' files, '; }
  $ sums 'sed -i s/serious/minor/ casefile-1/report.html'
  casefile-1/report.html is not what the last entry of the trail tells
  index.json lists a file, number 1, that is another
  
  casefile-1/report.html is not what the last entry of the trail tells
  index.json lists a file, number 1, that is another
  $ sums 'jq -c ".timeline = []" casefile-1/report.json >x && mv x casefile-1/report.json'
  casefile-1/report.json is not what the last entry of the trail tells
  index.json lists a file, number 2, that is another
  
  casefile-1/report.json is not what the last entry of the trail tells
  index.json lists a file, number 2, that is another
  $ sums 'rm casefile-1/report.pdf'
  casefile-1/report.pdf is not what the last entry of the trail tells
  index.json lists a file, number 3, that is another
  
  casefile-1/report.pdf is not what the last entry of the trail tells
  index.json lists a file, number 3, that is another
  $ sums 'jq -c ".casefiles = \"1, 2\"" index.json >x && mv x index.json'
  index.json is not what the last entry of the trail tells
  index.json does not name the casefiles that the package is about
  
  index.json is not what the last entry of the trail tells
  index.json does not name the casefiles that the package is about
  $ sums 'sed -i \$d trail.jsonl' | sed 's/[0-9a-f]\{64\}/DIGEST/'
  the last entry of the trail is not behind the one that index.json says
  the last entry of trail.jsonl does not tell which files the package has
  
  the last entry of trail.jsonl does not tell which files the package has
  the last entry of the trail is not behind the one that index.json says
  index.json does not name the casefiles that the package is about

Nor can an entry be withheld that was told, though the chain goes on through it: the last entry tells of the lines before it.

  $ sums 'jq -c "if .what == \"casefile.open\" then {number, withheld: true, previous, digest} else . end" trail.jsonl >x && mv x trail.jsonl'
  the lines of trail.jsonl before the last are not what the last entry tells
  casefile 1: title is not what its opening tells
  casefile 1: vulnerability is not what its opening tells
  casefile 1: opened_at is not what its opening tells
  casefile 1: device.class of facts.json is not what the entries state
  casefile 1: device.marketed of facts.json is not what the entries state
  casefile 1: device.pathway of facts.json is not what the entries state
  
  the lines of trail.jsonl before the last are not what the last entry tells
  casefile 1: title is not what its opening tells
  casefile 1: vulnerability is not what its opening tells
  casefile 1: opened_at is not what its opening tells

Signed with a key, even a package that was made anew in all its parts is found, by whoever has the public key.

  $ as anna report inspection 1 --output signed.zip --key night.pem
  aftercare: night.pem: No such file or directory
  [3]
  $ as anna audit checkpoint --key night.pem --new-key >out
  $ as anna report inspection 1 --output signed.zip --key night.pem >out
  $ aftercare audit package signed.zip --key night.pem.pub | sed 's/.*: //'
  the package is as it was made
  $ forge 'sed -i s/serious/minor/ casefile-1/report.html' '--key night.pem.pub'
  checkpoint.json is not about the last entry of trail.jsonl
  
  checkpoint.json is not about the last entry of trail.jsonl
  $ forge 'sed -i s/serious/minor/ casefile-1/report.html; rm checkpoint.json' '--key night.pem.pub'
  
  checkpoint.json is missing: the package is not signed
  $ aftercare audit checkpoint --store other.db --key other.pem --new-key >out 2>&1; aftercare audit package signed.zip --key other.pem.pub
  checkpoint.json was signed with another key
  11 files, 27 entries of the trail, 16 of them whole: the package is NOT as it was made
  [1]

The index is under the seal of the last entry as every other file is, and lists them all.

  $ index() { rm -rf forged && mkdir forged && python3 -m zipfile -e signed.zip forged && cd forged && eval "$1" && sha256sum $(find * -type f ! -name SHA256SUMS) >SHA256SUMS; python3 verify.py | grep -v ' files, '; cd .. && (cd forged && tar cf ../forged.tar *); echo; aftercare audit package forged.tar | grep -v ' files, '; }
  $ index 'sed -i "s/not known/2026-12-01/" index.html index.json'
  index.html is not what the last entry of the trail tells
  index.json is not what the last entry of the trail tells
  
  index.html is not what the last entry of the trail tells
  index.json is not what the last entry of the trail tells
  $ index 'jq ".files = []" index.json >x && mv x index.json'
  index.json is not what the last entry of the trail tells
  index.json does not list VERIFY.txt
  index.json does not list casefile-1/attachment-8/protocol.txt
  index.json does not list casefile-1/facts.json
  index.json does not list casefile-1/report.html
  index.json does not list casefile-1/report.json
  index.json does not list casefile-1/report.pdf
  index.json does not list verify.py
  
  index.json is not what the last entry of the trail tells
  index.json does not list casefile-1/report.html
  index.json does not list casefile-1/report.json
  index.json does not list casefile-1/report.pdf
  index.json does not list casefile-1/facts.json
  index.json does not list casefile-1/attachment-8/protocol.txt
  index.json does not list VERIFY.txt
  index.json does not list verify.py
  $ index 'mkdir __pycache__x && echo secret >__pycache__x/note.txt'
  __pycache__x/note.txt is not what the last entry of the trail tells
  
  __pycache__x/note.txt is not what the last entry of the trail tells

What follows from other records is computed again: also with the last entry made anew, it cannot be stated otherwise.

  $ as anna case communicate 1 --on $(date -u +%F) --to customers --describes-impact yes --isao-on $(date -u +%F) --text t >out
  $ as anna case plan 1 --on $(date -u +%F) --text p >out; as anna case fix 1 --kind software --text f --residual-risk acceptable >out
  $ as anna report inspection 1 --output signed.zip >out
  $ forge 'jq -c ".today = \"2026-01-01\"" casefile-1/facts.json >x && mv x casefile-1/facts.json' | grep today
  casefile 1: today of facts.json is not what the entries state
  casefile 1: today of facts.json is not the day on which the package was made
  casefile 1: today of report.json is not what the rules conclude from facts.json
  $ forge 'jq -c ".communications[-1].describes_impact = false" casefile-1/facts.json >x && mv x casefile-1/facts.json' | grep facts.json
  casefile 1: communications[1].describes_impact of facts.json is not what the entries state
  casefile 1: communications[1].describes_impact of facts.json is not what the entries state
  $ forge 'jq -c ".plan.timeline_rationale = \"in time\"" casefile-1/facts.json >x && mv x casefile-1/facts.json' | grep facts.json
  casefile 1: plan.timeline_rationale of facts.json is not what the entries state
  casefile 1: plan.timeline_rationale of facts.json is not what the entries state
  $ forge 'jq -c ".fixes[0].validated = false" casefile-1/facts.json >x && mv x casefile-1/facts.json' | grep facts.json
  casefile 1: fixes[0].validated of facts.json is not what the entries state
  $ forge 'jq -c ".assessments[0].approvers = []" casefile-1/facts.json >x && mv x casefile-1/facts.json' | grep facts.json
  casefile 1: assessments[0].approvers of facts.json is not what the entries state
  casefile 1: missing of report.json is not what the rules conclude from facts.json
