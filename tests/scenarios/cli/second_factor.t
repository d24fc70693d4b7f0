Somebody sets up a second factor on the terminal, and signs in with it:

  $ export AFTERCARE_STORE=store.db XDG_STATE_HOME=$PWD/anna
  $ echo "four words are enough" > own.txt
  $ cat > code.py <<'END'
  > import base64, hmac, struct, sys, time
  > at = int(time.time())
  > if at % 30 > 20:
  >     time.sleep(30 - at % 30)
  > step = int(time.time()) // 30 + int(sys.argv[2])
  > d = hmac.new(base64.b32decode(open(sys.argv[1]).readline().strip()), struct.pack(">Q", step), "sha1").digest()
  > print(f"{(struct.unpack('>I', d[d[19] & 15:][:4])[0] & 0x7fffffff) % 1000000:06}")
  > END
  $ aftercare user add anna --full-name "Anna Ager" --roles administrator 2> no | sed 's/.* is //' > given.txt
  $ aftercare sign-in anna --secret-file given.txt --new-secret-file own.txt --accept
  signed in as anna
  $ aftercare second-factor > factor.txt
  It is shown once. Type it into an authenticator, then: aftercare second-factor --code-file -
  $ sed "s/$(head -1 factor.txt)/SECRET/" factor.txt
  SECRET
  otpauth://totp/aftercare:anna?secret=SECRET&issuer=aftercare
  $ echo 12345 | aftercare second-factor --code-file -
  aftercare: the code does not fit: it is the newest of the telephone, whose clock must be right
  [3]
  $ python3 code.py factor.txt 0 | aftercare second-factor --code-file - > recovery.txt
  It is asked for from now on. Each of these stands in for it once; they are shown once.
  $ wc -l < recovery.txt
  10
  $ setsid aftercare sign-in anna --secret-file own.txt < /dev/null
  aftercare: the code of the second factor is missing
  [5]
  $ python3 code.py factor.txt 1 > code.txt
  $ aftercare sign-in anna --secret-file own.txt --code-file code.txt
  1 security event since your last sign-in: aftercare audit events
  signed in as anna
  $ aftercare sign-in anna --secret-file own.txt --code-file code.txt
  aftercare: name, secret or code is wrong, or the user is disabled or locked (after 5 failures, for 15 minutes)
  [5]
  $ head -1 recovery.txt | aftercare sign-in anna --secret-file own.txt --code-file -
  1 security event since your last sign-in: aftercare audit events
  signed in as anna
  $ aftercare second-factor
  aftercare: there is a second factor already; an administrator takes it off
  [5]
  $ aftercare second-factor off anna --why "lost"
  aftercare: nobody takes off the own: another administrator does
  [5]
  $ aftercare second-factor demand security,regulatory
  a second factor is asked for of: security, regulatory
  $ aftercare second-factor demand none
  a second factor is asked for of: nobody
  $ sqlite3 store.db "SELECT count(*) FROM trail WHERE old || new || why LIKE '%$(head -1 factor.txt)%'"
  0
  $ aftercare audit verify > /dev/null
