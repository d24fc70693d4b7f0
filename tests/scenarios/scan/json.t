The result as JSON. Equal inputs give equal bytes, but for the instant of the import.

  $ cp "$TESTDIR"/../../../docs/example/*.json .
  $ aftercare scan pump.cdx.json --feeds nvd.json --format json | tee first.json
  {
    "sbom": {
      "file": "pump.cdx.json",
      "format": "CycloneDX 1.5",
      "components": 4,
      "sha256": "4ab0894c7586490c62b4debfde417eae7397769ed329f2706e79be84561c4f76"
    },
    "data": [
      {
        "source": "nvd",
        "records": 3,
        "newest": "2022-01-06T00:00:00Z",
        "imported": "*" (glob)
      }
    ],
    "findings": [
      {
        "vulnerability": "CVE-2021-31571",
        "aliases": [],
        "component": {
          "name": "FreeRTOS",
          "version": "10.0.1",
          "purl": null,
          "cpe": "cpe:2.3:o:amazon:freertos:10.0.1:*:*:*:*:*:*:*",
          "ref": "rtos"
        },
        "tier": "B",
        "state": "affected",
        "source": "nvd",
        "trace": [
          "nvd CVE-2021-31571: cpe o:amazon:freertos, 10.0.1 < 10.4.3 by scheme generic"
        ],
        "other_sources": [],
        "others": [],
        "cvss": [
          {
            "source": "nvd",
            "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "score": 9.8,
            "severity": "critical"
          }
        ],
        "kev": false,
        "exploited_in": [],
        "epss": null,
        "fixed_in": [
          "10.4.3"
        ],
        "published": "2021-04-22",
        "summary": "FreeRTOS computes the size of a new queue with an addition that can overflow, and so makes it too small."
      },
      {
        "vulnerability": "CVE-2018-1000517",
        "aliases": [],
        "component": {
          "name": "busybox",
          "version": "1.28.4",
          "purl": null,
          "cpe": "cpe:2.3:a:busybox:busybox:1.28.4:*:*:*:*:*:*:*",
          "ref": "shell"
        },
        "tier": "B",
        "state": "affected",
        "source": "nvd",
        "trace": [
          "nvd CVE-2018-1000517: cpe a:busybox:busybox, 1.28.4 < 1.29.0 by scheme generic"
        ],
        "other_sources": [],
        "others": [],
        "cvss": [
          {
            "source": "nvd",
            "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "score": 9.8,
            "severity": "critical"
          }
        ],
        "kev": false,
        "exploited_in": [],
        "epss": null,
        "fixed_in": [
          "1.29.0"
        ],
        "published": "2018-06-26",
        "summary": "The wget of BusyBox writes past the end of a heap buffer when a server answers in a certain way."
      },
      {
        "vulnerability": "CVE-2021-3712",
        "aliases": [],
        "component": {
          "name": "openssl",
          "version": "1.1.1k",
          "purl": null,
          "cpe": "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*",
          "ref": "tls"
        },
        "tier": "B",
        "state": "affected",
        "source": "nvd",
        "trace": [
          "nvd CVE-2021-3712: cpe a:openssl:openssl, 1.1.1 <= 1.1.1k < 1.1.1l by scheme generic"
        ],
        "other_sources": [],
        "others": [],
        "cvss": [
          {
            "source": "nvd",
            "vector": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:H",
            "score": 7.4,
            "severity": "high"
          }
        ],
        "kev": false,
        "exploited_in": [],
        "epss": null,
        "fixed_in": [
          "1.1.1l"
        ],
        "published": "2021-08-24",
        "summary": "OpenSSL reads beyond an ASN.1 string that was built without a closing zero byte; memory may be told or the program end."
      }
    ],
    "not_matchable": [
      {
        "component": {
          "name": "dose-calculator",
          "version": "4.2.0"
        },
        "why": "no purl, no CPE"
      }
    ],
    "not_served": [],
    "counts": {
      "critical": 2,
      "high": 1,
      "medium": 0,
      "low": 0,
      "none": 0,
      "unscored": 0,
      "kev": 0,
      "exploited": 0
    },
    "held_back": []
  }

The same from a store, whatever way the records came in.

  $ aftercare feed import nvd.json
  1 document: 3 new records, 0 changed, 0 unchanged, 0 older, 0 skipped
  $ aftercare scan pump.cdx.json --format json >second.json
  $ diff <(grep -v '"imported"' first.json) <(grep -v '"imported"' second.json)
