What its source withdraws is no longer known to be affected; who has it is told all the same, until a person has said what follows.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra; cp "$TESTDIR"/../../docs/example/*.json .
  $ aftercare feed import nvd.json >out 2>&1
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare sbom import pump.cdx.json --device Pump --release 1.0 >out 2>&1
  $ printf 'account,name,country,device,release,shipped_on,quantity\n1,Clinic,US,Pump,1.0,2025-01-01,10\n' >where.csv && aftercare consignee import where.csv >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 >out 2>&1
  $ aftercare consignee list --casefile 1
  account  name    country  units  of them by release  state
  1        Clinic  US          10  1.0: 10             affected
  aftercare: release 1.0: affected (FreeRTOS 10.0.1: affected)
  aftercare: 1 consignee, 10 units; 0 foreign
  $ sed 's/"vulnStatus": "[A-Za-z ]*"/"vulnStatus": "Rejected"/; s/"lastModified": "[^"]*"/"lastModified": "2026-02-01T00:00:00.000"/' nvd.json >rejected.json
  $ aftercare feed import rejected.json >out 2>&1
  $ aftercare consignee list --casefile 1
  account  name    country  units  of them by release  state
  1        Clinic  US          10  1.0: 10             not known
  aftercare: release 1.0: not known whether affected, listed (FreeRTOS 10.0.1: withdrawn)
  aftercare: 1 consignee, 10 units; 0 foreign
  aftercare: of 1 it is not known that what they have is affected
