Five real devices as their advisories describe them, each with the records of the NVD, CISA's advisory, EPSS and KEV. A line of
`sbom` is a component: name, version, CPE.
needs: data

  $ sbom() { python3 -c '
  > import json, sys
  > print(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": [
  >     {"type": "application", "name": name, "version": version, "cpe": "cpe:2.3:" + cpe}
  >     for name, version, cpe in (line.split() for line in sys.stdin)]}))'; }
  $ found() { aftercare scan sbom.json --format json --feeds "$@" 2>/dev/null | python3 -c '
  > import json, sys
  > for f in json.load(sys.stdin)["findings"]:
  >     scores = " ".join("%s %s" % (c["source"], c["score"]) for c in f["cvss"] if not c["vector"].startswith("AV:"))
  >     print(f["component"]["name"], f["vulnerability"], f["tier"], f["state"], "KEV" if f["kev"] else "-", scores)'; }

A programmer for pacemakers whose firmware has no version, hit by two advisories four years apart. The NVD has the first one's; the
second names its product in words alone, which is no finding.

  $ sbom >sbom.json <<END
  > firmware - o:bostonscientific:zoom_latitude_prm_3120_firmware:-:*:*:*:*:*:*:*
  > programmer - h:bostonscientific:zoom_latitude_prm_3120:-:*:*:*:*:*:*:*
  > END
  $ csaf="$DATA/csaf/icsma"
  $ found "$DATA/demo/1-zoom-latitude-programmer" "$csaf/2017/icsma-17-292-01.json" "$csaf/2021/icsma-21-273-01.json"
  firmware CVE-2017-14012 B affected - nvd 4.6 csaf:cisa 4.6
  firmware CVE-2017-14014 B affected - nvd 4.6 csaf:cisa 4.6

Without the machine in the SBOM it cannot be said on what the firmware runs.

  $ sbom >sbom.json <<END
  > firmware - o:bostonscientific:zoom_latitude_prm_3120_firmware:-:*:*:*:*:*:*:*
  > END
  $ found "$DATA/demo/1-zoom-latitude-programmer" | head -n 1
  firmware CVE-2017-14012 B platform_not_in_sbom - nvd 4.6

Anaesthesia machines: models in words, no CPE anywhere. Nothing is found, and the scan says that nobody could have.

  $ echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components":
  >   [{"type": "device", "name": "GE Aestiva", "version": "7900", "supplier": {"name": "Datex-Ohmeda Inc"}}]}' >sbom.json
  $ found "$csaf/2019/icsma-19-190-01.json"
  $ aftercare scan sbom.json --feeds "$csaf/2019/icsma-19-190-01.json" 2>/dev/null | grep -A1 'no source'
  no source can see these components:
      GE Aestiva 7900: no purl, no CPE

An infusion pump: 011U000061 is before 012U000062 by no scheme but the generic one, and five weaknesses are scored differently by
each who scores them.

  $ sbom >sbom.json <<END
  > SpaceCom 011U000061 o:bbraun:spacecom2:011u000061:*:*:*:*:*:*:*
  > pump - h:bbraun:infusomat_large_volume_pump_871305u:-:*:*:*:*:*:*:*
  > END
  $ found "$DATA/demo/3-infusomat-spacecom" "$csaf/2021/icsma-21-294-01.json"
  SpaceCom CVE-2021-33882 B affected - nvd 8.6 csaf:cisa 6.8
  SpaceCom CVE-2021-33883 B affected - nvd 7.5 csaf:cisa 5.9
  SpaceCom CVE-2021-33884 B affected - nvd 9.1 csaf:cisa 6.5
  SpaceCom CVE-2021-33885 B affected - nvd 9.8 csaf:cisa 9.0
  SpaceCom CVE-2021-33886 B affected - nvd 8.8 csaf:cisa 6.8
  $ sed -i 's/011U000061/012U000062/; s/011u000061/012u000062/' sbom.json
  $ found "$DATA/demo/3-infusomat-spacecom"

A picture archive with other people's parts in it, two of their weaknesses known to be exploited. jQuery 3.1.1 is past its own.

  $ sbom >sbom.json <<END
  > Redis 4.0.9 a:redislabs:redis:4.0.9:*:*:*:*:*:*:*
  > Tomcat 8.5.31 a:apache:tomcat:8.5.31:*:*:*:*:*:*:*
  > 7-Zip 18.03 a:7-zip:7-zip:18.03:*:*:*:*:*:*:*
  > jQuery 3.1.1 a:jquery:jquery:3.1.1:*:*:*:*:*:*:*
  > SMB 1.0 a:microsoft:server_message_block:1.0:*:*:*:*:*:*:*
  > Windows_7 - o:microsoft:windows_7:-:sp1:*:*:*:*:*:*
  > END
  $ kev="$DATA/feeds/kev/known_exploited_vulnerabilities-2025.08.25.json"
  $ found "$DATA/demo/5-vue-pacs-third-party-kev" "$kev"
  7-Zip CVE-2018-10115 B affected - nvd 7.8
  Redis CVE-2018-11218 B affected - nvd 9.8
  Redis CVE-2018-12326 B affected - nvd 8.4
  SMB CVE-2017-0143 B affected KEV nvd 8.1
  Tomcat CVE-2018-8014 B affected - nvd 9.8
  Windows_7 CVE-2015-1635 B affected KEV* (glob)
  $ aftercare scan sbom.json --feeds "$DATA/demo/5-vue-pacs-third-party-kev" "$kev" --fail-on kev >/dev/null 2>&1
  [1]

A syringe pump with eight weaknesses: CISA's file gives each the same 3.7, the NVD scores them one by one.

  $ sbom >sbom.json <<END
  > Medfusion 1.5 o:smiths-medical:medfusion_4000_wireless_syringe_infusion_pump:1.5:*:*:*:*:*:*:*
  > pump - h:smiths-medical:medfusion_4000_wireless_syringe_infusion_pump:-:*:*:*:*:*:*:*
  > END
  $ found "$DATA/demo/6-medfusion-4000-scores" "$csaf/2017/icsma-17-250-02a.json"
  Medfusion CVE-2017-12718 B affected - nvd 8.1 csaf:cisa 3.7
  Medfusion CVE-2017-12720 B affected - nvd 8.1 csaf:cisa 3.7
  Medfusion CVE-2017-12721 B affected - nvd 5.9 csaf:cisa 3.7
  Medfusion CVE-2017-12722 B affected - nvd 5.3 csaf:cisa 3.7
  Medfusion CVE-2017-12723 B affected - nvd 3.7 csaf:cisa 3.7
  Medfusion CVE-2017-12724 B affected - nvd 8.1 csaf:cisa 3.7
  Medfusion CVE-2017-12725 B affected - nvd 5.6 csaf:cisa 3.7
  Medfusion CVE-2017-12726 B affected - nvd 7.3 csaf:cisa 3.7
  $ sed -i 's/:1.5:/:1.2:/' sbom.json
  $ found "$DATA/demo/6-medfusion-4000-scores"
