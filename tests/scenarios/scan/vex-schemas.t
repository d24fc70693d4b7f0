Documents of statements are valid by their schemas, those in CSAF by the standard's tests too.

needs: data jsonschema

  $ cp "$TESTDIR"/../../../docs/example/*.json .
  $ check() { python3 "$TESTDIR/../../publishing/schema_check.py" "$@"; }
  $ check "$DATA/suites/csaf-2.0/schema/csaf_json_schema.json" "$DATA/suites/csaf-2.0/schema" "$DATA"/suites/csaf-2.0/mandatory/*6-1-08-01.json | tail -n 1
  1 documents, 1 errors
  $ medical="$DATA/sbom/medical/extended.sbom.json"
  $ demo="$DATA/demo/4-component-sbom-freertos-wolfssl"
  $ aftercare feed import --store s.db nvd.json "$demo" "$DATA/feeds/samples/osv" "$DATA/feeds/samples/nvd-2.0" "$DATA/feeds/samples/cve5/gallery" "$DATA"/feeds/osv/pypa-osv.tar.zst >out 2>&1
  $ n=0
  $ for sbom in pump.cdx.json "$medical" "$DATA"/sbom/cyclonedx/{dependency-track,osv-scanner,cve-bin-tool-tests}/*.json "$DATA"/sbom/spdx/*/*.json; do
  >   for format in cyclonedx openvex csaf; do
  >     aftercare scan "$sbom" --store s.db --author A --namespace https://example.com --at 2026-01-01T00:00:00Z --format $format --output $n.$format 2>/dev/null
  >   done; n=$((n + 1))
  > done
  $ check "$DATA/suites/cyclonedx/schema/bom-1.6.schema.json" "$DATA/suites/cyclonedx/schema" *.cyclonedx
  * documents, 0 errors (glob)
  $ check "$DATA/vex/openvex/schema/openvex_json_schema.json" "$DATA/vex/openvex/schema" *.openvex
  * documents, 0 errors (glob)
  $ check "$DATA/suites/csaf-2.0/schema/csaf_json_schema.json" "$DATA/suites/csaf-2.0/schema" *.csaf
  * documents, 0 errors (glob)
  $ aftercare csaf check *.csaf --level mandatory
  * documents: 0 errors, * (glob)

Enough was found that this means something.

  $ test "$(ls *.openvex | wc -l)" -ge 3
  $ test "$(cat *.csaf | grep -c known_affected)" -ge 15
