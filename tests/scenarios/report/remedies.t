A remedy is told as what it is, and to whom it helps, in the notice to customers and in the advisory alike.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare feed import $TESTDIR/../../../docs/example/nvd.json > out
  $ aftercare device add Pump --class II --pathway 510k > out
  $ aftercare program set --isao-member yes --firm-name "Example, Inc." --firm-namespace https://example.com > out
  $ for release in 1.0 1.1; do aftercare sbom import $TESTDIR/../../../docs/example/pump.cdx.json --device Pump --release $release > out; done
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --release 1.0 --learned-on 2026-01-05 > out 2>&1
  $ aftercare case assess 1 --on 2026-01-06 --exploitability high --severity serious --rationale because > out
  $ aftercare case communicate 1 --on 2026-01-08 --to customers --to user_community --describes-impact yes --states-efforts yes --compensating-controls none_available --states-fix-or-strategy yes --text "Dear customer" > out
  $ aftercare case plan 1 --on 2026-01-08 --timeline-rationale soon > out
  $ notice() { aftercare report notice 1 2> err | sed 's/<\(h2\|li\|p\|ul\)[^>]*>/\n/g; s/<[^>]*>//g' | sed -n '/^What you can do now/,/^What we are/p; /^The fix$/,/^Whom/p' | grep -v '^What you\|^What we \|^Whom\|^The fix\|^ *$'; }
  $ remedies() { aftercare case advisory 1 2> err | jq -r '.vulnerabilities[0].remediations[] | [.category, .details, (.product_ids | join(" "))] | join(" | ")'; }

A workaround leaves the vulnerability where it is: it is no fix.

  $ aftercare case fix 1 --kind workaround --text "Reboot daily." --validated-on 2026-01-10 --distributed-on 2026-01-11 --residual-risk acceptable > out
  $ notice
  No compensating controls are available.
  Workarounds
  Reboot daily.
  We are working on a fix, and will tell you as soon as it is available.
  $ remedies
  workaround | Reboot daily. | RELEASE-1 RELEASE-2
  none_available | No fix is available yet. | RELEASE-1 RELEASE-2
  $ aftercare case fix 1 --amends 6 --kind compensating_control > out
  $ notice
  Compensating controls
  Reboot daily.
  We are working on a fix, and will tell you as soon as it is available.
  $ remedies
  mitigation | Reboot daily. | RELEASE-1 RELEASE-2
  none_available | No fix is available yet. | RELEASE-1 RELEASE-2

Where a control is the long-term solution, nobody waits for an update.

  $ cp store.db long.db
  $ aftercare case control 1 --identified-on 2026-01-09 --adds-risk no --long-term yes --text "Close port 7000." --store long.db > out
  $ aftercare case assess 1 --on 2026-01-12 --exploitability high --severity serious --exploitability-after low --severity-after minor --rationale because --store long.db > out
  $ (export AFTERCARE_STORE=long.db; notice)
  Compensating controls
  Close port 7000.
  Reboot daily.
  What is described above is the long-term solution: with it the risk of patient harm is acceptable. Should an update of the software become available, we will tell you.

An update that one release alone has is for that release; the others are told that there is none for them yet.

  $ aftercare case fix 1 --kind software --text patch --residual-risk acceptable > out; cat out
  casefile 1: fix 8
  $ aftercare case validate 1 --fix 8 --on 2026-01-20 --result pass > out
  $ notice | tail -2
  Reboot daily.
  We are working on a fix, and will tell you as soon as it is available.
  $ aftercare case distribute 1 --fix 8 --release 1.0 --on 2026-01-21 --units 4 > out
  $ notice | tail -2
  A fix is available for software version 1.0. We are working on a fix for the other versions, and will tell you as soon as it is available.
  patch
  $ remedies
  mitigation | Reboot daily. | RELEASE-1 RELEASE-2
  vendor_fix | patch | RELEASE-1
  none_available | No fix is available yet. | RELEASE-2
  $ aftercare case advisory 1 --format openvex 2> err | jq -r '.statements[] | [.products[0]."@id", .action_statement] | join(" | ")'
  https://example.com#Pump%201.0 | Reboot daily.
  patch
  https://example.com#Pump%201.1 | Reboot daily.
  No fix is available yet.
  $ aftercare case advisory 1 --format cyclonedx 2> err | jq -r '.vulnerabilities[] | [.affects[0].ref, (.analysis.response | join(" "))] | join(" | ")'
  https://example.com#Pump%201.0 | workaround_available update
  https://example.com#Pump%201.1 | workaround_available
  $ aftercare case distribute 1 --fix 8 --release 1.1 --on 2026-01-22 --units 4 > out
  $ notice | tail -2
  A fix is available.
  patch
  $ remedies
  mitigation | Reboot daily. | RELEASE-1 RELEASE-2
  vendor_fix | patch | RELEASE-1 RELEASE-2
