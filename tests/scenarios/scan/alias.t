From a vulnerability or a CPE name back to the devices: packages of distributions, names in another case, parts under another
name. Nothing is stored about rules with a component, so what comes later is found too.

  $ export AFTERCARE_STORE=$PWD/a.db AFTERCARE_USER=mvk
  $ python3 - <<'EOF'
  > import json
  > def part(name, version, **names):
  >     return {"type": "library", "name": name, "version": version, **names}
  > parts = [part("libssl1.1", "1.1.1k-1+deb11u1",
  >         purl="pkg:deb/debian/libssl1.1@1.1.1k-1%2Bdeb11u1?distro=debian-11&upstream=openssl"),
  >     part("OpenSSL", "1.1.1k", purl="pkg:generic/OpenSSL@1.1.1k"),
  >     part("busybox", "1.28.4", purl="pkg:apk/alpine/busybox@1.28.4-r3?distro=alpine-3.8"),
  >     part("kernel of FreeRTOS", "10.0.1", cpe="cpe:2.3:a:amazon:freertos:10.0.1:*:*:*:*:*:*:*")]
  > json.dump({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": parts}, open("sbom.json", "w"))
  > EOF
  $ aftercare device add Pump >/dev/null
  $ aftercare sbom import sbom.json --device Pump --release 1 >/dev/null
  $ aftercare feed import "$TESTDIR"/../../../docs/example/nvd.json >/dev/null
  $ aftercare where CVE-2021-3712
  aftercare: no source serves purl type apk/alpine, purl type deb/debian, purl type generic, which components name
  device  release  units  component  version           state     why
  Pump    1            -  OpenSSL    1.1.1k            affected  nvd CVE-2021-3712: cpe a:openssl:openssl, 1.1.1 <= 1.1.1k < 1.1.1l by scheme generic; alias generic/OpenSSL = cpe a:openssl:openssl, shipped
  Pump    1            -  libssl1.1  1.1.1k-1+deb11u1  affected  nvd CVE-2021-3712: cpe a:openssl:openssl, 1.1.1 <= 1.1.1k < 1.1.1l by scheme generic; the distribution may have carried a fix back; 1.1.1k is 1.1.1k-1+deb11u1 without its packaging; alias deb/debian/openssl = cpe a:openssl:openssl, shipped
  $ aftercare where CVE-2018-1000517
  aftercare: no source serves purl type apk/alpine, purl type deb/debian, purl type generic, which components name
  device  release  units  component  version  state     why
  Pump    1            -  busybox    1.28.4   affected  nvd CVE-2018-1000517: cpe a:busybox:busybox, 1.28.4 < 1.29.0 by scheme generic; the distribution may have carried a fix back; 1.28.4 is 1.28.4-r3 without its packaging; alias apk/alpine/busybox = cpe a:busybox:busybox, shipped
  $ aftercare where CVE-2021-31571
  aftercare: no source serves purl type apk/alpine, purl type deb/debian, purl type generic, which components name
  device  release  units  component           version  state     why
  Pump    1            -  kernel of FreeRTOS  10.0.1   affected  nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic; alias cpe a:amazon:freertos = cpe o:amazon:freertos, shipped
  $ aftercare where cpe:2.3:a:openssl:openssl
  device  release  units  component  version           state  why
  Pump    1            -  OpenSSL    1.1.1k                   alias generic/openssl = cpe a:openssl:openssl, shipped
  Pump    1            -  libssl1.1  1.1.1k-1+deb11u1         alias deb/*/openssl = cpe a:openssl:openssl, shipped
  $ aftercare where cpe:2.3:a:openssl:openssl:1.1.1k
  device  release  units  component  version           state  why
  Pump    1            -  OpenSSL    1.1.1k                   alias generic/openssl = cpe a:openssl:openssl, shipped
  Pump    1            -  libssl1.1  1.1.1k-1+deb11u1         alias deb/*/openssl = cpe a:openssl:openssl, shipped
  $ aftercare where pkg:deb/debian/openssl --format json
  [
    {
      "device": "Pump",
      "release": "1",
      "units": null,
      "component": "libssl1.1",
      "version": "1.1.1k-1+deb11u1",
      "through": null
    }
  ]
