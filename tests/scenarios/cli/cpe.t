CPE names are shown attribute by attribute, without escapes, with the canonical 2.3 form last.

  $ aftercare cpe 'cpe:2.3:a:GNU:libstdc\+\+:4.8:*:*:*:*:*:*:-' cpe:/o:amazon:freertos:10.0.1
  PART  VENDOR  PRODUCT    VERSION  UPDATE  EDITION  LANGUAGE  SW_EDITION  TARGET_SW  TARGET_HW  OTHER  CPE
  a     gnu     libstdc++  4.8      *       *        *         *           *          *          -      cpe:2.3:a:gnu:libstdc\+\+:4.8:*:*:*:*:*:*:-
  o     amazon  freertos   10.0.1   *       *        *         *           *          *          *      cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*

As JSON it is one array in the order given, what cannot be read in its place, and the exit status says so.

  $ aftercare cpe --format json 'cpe:/a:hp:insight%3a1:7.4.0:-:~~online~win2003~x64~:en-US' 'cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*' 'cpe:2.3:a:b:c+:1:*:*:*:*:*:*:*'
  [
    {
      "cpe": "cpe:2.3:a:hp:insight\\:1:7.4.0:-:*:en-us:online:win2003:x64:*",
      "part": "a",
      "vendor": "hp",
      "product": "insight:1",
      "version": "7.4.0",
      "update": "-",
      "edition": "*",
      "language": "en-us",
      "sw_edition": "online",
      "target_sw": "win2003",
      "target_hw": "x64",
      "other": "*"
    },
    {
      "text": "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*",
      "error": "cpe \"cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*\": found 12 parts behind cpe:2.3:, expected 11"
    },
    {
      "text": "cpe:2.3:a:b:c+:1:*:*:*:*:*:*:*",
      "error": "cpe \"cpe:2.3:a:b:c+:1:*:*:*:*:*:*:*\": product \"c+\" holds a special character that is not escaped"
    }
  ]
  [3]

Unescaped special characters, too few parts, control characters:

  $ aftercare cpe 'cpe:2.3:a:b:c d:1:*:*:*:*:*:*:*'
  aftercare: cpe "cpe:2.3:a:b:c d:1:*:*:*:*:*:*:*": product "c d" holds a blank
  [3]
  $ aftercare cpe 'cpe:2.3:o:linux:linux_kernel:5.10'
  aftercare: cpe "cpe:2.3:o:linux:linux_kernel:5.10": found 4 parts behind cpe:2.3:, expected 11
  [3]
  $ aftercare cpe "$(printf 'cpe:/a:b:\033[1m')"
  aftercare: cpe "cpe:/a:b:?[1m": product "?[1m" holds a character that a URI must percent-encode
  [3]

Used wrongly:

  $ aftercare cpe --format json
  aftercare: TEXT is missing
  [2]
