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
