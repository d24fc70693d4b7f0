21 CFR 11.10(b): what machines read of a casefile people read too, field by field: records, what they are signed with, findings, assessments, clock and timeline.

  $ unset AFTERCARE_USER; export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" >own.txt
  $ enter() { sed 's/.* is //' >given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept >out; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2>no | enter root
  $ aftercare user add anna --full-name "Anna Ager" --roles security,regulatory --identity-verified-on 2026-05-04 2>no | enter anna
  $ aftercare user add rita --full-name "Rita Reviewer" --roles reviewer --identity-verified-on 2026-05-04 2>no | enter rita
  $ as() { who=$1; shift; XDG_STATE_HOME=$PWD/$who aftercare "$@"; }
  $ as anna device add "Rivulet S3" --class II --pathway 510k --udi-di 00860001234565 --product-code FRN >out
  $ as anna case open --device "Rivulet S3" --vulnerability CVE-2021-31571 --learned-on $(date -u +%F) --title 'Überlauf "here" <b>' >out 2>&1
  $ as anna case assess 1 --exploitability low --severity serious --on $(date -u +%F) --rationale 'Only from the service port, after "R&D" unlocks it.' >out
  $ as anna case plan 1 --on $(date -u +%F) --timeline-rationale "two weeks to port, one to validate" >out
  $ echo "passed" >test.txt && as anna case attach 1 test.txt --text "test report 17" >out
  $ as anna sign 1 --record 2 --user anna --meaning authorship --secret-file own.txt >out
  $ as rita sign 1 --record 2 --user rita --meaning approval --secret-file own.txt >out
  $ as anna report casefile 1 --format json --output r.json && as anna report casefile 1 --format html --output r.html

The digests of a signature stand in the machine's form alone: the human one says what they show, that it covers the record.

  $ cat >both.py <<'END'
  > import html, json, re
  > page = re.sub(r"<(script|style)[^>]*>.*?</\1>", " ", open("r.html", encoding="utf-8").read(), flags=re.S)
  > def plain(text):
  >     return " ".join(re.sub(r"[^\w.:/@+-]", " ", text.replace("_", " ").replace("510k", "510 k")).lower().split())
  > text = plain(html.unescape(re.sub(r"<[^>]+>", " ", page)))
  > def fields(value, path):
  >     if isinstance(value, (dict, list)):
  >         for key, item in value.items() if isinstance(value, dict) else enumerate(value):
  >             yield from fields(item, path + [key])
  >     elif value is not None and value != "" and not isinstance(value, bool) and path[-1] not in ("content", "seal"):
  >         yield path, str(value)
  > report, seen, missing = json.load(open("r.json")), 0, []
  > for part in ("casefile", "device", "records", "findings", "assessments", "clock", "timeline"):
  >     for path, value in fields(report[part], [part]):
  >         seen += 1
  >         if re.match(r"\d{4}-\d\d-\d\dT", value):
  >             value = value[:10] + " " + value[11:16]
  >         if plain(value) not in text:
  >             missing.append((path, value))
  > print(seen > 60, missing)
  > signed = [s for r in report["records"] for s in r["signatures"]]
  > print(len(signed), all(s["holds"] for s in signed), "no longer covers" in text)
  > END
  $ python3 both.py
  True []
  2 True False

Each entry of the trail of the casefile is in both, and of the whole trail its newest seal.

  $ jq -r '.trail.entries[] | .what' r.json | sort -u | while read -r what; do grep -q -F "$what" r.html && echo "$what"; done
  casefile.assessment
  casefile.attachment
  casefile.open
  casefile.plan
  casefile.vulnerability
  obligations.moved
  sign.approval
  sign.authorship
  $ jq -r '.trail.entries[] | .what' r.json | sort -u | wc -l
  8
  $ jq -r '.trail.verification.head_digest' r.json | xargs -I{} grep -o -F {} r.html | sort -u | wc -l
  1
