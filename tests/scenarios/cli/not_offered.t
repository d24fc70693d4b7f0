21 CFR 11.200(b), 11.300(e): no command takes anything for a signature or a sign-in but name, secret and the code of a second factor: no biometrics, no tokens or cards that would have to be tested.

  $ aftercare --help | sed -n 's/^  \([a-z][a-z -]*[a-z]\)   .*/\1/p' >commands && test $(wc -l <commands) -gt 80 && echo many
  many
  $ while read -r command; do aftercare $command --help; done <commands 2>&1 | grep -iE 'biometr|fingerprint|passkey|webauthn|smart ?card|hardware (token|key)|yubikey'
  [1]
  $ aftercare sign --help | grep -oE -- '--[a-z-]+' | sort -u | xargs
  --by --meaning --record --secret-file --store --user --why
  $ aftercare sign-in --help | grep -oE -- '--[a-z-]+' | sort -u | xargs
  --accept --by --code-file --new-secret --new-secret-file --secret-file --store --why
