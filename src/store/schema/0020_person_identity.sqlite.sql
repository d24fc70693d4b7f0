-- Who of the users is who at a provider, where they may sign in: by its subject, or by an e-mail address that it has
-- verified until the first sign-in has told the subject ('': not yet).
CREATE TABLE person_identity (
  person_id INTEGER PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  email TEXT NOT NULL
) STRICT;
