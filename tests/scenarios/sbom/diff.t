What changed between two SBOMs, and between two releases.

  $ cp "$TESTDIR"/../../../docs/example/pump.cdx.json .
  $ sed 's/"10.0.1"/"10.4.6"/; s/freertos:10.0.1/freertos:10.4.6/; s/dose-calculator/dose-engine/' pump.cdx.json >later.cdx.json
  $ aftercare sbom diff pump.cdx.json later.cdx.json
  ~ FreeRTOS: version 10.0.1 -> 10.4.6
  - dose-calculator 4.2.0
  + dose-engine 4.2.0
  
  pump.cdx.json -> later.cdx.json: 1 added, 1 removed, 1 changed, 2 unchanged
  $ aftercare sbom diff pump.cdx.json pump.cdx.json
  pump.cdx.json -> pump.cdx.json: 0 added, 0 removed, 0 changed, 4 unchanged
  $ aftercare sbom diff pump.cdx.json later.cdx.json --format json
  {
    "from": "pump.cdx.json",
    "to": "later.cdx.json",
    "added": [
      {
        "name": "dose-engine",
        "version": "4.2.0",
        "supplier": "Example Medical",
        "support": null,
        "end_of_support": null,
        "identity": null
      }
    ],
    "removed": [
      {
        "name": "dose-calculator",
        "version": "4.2.0",
        "supplier": "Example Medical",
        "support": null,
        "end_of_support": null,
        "identity": null
      }
    ],
    "changed": [
      {
        "what": [
          "version"
        ],
        "from": {
          "name": "FreeRTOS",
          "version": "10.0.1",
          "supplier": null,
          "support": null,
          "end_of_support": null,
          "identity": "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*"
        },
        "to": {
          "name": "FreeRTOS",
          "version": "10.4.6",
          "supplier": null,
          "support": null,
          "end_of_support": null,
          "identity": "cpe:2.3:o:amazon:freertos:10.4.6:*:*:*:*:*:*:*"
        }
      }
    ],
    "unchanged": 2
  }
  $ export AFTERCARE_STORE=sqlite:$HOME/a.db
  $ aftercare device add Pump
  device 1: Pump
  $ aftercare sbom import pump.cdx.json --device Pump --release 1.0
  Pump 1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ aftercare sbom import later.cdx.json --device Pump --release 1.1
  Pump 1.1: CycloneDX 1.5, 4 components, 2 of them new
  $ aftercare sbom diff --device Pump --from 1.0 --to 1.1
  ~ FreeRTOS: version 10.0.1 -> 10.4.6
  - dose-calculator 4.2.0
  + dose-engine 4.2.0
  
  Pump 1.0 -> Pump 1.1: 1 added, 1 removed, 1 changed, 2 unchanged
  $ aftercare sbom diff --device Pump --from 1.0 --to 1.2
  aftercare: device "Pump" has no release "1.2"
  [3]
  $ aftercare release add 1.2 --device Pump
  release 3: Pump 1.2
  $ aftercare sbom diff --device Pump --from 1.0 --to 1.2
  aftercare: release "1.2" has no SBOM
  [3]
  $ aftercare sbom diff --device Pump --from 1.0
  aftercare: two SBOMs, or --device, --from and --to, are needed
  [2]
  $ aftercare sbom diff pump.cdx.json
  aftercare: the second SBOM is missing
  [2]
