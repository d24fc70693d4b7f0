The audit trail tells what was done to it: here with the triggers that forbid it taken away.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ for n in 1 2 3 4 5; do aftercare device add "Pump $n" > out; done
  $ aftercare audit verify
  5 entries, the audit trail is whole
  $ sqlite3 store.db "UPDATE trail SET why = 'x' WHERE number = 2"
  Error: stepping, the audit trail is append-only (19)
  [19]
  $ sqlite3 store.db "DELETE FROM trail WHERE number = 2"
  Error: stepping, the audit trail is append-only (19)
  [19]
  $ forge() { cp store.db forged.db; sqlite3 forged.db "DROP TRIGGER trail_is_never_changed; DROP TRIGGER trail_is_never_shortened; $1"; aftercare audit verify --store forged.db; }

Changed, removed, removed at the end, swapped, inserted:

  $ forge "UPDATE trail SET who = 'somebody else' WHERE number = 3"
  the trigger trail_is_never_changed on the table trail was taken out
  the trigger trail_is_never_shortened on the table trail was taken out
  entry 3 was changed: its content does not give its digest
  5 entries, the audit trail is NOT whole
  2 times the store is NOT what the trail tells
  [1]
  $ forge "DELETE FROM trail WHERE number = 3"
  the trigger trail_is_never_changed on the table trail was taken out
  the trigger trail_is_never_shortened on the table trail was taken out
  entry 4 follows 2: 1 removed
  1 put into the table device: the entries tell of 4
  4 entries, the audit trail is NOT whole
  3 times the store is NOT what the trail tells
  [1]
  $ forge "DELETE FROM trail WHERE number > 3"
  the trigger trail_is_never_changed on the table trail was taken out
  the trigger trail_is_never_shortened on the table trail was taken out
  the trail ends at entry 3, 2 removed at its end
  2 put into the table device: the entries tell of 3
  3 entries, the audit trail is NOT whole
  3 times the store is NOT what the trail tells
  [1]
  $ forge "UPDATE trail SET number = -1 WHERE number = 2; UPDATE trail SET number = 2 WHERE number = 3; UPDATE trail SET number = 3 WHERE number = -1"
  the trigger trail_is_never_changed on the table trail was taken out
  the trigger trail_is_never_shortened on the table trail was taken out
  entry 2 was changed: its content does not give its digest
  entry 3 was changed: its content does not give its digest
  entry 4 does not continue entry 3: one of them was replaced or inserted
  the clock was set back 1 time between entries
  5 entries, the audit trail is NOT whole
  2 times the store is NOT what the trail tells
  [1]
  $ forge "INSERT INTO trail SELECT 6, at, who, what, object, old, new, why, previous, digest FROM trail WHERE number = 5"
  the trigger trail_is_never_changed on the table trail was taken out
  the trigger trail_is_never_shortened on the table trail was taken out
  entry 6 was changed: its content does not give its digest
  the trail ends at entry 6, its head says 5: entries were added or replaced
  6 entries, the audit trail is NOT whole
  2 times the store is NOT what the trail tells
  [1]

A device that gets another name after a casefile was opened on it is no fault; one that the trail does not know of is.

  $ export AFTERCARE_STORE=b.db AFTERCARE_USER=ra
  $ aftercare device add Pump >/dev/null && aftercare case open --device Pump --vulnerability ACME-1 --learned-on 2026-01-02 >/dev/null 2>&1
  $ aftercare device set Pump --name "Pump II" --class II
  Pump: 2 changed
  $ aftercare audit verify
  4 entries, the audit trail is whole
  $ sqlite3 b.db "UPDATE device SET class = 'I'" && aftercare audit verify
  device 1 was changed: it is not what entry 4 tells
  4 entries, the audit trail is whole
  1 time the store is NOT what the trail tells
  [1]

A part of a trail is held against the checkpoints, that of the entry before its first by what the first says of it.

  $ export AFTERCARE_STORE=c.db AFTERCARE_USER=ra
  $ aftercare device add Pump >/dev/null && aftercare audit checkpoint --key k.pem --new-key --output points
  $ aftercare audit checkpoint --key k.pem >>points && aftercare device add Monitor >/dev/null
  $ aftercare audit export --from 2 --output part.jsonl
  3 entries
  $ aftercare audit verify --file part.jsonl --checkpoint points
  3 entries, the audit trail is whole from entry 2 on: what was before is not in the file
  2 checkpoints hold
  $ aftercare audit export --from 3 --output part.jsonl
  2 entries
  $ aftercare audit verify --file part.jsonl --checkpoint points
  the checkpoint of entry 1, signed *Z: the entry is not there: the first is 3 (glob)
  2 entries, the audit trail is whole from entry 3 on: what was before is not in the file
  1 checkpoint does NOT hold
  [1]
  $ cp points of-c && AFTERCARE_STORE=d.db && for n in 1 2 3; do aftercare device add "Pump $n" >/dev/null; done
  $ aftercare audit export --from 2 --output part.jsonl
  2 entries
  $ aftercare audit verify --file part.jsonl --checkpoint of-c
  the checkpoint of entry 1, signed *Z: the first entry does not continue it (glob)
  the checkpoint of entry 2, signed *Z: the entry has another digest: the trail was made anew (glob)
  2 entries, the audit trail is whole from entry 2 on: what was before is not in the file
  2 checkpoints do NOT hold
  [1]

An export of a whole trail withholds nothing: that a line of one does is said.

  $ aftercare audit export --output all.jsonl
  3 entries
  $ python3 -c '
  > import json
  > lines = open("all.jsonl").read().split("\n")
  > e = json.loads(lines[1])
  > lines[1] = json.dumps({"number": e["number"], "withheld": True, "previous": e["previous"], "digest": e["digest"]}, separators=(",", ":"))
  > open("all.jsonl", "w").write("\n".join(lines))
  > '
  $ aftercare audit verify --file all.jsonl
  3 entries, the audit trail is whole
  1 entry is withheld: an export withholds none, and an inspection package is verified by audit package
  [1]
