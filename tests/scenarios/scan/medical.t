A real device: NXP SDK, FreeRTOS 10.0.1, wolfSSL 4.8.1, .NET software, UniFi network parts; records of NVD, CVE and EPSS.
needs: data

  $ demo="$DATA/demo/4-component-sbom-freertos-wolfssl"
  $ aftercare scan "$DATA/sbom/medical/extended.sbom.json" --feeds "$demo" --format json >result.json
  $ found() { python3 -c '
  > import json
  > for f in json.load(open("result.json"))["findings"]:
  >     print(f["component"]["name"], f["component"]["version"], f["vulnerability"], f["tier"], f["source"])'; }

What is in range is found, the last affected version of CVE-2024-42025 too, whose range is empty by its CNA and right by
CISA-ADP, and whose vendor has two names.

  $ found
  FreeRTOS 10.0.1 CVE-2021-31571 B nvd
  FreeRTOS 10.0.1 CVE-2021-31572 B nvd
  FreeRTOS 10.0.1 CVE-2021-32020 B nvd
  UniFi Network Application 8.3.32 CVE-2024-42025 B cve-adp
  WolfSSL 4.8.1 CVE-2023-6936 A cve
  WolfSSL 4.8.1 CVE-2023-6937 A cve
  WolfSSL 4.8.1 CVE-2024-0901 A cve
  WolfSSL 4.8.1 CVE-2024-5814 A cve
  WolfSSL 4.8.1 CVE-2024-5991 B cve-adp

What only looks alike is not: Bouncy Castle for .NET is not the one for Java (CVE-2017-13098), and jQuery 3.1.1 is later
than 3.0.0 (CVE-2015-9251).

  $ found | grep -E 'CVE-2017-13098|CVE-2015-9251'
  [1]

From a store the answer is the same, and importing everything once more changes nothing.

  $ aftercare feed import "$demo" | head -n 1
  15 documents: 65 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare feed import "$demo" | head -n 1
  15 documents: 0 new records, 0 changed, 65 unchanged, 0 older, 0 skipped
  $ aftercare scan "$DATA/sbom/medical/extended.sbom.json" --format json >again.json
  $ diff <(grep -v '"imported"' result.json) <(grep -v '"imported"' again.json)
