What is due as a calendar: a whole day each, with alarms, the same event under the same name whatever its day is by now.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add "Pump; Mk 2" --class II --pathway 510k >out
  $ aftercare case open --device "Pump; Mk 2" --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare due --today 2026-02-10 --format ics >first.ics
  $ tr -d '\r' <first.ics | sed 's/^UID:casefile-1-[0-9]*-/UID:casefile-1-N-/; s/^DTSTAMP:.*/DTSTAMP:now/; s/^PRODID:.*/PRODID:us/'
  BEGIN:VCALENDAR
  VERSION:2.0
  PRODID:us
  CALSCALE:GREGORIAN
  BEGIN:VEVENT
  UID:casefile-1-N-communicate-1@aftercare
  DTSTAMP:now
  DTSTART;VALUE=DATE:20260201
  DTEND;VALUE=DATE:20260202
  SUMMARY:Overdue: Tell customers and user community: CVE-2021-31571 (Pump\; 
   Mk 2)
  DESCRIPTION:casefile 1\nto: customers\, user community\nby: PMG VII.B (2)
  CATEGORIES:aftercare
  TRANSP:TRANSPARENT
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Overdue: Tell customers and user community: CVE-2021-31571 (Pum
   p\; Mk 2)
  TRIGGER:-P7D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Overdue: Tell customers and user community: CVE-2021-31571 (Pum
   p\; Mk 2)
  TRIGGER:-P1D
  END:VALARM
  END:VEVENT
  BEGIN:VEVENT
  UID:casefile-1-N-plan_remediation-1@aftercare
  DTSTAMP:now
  DTSTART;VALUE=DATE:20260201
  DTEND;VALUE=DATE:20260202
  SUMMARY:Overdue: Find interim controls and plan the remediation: CVE-2021-3
   1571 (Pump\; Mk 2)
  DESCRIPTION:casefile 1\nto: the file\nby: PMG VII.B (2)
  CATEGORIES:aftercare
  TRANSP:TRANSPARENT
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Overdue: Find interim controls and plan the remediation: CVE-20
   21-31571 (Pump\; Mk 2)
  TRIGGER:-P7D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Overdue: Find interim controls and plan the remediation: CVE-20
   21-31571 (Pump\; Mk 2)
  TRIGGER:-P1D
  END:VALARM
  END:VEVENT
  BEGIN:VEVENT
  UID:casefile-1-N-distribute_fix-1@aftercare
  DTSTAMP:now
  DTSTART;VALUE=DATE:20260303
  DTEND;VALUE=DATE:20260304
  SUMMARY:Distribute a validated fix: CVE-2021-31571 (Pump\; Mk 2)
  DESCRIPTION:casefile 1\nto: customers\, user community\nby: PMG VII.B (3)
  CATEGORIES:aftercare
  TRANSP:TRANSPARENT
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Distribute a validated fix: CVE-2021-31571 (Pump\; Mk 2)
  TRIGGER:-P7D
  END:VALARM
  BEGIN:VALARM
  ACTION:DISPLAY
  DESCRIPTION:Distribute a validated fix: CVE-2021-31571 (Pump\; Mk 2)
  TRIGGER:-P1D
  END:VALARM
  END:VEVENT
  END:VCALENDAR

A day that moves keeps its event.

  $ aftercare case vulnerability 1 --learned-on 2026-01-01 >out
  $ aftercare due --today 2026-02-10 --format ics >second.ics
  $ grep -c DTSTART.VALUE=DATE:20260131 second.ics
  2
  $ grep ^UID first.ics >a; grep ^UID second.ics >b; cmp a b

Every line ends as it must and is short enough.

  $ python3 -c '
  > lines = open("first.ics", "rb").read().split(b"\r\n")
  > assert lines.pop() == b"" and all(len(l) <= 75 and b"\n" not in l and b"\r" not in l for l in lines)
  > '
  $ aftercare due --today 2026-01-03 --within 1d --format ics | tr -d '\r' | grep -c VEVENT
  0
  [1]
