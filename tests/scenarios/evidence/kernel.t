A kernel that is built with few drivers: which findings touch code that is not in it.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=mk
  $ cat >pump.cdx.json <<'EOF'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  > {"type": "operating-system", "name": "linux", "version": "5.15.1", "cpe": "cpe:2.3:o:linux:linux_kernel:5.15.1:*:*:*:*:*:*:*"},
  > {"type": "library", "name": "zlib", "version": "1.2.11", "cpe": "cpe:2.3:a:zlib:zlib:1.2.11:*:*:*:*:*:*:*"}]}
  > EOF
  $ record() {
  >     printf '{"cveMetadata": {"cveId": "%s", "state": "PUBLISHED", "assignerShortName": "Linux"}, "containers": {"cna": {"affected": [' "$1"
  >     printf '{"vendor": "Linux", "product": "Linux", "cpes": ["cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*"], %s' "$2"
  >     printf '"versions": [{"version": "4.14", "lessThan": "5.15.9", "status": "affected"}]}]}}}'
  > }
  $ mkdir records
  $ record CVE-2026-1001 '"programFiles": ["drivers/net/wireless/x.c"], ' >records/1.json
  $ record CVE-2026-1002 '"programFiles": ["drivers/net/wireless/x.c", "net/core/dev.c"], ' >records/2.json
  $ record CVE-2026-1003 '"programFiles": ["include/net/x.h"], ' >records/3.json
  $ record CVE-2026-1004 '' >records/4.json
  $ aftercare feed import records
  4 documents: 4 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add "Pump One" --class II --pathway 510k --cyber-device yes
  device 1: Pump One
  $ aftercare sbom import pump.cdx.json --device "Pump One" --release 1.0
  Pump One 1.0: CycloneDX 1.5, 2 components, 2 of them new

Without a list there is nothing to propose. One that no kernel can have left is refused: by it, everything would be absent.

  $ one() { aftercare evidence "$@" --device "Pump One" --release 1.0 --component linux; }
  $ one propose
  aftercare: there is no list of compiled files of "linux"; aftercare evidence import takes one
  [3]
  $ printf 'busybox/init.c\ninit/main.c\n' >busybox.txt
  $ one import busybox.txt
  aftercare: busybox.txt: not the whole list of a kernel: every kernel compiles kernel/fork.c, which it does not name
  [3]
  $ printf 'init/main.o\nkernel/fork.o\nkernel/signal.o\nnet/core/dev.o\ndrivers/net/ethernet/y.o\n' >kernel.txt
  $ one import kernel.txt
  evidence 1: 5 compiled files of linux, sha256 d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1
  $ one import kernel.txt
  evidence 1 stands already: 5 compiled files of linux, sha256 d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1
  $ one propose
  vulnerability  component  proposal      why
  CVE-2026-1001  5.15.1     not_affected  drivers/net/wireless/x.c: not among the 5 compiled files
  CVE-2026-1002  5.15.1     -             net/core/dev.c is compiled
  CVE-2026-1003  5.15.1     -             the list names no files of the kind of include/net/x.h
  CVE-2026-1004  5.15.1     -             the CVE record names no files
  findings of linux: 4; vulnerable_code_not_present 1, compiled 1, not told 2
  evidence 1: kernel.txt, 5 compiled files, sha256 d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1

Nothing is decided by it, and the import is in the trail.

  $ aftercare scan pump.cdx.json --format json | grep -c '"state": "affected"'
  4
  $ aftercare audit verify
  5 entries, the audit trail is whole

  $ one propose --format json | head -20
  {
    "evidence": {
      "id": 1,
      "component": "linux",
      "file": "kernel.txt",
      "sha256": "d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1",
      "compiled_files": 5
    },
    "findings": [
      {
        "vulnerability": "CVE-2026-1001",
        "version": "5.15.1",
        "answer": "vulnerable_code_not_present",
        "status": "not_affected",
        "justification": "vulnerable_code_not_present",
        "evidence": "drivers/net/wireless/x.c: not among the 5 compiled files; list kernel.txt, sha256 d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1",
        "why": "drivers/net/wireless/x.c: not among the 5 compiled files"
      },
      {
        "vulnerability": "CVE-2026-1002",

A person agrees to it, with a reason. What is not proposed is refused, and nothing of such a command is done.

  $ one accept CVE-2026-1001
  aftercare: a statement needs a reason
  [5]
  $ one accept CVE-2026-1001 CVE-2026-1002 --why "driver not built"
  aftercare: nothing is proposed for CVE-2026-1002: net/core/dev.c is compiled
  [5]
  $ one accept CVE-2026-1009 --why "driver not built"
  aftercare: CVE-2026-1009 is no open finding of it
  [5]
  $ one accept CVE-2026-1001 --all --why "driver not built"
  aftercare: unexpected word "CVE-2026-1001"
  [2]
  $ one accept --why "driver not built"
  aftercare: a vulnerability, or --all is missing
  [2]
  $ one accept --all --why "driver not built" --today 2026-02-01
  statements made: 1, not_affected, vulnerable_code_not_present
  $ one accept --all --why "driver not built"
  aftercare: nothing is proposed
  [5]
  $ one propose
  vulnerability  component  proposal  why
  CVE-2026-1002  5.15.1     -         net/core/dev.c is compiled
  CVE-2026-1003  5.15.1     -         the list names no files of the kind of include/net/x.h
  CVE-2026-1004  5.15.1     -         the CVE record names no files
  findings of linux: 3; vulnerable_code_not_present 0, compiled 1, not told 2
  evidence 1: kernel.txt, 5 compiled files, sha256 d885fcc107a41c27e113719c8bf88d8e1ffc45d7c5b1c298c1bb7a38f21d1ce1
  $ aftercare finding list --device "Pump One" --release 1.0 --vulnerability CVE-2026-1001 --today 2026-02-01
  Pump One             1.0      linux                    5.15.1         CVE-2026-1001      B     - unscored not_affected
      own decision 1 by mk: not_affected, vulnerable_code_not_present: drivers/net/wireless/x.c: not among the 5 compiled files
  1 finding
  $ aftercare audit verify
  6 entries, the audit trail is whole

Names that are not there are said.

  $ aftercare evidence propose --device "Pump One" --release 1.0 --component glibc
  aftercare: release "1.0" has no component "glibc"
  [3]
  $ aftercare evidence propose --device "Pump One" --release 1.0
  aftercare: --component is missing
  [2]
  $ aftercare evidence import missing.txt --device "Pump One" --release 1.0 --component linux
  aftercare: missing.txt: cannot be opened: No such file or directory
  [3]

An SPDX 3 document lists files of many packages. Of a kernel the list shows itself whether it is whole; of anything else nobody
can say, and a document that cannot be read whole proves nothing.

  $ spdx() { echo '{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": ['; n=0
  >   for file in "$@"; do n=$((n + 1)); echo '{"type": "software_File", "spdxId": "urn:f'$n'", "name": "'$file'", "software_primaryPurpose": "source"},'; done
  >   echo '{"type": "software_File", "spdxId": "urn:x", "name": "drivers/net/wireless/other.c", "software_primaryPurpose": "documentation"}]}'; }
  $ spdx init/main.c kernel/fork.c >part.json
  $ spdx init/main.c kernel/fork.c kernel/signal.c >whole.json; gzip -nk whole.json
  $ spdx init/main.c kernel/fork.c kernel/signal.c >broken.json; sed -i 's/"kernel.signal.c"/["kernel\/signal.c"]/' broken.json
  $ spdx init/main.c kernel/fork.c kernel/signal.c 'drivers/a\nb.c' >lines.json
  $ echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "zlib", "version": "1.2"}]}' >zlib.json
  $ aftercare sbom import zlib.json --device "Pump One" --release 2.0
  Pump One 2.0: CycloneDX 1.5, 1 component, 1 of them new
  $ one import part.json
  aftercare: part.json: not the whole list of a kernel: every kernel compiles kernel/signal.c, which it does not name
  [3]
  $ one import broken.json
  aftercare: broken.json:4: @graph[2].name: expected text, found an array: a list that is not whole proves nothing
  [3]
  $ one import lines.json
  aftercare: lines.json: "drivers/a?b.c" is no path of a file
  [3]
  $ one import whole.json.gz
  evidence 2: 3 compiled files of linux, sha256 4a95697ea3e1faf4f13b70927fc2be22068fef99a2e6c14aeac05a3561fff5bb
  $ aftercare evidence import whole.json --device "Pump One" --release 2.0 --component zlib
  aftercare: whole.json: an SPDX document does not say that it names all that zlib was compiled of, and only a kernel's list can be checked: give a list of its own
  [3]
