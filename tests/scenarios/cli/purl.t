Package URLs are shown part by part, decoded, with the canonical form last.

  $ aftercare purl pkg:NPM/%40scope/name@1.0.0 'pkg:deb/debian/curl@7.88.1-10+deb12u5?distro=debian-12&arch=amd64#/doc/'
  TYPE  NAMESPACE  NAME  VERSION            QUALIFIERS                   SUBPATH  PURL
  npm   @scope     name  1.0.0                                                    pkg:npm/%40scope/name@1.0.0
  deb   debian     curl  7.88.1-10+deb12u5  arch=amd64 distro=debian-12  doc      pkg:deb/debian/curl@7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12#doc

As JSON it is one array in the order given, what cannot be read in its place, and the exit status says so.

  $ aftercare purl --format json 'pkg:rpm/redhat/openssl@3.0.7-27.el9?epoch=1&arch=x86_64' curl 'pkg:npm/a%zz' pkg:cargo/rand@0.7.2
  [
    {
      "purl": "pkg:rpm/redhat/openssl@3.0.7-27.el9?arch=x86_64&epoch=1",
      "type": "rpm",
      "namespace": "redhat",
      "name": "openssl",
      "version": "3.0.7-27.el9",
      "qualifiers": {
        "arch": "x86_64",
        "epoch": "1"
      },
      "subpath": null
    },
    {
      "text": "curl",
      "error": "purl \"curl\" does not start with pkg:"
    },
    {
      "text": "pkg:npm/a%zz",
      "error": "purl \"pkg:npm/a%zz\": name: \"%zz\" is no percent escape"
    },
    {
      "purl": "pkg:cargo/rand@0.7.2",
      "type": "cargo",
      "namespace": null,
      "name": "rand",
      "version": "0.7.2",
      "qualifiers": {},
      "subpath": null
    }
  ]
  [3]

In the table the others are shown, and what is wrong goes to stderr.

  $ aftercare purl pkg:swift/Alamofire@5.4.3 pkg:gem/rails@7.0.0
  aftercare: purl "pkg:swift/Alamofire@5.4.3": type swift needs a namespace
  TYPE  NAMESPACE  NAME   VERSION  QUALIFIERS  SUBPATH  PURL
  gem              rails  7.0.0                         pkg:gem/rails@7.0.0
  [3]
  $ aftercare purl "$(printf 'pkg:npm/a\033[1m')" "$(printf 'pkg:npm/\377')"
  aftercare: purl "pkg:npm/a?[1m": name holds a control character
  aftercare: purl "pkg:npm/\xff": name is not UTF-8
  [3]
  $ aftercare purl pkg:npm/$(printf '%04096d' 0)
  aftercare: purl has 4104 bytes, the limit is 4096
  [3]

Used wrongly:

  $ aftercare purl
  aftercare: TEXT is missing
  [2]
  $ aftercare purl --format xml pkg:npm/a
  aftercare: --format is one of table|json, not "xml"
  [2]
