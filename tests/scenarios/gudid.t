Records of GUDID: what of them is taken, what stays, what is refused.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=ra
  $ record() { printf '{"deviceId":"%s","brandName":"%s","companyName":"Example Inc.","identifiers":{"identifier":{"deviceId":"%s","deviceIdType":"Primary"}},"productCodes":{"fdaProductCode":{"productCode":"%s","productCodeName":"Pump"}},"premarketSubmissions":{"premarketSubmission":[{"submissionNumber":"%s","supplementNumber":"000"},{"submissionNumber":"K600002","supplementNumber":null}]}}\n' "$@"; }
  $ record 09521000000018 Pump 09521000000018 FRN K600001 > g.jsonl
  $ record 09521000000025 Pump 09521000000026 frn1 unknown >> g.jsonl
  $ printf '{"deviceId":7}\n{"brandName":"Nameless"}\n' >> g.jsonl

A device is made where there is none; a second record of the same brand is of the same device. What has not the form is left.

  $ aftercare device import g.jsonl --di 09521000000018
  device  what    key                  GUDID says      stated, or why not
  Pump    filled  classification_name  Pump
  Pump    filled  pathway              510k
  Pump    added   product_code         FRN
  Pump    added   marketing_number     K600001
  Pump    added   marketing_number     K600002
  Pump    added   udi_di               09521000000018
  aftercare: 6 taken, 0 not
  $ aftercare device import g.jsonl --di 09521000000025
  device  what  key               GUDID says      stated, or why not
  Pump    left  product_code      frn1            product_code: product code "frn1": expected three letters
  Pump    left  marketing_number  unknown         marketing_number: marketing number "unknown": expected K123456, DEN123456, P123456, P123456/S001, H123456, BK123456 or "preamendments"
  Pump    left  udi_di            09521000000026  udi_di: device identifier "09521000000026": the check digit is 6, expected 5
  aftercare: 0 taken, 3 not
  $ aftercare device import g.jsonl --di 09521000000018
  aftercare: nothing is different
  $ aftercare device show Pump
  name                            Pump
  classification name             Pump
  pathway                         510k
  udi di                          09521000000018
  product code                    FRN
  marketing number                K600001
  marketing number                K600002
  consignees                      0
  units shipped                   0

Packed it is the same, and the identifier may be written shorter.

  $ zstd -q g.jsonl && aftercare device import g.jsonl.zst --di 9521000000018 --device Pump
  aftercare: nothing is different
  $ aftercare device add Other && aftercare device import g.jsonl --di 09521000000018 --device Other
  device 2: Other
  device  what    key                  GUDID says      stated, or why not
  Other   filled  classification_name  Pump
  Other   filled  pathway              510k
  Other   added   product_code         FRN
  Other   added   marketing_number     K600001
  Other   added   marketing_number     K600002
  Other   left    udi_di               09521000000018  device "Pump" has it
  aftercare: 5 taken, 1 not

What is not in the file changes nothing.

  $ aftercare device import g.jsonl --di 09521000000018 --di 09521000000032 --device Other
  aftercare: g.jsonl has no record of device identifier 09521000000032
  [3]
  $ aftercare device import g.jsonl
  aftercare: --di says which records; --list shows what the file has
  [2]
  $ aftercare device import g.jsonl --list
  aftercare: g.jsonl:3: [2].deviceId: expected text, found a number
  DI              brand     model  company       product code  status
  09521000000018  Pump             Example Inc.  FRN
  09521000000025  Pump             Example Inc.  frn1
                  Nameless                       -
  aftercare: 3 of 3 records
  aftercare: 1 more could not be read
  $ echo hello > text; aftercare device import text --list
  aftercare: text: expected GUDID records as XML, or as JSON a record a line
  [3]
  $ aftercare device import g.jsonl --di 09521000000018 --device Nobody
  aftercare: g.jsonl: 09521000000018: there is no device "Nobody"; aftercare device list shows all
  [3]

The table of product codes gives the classification name, where none is stated.

  $ printf 'product_code\tname\nABC\tA thing, powered\n' > codes.tsv
  $ aftercare device add Thing --product-code abc --product-codes codes.tsv && aftercare device show Thing | grep -i class
  device 3: Thing
  classification name             A thing, powered
  $ aftercare device set Thing --classification-name "A thing" && aftercare device set Thing --product-codes codes.tsv
  Thing: 1 changed
  Thing: nothing is different
  $ aftercare device add Third --product-code abc --product-codes g.jsonl
  aftercare: g.jsonl:1: expected columns product_code and name with tabs between them
  [3]
  $ aftercare audit verify
  10 entries, the audit trail is whole
