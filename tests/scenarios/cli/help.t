What the program says of itself, and of a word it does not know.

  $ aftercare help | head -n 1
  usage: aftercare COMMAND ...
  $ aftercare --help | head -n 1
  usage: aftercare COMMAND ...
  $ aftercare help | tail -n 1
  aftercare help COMMAND tells more about one of them.
  $ aftercare --version
  aftercare 0.1.0

Without a command the list goes to stderr, and the exit status says that the usage was wrong.

  $ aftercare 2>/dev/null
  [2]
  $ aftercare 2>&1 | head -n 1
  usage: aftercare COMMAND ...
  $ aftercare frobnicate
  aftercare: there is no command "frobnicate"; aftercare help lists them
  [2]
  $ aftercare help frobnicate
  aftercare: there is no command "frobnicate"; aftercare help lists them
  [2]

A word that a group does not have is named, behind what it has; asked for help, the group is no mistake.

  $ aftercare vex imprt a.json
    vex import         take suppliers' VEX statements, and tell what becomes of each
    vex list           the VEX documents taken; with --report, what was said of each statement then, as JSON
  aftercare: there is no command "vex imprt"; those of vex are above
  [2]
  $ aftercare vex --help | head -n 1
    vex import         take suppliers' VEX statements, and tell what becomes of each

The help of one command; --help may stand anywhere behind it.

  $ aftercare help purl | head -n 3
  usage: aftercare purl [--format table|json] TEXT...
  
  parse package URLs and show their parts
  $ aftercare purl pkg:npm/a --help | head -n 1
  usage: aftercare purl [--format table|json] TEXT...

Options are checked before anything is done.

  $ aftercare purl --colour pkg:npm/a
  aftercare: there is no option --colour
  [2]
  $ aftercare purl --format
  aftercare: --format needs a value
  [2]
  $ aftercare purl --format json --format json pkg:npm/a
  aftercare: --format is given twice
  [2]
  $ aftercare purl --format=json -- --odd
  [
    {
      "text": "--odd",
      "error": "purl \"--odd\" does not start with pkg:"
    }
  ]
  [3]
