What is kept is UTF-8: a byte that is none is refused where it is typed, so that what is sealed can be handed over as it is.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump >out
  $ aftercare device add Pump2 --why "$(printf 'caf\351')"
  aftercare: --why: byte 4, 0xE9, is no UTF-8
  [3]
  $ aftercare device add Pump2 --by "$(printf 'jos\351')"
  aftercare: --by: byte 4, 0xE9, is no UTF-8
  [3]
  $ AFTERCARE_USER="$(printf 'jos\351')" aftercare device add Pump2
  aftercare: the name of who changes it: byte 4, 0xE9, is no UTF-8
  [3]
  $ aftercare device add "$(printf 'Pump\377')"
  aftercare: byte 5, 0xFF, is no UTF-8
  [3]
  $ aftercare device set Pump --common-name "$(printf 'caf\351')"
  aftercare: --common-name: byte 4, 0xE9, is no UTF-8
  [3]
  $ aftercare device add Käfer --why "für später"
  device 2: Käfer
  $ aftercare audit export --output trail.jsonl >out; aftercare audit verify --file trail.jsonl
  2 entries
  2 entries, the audit trail is whole
  $ aftercare device list --format json | jq -r '.[].name'
  Käfer
  Pump

In an export no entry is withheld: where one is, it is said.

  $ python3 -c '
  > import json
  > lines = open("trail.jsonl").readlines()
  > e = json.loads(lines[0])
  > lines[0] = json.dumps({"number": 1, "withheld": True, "previous": e["previous"], "digest": e["digest"]}, separators=(",", ":")) + "\n"
  > open("trail.jsonl", "w").writelines(lines)'
  $ aftercare audit verify --file trail.jsonl
  2 entries, the audit trail is whole
  1 entry is withheld: an export withholds none, and an inspection package is verified by audit package
  [1]
