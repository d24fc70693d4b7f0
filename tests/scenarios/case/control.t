Compensating controls out of a catalogue, and what the notice tells of them.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=ra
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-02 >out 2>&1
  $ aftercare control add isolate --text "isolation from the network" --customer-text "Disconnect the pump from the network." --term interim
  control isolate: version 1
  $ aftercare control add isolate --customer-text "Unplug the network cable of the pump."
  control isolate: version 2
  $ aftercare control add firewall --term long_term --text "a firewall before the ward" >out
  $ aftercare control list
  control   version  term       text
  firewall        1  long_term  a firewall before the ward
  isolate         2  interim    isolation from the network
  $ aftercare control show isolate | sed 's/, 20[^,]*,/, DAY,/'
  version 1, DAY, ra: {"text":"isolation from the network","customer_text":"Disconnect the pump from the network.","term":"interim"}
  version 2, DAY, ra: {"text":"isolation from the network","customer_text":"Unplug the network cable of the pump.","term":"interim"}
  $ aftercare control list --format json | jq -c '.[] | del(.at)'
  {"control":"firewall","version":1,"by":"ra","term":"long_term","text":"a firewall before the ward","customer_text":null}
  {"control":"isolate","version":2,"by":"ra","term":"interim","text":"isolation from the network","customer_text":"Unplug the network cable of the pump."}
  $ aftercare control show isolate --format json | jq -c '.[] | [.version, .customer_text]'
  [1,"Disconnect the pump from the network."]
  [2,"Unplug the network cable of the pump."]

A casefile takes what the catalogue says, unless it says otherwise, and keeps it whatever becomes of the catalogue.

  $ aftercare case control 1 --from isolate --identified-on 2026-01-10 --adds-risk no
  casefile 1: control 2
  $ aftercare case control 1 --from firewall --identified-on 2026-01-11 --long-term no --adds-risk no --text "Ask us for the rules." >out
  $ aftercare control add isolate --customer-text "Something else." >out
  $ aftercare report notice 1 --format json 2>out | grep -c -e "Unplug the network cable of the pump." -e "Ask us for the rules."
  2
  $ aftercare report casefile 1 --format json | grep -o -e '"catalogue_version": [0-9]*' -e '"long_term": [a-z]*' | sort | uniq -c | sed 's/^ *//'
  1 "catalogue_version": 1
  1 "catalogue_version": 2
  2 "long_term": false

  $ aftercare case control 1 --from nothing --identified-on 2026-01-10
  aftercare: the catalogue has no control "nothing"; aftercare control list shows all
  [3]
  $ aftercare control show nothing --format json
  aftercare: the catalogue has no control "nothing"; aftercare control list shows all
  [3]
  $ aftercare control add isolate
  aftercare: nothing is stated: see --help for the options
  [2]
  $ aftercare audit verify
  9 entries, the audit trail is whole
