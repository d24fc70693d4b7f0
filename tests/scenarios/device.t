A device, its releases, their SBOMs; and the way back from a name or a vulnerability to the devices in the field.

  $ cp "$TESTDIR"/../../docs/example/*.json .
  $ export AFTERCARE_STORE=sqlite:$HOME/a.db
  $ aftercare device list
  aftercare: there is no store at $HOME/a.db
  [3]
  $ aftercare feed import nvd.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare device add "Example Pump" --class II --pathway 510k --cyber-device yes --expected-life-years 10
  device 1: Example Pump
  $ aftercare release add 4.1.0 --device "Example Pump" --units 1200 --released-on 2024-03-01
  release 1: Example Pump 4.1.0
  $ sed 's/"10.0.1"/"10.4.6"/; s/freertos:10.0.1/freertos:10.4.6/' pump.cdx.json >later.cdx.json
  $ aftercare sbom import pump.cdx.json --device "Example Pump" --release 4.1.0
  Example Pump 4.1.0: CycloneDX 1.5, 4 components, 4 of them new
  $ aftercare sbom import later.cdx.json --device "Example Pump" --release 4.2.0
  Example Pump 4.2.0: CycloneDX 1.5, 4 components, 1 of them new
  $ aftercare device list
  device        common name  class  pathway  UDI-DI  support
  Example Pump               II     510k
  $ aftercare release list --device "Example Pump"
  release  units  in lots  held  released on  SBOM
  4.1.0     1200        -     -  2024-03-01   yes
  4.2.0        -        -     -  -            yes
  $ aftercare device list --format json
  [
    {
      "id": 1,
      "name": "Example Pump",
      "common_name": null,
      "class": "II",
      "pathway": "510k",
      "product_code": null,
      "udi_di": null,
      "support": null
    }
  ]

By vulnerability only the release that is touched, by component all that have it.

  $ aftercare where CVE-2021-31571
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  device        release  units  component  version  state     why
  Example Pump  4.1.0     1200  FreeRTOS   10.0.1   affected  nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic
  $ aftercare where openssl
  device        release  units  component  version  state  why
  Example Pump  4.1.0     1200  openssl    1.1.1k
  Example Pump  4.2.0        -  openssl    1.1.1k
  $ aftercare where cpe:2.3:a:busybox:busybox:*:*:*:*:*:*:*:*
  device        release  units  component  version  state  why
  Example Pump  4.1.0     1200  busybox    1.28.4
  Example Pump  4.2.0        -  busybox    1.28.4
  $ aftercare where CVE-2021-31571 --format json
  aftercare: 1 component names nothing that can be looked up: aftercare coverage tells which
  [
    {
      "device": "Example Pump",
      "release": "4.1.0",
      "units": 1200,
      "component": "FreeRTOS",
      "version": "10.0.1",
      "vulnerability": "CVE-2021-31571",
      "state": "affected",
      "trace": "nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic"
    }
  ]
  $ aftercare where CVE-1999-0001
  aftercare: no record in the store says what is affected by "CVE-1999-0001"
  [3]
  $ aftercare where ghsa-aaaa-bbbb-cccc --format json
  aftercare: no record in the store says what is affected by "ghsa-aaaa-bbbb-cccc"
  [3]
  $ aftercare where nothing-like-it
  nowhere

What cannot be is refused.

  $ aftercare device add "Example Pump"
  aftercare: there is a device "Example Pump" already
  [5]
  $ aftercare release add 4.2.0 --device "Example Pump"
  aftercare: the device has a release "4.2.0" already
  [5]
  $ aftercare device add " "
  aftercare: the device's name is empty
  [3]
  $ aftercare release add "" --device "Example Pump"
  aftercare: the release's version is empty
  [3]
  $ aftercare release add 1.0 --device "No Such Pump"
  aftercare: there is no device "No Such Pump"; aftercare device list shows all
  [3]
  $ aftercare sbom import pump.cdx.json --device "No Such Pump" --release 1.0
  aftercare: there is no device "No Such Pump"; aftercare device list shows all
  [3]
  $ aftercare sbom import nvd.json --device "Example Pump" --release 9.9
  aftercare: nvd.json: this looks like an NVD feed; SBOMs are read as CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names
  [3]
  $ aftercare release list --device "Example Pump" | grep 9.9
  [1]
  $ aftercare device add "Other Pump" --class IV
  aftercare: --class is one of I|II|III, not "IV"
  [2]
  $ aftercare device add "Other Pump" --approved-on 2024-02-30
  aftercare: --approved-on: date "2024-02-30": February 2024 has 29 days
  [3]
  $ aftercare release add 1.0 --device "Example Pump" --units -3
  aftercare: --units: number -3 is not from 0 to 1000000000
  [3]

A device is found by its UDI-DI as registries have it, as a spreadsheet leaves it, and by the UDI of a label.

  $ aftercare device add "Third Pump" --udi-di 00952123456786
  device 2: Third Pump
  $ for name in 00952123456786 952123456786 0952123456786 "(01)00952123456786(10)L7(21)S1"; do aftercare device show "$name" | head -n 1; done
  name                            Third Pump
  name                            Third Pump
  name                            Third Pump
  name                            Third Pump
  $ aftercare device show 95212345678
  aftercare: there is no device "95212345678"; aftercare device list shows all
  [3]
  $ aftercare device add 952123456786
  aftercare: there is a device "952123456786" already
  [5]
