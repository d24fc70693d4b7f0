The runner of the scenarios itself: what it takes for true, and what it does not.

  $ run() { "$TESTDIR/run" --program "$(command -v aftercare)" "$@"; }

Output may be written as it is, with patterns, and with gaps.

  $ cat >good.t <<'END'
  > Prose, with no meaning.
  > 
  >   $ echo one; echo 2026-01-31; echo [x] y; echo four; echo five; echo six >&2; false
  >   one
  >   \d{4}-\d\d-\d\d (re)
  >   [x] ? (glob)
  >   ...
  >   six
  >   [1]
  >   $ for word in a b
  >   > do echo $word; done; cd /; echo "$TZ $LC_ALL $AFTERCARE_TODAY"
  >   a
  >   b
  >   UTC C 
  > A later command stands where the one before went, and no command reads the terminal.
  >   $ pwd; cat; printf 'a\033b\xff\nend'; echo $HOME
  >   /
  >   a\x1bb\xff (esc)
  >   end$HOME
  >   $ printf end
  >   end (no-eol)
  > END
  $ run good.t
  1..1
  ok 1 - $HOME/good.t

A wrong line, a missing one, an extra one, a wrong status: each is said with what came instead.

  $ cat >bad.t <<'END'
  >   $ echo one
  >   two
  >   $ echo one
  >   $ true
  >   more
  >   $ exit 3
  >   $ echo never
  >   never
  > END
  $ run bad.t
  1..1
  not ok 1 - $HOME/bad.t
  # $HOME/bad.t: the shell ended before the story
  # --- expected
  # +++ actual
  # @@ -1,6 +1,6 @@
  #    $ echo one
  # -  two
  # +  one
  #    $ echo one
  # +  one
  #    $ true
  # -  more
  #    $ exit 3
  [1]

What is missing for a story skips it; a story without a command is a mistake.

  $ echo 'needs: data' >needs.t
  $ echo 'only prose' >empty.t
  $ AFTERCARE_DATA=/nowhere run needs.t empty.t
  1..2
  ok 1 - $HOME/needs.t # SKIP no data
  not ok 2 - $HOME/empty.t
  # $HOME/empty.t: there is no command in it
  [1]

What came out can be taken over; patterns that still fit stay.

  $ cat >old.t <<'END'
  > Prose stays.
  >   $ echo 12; echo 13
  >   \d+ (re)
  >   thirteen
  >   $ echo new; (exit 4)
  >   old
  > And more of it.
  > END
  $ run --update old.t
  1..1
  # $HOME/old.t: updated
  ok 1 - $HOME/old.t
  $ cat old.t
  Prose stays.
    $ echo 12; echo 13
    \d+ (re)
    13
    $ echo new; (exit 4)
    new
    [4]
  And more of it.
