A real device: NXP SDK, FreeRTOS 10.0.1, wolfSSL 4.8.1, .NET software, UniFi network parts; records of NVD, CVE and EPSS.
needs: data

  $ demo="$DATA/demo/4-component-sbom-freertos-wolfssl"
  $ aftercare scan "$DATA/sbom/medical/extended.sbom.json" --feeds "$demo" --format json >result.json
  $ found() { python3 -c '
  > import json
  > for f in json.load(open("result.json"))["findings"]:
  >     print(f["component"]["name"], f["component"]["version"], f["vulnerability"], f["tier"], f["source"])'; }

What is in range is found, the last affected version of CVE-2024-42025 too, whose range is empty by its CNA and right by
CISA-ADP. Four products go by another name in the records: NVD calls FreeRTOS part "a" in 2018 and "o" in 2021, its own CNA
FreeRTOS-Kernel; Ubiquiti is ui; the SBOM spells out the vendor of log4net. Those are tier C.

  $ found
  FreeRTOS 10.0.1 CVE-2018-16523 C nvd
  FreeRTOS 10.0.1 CVE-2018-16524 C nvd
  FreeRTOS 10.0.1 CVE-2018-16525 C nvd
  FreeRTOS 10.0.1 CVE-2018-16526 C nvd
  FreeRTOS 10.0.1 CVE-2018-16527 C nvd
  FreeRTOS 10.0.1 CVE-2018-16598 C nvd
  FreeRTOS 10.0.1 CVE-2018-16599 C nvd
  FreeRTOS 10.0.1 CVE-2018-16600 C nvd
  FreeRTOS 10.0.1 CVE-2018-16601 C nvd
  FreeRTOS 10.0.1 CVE-2018-16602 C nvd
  FreeRTOS 10.0.1 CVE-2018-16603 C nvd
  FreeRTOS 10.0.1 CVE-2021-31571 B nvd
  FreeRTOS 10.0.1 CVE-2021-31572 B nvd
  FreeRTOS 10.0.1 CVE-2021-32020 B nvd
  FreeRTOS 10.0.1 CVE-2024-28115 C cve
  UniFi Network Application 8.3.32 CVE-2024-42025 B cve-adp
  WolfSSL 4.8.1 CVE-2023-6936 A cve
  WolfSSL 4.8.1 CVE-2023-6937 A cve
  WolfSSL 4.8.1 CVE-2024-0901 A cve
  WolfSSL 4.8.1 CVE-2024-5814 A cve
  WolfSSL 4.8.1 CVE-2024-5991 B cve-adp
  log4net 2.0.8 CVE-2018-1285 C nvd
What only looks alike is not: Bouncy Castle for .NET is not the one for Java (CVE-2017-13098), and jQuery 3.1.1 is later
than 3.0.0 (CVE-2015-9251).

  $ found | grep -E 'CVE-2017-13098|CVE-2015-9251'
  [1]

The trace names the alias.

  $ grep -oE '"nvd CVE-(2018-1285|2018-16525): .*"' result.json
  "nvd CVE-2018-16525: cpe a:amazon:freertos, 10.0.1 <= 10.0.1 by scheme generic; alias cpe o:amazon:freertos = cpe a:amazon:freertos, shipped"
  "nvd CVE-2018-1285: cpe a:apache:log4net, 2.0.8 < 2.0.10 by scheme generic; alias cpe a:the_apache_software_foundation:log4net = cpe a:apache:log4net, shipped"

From a store the answer is the same, and importing everything once more changes nothing.

  $ aftercare feed import "$demo" | head -n 1
  15 documents: 65 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare feed import "$demo" | head -n 1
  15 documents: 0 new records, 0 changed, 65 unchanged, 0 older, 0 skipped
  $ aftercare scan "$DATA/sbom/medical/extended.sbom.json" --format json >again.json
  $ diff <(grep -v '"imported"' result.json) <(grep -v '"imported"' again.json)
