Lots and serial numbers of releases: what cannot be is refused, and what is changed leaves what stood before.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=ra
  $ aftercare device add Pump && aftercare release add 1.0 --device Pump && aftercare release add 1.1 --device Pump
  device 1: Pump
  release 1: Pump 1.0
  release 2: Pump 1.1
  $ lot() { aftercare lot add --device Pump --release 1.0 "$@"; }
  $ lot
  aftercare: neither a lot nor serial numbers are given
  [3]
  $ lot --serial-from S1
  aftercare: the first and the last serial number belong together
  [3]
  $ lot --serial-from S9 --serial-to S1
  aftercare: serial numbers "S9" to "S1" are no range
  [3]
  $ lot --serial-from 1 --serial-to 2000000000
  aftercare: serial numbers of more than 1000000000 units
  [3]
  $ lot --lot L1 --manufactured-on 2026-02-01 --expires-on 2026-01-31
  aftercare: the lot expires on 2026-01-31, before it was manufactured, on 2026-02-01
  [3]
  $ lot --lot L1 --quantity -1
  aftercare: --quantity: number -1 is not from 0 to 1000000000
  [3]
  $ lot --lot L1 --release 9
  aftercare: --release is given twice
  [2]
  $ aftercare lot add --lot L1 --release 1.0
  aftercare: --device is missing
  [2]
  $ lot --lot L1 --serial-from S1 --serial-to S9 --model-number M
  lot 1: of release 1.0
  $ lot --lot L1 --serial-from S1 --serial-to S9
  aftercare: the release has these units already, as lot 1
  [5]
  $ lot --lot L1 --serial-from S10 --serial-to S19
  lot 2: of release 1.0
  $ aftercare lot set 2 --release 1.1 --why "updated"
  lot 2: changed
  $ aftercare lot set 2 --release 9.9
  aftercare: the device has no release "9.9"
  [3]
  $ aftercare lot set 7 --release 1.1
  aftercare: there is no lot 7; aftercare lot list shows all
  [3]
  $ aftercare lot list --device Pump --format json
  [
    {
      "number": 1,
      "release": "1.0",
      "lot": "L1",
      "serial_from": "S1",
      "serial_to": "S9",
      "model_number": "M",
      "manufactured_on": null,
      "expires_on": null,
      "quantity": 9
    },
    {
      "number": 2,
      "release": "1.1",
      "lot": "L1",
      "serial_from": "S10",
      "serial_to": "S19",
      "model_number": null,
      "manufactured_on": null,
      "expires_on": null,
      "quantity": 10
    }
  ]
  $ aftercare audit verify
  6 entries, the audit trail is whole

A shipment runs the release of its lot and serial numbers; where they could be of two it is not known.

  $ printf 'account,name,device,lot,serial,serial_from,serial_to\n1,Clinic,Pump,L1,S3,,\n1,,Pump,,S12,,\n1,,Pump,,,S8,S11\n2,Other,Pump,L1,,S15,S16\n3,Third,Pump,,,S18,S25\n' > x.csv
  $ aftercare consignee import x.csv
  consignees: 3 new, 0 changed, 0 unchanged
  shipments: 5 new, 0 changed, 0 unchanged
  $ aftercare consignee show 1
  account      1
  kind         firm
  name         Clinic
  shipped on  device  release  lot  serial numbers  quantity  returned
  -           Pump    1.0      L1   S3                     1         0
  -           Pump    1.1           S12                    1         0
  -           Pump    -             S8 to S11              4         0
  $ aftercare consignee list --device Pump --release 1.0
  account  name    country  units  of them by release            state
  1        Clinic               5  1.0: 1, release not known: 4  not known
  3        Third                8  release not known: 8          not known
  aftercare: 2 consignees, 13 units; 0 foreign
  aftercare: of 2 no country is known
  aftercare: of 2 it is not known that they have this release
  $ aftercare consignee list --device Pump --release 1.1
  account  name    country  units  of them by release            state
  1        Clinic               5  1.1: 1, release not known: 4  not known
  2        Other                2  1.1: 2
  3        Third                8  release not known: 8          not known
  aftercare: 3 consignees, 15 units; 0 foreign
  aftercare: of 3 no country is known
  aftercare: of 2 it is not known that they have this release
  $ aftercare release list --device Pump
  release  units  in lots  held  released on  SBOM
  1.0          -        9     -  -            none
  1.1          -       10     -  -            none
