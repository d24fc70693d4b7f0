SBOMs made to hurt: 100,000 components whose dependencies go in circles, that all have one reference, that nest as
deep as can be, or that hold 100,000 of something. All of them are read in proportion to their size: a quadratic
step would take hours. (The sanitizers' own memory is not counted.)

  $ within() {
  >   if ldd "$(command -v aftercare)" | grep -qE 'lib[at]san'; then echo yes; return; fi
  >   python3 -c 'import resource, subprocess, sys
  > subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
  > kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
  > print("yes" if kib <= int(sys.argv[1]) * 1024 else f"no, {kib} KiB")' "$@"
  > }
  $ cat >make.py <<'END'
  > import json
  > N = 100000
  > def bom(components, dependencies): return {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": components,
  >     "metadata": {"component": {"type": "device", "bom-ref": "0", "name": "d"}}, "dependencies": dependencies}
  > def library(i, ref): return {"type": "library", "bom-ref": ref, "name": f"n{i}", "version": "1", "purl": f"pkg:generic/n{i}@1"}
  > json.dump(bom([library(i, str(i)) for i in range(1, N)],
  >     [{"ref": str(i), "dependsOn": [str((i + 1) % N), str((i * 7) % N)]} for i in range(N)]), open("circle.json", "w"))
  > json.dump(bom([library(i, "x") for i in range(N)], [{"ref": "x", "dependsOn": ["x"]}] * N), open("same.json", "w"))
  > with open("circle.xml", "w") as f:
  >     f.write('<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components>')
  >     for i in range(N): f.write(f'<component type="library" bom-ref="{i}"><name>n{i}</name></component>')
  >     f.write('</components><dependencies>')
  >     for i in range(N): f.write(f'<dependency ref="{i}"><dependency ref="{(i + 1) % N}"/></dependency>')
  >     f.write('</dependencies></bom>')
  > with open("deep.xml", "w") as f:
  >     f.write('<bom xmlns="http://cyclonedx.org/schema/bom/1.5">' + '<components><component type="library">' * N)
  > json.dump({"spdxVersion": "SPDX-2.3", "packages": [{"SPDXID": f"SPDXRef-{i}", "name": f"n{i}"} for i in range(N)],
  >     "relationships": [{"spdxElementId": f"SPDXRef-{i}", "relationshipType": "CONTAINS", "relatedSpdxElement": f"SPDXRef-{(i + 1) % N}"}
  >     for i in range(N)]}, open("two.json", "w"))
  > json.dump({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph":
  >     [{"type": "software_Package", "spdxId": f"urn:{i}", "name": f"n{i}"} for i in range(N)] +
  >     [{"type": "software_File", "spdxId": f"urn:f{i}", "name": f"dir/file{i}.c"} for i in range(N)] +
  >     [{"type": "Relationship", "from": f"urn:{i}", "relationshipType": "contains", "to": [f"urn:{(i + 1) % N}", f"urn:f{i}"]} for i in range(N)]},
  >     open("three.json", "w"))
  > with open("table.csv", "w") as f:
  >     f.write("ref,name,version,depends on\n")
  >     for i in range(N): f.write(f"{i},n{i},1,{(i + 1) % N}\n")
  > json.dump(bom([dict(library(1, "1"), properties=[{"name": "p", "value": str(i)} for i in range(N)])], []), open("properties.json", "w"))
  > END
  $ python3 make.py
  $ check() { aftercare sbom check "$1" --require ntia --today 2026-11-28 2>/dev/null | grep -E 'circle|[0-9]+ components?'; }
  $ check circle.json
      note  100000 references need each other in a circle, "1" among them
  circle.json: CycloneDX 1.5, 99999 components
  $ check same.json
  same.json: CycloneDX 1.5, 100000 components
  $ check circle.xml
      note  100000 references need each other in a circle, "0" among them
  circle.xml: CycloneDX 1.5, 100000 components
  $ check two.json
      note  100000 references need each other in a circle, "SPDXRef-0" among them
  two.json: SPDX 2.3, 100000 components
  $ check three.json
      note  100000 references need each other in a circle, "urn:0" among them
  three.json: SPDX 3, 100000 components
  $ check table.csv
      note  100000 references need each other in a circle, "0" among them
  table.csv: CSV, 100000 components
  $ check properties.json
  properties.json: CycloneDX 1.5, 1 component
  $ aftercare sbom check deep.xml
  aftercare: deep.xml:1: ...onent/components/component/components/component/components/component/components/component/components: nested too deep
  [3]
  $ within 160 aftercare sbom check circle.json
  yes
  $ within 160 aftercare sbom check circle.xml
  yes
  $ within 200 aftercare sbom check three.json
  yes
