What the program keeps of a secret is made at its full cost, whatever the environment says:

secrets: dear

  $ AFTERCARE_SECRET_COST=1 aftercare user add anna --full-name "Anna Ager" --roles administrator --store store.db > given.txt 2>&1
  $ sqlite3 store.db "SELECT 'hash ' || substr(secret, 1, 31) FROM person"
  hash $argon2id$v=19$m=65536,t=2,p=1$
