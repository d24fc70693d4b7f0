The report of a casefile as a PDF: the same facts as the page, for a file or an authority.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add "Pump One" --class II --pathway 510k >out
  $ aftercare case open --device "Pump One" --vulnerability CVE-2021-31571 --learned-on 2026-01-02 --title 'Überlauf in the queue' 2>out
  casefile 1: CVE-2021-31571 in Pump One
  $ aftercare case assess 1 --on 2026-01-05 --exploitability high --severity critical --rationale "reachable from the ward's network"
  casefile 1: assessment 2
  $ aftercare report casefile 1 --format pdf --today 2026-02-05 --output report.pdf
  $ qpdf --check report.pdf | grep -E '^(checking|No syntax|WARNING)'
  checking report.pdf
  No syntax or stream encoding errors found; the file may still contain
  $ pdffonts report.pdf | awk 'NR > 2 { print $(NF - 2), $(NF - 3), $(NF - 4) }' | sort -u
  yes yes yes
  $ pdfinfo report.pdf | grep -E '^(Title|Subject|Tagged|Page size)'
  Title:           Überlauf in the queue
  Subject:         Casefile 1
  Tagged:          yes
  Page size:       595.276 x 841.89 pts (A4)

Its text can be found, every page has its number, and the outline names the sections.

  $ pdftotext -layout report.pdf text
  $ grep -Eo "reachable from the ward's network|The audit trail is whole" text
  reachable from the ward's network
  reachable from the ward's network
  The audit trail is whole
  $ grep -Eo 'page [0-9]+ of [0-9]+' text | sed 's/ of .*//' | head -2
  page 1
  page 2
  $ test "$(grep -c 'page [0-9]* of' text)" = "$(pdfinfo report.pdf | sed -n 's/^Pages: *//p')"
  $ qpdf --json report.pdf | grep -o '"title": "Conditions and clocks"' | sort -u
  "title": "Conditions and clocks"
  $ pdfinfo -struct-text report.pdf | grep -A1 -E '^  H[12] '
    H1 (block)
      "Überlauf in the queue"
  --
    H2 (block)
      "Position"
  --
    H2 (block)
  ...

The heads of its tables say what they are the heads of, and its figures have their words.

  $ pdfinfo -struct report.pdf | grep -oE '/Scope /(Row|Column)' | sort -u
  /Scope /Column
  /Scope /Row
  $ qpdf --json report.pdf | grep -c '"/Alt": ".*[a-z]'
  2

A store that has not changed gives the same bytes; Letter is another paper.

  $ aftercare report casefile 1 --format pdf --today 2026-02-05 >again.pdf
  $ cmp report.pdf again.pdf
  $ aftercare report casefile 1 --format pdf --paper letter | pdfinfo - | grep '^Page size'
  Page size:       612 x 792 pts (letter)
  $ aftercare report casefile 1 --format pdf >/dev/full
  aftercare: the output could not be written
  [3]

A machine without any font is told so.

  $ echo '<fontconfig></fontconfig>' >none.conf
  $ FONTCONFIG_FILE=$PWD/none.conf aftercare report casefile 1 --format pdf --output none.pdf 2>said; echo $?
  3
  $ grep font said
  aftercare: no font is installed; PDF is set in Liberation Sans, or any other
  $ test -e none.pdf
  [1]

The tables alone, for a spreadsheet.

  $ aftercare report casefile 1 --format csv --today 2026-02-05 | tr -d '\r' | grep -A1 '^Condition,'
  Condition,State,Since,Last day,Why
  1. No known death or serious adverse event,met,,,No death or serious injury associated with the vulnerability is known.
