Rocky Linux is built from the sources of Red Hat Enterprise Linux. Where Rocky has no record of a vulnerability, what Red Hat
says is affected is likely so there: tier D, and the trace says why.

  $ osv() { echo '{"schema_version": "1.6.0", "id": "'$1'", "upstream": ["CVE-2026-90030"],
  >   "modified": "2026-01-12T00:00:00Z", "published": "2026-01-10T00:00:00Z", "affected": [
  >   {"package": {"ecosystem": "'"$2"'", "name": "frob"}, "ranges": [{"type": "ECOSYSTEM",
  >     "events": [{"introduced": "0"}, {"fixed": "'$3'"}]}]}]}'; }
  $ osv RHSA-2026:1 "Red Hat:enterprise_linux:9::baseos" 0:2.1-5.el9 >redhat.json
  $ osv RLSA-2026:1 "Rocky Linux:9" 0:2.1-4.el9.rocky.1 >rocky.json
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "frob",
  >   "version": "'$1'", "purl": "pkg:rpm/'$2'/frob@'$1'?distro='$3'"}]}' >sbom.json; }
  $ scan() { aftercare scan sbom.json --stale-after never "$@" | head -n 3; }

  $ sbom 2.1-4.el9 rocky rocky-9.4; scan --feeds redhat.json
  frob                     2.1-4.el9      CVE-2026-90030       D     - unscored 
      osv:redhat RHSA-2026:1: purl rpm/redhat/frob rhel-9, 2.1-4.el9 < 0:2.1-5.el9 by scheme rpm; the rebuild may differ; rocky-9 is built from rhel-9
  
  $ sbom 2.1-4.el9 almalinux almalinux-9.4; scan --feeds redhat.json | head -n 1
  frob                     2.1-4.el9      CVE-2026-90030       D     - unscored 
  $ sbom 2.1-4.el8 rocky rocky-8.9; scan --feeds redhat.json
  
  sbom.json: 1 component, 0 findings
  data: osv:redhat, 1 record, newest 2026-01-12T00:00:00Z

Rocky's own record stands before it, whichever way it goes.

  $ sbom 2.1-4.el9.rocky.1 rocky rocky-9.4; scan --feeds redhat.json rocky.json
  frob                     2.1-4.el9.rocky.1 CVE-2026-90030       A     - unscored fixed
      osv:rocky RLSA-2026:1: purl rpm/rocky/frob rocky-9, not 2.1-4.el9.rocky.1 < 0:2.1-4.el9.rocky.1 by scheme rpm
      but affected: osv:redhat RHSA-2026:1: purl rpm/redhat/frob rhel-9, 2.1-4.el9.rocky.1 < 0:2.1-5.el9 by scheme rpm; the rebuild may differ; rocky-9 is built from rhel-9
  $ sbom 2.1-3.el9 rocky rocky-9.4; scan --feeds redhat.json rocky.json | head -n 1
  frob                     2.1-3.el9      CVE-2026-90030       A     - unscored 

An import of Red Hat's record reaches the fleet's components of Rocky, as matching everything would.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=qa
  $ sbom 2.1-4.el9 rocky rocky-9.4
  $ aftercare device add Pump; aftercare sbom import sbom.json --device Pump --release 1 >/dev/null
  device 1: Pump
  $ aftercare feed import redhat.json >/dev/null; aftercare where CVE-2026-90030 | tail -n 1
  Pump    1            -  frob       2.1-4.el9  affected  osv:redhat RHSA-2026:1: purl rpm/redhat/frob rhel-9, 2.1-4.el9 < 0:2.1-5.el9 by scheme rpm; the rebuild may differ; rocky-9 is built from rhel-9
  $ aftercare match --events | tail -n 1
    1  feed import  appeared  CVE-2026-90030  frob       2.1-4.el9  Pump    1                affected D  osv:redhat RHSA-2026:1
  $ aftercare feed import rocky.json >/dev/null; aftercare match --events | tail -n 1
    2  feed import  changed   CVE-2026-90030  frob       2.1-4.el9  Pump    1        affected D  affected A  osv:rocky RLSA-2026:1
  $ aftercare match --full
  everything matched: no finding has changed
