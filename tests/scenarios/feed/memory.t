Import and scan keep to their memory whatever the input: the feeds here are packed with windows of 50 and 128 MiB.
(The sanitizers' own memory is not counted.)

needs: data

  $ within() {
  >   if ldd "$(command -v aftercare)" | grep -qE 'lib[at]san'; then echo yes; return; fi
  >   python3 -c 'import resource, subprocess, sys
  > subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, check=True)
  > kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
  > print("yes" if kib <= int(sys.argv[1]) * 1024 else f"no, {kib} KiB")' "$@"
  > }
  $ within 64 aftercare feed import --store s.db $DATA/feeds/nvd-overrides $DATA/feeds/nvd-2.0/nvdcve-2.0-2018.json.zst
  yes
  $ within 32 aftercare scan $DATA/sbom/medical/extended.sbom.json --store s.db --format json
  yes
