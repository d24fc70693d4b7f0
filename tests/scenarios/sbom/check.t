Is an SBOM complete and sound? An invented pump, first as it came, then with what was missing.

  $ cp "$TESTDIR"/../../../docs/example/pump.cdx.json .
  $ aftercare sbom check pump.cdx.json --today 2026-11-28
  element              NTIA  CISA  FDA  asked  there  missing
  author of the SBOM   yes   yes   yes      1      0        1
  timestamp            yes   yes   yes      1      1        0
  tool name            -     yes   -        1      0        1
  generation context   -     yes   -        1      0        1
  completeness stated  -     yes   -        1      0        1
  component name       yes   yes   yes      5      5        0
  version              yes   yes   yes      5      5        0
  supplier             yes   yes   yes      5      2        3
  identifier           yes   yes   yes      4      3        1
  dependency relation  yes   yes   yes      4      0        4
  hash                 -     yes   -        4      0        4
  licence              -     yes   -        4      0        4
  level of support     -     -     yes      4      0        4
  end of support       -     -     yes      4      0        4
  
  missing:
      FreeRTOS 10.0.1: supplier, dependency relation, level of support, end of support
      openssl 1.1.1k: supplier, dependency relation, level of support, end of support
      busybox 1.28.4: supplier, dependency relation, level of support, end of support
      dose-calculator 4.2.0: identifier, dependency relation, level of support, end of support
  
  pump.cdx.json: CycloneDX 1.5, 4 components
  score: NTIA 64.0 %, CISA 44.4 %, FDA 48.4 %
  no for fda: 17 missing, 0 errors
  [1]
  $ cat >whole.json <<'END'
  > {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"timestamp":"2026-01-02T03:04:05Z","authors":[{"name":"Ann"}],
  > "component":{"type":"device","bom-ref":"p","name":"Pump","version":"1","supplier":{"name":"Acme"}}},
  > "components":[{"type":"library","bom-ref":"c","name":"curl","version":"8.7.1","supplier":{"name":"curl"},"purl":"pkg:generic/curl@8.7.1",
  > "properties":[{"name":"Level of Support","value":"active"},{"name":"End of Support","value":"2026-11-27"}]}],
  > "dependencies":[{"ref":"p","dependsOn":["c"]},{"ref":"c","dependsOn":["c"]}]}
  > END
  $ aftercare sbom check whole.json --today 2026-11-28 | tail -n 8
  
  found:
      note  support of "curl 8.7.1" ended on 2026-11-27
      note  "c" needs itself
  
  whole.json: CycloneDX 1.6, 1 component
  score: NTIA 100.0 %, CISA 66.6 %, FDA 100.0 %
  yes for fda: 0 missing, 0 errors
  $ aftercare sbom check whole.json --today 2026-11-28 --require cisa | tail -n 1
  no for cisa: 5 missing, 0 errors

What is wrong with the document as a whole.

  $ sed 's/"dependsOn":\["c"\]}\]/"dependsOn":["x"]}]/; s/curl@8.7.1/curl@8.7.2/' whole.json >broken.json
  $ aftercare sbom check broken.json --today 2026-11-28 | tail -n 8
  aftercare: broken.json: dependencies name 1 reference that nothing in the document has, the first is "x"
  found:
      error component "curl" has version "8.7.1", its package URL says "8.7.2"
      note  support of "curl 8.7.1" ended on 2026-11-27
      error dependencies name "x", which is not in the document
  
  broken.json: CycloneDX 1.6, 1 component
  score: NTIA 100.0 %, CISA 66.6 %, FDA 100.0 %
  no for fda: 0 missing, 2 errors
  $ aftercare sbom check broken.json --today 2026-11-28 --format json
  {
    "sbom": {
      "file": "broken.json",
      "format": "CycloneDX 1.6",
      "components": 1,
      "sha256": "689ea8d3eee7a73158bc8b9f080aa25817814bea62e4c4d40ae141d69d5dc8e9"
    },
    "require": "fda",
    "passes": false,
    "scores": {
      "ntia": 100.0,
      "cisa": 66.6,
      "fda": 100.0
    },
    "elements": [
      {
        "element": "author",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 1,
        "there": 1
      },
      {
        "element": "timestamp",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 1,
        "there": 1
      },
      {
        "element": "tool",
        "asked_by": [
          "cisa"
        ],
        "asked": 1,
        "there": 0
      },
      {
        "element": "context",
        "asked_by": [
          "cisa"
        ],
        "asked": 1,
        "there": 0
      },
      {
        "element": "completeness",
        "asked_by": [
          "cisa"
        ],
        "asked": 1,
        "there": 0
      },
      {
        "element": "name",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 2,
        "there": 2
      },
      {
        "element": "version",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 2,
        "there": 2
      },
      {
        "element": "supplier",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 2,
        "there": 2
      },
      {
        "element": "identifier",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 1,
        "there": 1
      },
      {
        "element": "relation",
        "asked_by": [
          "ntia",
          "cisa",
          "fda"
        ],
        "asked": 1,
        "there": 1
      },
      {
        "element": "hash",
        "asked_by": [
          "cisa"
        ],
        "asked": 1,
        "there": 0
      },
      {
        "element": "licence",
        "asked_by": [
          "cisa"
        ],
        "asked": 1,
        "there": 0
      },
      {
        "element": "support_level",
        "asked_by": [
          "fda"
        ],
        "asked": 1,
        "there": 1
      },
      {
        "element": "end_of_support",
        "asked_by": [
          "fda"
        ],
        "asked": 1,
        "there": 1
      }
    ],
    "components": [
      {
        "name": "Pump",
        "version": "1",
        "ref": "p",
        "missing": []
      },
      {
        "name": "curl",
        "version": "8.7.1",
        "ref": "c",
        "missing": [
          "hash",
          "licence"
        ]
      }
    ],
    "findings": [
      {
        "kind": "purl_version",
        "severity": "error",
        "text": "component \"curl\" has version \"8.7.1\", its package URL says \"8.7.2\""
      },
      {
        "kind": "support_ended",
        "severity": "note",
        "text": "support of \"curl 8.7.1\" ended on 2026-11-27"
      },
      {
        "kind": "dangling_ref",
        "severity": "error",
        "text": "dependencies name \"x\", which is not in the document"
      }
    ],
    "warnings": [
      "broken.json: dependencies name 1 reference that nothing in the document has, the first is \"x\""
    ]
  }
  [1]
  $ aftercare sbom check nowhere.json
  aftercare: nowhere.json: No such file or directory
  [3]
  $ aftercare sbom check
  aftercare: the SBOM is missing
  [2]
  $ aftercare sbom check pump.cdx.json --require iso
  aftercare: --require is one of ntia|cisa|fda, not "iso"
  [2]
