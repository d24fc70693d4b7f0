An SBOM against one feed, without a store: each finding with the comparison that says so, and what no source can see.

  $ cd "$TESTDIR/../../../docs/example"
  $ aftercare scan pump.cdx.json --feeds nvd.json
  FreeRTOS                 10.0.1         CVE-2021-31571       B   9.8 critical 
      nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic
  busybox                  1.28.4         CVE-2018-1000517     B   9.8 critical 
      nvd CVE-2018-1000517: cpe a:busybox:busybox, 1.28.4 < 1.29.0 by scheme generic
  openssl                  1.1.1k         CVE-2021-3712        B   7.4 high     
      nvd CVE-2021-3712: cpe a:openssl:openssl, 1.1.1 <= 1.1.1k < 1.1.1l by scheme generic
  
  no source can see these components:
      dose-calculator 4.2.0: no purl, no CPE
  
  pump.cdx.json: 4 components, 3 findings, 2 critical, 1 high
  data: nvd, 3 records, newest 2022-01-06T00:00:00Z
  $ find "$HOME" -type f

A policy on the result is the exit status.

  $ aftercare scan pump.cdx.json --feeds nvd.json --fail-on critical | tail -n 1
  data: nvd, 3 records, newest 2022-01-06T00:00:00Z
  $ aftercare scan pump.cdx.json --feeds nvd.json --fail-on critical >"$HOME/out"
  [1]
  $ aftercare scan pump.cdx.json --feeds nvd.json --fail-on kev >"$HOME/out"
  $ aftercare scan pump.cdx.json --feeds nvd.json --fail-on any --format json >"$HOME/out"
  [1]

What is missing or wrong is named.

  $ cd
  $ aftercare scan nowhere.json --feeds nvd.json
  aftercare: nowhere.json: No such file or directory
  [3]
  $ aftercare scan
  aftercare: the SBOM is missing
  [2]
  $ aftercare scan a.json --feeds b.json --store c.db
  aftercare: --store and --feeds exclude each other
  [2]
  $ aftercare scan "$TESTDIR/../../../docs/example/pump.cdx.json" --store nowhere.db
  aftercare: there is no store at nowhere.db
  [3]
  $ aftercare scan "$TESTDIR/../../../docs/example/pump.cdx.json" --feeds nowhere.json
  aftercare: nowhere.json: No such file or directory
  [3]
  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":7}]' >broken.json
  $ aftercare scan broken.json --feeds "$TESTDIR/../../../docs/example/nvd.json"
  aftercare: broken.json:2: components: ends in the middle of an object
  [3]
  $ echo hello >text.txt
  $ aftercare scan text.txt --feeds "$TESTDIR/../../../docs/example/nvd.json"
  aftercare: text.txt: not an SBOM of a known format; read are CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names
  [3]
  $ aftercare scan "$TESTDIR/../../../docs/example/nvd.json" --feeds "$TESTDIR/../../../docs/example/nvd.json"
  aftercare: $TESTDIR/../../../docs/example/nvd.json: this looks like an NVD feed; SBOMs are read as CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names
  [3]
  $ aftercare scan "$TESTDIR/../../../docs/example/pump.cdx.json" --feeds text.txt
  aftercare: text.txt: not a feed: expected NVD 2.0, CVE 5, OSV, KEV, EPSS, CSAF or endoflife.date
  [3]
  $ aftercare scan "$TESTDIR/../../../docs/example/pump.cdx.json" --feeds "$TESTDIR/../../../docs/example/nvd.json" --fail-on severe
  aftercare: --fail-on is one of any|kev|low|medium|high|critical, not "severe"
  [2]

A name in an SBOM cannot steer the terminal.

  $ printf '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a\\u001b[31mred","version":"1"}]}' >esc.json
  $ aftercare scan esc.json --feeds "$TESTDIR/../../../docs/example/nvd.json"
  
  no source can see these components:
      a\x1b[31mred 1: no purl, no CPE
  
  esc.json: 1 component, 0 findings
  data: nvd, 3 records, newest 2022-01-06T00:00:00Z
