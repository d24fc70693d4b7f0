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

A list of lots is one change. Importing it again changes nothing, a newer one updates, and one with an error changes nothing.

  $ cat >lots.csv <<'END'
  > Release,Lot,Serial From,Serial To,Manufactured On,Quantity
  > 1.0,L7,A001,A100,2026-01-02,
  > 1.1,L8,,,,40
  > END
  $ aftercare lot import lots.csv
  aftercare: lots.csv:2: no device is named: neither in a column "device" nor with the file (--device)
  [3]
  $ aftercare lot import lots.csv --device Pump
  lots: 2 new, 0 changed, 0 unchanged
  $ aftercare lot import lots.csv --device Pump
  lots: 0 new, 0 changed, 2 unchanged
  $ sed 's/,40/,41/' lots.csv >later.csv; aftercare lot import later.csv --device Pump
  lots: 0 new, 1 changed, 1 unchanged
  $ printf 'device,release,lot,serial_from,serial_to\nPump,1.1,L7,A001,A100\n' >moved.csv; aftercare lot import moved.csv
  lots: 0 new, 1 changed, 0 unchanged
  $ printf 'device,release,lot\nPump,1.0,L9\nPump,9.9,L9\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:3: there is no release "9.9" of device "Pump"
  [3]
  $ printf 'device,release,lot\nPump,1.0,L9\nPump,1.0,L9\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:3: an earlier row has the same units
  [3]
  $ printf 'device,release,serial,serial_to\nPump,1.0,S1,S2\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:2: serial, and serial_from or serial_to beside it
  [3]
  $ printf 'device,release,lot,expires_on\nPump,1.0,L9,2026-13-01\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:2: expires_on: date "2026-13-01": there is no month 13
  [3]
  $ printf 'device,release,lot,quantity\nPump,1.0,L9,many\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:2: quantity "many" is not a whole number
  [3]
  $ printf 'device,release\nPump,1.0\n' >bad.csv; aftercare lot import bad.csv
  aftercare: bad.csv:2: neither a lot nor serial numbers are given
  [3]
  $ aftercare lot list --device Pump --format json | jq -c '.[] | select(.lot | IN("L7", "L8", "L9")) | [.lot, .release, .quantity]'
  ["L7","1.1",100]
  ["L8","1.1",41]
  $ aftercare audit export | jq -r 'select(.what | startswith("lot")) | .what' | sort | uniq -c | sed 's/^ *//'
  15 entries
  4 lot.add
  4 lot.import
  3 lot.set
  $ aftercare audit verify
  15 entries, the audit trail is whole
