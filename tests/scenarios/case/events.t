What touches security is listed, and an administrator who signs in is told of it at once (21 CFR 11.300(d)).

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/root
  $ echo "four words are enough" > own.txt
  $ echo "not the right words" > wrong.txt
  $ enter() { sed 's/.* is //' > given.txt; XDG_STATE_HOME=$PWD/$1 aftercare sign-in $1 --secret-file given.txt --new-secret-file own.txt --accept; }
  $ aftercare user add root --full-name "Rose Root" --roles administrator 2> no | enter root
  signed in as root
  $ aftercare user add anna --full-name "Anna Ager" --roles reader --identity-verified-on 2026-05-04 2> no | enter anna
  signed in as anna
  $ export XDG_STATE_HOME=$PWD/anna
  $ aftercare device add Pump
  aftercare: user "anna" has no role that allows device.add
  [5]
  $ for n in 1 2 3 4 5; do aftercare sign-in anna --secret-file wrong.txt 2> no; done
  [5]
  $ aftercare sign-in nobody --secret-file wrong.txt 2> no
  [5]
  $ aftercare audit events
  entry  at * (glob)
  ...
  $ aftercare audit events --format json | grep -c '"number"'
  9
  $ aftercare audit events --format json | grep -o 'locked[^,}]*true' | sort -u
  locked\":true
  $ XDG_STATE_HOME=$PWD/root aftercare sign-in root --secret-file own.txt
  8 security events since your last sign-in: aftercare audit events
  signed in as root
  $ aftercare audit events --since 2999-01-01
