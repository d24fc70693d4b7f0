What a list of deliveries can do wrong, and what of it is kept.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=ra
  $ aftercare device add Pump && aftercare release add 1.0 --device Pump && aftercare release add 1.1 --device Pump
  device 1: Pump
  release 1: Pump 1.0
  release 2: Pump 1.1

A list with an error changes nothing; file and line are told.

  $ line() { printf 'account,name,country,telephone,device,release,lot,shipped_on,quantity\n1,Clinic,US,,Pump,1.0,,,2\n%s\n' "$1" > x.csv; aftercare consignee import x.csv; }
  $ line '2,Other,Germany,,,,,,'
  aftercare: x.csv:3: country: "Germany" is no country: expected two letters of ISO 3166, such as US or DE
  [3]
  $ line '2,,DE,,,,,,'
  aftercare: x.csv:3: account "2" is new and has no name
  [3]
  $ line ',Other,DE,,,,,,'
  aftercare: x.csv:3: account is empty
  [3]
  $ line '2,Other,DE,,Bump,1.0,,,1'
  aftercare: x.csv:3: there is no device "Bump"; aftercare device list shows all
  [3]
  $ line '2,Other,DE,,Pump,9.9,,,1'
  aftercare: x.csv:3: there is no release "9.9" of device "Pump"
  [3]
  $ line '2,Other,DE,,,1.0,,,1'
  aftercare: x.csv:3: a shipment without a device
  [3]
  $ line '1,Clinic,US,,Pump,1.0,,,7'
  aftercare: x.csv:3: an earlier row has the same shipment: a column "shipment" with a number for each tells them apart
  [3]
  $ line '1,Clinique,US,,Pump,1.1,,,7'
  aftercare: x.csv:3: name of account "1" is "Clinique" here, and "Clinic" in an earlier row
  [3]
  $ line '2,Other'
  aftercare: x.csv:3: 2 fields, the header has 9
  [3]
  $ printf 'konto\n1\n' > x.csv; aftercare consignee import x.csv
  aftercare: x.csv:1: no column is called "account"
  [3]
  $ aftercare consignee import nowhere.csv
  aftercare: nowhere.csv: cannot be opened: No such file or directory
  [3]
  $ aftercare consignee list
  aftercare: 0 consignees, 0 units; 0 foreign
  $ aftercare audit verify
  3 entries, the audit trail is whole

Further rows of an account may tell more of it, and a later list other things.

  $ line '1,,,+1 555 0100,Pump,1.1,L7,2025-01-01,3'
  consignees: 1 new, 0 changed, 0 unchanged
  shipments: 2 new, 0 changed, 0 unchanged
  $ line '1,,,+1 555 0200,Pump,1.0,L7,2025-01-01,3'
  consignees: 0 new, 1 changed, 0 unchanged
  shipments: 0 new, 1 changed, 1 unchanged
  $ aftercare consignee show 1 | tail -3
  shipped on  device  release  lot  serial numbers  quantity  returned
  -           Pump    1.0                                  2         0
  2025-01-01  Pump    1.0      L7                          3         0

What it writes it reads, with telephone numbers that a spreadsheet would take for formulas; without personal data those columns are not there.

  $ aftercare consignee list --format csv 2>err.txt | tee all.csv | tr -d '\r'
  # personal data: contact address telephone email, and name where kind is person
  account,kind,name,role,contact,address,city,region,postal_code,country,telephone,email,shipment,device,release,lot,serial_from,serial_to,shipped_on,quantity,returned,state,why
  1,firm,Clinic,,,,,,,US,'+1 555 0200,,,Pump,1.0,,,,,2,0,,
  1,firm,Clinic,,,,,,,US,'+1 555 0200,,,Pump,1.0,L7,,,2025-01-01,3,0,,
  $ aftercare consignee import all.csv
  consignees: 0 new, 0 changed, 1 unchanged
  shipments: 0 new, 0 changed, 2 unchanged
  $ printf 'account,kind,name,email\n7,person,A. Person,a@example.org\n' > person.csv; aftercare consignee import person.csv | head -1
  consignees: 1 new, 0 changed, 0 unchanged
  $ aftercare consignee list --without-personal-data --format csv 2>err.txt | tail -1 | tr -d '\r'
  7,person,,,,,,,,,,,,,,,,,
  $ aftercare consignee list --without-personal-data --format json 2>err.txt | grep -c 'Person\|example.org'
  0
  [1]

Units that came back are held no more, and the last delivery is what the rules are told.

  $ printf 'account,device,release,lot,shipped_on,quantity,returned\n1,Pump,,L7,2025-01-01,3,3\n' > back.csv; aftercare consignee import back.csv
  consignees: 0 new, 0 changed, 1 unchanged
  shipments: 0 new, 1 changed, 0 unchanged
  $ aftercare consignee list --device Pump
  account  name    country  units  of them by release  state
  1        Clinic  US           2  1.0: 2
  aftercare: 1 consignee, 2 units; 0 foreign
  $ aftercare device show Pump | tail -3
  consignees                      1
  units shipped                   5
  of them returned                3
  $ aftercare case open --device Pump --vulnerability CVE-2021-99001 --learned-on 2026-01-02 2>err.txt
  casefile 1: CVE-2021-99001 in Pump
  $ aftercare device set Pump --expected-life-years 10
  Pump: 1 changed
  $ aftercare case decide 1 --today 2026-01-10 --format json | grep -A4 '"retention"'
    "retention": {
      "rule": "expected_life_plus_2",
      "until": "2037-01-01"
    },
    "reopened": false,

What goes together is said, and what does not is refused.

  $ aftercare consignee list --release 1.0
  aftercare: --release needs the --device that it is of
  [2]
  $ aftercare consignee list --casefile 1 --device Pump
  aftercare: --casefile has its device: --device is not given beside it
  [2]
  $ aftercare consignee list --casefile 9
  aftercare: there is no casefile 9; aftercare case list shows all
  [3]
  $ aftercare consignee show 99
  aftercare: there is no consignee of account "99"; aftercare consignee list shows all
  [3]

No record says what is affected: all who hold units are listed. The casefile says that the device is not: nobody is.

  $ aftercare consignee list --casefile 1
  account  name    country  units  of them by release  state
  1        Clinic  US           2  1.0: 2              not known
  aftercare: release 1.0: not known whether affected, listed (no record in the store says what is affected)
  aftercare: release 1.1: not known whether affected, listed (no record in the store says what is affected)
  aftercare: 1 consignee, 2 units; 0 foreign
  aftercare: of 1 it is not known that what they have is affected
  $ aftercare case vulnerability 1 --vex not_affected --vex-justification component_not_present --vex-reviewed-by qa
  casefile 1: vulnerability 2
  $ aftercare consignee list --casefile 1
  aftercare: nobody is listed: casefile 1 says that the device is not affected
  aftercare: 0 consignees, 0 units; 0 foreign

One by hand, checked as a row of a list is; the trail gets a digest, no personal data.

  $ aftercare consignee add 77 --name "Dr. Roe" --kind person --role practitioner --telephone "+1 555 0177" --country usa
  consignee 77: Dr. Roe
  $ aftercare consignee add 77 --name "Dr. Roe"
  aftercare: account "77" is "Dr. Roe" already; consignee import changes what is stated
  [5]
  $ aftercare consignee add 78 --name Clinic --country XX
  aftercare: country: "XX" is no country: expected two letters of ISO 3166, such as US or DE
  [3]
  $ aftercare consignee add 78 --name Clinic --role nurse
  aftercare: --role is one of direct_account|distributor|importer|user_facility|practitioner|user|other, not "nurse"
  [2]
  $ aftercare consignee add " " --name Clinic
  aftercare: account is empty
  [3]
  $ aftercare consignee add 78
  aftercare: --name is missing
  [2]
  $ aftercare consignee show 77
  account      77
  kind         person
  name         Dr. Roe
  role         practitioner
  country      US
  telephone    +1 555 0177
  $ aftercare audit export | tail -n 1 | jq -c '[.what, .object, (.new | fromjson | .stands = (.stands | length))]'
  17 entries
  ["consignee.add","consignees",{"consignee":3,"account":"77","stands":64}]
  $ aftercare audit verify
  17 entries, the audit trail is whole
  $ aftercare consignee import x.csv >out; aftercare audit verify
  19 entries, the audit trail is whole
