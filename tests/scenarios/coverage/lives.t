A distribution or product at the end of its life is told where the SBOM is silent about it, by a table of life cycles; and
what the SBOM states stays beside it.

  $ export AFTERCARE_STORE=s.db AFTERCARE_USER=mvk
  $ cat >eol.json <<'END'
  > {"schema_version": "1.2.0", "generated_at": "2026-01-01T00:00:00+00:00", "total": 3, "result": [
  >  {"name": "debian", "aliases": [], "label": "Debian", "category": "os", "identifiers": [{"type": "cpe", "id": "cpe:2.3:o:debian:debian_linux"}],
  >   "releases": [{"name": "12", "isEol": false, "eolFrom": "2026-06-10", "eoesFrom": "2028-06-30"}, {"name": "11", "isEol": true, "eolFrom": "2024-08-14", "eoesFrom": "2026-08-31"}]},
  >  {"name": "openssl", "aliases": [], "label": "OpenSSL", "category": "framework", "identifiers": [{"type": "cpe", "id": "cpe:/a:openssl:openssl"}],
  >   "releases": [{"name": "3.0", "isEol": false, "eolFrom": "2026-09-07"}, {"name": "1.1.1", "isEol": true, "eolFrom": "2023-09-11"}]},
  >  {"name": "vue", "aliases": [], "label": "Vue", "category": "framework", "identifiers": [{"type": "purl", "id": "pkg:npm/vue"}],
  >   "releases": [{"name": "2", "isEol": true, "eolFrom": null}, {"name": "3", "isEol": false, "eoasFrom": "2026-12-31", "eolFrom": null}]}]}
  > END
  $ cat >bom.json <<'END'
  > {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
  >  {"type": "library", "name": "libssl1.1", "version": "1.1.1k-1+deb11u1", "purl": "pkg:deb/debian/libssl1.1@1.1.1k-1%2Bdeb11u1?distro=debian-11&upstream=openssl"},
  >  {"type": "library", "name": "openssl", "version": "1.1.1k", "purl": "pkg:conan/openssl@1.1.1k"},
  >  {"type": "library", "name": "openssl", "version": "1.1.10", "cpe": "cpe:2.3:a:openssl:openssl:1.1.10:*:*:*:*:*:*:*"},
  >  {"type": "library", "name": "vue", "version": "2.7.16", "purl": "pkg:npm/vue@2.7.16", "properties": [{"name": "end of support", "value": "2027-01-31"}]},
  >  {"type": "library", "name": "vue", "version": "3.4.0", "purl": "pkg:npm/vue@3.4.0"},
  >  {"type": "operating-system", "name": "Debian", "version": "11"},
  >  {"type": "library", "name": "other", "version": "1", "purl": "pkg:npm/other@1"}]}
  > END
  $ aftercare feed import eol.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare feed import eol.json
  0 documents: 0 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  1 file unchanged since an earlier import
  $ sed 's/2024-08-14/2024-08-15/; s/2026-01-01T/2026-01-02T/' eol.json >later.json
  $ aftercare feed import later.json
  1 document: 0 new records, 1 changed, 2 unchanged, 0 older, 0 skipped
  $ sed 's/2024-08-14/2030-01-01/; s/2026-01-01T/2025-01-02T/' eol.json >older.json
  $ aftercare feed import older.json
  1 document: 0 new records, 0 changed, 0 unchanged, 3 older, 0 skipped
  $ aftercare feed status | cut -c 1-60
  source                      records  newest                 
  endoflife                         3  2026-01-02T00:00:00Z   
  $ aftercare device add Pump >/dev/null
  $ aftercare sbom import bom.json --device Pump --release 1 >/dev/null
  $ aftercare coverage --at 2026-02-01T00:00:00Z --stale-after never | sed -n '/^end of life/,/^$/p'
  end of life:
      Debian 11: Debian 11 is at the end of its life since 2024-08-15, with extended support until 2026-08-31, according to endoflife
      libssl1.1 1.1.1k-1+deb11u1: Debian 11 is at the end of its life since 2024-08-15, with extended support until 2026-08-31, according to endoflife
      openssl 1.1.1k: OpenSSL 1.1.1 is at the end of its life since 2023-09-11, according to endoflife
      vue 2.7.16: Vue 2 is at the end of its life, according to endoflife; the SBOM states an end of support on 2027-01-31
  
  $ aftercare coverage --at 2026-02-01T00:00:00Z --format json | grep -A 40 '"libssl1.1"' | sed -n '/"lifecycle"/,/]/p'
        "lifecycle": [
          {
            "product": "Debian",
            "cycle": "11",
            "distribution": true,
            "ended": true,
            "end_of_support": null,
            "end_of_life": "2024-08-15",
            "end_of_extended_support": "2026-08-31",
            "source": "endoflife"
          }
        ]
        "lifecycle": [
  $ aftercare sbom check bom.json --store s.db --today 2026-02-01 | sed -n '/^end of life/,/^$/p'
  end of life:
      libssl1.1 1.1.1k-1+deb11u1: Debian 11 is at the end of its life since 2024-08-15, with extended support until 2026-08-31, according to endoflife
      openssl 1.1.1k: OpenSSL 1.1.1 is at the end of its life since 2023-09-11, according to endoflife
      vue 2.7.16: Vue 2 is at the end of its life, according to endoflife; the SBOM states an end of support on 2027-01-31
      Debian 11: Debian 11 is at the end of its life since 2024-08-15, with extended support until 2026-08-31, according to endoflife
  
  $ aftercare sbom check bom.json --store s.db --today 2020-02-01 | grep -c 'end of its life'
  1
  $ aftercare sbom check bom.json --today 2026-02-01 | grep -c 'end of its life'
  0
  [1]

The table can be turned off as any source.

  $ aftercare feed off endoflife --why "we keep our own" >/dev/null
  $ aftercare coverage --at 2026-02-01T00:00:00Z --stale-after never | grep -c 'end of its life'
  0
  [1]
