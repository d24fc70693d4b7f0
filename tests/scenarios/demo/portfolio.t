The demonstration portfolio: each device meets the vulnerabilities that demo/README.md promises, and no others.

  $ cd "$TESTDIR/../../../demo"
  $ found() { aftercare scan "sboms/$1" --feeds feeds >"$HOME/$1"; grep -E ' CVE-[0-9-]+ +[ABCD] | components, ' "$HOME/$1" | sed 's/ *$//'; }

  $ found rivulet-s3-3.2.0.cdx.json
  FreeRTOS                 10.0.1         CVE-2021-31571       B   9.8 critical
  FreeRTOS                 10.0.1         CVE-2021-32020       B   9.8 critical
  bluez5                   5.54           CVE-2021-0129        B   5.7 medium
  busybox                  1.31.1         CVE-2018-1000500     B   8.1 high
  curl                     7.69.1         CVE-2021-22876       C   5.3 medium
  dnsmasq                  2.81           CVE-2021-3448        B   4.0 medium
  expat                    2.2.9          CVE-2013-0340        B   6.8 medium
  glibc                    2.31           CVE-2021-35942       B   9.1 critical
  glibc                    2.31           CVE-2024-2961        B   7.3 high
  libcurl                  7.69.1         CVE-2021-22876       B   5.3 medium
  libxml2                  2.9.10         CVE-2021-3517        B   8.6 high
  linux                    5.4.47         CVE-2021-33909       B   7.8 high
  linux                    5.4.47         CVE-2024-1086        B   7.8 high     KEV
  linux                    5.4.47         CVE-2024-36971       B   7.8 high     KEV
  mosquitto                1.6.9          CVE-2021-34432       B   7.5 high
  openssl                  1.1.1g         CVE-2021-23840       B   7.5 high
  openssl                  1.1.1g         CVE-2021-3711        B   9.8 critical
  openssl                  1.1.1g         CVE-2021-3712        B   7.4 high
  openssl                  1.1.1g         CVE-2024-5535        B   9.1 critical
  qtbase                   5.14.2         CVE-2021-38593       B   7.5 high
  sqlite3                  3.31.1         CVE-2025-6965        B     - unscored
  u-boot                   2020.01        CVE-2021-27097       B   7.8 high
  wpa-supplicant           2.9            CVE-2021-27803       B   7.5 high
  sboms/rivulet-s3-3.2.0.cdx.json: 41 components, 23 findings, 5 critical, 12 high, 5 medium, 1 unscored, 2 in KEV
  $ found larkfield-m8-8.4.1.cdx.json
  Net-SNMP                 5.7.3          CVE-2018-18066       B   7.5 high
  OpenSSL                  1.0.2k         CVE-2018-0732        B   7.5 high
  OpenSSL                  1.0.2k         CVE-2021-23840       B   7.5 high
  OpenSSL                  1.0.2k         CVE-2021-3712        B   7.4 high
  OpenSSL                  1.0.2k         CVE-2024-5535        B   9.1 critical
  Qt                       5.12.1         CVE-2021-38593       B   7.5 high
  SQLite                   3.24.0         CVE-2018-20346       B   8.1 high
  SQLite                   3.24.0         CVE-2025-6965        B     - unscored
  VxWorks                  6.9.3          CVE-2015-3963        B   5.8 medium   platform_not_in_sbom
  VxWorks                  6.9.3          CVE-2015-7599        B   8.1 high
  VxWorks                  6.9.3          CVE-2019-12255       B   9.8 critical
  VxWorks                  6.9.3          CVE-2019-12256       B   9.8 critical
  VxWorks                  6.9.3          CVE-2019-12257       B   8.8 high
  VxWorks                  6.9.3          CVE-2019-12258       B   7.5 high
  VxWorks                  6.9.3          CVE-2019-12259       B   6.3 medium
  VxWorks                  6.9.3          CVE-2019-12260       B   9.8 critical
  VxWorks                  6.9.3          CVE-2019-12261       B   8.8 high
  VxWorks                  6.9.3          CVE-2019-12262       B   7.1 high
  VxWorks                  6.9.3          CVE-2019-12263       B   8.1 high
  VxWorks                  6.9.3          CVE-2019-12264       B   7.1 high
  VxWorks                  6.9.3          CVE-2019-12265       B   5.4 medium
  ntp                      4.2.8p11       CVE-2018-12327       B   9.8 critical
  wolfSSL                  4.8.1          CVE-2024-5991        B  10.0 critical
  sboms/larkfield-m8-8.4.1.cdx.json: 31 components, 23 findings, 6 critical, 13 high, 3 medium, 1 unscored
  $ found corvane-p2-2.6.0.spdx.json
  Chromium Embedded Framework 90.0.4430.72   CVE-2021-21233       B   8.8 high     platform_not_in_sbom
  Chromium Embedded Framework 90.0.4430.72   CVE-2021-30565       B   8.8 high     platform_not_in_sbom
  Zephyr                   2.4.0          CVE-2021-3320        B   7.5 high
  Zephyr                   2.4.0          CVE-2024-6442        A   6.3 medium
  Zephyr                   2.4.0          CVE-2025-1673        B   8.2 high
  aiohttp                  3.7.4          CVE-2024-23334       A   7.5 high
  bluez                    5.55-3.1+deb11u1 CVE-2021-0129        B   5.7 medium
  github.com/golang-jwt/jwt/v4 v4.5.0         CVE-2025-30204       A     - unscored
  golang.org/x/net         v0.10.0        CVE-2023-3978        A     - unscored
  golang.org/x/net         v0.10.0        CVE-2024-45338       A     - unscored
  libc6                    2.31-13+deb11u10 CVE-2021-35942       B   9.1 critical
  libc6                    2.31-13+deb11u10 CVE-2024-2961        B   7.3 high
  libexpat1                2.2.10-2+deb11u5 CVE-2013-0340        D   6.8 medium
  libsqlite3-0             3.34.1-3       CVE-2025-6965        B     - unscored
  libssl1.1                1.1.1w-0+deb11u1 CVE-2024-5535        B   9.1 critical
  libxml2                  2.9.10+dfsg-6.7+deb11u4 CVE-2021-3517        D   8.6 high
  linux-image-amd64        5.10.218-1     CVE-2021-33909       B   7.8 high
  linux-image-amd64        5.10.218-1     CVE-2024-1086        B   7.8 high     KEV
  linux-image-amd64        5.10.218-1     CVE-2024-36971       B   7.8 high     KEV
  pillow                   8.1.0          CVE-2021-25289       A     - unscored
  pillow                   8.1.0          CVE-2022-22817       A     - unscored
  urllib3                  1.26.4         CVE-2021-33503       A     - unscored
  wolfSSL                  4.6.0          CVE-2021-37155       B   9.8 critical
  wolfSSL                  4.6.0          CVE-2024-5991        B  10.0 critical
  sboms/corvane-p2-2.6.0.spdx.json: 36 components, 24 findings, 4 critical, 10 high, 3 medium, 7 unscored, 2 in KEV
  $ found hearthlight-review-5.1.3.cdx.json
  .NET Framework           4.8            CVE-2021-24111       B   7.5 high
  7-Zip                    22.01          CVE-2025-0411        B   7.0 high     KEV
  Apache Tomcat            9.0.96         CVE-2025-24813       B   9.8 critical KEV
  DCMTK                    3.6.5          CVE-2022-2121        B   7.5 high
  DCMTK                    3.6.5          CVE-2024-28130       B   7.5 high
  OpenSSL                  3.0.8          CVE-2024-5535        B   9.1 critical
  PostgreSQL               12.2           CVE-2021-3393        B   4.3 medium
  TeamViewer Host          14.2.8352      CVE-2021-34803       B   7.8 high     platform_not_in_sbom
  Windows 10 IoT Enterprise LTSC 2019 10.0.17763.5329 CVE-2021-34527       B   8.8 high     KEV
  Windows 10 IoT Enterprise LTSC 2019 10.0.17763.5329 CVE-2021-36934       B   7.8 high     KEV
  Windows 10 IoT Enterprise LTSC 2019 10.0.17763.5329 CVE-2024-21338       B   7.2 high     KEV
  Windows 10 IoT Enterprise LTSC 2019 10.0.17763.5329 CVE-2024-38063       B   8.5 high
  Windows 10 IoT Enterprise LTSC 2019 10.0.17763.5329 CVE-2025-21391       B   7.1 high     KEV
  log4net                  2.0.8          CVE-2018-1285        B   9.8 critical
  sboms/hearthlight-review-5.1.3.cdx.json: 39 components, 14 findings, 3 critical, 10 high, 1 medium, 6 in KEV

Famous names in the feeds that touch none of the devices, Heartbleed, KRACK, BlueBorne, regreSSHion and SMBv1 among
them, and others that are about another version.

  $ for id in CVE-2014-0160 CVE-2017-13077 CVE-2017-1000251 CVE-2024-6387 CVE-2017-0143 CVE-2010-2965 \
  >     CVE-2017-14491 CVE-2021-28831 CVE-2017-12615 CVE-2017-5645 CVE-2024-8376 CVE-2020-36242 CVE-2021-21330
  > do
  >   grep -qr "$id" feeds || echo "$id is in no feed"
  >   grep -l "$id" "$HOME"/*.json
  > done
  [1]

The portfolio names only files that are there, and UDI-DIs whose check digit makes their sum end in 0.

  $ for file in $(grep -oE '"(sboms|feeds)/[^"]*"' portfolio.json | tr -d '"')
  > do
  >   test -e "$file" || echo "$file is missing"
  > done
  $ grep -oE '[0-9]{14}' portfolio.json |
  >     awk '{ for (i = 1; i <= 14; i++) sum += substr($0, i, 1) * (i % 2 ? 3 : 1); print sum % 10; sum = 0 }'
  0
  0
  0
  0

What to try next is told as the program was called.

  $ ln -s "$(command -v aftercare)" "$HOME/another-name"
  $ "$HOME/another-name" demo --store "$HOME/demo.db" --data . --reports "$HOME" 2>"$HOME/no" | sed -n '/^Try next/,$p' | sed "s|$HOME|HOME|g"
  Try next:
    HOME/another-name serve --store HOME/demo.db
    HOME/another-name scan ./sboms/larkfield-m8-8.4.1.cdx.json --store HOME/demo.db
    HOME/another-name case decide 2 --store HOME/demo.db
    HOME/another-name audit verify --store HOME/demo.db
