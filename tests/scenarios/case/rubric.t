What an answer of the rubric leads to: one that leads nowhere is not waited for, and one that nobody knows counts as the house has chosen.

  $ export AFTERCARE_STORE=store.db AFTERCARE_USER=sec
  $ aftercare device add Pump --class II --pathway 510k >out
  $ aftercare case open --device Pump --vulnerability CVE-2021-31571 --learned-on 2026-01-05 >out 2>&1
  $ none=$(for q in XIP XAP XCD XID XAD XCT XIT XAT XCW XIW XAW XCS XIS XAS XCO XIO XAO; do printf -- '--answer %s=none ' $q; done)
  $ aftercare case rubric 1 --answer XAVN=no --answer XAVP=yes --answer XACL=no --answer XPRL=yes --answer XPRZ=yes --answer XPRS=yes --answer XUI=no --answer XS=no --answer XCP=yes --answer XCPM=no $none
  casefile 1: rubric 2
  CVSS:3.0/AV:P/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N  1.6 low
  $ aftercare case rubric 1 --answer XPRS=unknown
  casefile 1: rubric 3
  CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N  2.0 low
  $ aftercare case rubric 1 --xprs-unknown low
  casefile 1: rubric 4
  CVSS:3.0/AV:P/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N  1.8 low
  $ aftercare case rubric 1 --show --format json | jq -c '[.xprs_unknown, .open_questions, .score, (.questions[] | select(.id == "XPRS" or .id == "XAVPA") | [.id, .asked, .answer, .gives])]'
  ["low",0,1.8,["XAVPA",true,null,null],["XPRS",true,"unknown","PR:L"]]
  $ aftercare case rubric 1 --answer XAVPA=no
  casefile 1: rubric 5
  CVSS:3.0/AV:P/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N  1.8 low
  $ aftercare case rubric 1 --xprs-unknown none
  casefile 1: rubric 6
  CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N  2.0 low

A package of it is as it was made, by both ways of looking.

  $ aftercare report inspection 1 --output package.zip >out && aftercare audit package package.zip | sed "s/.*: //"; mkdir p && python3 -m zipfile -e package.zip p && python3 p/verify.py | sed "s/.*: //"
  the package is whole in itself; --digest or --key tells whether it is the one that was made
  no faults
