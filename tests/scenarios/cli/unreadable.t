Names and SBOMs that cannot be read: one line each, with what was expected.

  $ aftercare purl 'pkg:npm/%zz@1.0'
  aftercare: purl "pkg:npm/%zz@1.0": name: "%zz" is no percent escape
  [3]
  $ aftercare cpe 'cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*'
  aftercare: cpe "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*": found 12 parts behind cpe:2.3:, expected 11
  [3]
  $ export AFTERCARE_STORE=$HOME/a.db; aftercare device add Pump
  device 1: Pump
  $ aftercare where 'pkg:npm/%zz'
  aftercare: purl "pkg:npm/%zz": name: "%zz" is no percent escape
  [3]
  $ aftercare where 'cpe:2.3:a:b'
  aftercare: cpe "cpe:2.3:a:b": found 2 parts behind cpe:2.3:, expected 11
  [3]

SBOMs that cannot be read.

  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a","version":"1"}' >cut.cdx.json; aftercare scan cut.cdx.json
  aftercare: cut.cdx.json:2: components[0]: ends in the middle of an array
  [3]
  $ echo '{"bomFormat":"CycloneDX","specVersion":"1.5","components":7}' >type.cdx.json; aftercare scan type.cdx.json
  aftercare: type.cdx.json:1: components: expected an array, found a number
  [3]
  $ echo '{"hello":1}' >other.json; aftercare scan other.json
  aftercare: other.json: not an SBOM of a known format; read are CycloneDX JSON 1.2 to 1.7, CycloneDX XML 1.0 to 1.7, SPDX JSON 2.2 and 2.3, SPDX JSON 3.0, SPDX tag-value 2.2 and 2.3, SWID tags, CSV with a column of names
  [3]
  $ aftercare scan nowhere.json
  aftercare: nowhere.json: No such file or directory
  [3]
