A distribution ports fixes back: what it says of its own package stands before the upstream's range. Debian fixed
CVE-2026-90010 of libfrob in 1.1.1-2+deb11u1, the upstream in 1.1.2; NVD knows the upstream alone. The real zlib lends its
names, since a rule leads from it to a CPE name.

  $ cat >nvd.json <<'END'
  > {"format": "NVD_CVE", "version": "2.0", "timestamp": "2026-01-12T00:00:00.000", "vulnerabilities": [{"cve": {
  >   "id": "CVE-2026-90010", "published": "2026-01-10T00:00:00.000", "lastModified": "2026-01-11T00:00:00.000",
  >   "vulnStatus": "Analyzed", "descriptions": [{"lang": "en", "value": "The inflater reads too far."}],
  >   "configurations": [{"nodes": [{"operator": "OR", "negate": false, "cpeMatch": [{"vulnerable": true,
  >       "criteria": "cpe:2.3:a:zlib:zlib:*:*:*:*:*:*:*:*", "versionEndExcluding": "1.1.2"}]}]}]}}]}
  > END
  $ cat >debian.json <<'END'
  > {"schema_version": "1.6.0", "id": "DEBIAN-CVE-2026-90010", "upstream": ["CVE-2026-90010"],
  >   "modified": "2026-01-12T00:00:00Z", "published": "2026-01-10T00:00:00Z", "affected": [
  >   {"package": {"ecosystem": "Debian:11", "name": "zlib"}, "ranges": [{"type": "ECOSYSTEM",
  >     "events": [{"introduced": "0"}, {"fixed": "1:1.1.1-2+deb11u1"}]}]}]}
  > END
  $ sbom() { echo '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "'$1'",
  >   "version": "'$2'", "purl": "pkg:deb/debian/'$1'@'$2'?distro='$3'"}]}' >sbom.json; }
  $ scan() { aftercare scan sbom.json "$@" | head -n 3; }

Before the fix, both say so, and Debian decides.

  $ sbom zlib 1:1.1.1-2 debian-11; scan --feeds nvd.json debian.json
  zlib                     1:1.1.1-2      CVE-2026-90010       A     - unscored 
      osv:debian DEBIAN-CVE-2026-90010: purl deb/debian/zlib debian-11, 1:1.1.1-2 < 1:1.1.1-2+deb11u1 by scheme dpkg
  

With Debian's fix the upstream's version is the same, and NVD alone would call it affected. The finding stays visible, as
fixed, with the word that was overruled; it does not count.

  $ sbom zlib 1:1.1.1-2%2Bdeb11u1 bullseye; scan --feeds nvd.json debian.json
  zlib                     1:1.1.1-2%2Bdeb11u1 CVE-2026-90010       A     - unscored fixed
      osv:debian DEBIAN-CVE-2026-90010: purl deb/debian/zlib debian-11, not 1:1.1.1-2+deb11u1 < 1:1.1.1-2+deb11u1 by scheme dpkg
      but affected: nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-2+deb11u1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped
  $ aftercare scan sbom.json --feeds nvd.json debian.json --fail-on any >/dev/null

The word of a distribution holds for its own releases: bookworm's package is judged by the upstream's range. So is that of a
release that the distribution no longer speaks of, and one whose release the SBOM does not say: a negative word must be certain.

  $ sbom zlib 1:1.1.1-2%2Bdeb11u1 debian-12; scan --feeds nvd.json debian.json
  zlib                     1:1.1.1-2%2Bdeb11u1 CVE-2026-90010       D     - unscored 
      nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-2+deb11u1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped
  
  $ sbom zlib 1:1.1.1-1 wheezy; scan --feeds nvd.json debian.json
  zlib                     1:1.1.1-1      CVE-2026-90010       D     - unscored 
      nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped
  
  $ sbom zlib 1:1.1.1-2%2Bdeb11u1 ''; scan --feeds nvd.json debian.json
  zlib                     1:1.1.1-2%2Bdeb11u1 CVE-2026-90010       D     - unscored 
      nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-2+deb11u1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped
  

A binary package is judged by its source: the word for zlib is the word for zlib1g.

  $ sbom zlib1g 1:1.1.1-2%2Bdeb11u1 'debian-11&upstream=zlib'; scan --feeds nvd.json debian.json
  zlib1g                   1:1.1.1-2%2Bdeb11u1 CVE-2026-90010       A     - unscored fixed
      osv:debian DEBIAN-CVE-2026-90010: purl deb/debian/zlib debian-11, not 1:1.1.1-2+deb11u1 < 1:1.1.1-2+deb11u1 by scheme dpkg
      but affected: nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-2+deb11u1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped

Without Debian's records there is nobody to overrule the upstream.

  $ scan --feeds nvd.json
  zlib1g                   1:1.1.1-2%2Bdeb11u1 CVE-2026-90010       D     - unscored 
      nvd CVE-2026-90010: cpe a:zlib:zlib, 1.1.1 < 1.1.2 by scheme generic; the distribution may have carried a fix back; 1.1.1 is 1:1.1.1-2+deb11u1 without its packaging; alias deb/debian/zlib = cpe a:zlib:zlib, shipped
  
