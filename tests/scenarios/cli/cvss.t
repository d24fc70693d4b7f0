Vectors of every version are scored; what a version or a vector does not have is a dash.

  $ aftercare cvss CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P '(AV:N/AC:L/Au:N/C:N/I:N/A:C/CDP:H)'
  VERSION  BASE  TEMPORAL  ENVIRONMENTAL  SCORE  SEVERITY  VECTOR
  3.1       9.8         -              -    9.8  critical  CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
  3.1       9.8       9.3              -    9.3  critical  CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P
  2.0       7.8         -            8.9    8.9  high      (AV:N/AC:L/Au:N/C:N/I:N/A:C/CDP:H)
  $ aftercare cvss CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N/E:A/MAV:A CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N
  VERSION  BASE  TEMPORAL  ENVIRONMENTAL  SCORE  SEVERITY  VECTOR
  4.0       9.3         -              -    8.7  high      CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N/E:A/MAV:A
  3.0       0.0         -              -    0.0  none      CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N

As JSON it is one array in the order given, what cannot be read in its place, and the exit status says so.

  $ aftercare cvss --format json CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P CVSS:3.1/AV:N AV:N/AC:L/Au:N/C:N/I:N/A:C
  [
    {
      "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P",
      "version": "3.1",
      "base": 9.8,
      "temporal": 9.3,
      "environmental": null,
      "score": 9.3,
      "severity": "critical"
    },
    {
      "vector": "CVSS:3.1/AV:N",
      "error": "AC is missing"
    },
    {
      "vector": "AV:N/AC:L/Au:N/C:N/I:N/A:C",
      "version": "2.0",
      "base": 7.8,
      "temporal": null,
      "environmental": null,
      "score": 7.8,
      "severity": "high"
    }
  ]
  [3]

Beside a table the reason goes to stderr.

  $ aftercare cvss CVSS:3.1/AV:N AV:N/AC:L/Au:N/C:N/I:N/A:C
  aftercare: "CVSS:3.1/AV:N": AC is missing
  VERSION  BASE  TEMPORAL  ENVIRONMENTAL  SCORE  SEVERITY  VECTOR
  2.0       7.8         -              -    7.8  high      AV:N/AC:L/Au:N/C:N/I:N/A:C
  [3]
  $ aftercare cvss $'CVSS:3.1/AV:\e[31mN'
  aftercare: "CVSS:3.1/AV:?[31mN": AV is one of N, A, L, P, not "?[31mN"
  [3]
  $ aftercare cvss
  aftercare: VECTOR is missing
  [2]
  $ aftercare cvss --format csv AV:N
  aftercare: --format is one of table|json, not "csv"
  [2]
