-- Which families of packages components name (matching/package_family.h), and how many components do; kind 0: those
-- that name nothing that can be looked up, -1 where they were never counted.
CREATE TABLE component_family (
  kind INTEGER NOT NULL,
  family TEXT NOT NULL,
  components INTEGER NOT NULL,
  PRIMARY KEY (kind, family)
) STRICT, WITHOUT ROWID;

INSERT INTO component_family (kind, family, components)
SELECT kind, CASE
    WHEN kind = 1 THEN substr(name, 1, instr(name, ':'))
    WHEN kind <> 2 THEN ''
    WHEN substr(name, 1, 4) IN ('deb/', 'rpm/', 'apk/') AND instr(substr(name, 5), '/') > 0
      THEN substr(name, 1, 4 + instr(substr(name, 5), '/'))
    ELSE substr(name, 1, instr(name, '/'))
  END AS family, sum(count)
FROM package JOIN package_components ON package_components.package_id = package.id
WHERE name NOT LIKE '%/*/%'
GROUP BY 1, 2;

INSERT INTO component_family (kind, family, components)
SELECT 0, '', -1 WHERE EXISTS (SELECT id FROM component);
