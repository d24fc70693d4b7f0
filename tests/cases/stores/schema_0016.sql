-- A store as aftercare of 2026-11-29, schema 16, made it, as text: users, a feed of three records, a device with a
-- release, a lot, a consignee, a signal in a casefile with an attachment and a signature, settings. Typed were:
-- user add, sign-in, feed import, device add, sbom import, lot add, consignee add, signal add, signal link,
-- case open, case attach, case assess, sign, program set.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  records INTEGER NOT NULL DEFAULT 0,
  newest_at INTEGER,
  imported_at INTEGER NOT NULL
) STRICT;
INSERT INTO source VALUES(1,'nvd',3,1641427200000000,1795956255354517);
CREATE TABLE feed_file (
  digest BLOB NOT NULL PRIMARY KEY,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO feed_file VALUES(X'025398cf3a5106be8920b8c8e24b12fdde9ca085eca736b795755f5e6c4fcc7a',1795956255354517);
CREATE TABLE advisory (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  source_id INTEGER NOT NULL,
  state INTEGER NOT NULL,
  published_at INTEGER,
  modified_at INTEGER,
  revision TEXT,
  digest BLOB NOT NULL,
  packages BLOB NOT NULL
) STRICT;
INSERT INTO advisory VALUES(1,'CVE-2018-1000517',1,0,1530030540000000,1613433600000000,NULL,X'37218f76a058a61011d8b10eb138e659',X'01');
INSERT INTO advisory VALUES(2,'CVE-2021-31571',1,0,1619115300000000,1620086400000000,NULL,X'e4c3b856958f544aa380d0eae9d79b3d',X'02');
INSERT INTO advisory VALUES(3,'CVE-2021-3712',1,0,1629818100000000,1641427200000000,NULL,X'5cbfe08d1da1285f8feed202ea30738e',X'03');
CREATE TABLE advisory_text (
  advisory_id INTEGER PRIMARY KEY,
  card BLOB NOT NULL, block_id INTEGER, raw_at INTEGER, raw_len INTEGER) STRICT;
INSERT INTO advisory_text VALUES(1,X'605468652077676574206f662042757379426f782077726974657320706173742074686520656e64206f662061206865617020627566666572207768656e20612073657276657220616e737765727320696e2061206365727461696e207761792e000001036e766403332e312c435653533a332e312f41563a4e2f41433a4c2f50523a4e2f55493a4e2f533a552f433a482f493a482f413a4863',1,0,1126);
INSERT INTO advisory_text VALUES(2,X'684672656552544f5320636f6d7075746573207468652073697a65206f662061206e6577207175657565207769746820616e206164646974696f6e20746861742063616e206f766572666c6f772c20616e6420736f206d616b657320697420746f6f20736d616c6c2e000001036e766403332e312c435653533a332e312f41563a4e2f41433a4c2f50523a4e2f55493a4e2f533a552f433a482f493a482f413a4863',1,1126,1132);
INSERT INTO advisory_text VALUES(3,X'774f70656e53534c207265616473206265796f6e6420616e2041534e2e3120737472696e67207468617420776173206275696c7420776974686f7574206120636c6f73696e67207a65726f20627974653b206d656d6f7279206d617920626520746f6c64206f72207468652070726f6772616d20656e642e000001036e766403332e312c435653533a332e312f41563a4e2f41433a482f50523a4e2f55493a4e2f533a552f433a482f493a4e2f413a484b',1,2258,1462);
CREATE TABLE advisory_config (
  advisory_id INTEGER PRIMARY KEY,
  configs BLOB NOT NULL
) STRICT;
CREATE TABLE advisory_vulnerability (
  vulnerability_id INTEGER NOT NULL,
  advisory_id INTEGER NOT NULL,
  PRIMARY KEY (vulnerability_id, advisory_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE advisory_alias (
  name TEXT NOT NULL,
  advisory_id INTEGER NOT NULL,
  PRIMARY KEY (name, advisory_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE vulnerability (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE kev (
  vulnerability_id INTEGER PRIMARY KEY,
  added_on TEXT,
  due_on TEXT,
  ransomware INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE epss (
  vulnerability_id INTEGER PRIMARY KEY,
  score INTEGER NOT NULL,
  percentile INTEGER NOT NULL
) STRICT;
CREATE TABLE package (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
INSERT INTO package VALUES(1,1,'a:busybox:busybox');
INSERT INTO package VALUES(2,1,'o:amazon:freertos');
INSERT INTO package VALUES(3,1,'a:openssl:openssl');
CREATE TABLE package_ranges (
  package_id INTEGER PRIMARY KEY,
  ranges BLOB NOT NULL
) STRICT;
INSERT INTO package_ranges VALUES(1,X'010100010e0003112d0842080103112d0806312e32392e30');
INSERT INTO package_ranges VALUES(2,X'010100010f00041a141308420802041a1413080631302e342e33');
INSERT INTO package_ranges VALUES(3,X'010100023c041110120807111111096c0108470803041110120805312e302e3208111012097a61010807312e302e327a61470803041111110805312e312e3107111111096c010806312e312e316c');
CREATE TABLE release (
  id INTEGER PRIMARY KEY,
  device_id INTEGER NOT NULL,
  version TEXT NOT NULL,
  units INTEGER,
  released_on TEXT,
  list_id INTEGER,
  UNIQUE (device_id, version)
) STRICT;
INSERT INTO "release" VALUES(1,1,'4.2.0',NULL,NULL,1);
CREATE TABLE component_list (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  components BLOB NOT NULL,
  count INTEGER NOT NULL
) STRICT;
INSERT INTO component_list VALUES(1,X'377a23f52c6b357696238c3318f677a082dd3430bb6691042bd550a5cda28ebb',X'0101010101',5);
CREATE TABLE component (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  content BLOB NOT NULL,
  lists BLOB NOT NULL
) STRICT;
INSERT INTO component VALUES(1,X'37335548c2090b61622b1592e7c8e53908b764e93b64da8ca3ce522fdb82cbb6','Example Infusion Pump','4.2.0',X'01154578616d706c6520496e667573696f6e2050756d7005342e322e30066465766963650f4578616d706c65204d65646963616c00000000',X'01');
INSERT INTO component VALUES(2,X'25e599935bebbd4bd797eb7ba55d5cb0b38d35ff524a4ce3a993c3070573ad57','FreeRTOS','10.0.1',X'01084672656552544f530631302e302e31106f7065726174696e672d73797374656d00000001010102116f3a616d617a6f6e3a6672656572746f730631302e302e31002e6370653a322e333a6f3a616d617a6f6e3a6672656572746f733a31302e302e313a2a3a2a3a2a3a2a3a2a3a2a3a2a00',X'01');
INSERT INTO component VALUES(3,X'971b6f94c65dc1409c7903a0ccde7705e7d66389e864efff48fbf75bcbe8e9f4','openssl','1.1.1k',X'01076f70656e73736c06312e312e316b076c6962726172790000000101010211613a6f70656e73736c3a6f70656e73736c06312e312e316b002e6370653a322e333a613a6f70656e73736c3a6f70656e73736c3a312e312e316b3a2a3a2a3a2a3a2a3a2a3a2a3a2a00',X'01');
INSERT INTO component VALUES(4,X'b151f2cc9c52788e8aad0f33bd2ea336a67126b540b748d0c63802633ed1a02b','busybox','1.28.4',X'010762757379626f7806312e32382e340b6170706c69636174696f6e0000000101010211613a62757379626f783a62757379626f7806312e32382e34002e6370653a322e333a613a62757379626f783a62757379626f783a312e32382e343a2a3a2a3a2a3a2a3a2a3a2a3a2a00',X'01');
INSERT INTO component VALUES(5,X'8d5d40f436aad34f35680aaaa0103e2c2a4f9cfdbcf72e42e9d85b4f16c74e2c','dose-calculator','4.2.0',X'010f646f73652d63616c63756c61746f7205342e322e30076c6962726172790f4578616d706c65204d65646963616c00000000',X'01');
CREATE TABLE package_components (
  package_id INTEGER PRIMARY KEY,
  components BLOB NOT NULL,
  count INTEGER NOT NULL
) STRICT;
INSERT INTO package_components VALUES(1,X'04',1);
INSERT INTO package_components VALUES(2,X'02',1);
INSERT INTO package_components VALUES(3,X'03',1);
CREATE TABLE sbom (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  digest BLOB NOT NULL,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL
, serial TEXT, subject BLOB) STRICT;
INSERT INTO sbom VALUES(1,1,X'4ab0894c7586490c62b4debfde417eae7397769ed329f2706e79be84561c4f76','CycloneDX 1.5','pump.cdx.json',1795956255534599,X'28b52ffd6009032d0e0086594d223051f30c766a24a008c870747a4f720c599823e5315168df0dbd770749414339140c4400400044000d5b1e01f50b2a50cef2876a9a67a95f8c7101a8e9a74551c319f136cf775ec4e0bccd6f9485b719c646e74bb0979437253c71f0303a0631e06daefe664c78d1e14d1d0192b719faa99e358d7f789b5f422a6f850fa37c91f16e4a9862ad5eab0b5604b3a86529016631bccdf279a5ff5ae5ddd4b1cd5efdf1fa8f37258bc6b2960fb0802f19e35d65296b81688878f89f0934d6f9be52085517b0559f2fe3a68a6da62989a4c8ee2676cedaf30bf39b9332a24b6194073b2c8c8d461054d877f2f906c273285f1429922c66acee22e69ca9a7f1a1f1792804cc4674203472dc6350185b75d69c94de9eb1288be228852fa3ab90e9d3692e89ec2606e8a6b1ceff09358c1cfebc6307284c0739203002439063bc01ee9484d40608e70a11b27225e1432e66c21a7de01186b8068c05f4660048a63a20231bae04402044da80b0cc4185e00021520c63017a334c5150f19033130aa188267432b3b2b924c7c61ea36327d37df5561374327e27220d30cbab7301c3616a6fc3be14d2033d84fb73a9dec07983ebe6b2237265495e506ce6c02ec685df1d3a843d','urn:uuid:5f6a2c0e-0d55-4a0b-9f0e-6d1c53c7a001',X'01154578616d706c6520496e667573696f6e2050756d7005342e322e30066465766963650f4578616d706c65204d65646963616c00000000');
CREATE TABLE trail (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  object TEXT NOT NULL,
  old TEXT,
  new TEXT,
  why TEXT NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
INSERT INTO trail VALUES(1,1795956251773474,'root','user.add','user anna',NULL,'{"name":"anna","full_name":"Anna Ager","roles":"administrator","state":"active","attested_by":"","training":""}','',X'0000000000000000000000000000000000000000000000000000000000000000',X'365160a8bd93a96cee3b4d025a3b54b0f2dbfc02423d77f25e677489c521f245');
INSERT INTO trail VALUES(2,1795956252364588,'anna','user.sign-in','user anna',NULL,'{"new_secret":true,"accepted_statement":"1"}','',X'365160a8bd93a96cee3b4d025a3b54b0f2dbfc02423d77f25e677489c521f245',X'3c766c46d3c3d90296e186d4e336d14d3628239f2335d01722bf531ce4fc3e38');
INSERT INTO trail VALUES(3,1795956253488665,'anna','user.add','user ben',NULL,'{"name":"ben","full_name":"Ben Baker","roles":"security, regulatory","state":"active","attested_by":"anna","attested_on":"2026-05-04","training":""}','',X'3c766c46d3c3d90296e186d4e336d14d3628239f2335d01722bf531ce4fc3e38',X'3b8c1309fbaef807a53b12f99933a30eab9839d41feff27f0f499bc95bc51edf');
INSERT INTO trail VALUES(4,1795956254149011,'anna','user.train','user ben','{"name":"ben","full_name":"Ben Baker","roles":"security, regulatory","state":"active","attested_by":"anna","attested_on":"2026-05-04","training":""}','{"name":"ben","full_name":"Ben Baker","roles":"security, regulatory","state":"active","attested_by":"anna","attested_on":"2026-05-04","training":"SOP-7","training_until":"2030-01-01"}','',X'3b8c1309fbaef807a53b12f99933a30eab9839d41feff27f0f499bc95bc51edf',X'0b90b83640d7e17ca0a7cd37d8938cb4cfe926d9e635038cf287e3a2e9a63a2c');
INSERT INTO trail VALUES(5,1795956254201284,'ben','user.sign-in','user ben',NULL,'{"new_secret":true,"accepted_statement":"1"}','',X'0b90b83640d7e17ca0a7cd37d8938cb4cfe926d9e635038cf287e3a2e9a63a2c',X'89f78786b293770690571d56375ccc8d596fc679adaedc61f713d74f297173dc');
INSERT INTO trail VALUES(6,1795956255354517,'ben','feed.import','feeds',NULL,'{"files":[{"path":"nvd.json","sha256":"025398cf3a5106be8920b8c8e24b12fdde9ca085eca736b795755f5e6c4fcc7a"}],"documents":1,"unchanged_files":0,"new":3,"changed":0,"unchanged":0,"older":0,"skipped":0}','',X'89f78786b293770690571d56375ccc8d596fc679adaedc61f713d74f297173dc',X'1e4df138eae520c2d4a06d78e85e3c0332a27a065b79e658fa681ec846a56d5d');
INSERT INTO trail VALUES(7,1795956255457550,'ben','device.add','device 1',NULL,'{"name":"Example Pump","class":"II","pathway":"510k","marketed":true,"cyber_device":true,"product_code":["FRN"]}','',X'1e4df138eae520c2d4a06d78e85e3c0332a27a065b79e658fa681ec846a56d5d',X'7b36fa215c707dcd805eca1cd880e8acf7b9be3e6847aa92a887531866544ef9');
INSERT INTO trail VALUES(8,1795956255534599,'ben','release.add','release 1',NULL,'{"device":1,"version":"4.2.0"}','',X'7b36fa215c707dcd805eca1cd880e8acf7b9be3e6847aa92a887531866544ef9',X'71ad91857aaa0e3127cf45b80c9b0e8f670d4760b85c7cf982e035d569aa495c');
INSERT INTO trail VALUES(9,1795956255534599,'ben','sbom.import','release 1',NULL,'{"file":"pump.cdx.json","format":"CycloneDX 1.5","sha256":"4ab0894c7586490c62b4debfde417eae7397769ed329f2706e79be84561c4f76","components":4,"new_components":4}','',X'71ad91857aaa0e3127cf45b80c9b0e8f670d4760b85c7cf982e035d569aa495c',X'1b3191f9bde78ca4e49ffcbf17288b2d695dfd00015ff44652becca807e7300a');
INSERT INTO trail VALUES(10,1795956255716232,'ben','casefile.open','casefile 1',NULL,'{"device":"Example Pump","title":"CVE-2021-31571","vulnerability":"CVE-2021-31571","device_number":1}','',X'1b3191f9bde78ca4e49ffcbf17288b2d695dfd00015ff44652becca807e7300a',X'1161554b8f0512aa3b6d8d62773a754c4e2613a056639889647283ad5ebc71a7');
INSERT INTO trail VALUES(11,1795956255716232,'ben','casefile.vulnerability','casefile 1',NULL,'{"record":1,"kind":"vulnerability","facts":{"learned_on":"2026-01-02","id":"CVE-2021-31571"},"more":{}}','',X'1161554b8f0512aa3b6d8d62773a754c4e2613a056639889647283ad5ebc71a7',X'72787714ef7dd9bd26721cdeae0d5ae464230cec73933298bfb866992910830e');
INSERT INTO trail VALUES(12,1795956255774856,'ben','refused','casefile 1',NULL,NULL,'on 2026-01-05 is more than 7 days before today: say why it is entered so late (--why)',X'72787714ef7dd9bd26721cdeae0d5ae464230cec73933298bfb866992910830e',X'1eced230407b60d273ac7afe7a9ef94322ca8505e54c26e2e8aedcee94a02f60');
INSERT INTO trail VALUES(13,1795956255852190,'ben','casefile.attachment','casefile 1',NULL,'{"record":2,"kind":"attachment","facts":{},"more":{"file":"ev.txt","size_bytes":9,"sha256":"bdcf4c994585af6dd6cb1cfbff78bcc73ab27dc30a299db5bb83766ca05b5de4"}}','',X'1eced230407b60d273ac7afe7a9ef94322ca8505e54c26e2e8aedcee94a02f60',X'9f5b0d7e4b18565736dfc663a9bb20b788ef080e327f771b96d6ecb218a30094');
INSERT INTO trail VALUES(14,1795956255944695,'ben','program.set','setting time_zone',NULL,'"America/Chicago"','',X'9f5b0d7e4b18565736dfc663a9bb20b788ef080e327f771b96d6ecb218a30094',X'bb4e90335d28e66b58c90882fde53433727c9d6a0a2b104fa969c8f64aa7ea24');
INSERT INTO trail VALUES(15,1795956263575597,'ben','lot.add','lot 1',NULL,'{"device":1,"release":"4.2.0","lot":"L1","serial_from":null,"serial_to":null,"model_number":null,"manufactured_on":null,"expires_on":null,"quantity":40}','',X'bb4e90335d28e66b58c90882fde53433727c9d6a0a2b104fa969c8f64aa7ea24',X'44cb6b4051fac15e60d268613241ed1d5b24a19b3ac8a21e8fa010f99c276f97');
INSERT INTO trail VALUES(16,1795956263684064,'ben','consignee.add','consignees',NULL,'{"consignee":1,"account":"H-1","stands":"fdba19ea511e8390a22432967a86e854eb11babbe31a6051f193025ee71bae90"}','',X'44cb6b4051fac15e60d268613241ed1d5b24a19b3ac8a21e8fa010f99c276f97',X'47595d1e321123792ab431f1d6b2ad41a06d5395cfef7a66bd26564d2c8bcad8');
INSERT INTO trail VALUES(17,1795956263738563,'ben','signal.received','signal 1',NULL,'{"kind":"complaint","received":"2026-11-28","source":"General Hospital","summary":"alarm late"}','',X'47595d1e321123792ab431f1d6b2ad41a06d5395cfef7a66bd26564d2c8bcad8',X'2e82a75578a1d5d1210c78f22aae2306785aa0c95eae737301c8e6af365da8b9');
INSERT INTO trail VALUES(18,1795956263804959,'ben','casefile.assessment','casefile 1',NULL,'{"record":3,"kind":"assessment","facts":{"on":"2026-01-05","exploitability":"high","severity":"serious","rationale":"reachable over the ward network"},"more":{"policy_number":0,"policy_version":"default-1","context":["kev = not listed","epss = none","score nvd 3.1 = 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","advisory nvd CVE-2021-31571 = active of 2021-05-04T00:00:00Z (e4c3b856958f)","release 4.2.0 = affected"]}}','entered late',X'2e82a75578a1d5d1210c78f22aae2306785aa0c95eae737301c8e6af365da8b9',X'21cbfe1836c356368fe7fcb2628dbeec22c82f4e7cd1c6a22c9c843b7f96c00d');
INSERT INTO trail VALUES(19,1795956263891783,'ben','sign.authorship','casefile 1',NULL,'{"record":3,"meaning":"authorship","full_name":"Ben Baker","content":"c556c561baa9b054e83314f90c8a04d794d8b87b1b3e6e19de88a2aa3c0b1fb9","seal":"eebccfb69cd6833623332ce33c5cc3b246aad6fff78ad950e13d18d6a9a96f03"}','',X'21cbfe1836c356368fe7fcb2628dbeec22c82f4e7cd1c6a22c9c843b7f96c00d',X'5199c3851ad6cfb2bc954884723f6d555d9673facfbd5e961ab0aa69a94214bb');
INSERT INTO trail VALUES(20,1795956264490611,'ben','program.set','setting time_zone','"America/Chicago"','"America/Chicago"','',X'5199c3851ad6cfb2bc954884723f6d555d9673facfbd5e961ab0aa69a94214bb',X'f7d2516af5337a9f798809d61bc7675231f65ff9f3c760d310a0e36d5a35f959');
INSERT INTO trail VALUES(21,1795956264503879,'ben','program.profile','profile',NULL,'{"name":"Example Devices"}','',X'f7d2516af5337a9f798809d61bc7675231f65ff9f3c760d310a0e36d5a35f959',X'765d93f363803f3b46e51aff17e91a49a29c85fb6974c5738e320e4bb3652abe');
INSERT INTO trail VALUES(22,1795956264503879,'ben','program.set','setting profile',NULL,'{"name":"Example Devices"}','',X'765d93f363803f3b46e51aff17e91a49a29c85fb6974c5738e320e4bb3652abe',X'bc9a92c3bd480c394722e47445d8eeac0e54a81c6768f2a58c746c865b17e303');
INSERT INTO trail VALUES(23,1795956264547213,'ben','signal.triage','signal 1',NULL,'{"state":"accepted","reason":"put into casefile 1"}','',X'bc9a92c3bd480c394722e47445d8eeac0e54a81c6768f2a58c746c865b17e303',X'5e2c1e018c6852e469b6accf4b420c28811aa1943d0832da9a3874456121b099');
INSERT INTO trail VALUES(24,1795956264547213,'ben','signal.link','signal 1',NULL,'{"casefile":1}','',X'5e2c1e018c6852e469b6accf4b420c28811aa1943d0832da9a3874456121b099',X'51dd2ac625005a9969a798b2b6a946db1a61350d62f1082cb78ce824c5f9dd2f');
INSERT INTO trail VALUES(25,1795956264547213,'ben','casefile.signal','casefile 1',NULL,'{"record":4,"kind":"signal","facts":{},"more":{"signal":1,"kind":"complaint","received":"2026-11-28","received_on":"2026-11-28","source":"General Hospital","reference":""}}','',X'51dd2ac625005a9969a798b2b6a946db1a61350d62f1082cb78ce824c5f9dd2f',X'01be1c3179b71d9fe903e674e69a62b08353fc6d9a0d468633238daef665c2d3');
CREATE TABLE casefile (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  device_id INTEGER NOT NULL,
  vulnerability TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_on TEXT
) STRICT;
INSERT INTO casefile VALUES(1,'CVE-2021-31571',1,'CVE-2021-31571',1795956255716232,NULL);
CREATE TABLE casefile_record (
  id INTEGER PRIMARY KEY,
  casefile_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  replaces INTEGER,
  facts TEXT NOT NULL,
  more TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
INSERT INTO casefile_record VALUES(1,1,'vulnerability',NULL,'{"learned_on":"2026-01-02","id":"CVE-2021-31571"}','{}',1795956255716232,'ben');
INSERT INTO casefile_record VALUES(2,1,'attachment',NULL,'{}','{"file":"ev.txt","size_bytes":9,"sha256":"bdcf4c994585af6dd6cb1cfbff78bcc73ab27dc30a299db5bb83766ca05b5de4"}',1795956255852190,'ben');
INSERT INTO casefile_record VALUES(3,1,'assessment',NULL,'{"on":"2026-01-05","exploitability":"high","severity":"serious","rationale":"reachable over the ward network"}','{"policy_number":0,"policy_version":"default-1","context":["kev = not listed","epss = none","score nvd 3.1 = 9.8 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H","advisory nvd CVE-2021-31571 = active of 2021-05-04T00:00:00Z (e4c3b856958f)","release 4.2.0 = affected"]}',1795956263804959,'ben');
INSERT INTO casefile_record VALUES(4,1,'signal',NULL,'{}','{"signal":1,"kind":"complaint","received":"2026-11-28","received_on":"2026-11-28","source":"General Hospital","reference":""}',1795956264547213,'ben');
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('profile','{"name":"Example Devices"}');
INSERT INTO setting VALUES('time_zone','America/Chicago');
CREATE TABLE trail_head (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT;
INSERT INTO trail_head VALUES(1,25,X'01be1c3179b71d9fe903e674e69a62b08353fc6d9a0d468633238daef665c2d3');
CREATE TABLE vex_document (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  author TEXT NOT NULL,
  format TEXT NOT NULL,
  file TEXT NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER NOT NULL,
  life INTEGER NOT NULL,
  issued_at INTEGER,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL,
  report TEXT NOT NULL
) STRICT;
CREATE TABLE vex_statement (
  id INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL,
  life INTEGER NOT NULL,
  vulnerability TEXT NOT NULL,
  status INTEGER NOT NULL,
  justification INTEGER NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  made_at INTEGER,
  from_on TEXT,
  until_on TEXT,
  replaces INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE TABLE vex_name (
  name TEXT NOT NULL,
  life INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (name, life, statement_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE vex_package (
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  statement_id INTEGER NOT NULL,
  PRIMARY KEY (name, kind, statement_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE coverage_run (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE TABLE feed_skip (
  feed TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  reasons TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO feed_skip VALUES('nvd',1795956255354517,0,'');
CREATE TABLE package_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- the trail names rules by it, so none comes again
  left_kind INTEGER NOT NULL,
  left_name TEXT NOT NULL,
  right_kind INTEGER NOT NULL,
  right_name TEXT NOT NULL,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  component TEXT NOT NULL,
  digest BLOB NOT NULL,
  file TEXT NOT NULL,
  files INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  raw BLOB NOT NULL
) STRICT;
CREATE TABLE component_match (
  place INTEGER PRIMARY KEY,
  matches BLOB NOT NULL
) STRICT;
INSERT INTO component_match VALUES(8589934592,X'0215010001adb0ea1e010101420800000631302e342e33');
INSERT INTO component_match VALUES(12884901888,X'031c010001ad80d0030101014708000005312e312e310006312e312e316c');
INSERT INTO component_match VALUES(17179869184,X'0116010001a7d088d1070101014208000006312e32392e30');
CREATE TABLE config_lists (
  advisory_id INTEGER PRIMARY KEY,
  lists BLOB NOT NULL
) STRICT;
CREATE TABLE match_head (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL
) STRICT;
INSERT INTO match_head VALUES(1,4);
CREATE TABLE match_run (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  trail INTEGER NOT NULL,
  release_id INTEGER,
  previous_list_id INTEGER,
  list_id INTEGER,
  appeared INTEGER NOT NULL,
  vanished INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
INSERT INTO match_run VALUES(1,1795956255534599,2,9,1,NULL,1,3,0,0);
CREATE TABLE match_event (
  run_id INTEGER NOT NULL,
  component_id INTEGER NOT NULL,
  events BLOB NOT NULL,
  PRIMARY KEY (run_id, component_id)
) STRICT, WITHOUT ROWID;
INSERT INTO match_event VALUES(1,2,X'adb0ea1e00020000');
INSERT INTO match_event VALUES(1,3,X'ad80d00300020000');
INSERT INTO match_event VALUES(1,4,X'a7d088d10700020000');
CREATE TABLE component_family (
  kind INTEGER NOT NULL,
  family TEXT NOT NULL,
  components INTEGER NOT NULL,
  PRIMARY KEY (kind, family)
) STRICT, WITHOUT ROWID;
INSERT INTO component_family VALUES(0,'',1);
INSERT INTO component_family VALUES(1,'a:',2);
INSERT INTO component_family VALUES(1,'o:',1);
CREATE TABLE raw_block (
  id INTEGER PRIMARY KEY,
  plain_bytes INTEGER NOT NULL,
  dead_bytes INTEGER NOT NULL
) STRICT;
INSERT INTO raw_block VALUES(1,3720,0);
CREATE TABLE raw_bytes (
  block_id INTEGER PRIMARY KEY,
  members BLOB NOT NULL,
  packed BLOB NOT NULL
) STRICT;
INSERT INTO raw_bytes VALUES(1,X'01e60802ec0803b60b',X'28b52ffd60880d851d0076359c28f0ae5807d0860076bc95f75619e44870c30483f2edc41e33ef709b44803ba48f12511c16199ee2018e0091009400efcdfdb58cddf69595f30b7ab0d9ece015fd6d0de7bdc1b847d799c59afba766b2e5fe8947672795179375b24d51ddd92c9e13f7e86c76f94ad3cab4f7e27b18097ca2f7c0485692a20dd7b2f5de83de8b045194408c247a24af37565a990c6b0bbbf8a2dda3ab2d2b796753969e6a466d80138091f71e7c06e08b9e04098a7b749474ffdfc07874ad4dee7f0323db95b5b51e80081e5d573a496d3953891347255a1c9548714444c971899608c725423c38182265e2b844898903428f2849121459af54e99d5a7387d0c33dba49a5adadb9ff7c19c15a6dda2a5fb23e60db75d7a806ba564e034a9beed1c1874483b5dae46e27596f5f2e8022c3411b733e25dfdad3f953ded6e6d8c9afadd5b6e7cfde705ebbaab2cc31eecdf9153d353b93a75fdedc4f2aafa428fee46faee4bcb3ce2ccee9d91d696ddf0cbbe874c90103d15d1520ef8944601c8098287a20ef819140043e1e1865fc8d8c6976edaa2b7c9e85b2992e5f0e2288204865d6749140cd04800b9ad96c96891c1f5014a36359fbca3ab93fabf7d1b595e1da9be9724363535b8bab47d797353d211ce8e5da187d537472cd34b29a747219140c138a056381086f581082b011c09d087ad09b965bf94a96b5b3319af1ca82a50281042e156af62fae1a5ab14a4f59f4be33dff8fa56e9d5d70bfa6e99d3da9d6ba6b4d49acebf19bd96cc32b7ccb187d0459a7cf2a949b7cedc52dcf50c92341b7390bc07be278a400c247a062228f08020d0b3f4d6ee5ac5493b7c71a496c5973da5f757de76055fa7f6d4e40770a855d5d6e8037ba851213208090e8988c8680a926231600299a1a262071248f3448f6290194524129148829109259249122630cc31250a8c7bdf46c29841f3facde360c13aae19aef27601b9205cbbf5b7d3fb58f8c304909fa0811a2492ea5e672222521e6f43e91c0259130ba2588e28067b9c579c28c94bb4880b7c15fddf42a67d90ed61ba1f8f4558f062eb4b9211a2b3d10d3e06ab565c073b16a2c78537d8d2a2d9592cefcce102fb9d5136f7e73f40a731a089c6d8106f7e9a31c14d780d359f569e687fe2ee3942cbcc6211db0b35ccacf8edc95e2cadc7573636277968241206493d5fa1acca7b8cfcc85e889999fe211bf8b1d4c728e05d14279e213686b5dcfad817c965aaf2b04db26ae66c6de4dea06a8c50e33015c75a891c7ffabb57e0b5b5544aabec485b6609a3a000bdcfcb2ee4991f1a1691dc50a70583f903');
CREATE TABLE component_hash (
  hash TEXT NOT NULL,
  component_id INTEGER NOT NULL REFERENCES component (id),
  PRIMARY KEY (hash, component_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  roles INTEGER NOT NULL,
  state INTEGER NOT NULL,
  secret TEXT NOT NULL,
  secret_at INTEGER,
  one_time INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER,
  created_at INTEGER NOT NULL,
  attested_by TEXT NOT NULL,
  attested_on TEXT,
  accepted TEXT NOT NULL,
  training TEXT NOT NULL,
  training_until TEXT,
  reset_by TEXT NOT NULL
) STRICT;
INSERT INTO person VALUES(1,'anna','Anna Ager',32,1,'$argon2id$v=19$m=65536,t=2,p=1$IHJvA00jI/DDrz6jGxI0Ww$fuRFzJdV0EtRl//RUldtXAZZYMvQgvOilc0+Cm6KlwM',1795956252364588,0,0,NULL,1795956251773474,'',NULL,'1','',NULL,'');
INSERT INTO person VALUES(2,'ben','Ben Baker',6,1,'$argon2id$v=19$m=65536,t=2,p=1$tBMqYZvHskKeEwOLxOtupA$fscdM+2yTzQTtW+490h44OHNndvArB+Rfm4RTPXw2So',1795956254201284,0,0,NULL,1795956253488665,'anna','2026-05-04','1','SOP-7','2030-01-01','');
CREATE TABLE session (
  token BLOB NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  terminal TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO session VALUES(X'30eefb7e7d0ca112ec00843848d74362efc99ac32a84c6adacb17975e5df00e5',1,'vm',1795956252364588,1795956254149011);
INSERT INTO session VALUES(X'ddbd9fc28ccaa6d25b11361d95cdd67add5e70b343538563063c4b234a36852d',2,'vm',1795956254201284,1795956264547213);
CREATE TABLE signal (
  id INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL
) STRICT;
INSERT INTO signal VALUES(1,1795956263738563);
CREATE TABLE signal_entry (
  id INTEGER PRIMARY KEY,
  signal_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL
) STRICT;
INSERT INTO signal_entry VALUES(1,1,'received','{"kind":"complaint","received":"2026-11-28","source":"General Hospital","summary":"alarm late"}',1795956263738563,'ben');
INSERT INTO signal_entry VALUES(2,1,'triage','{"state":"accepted","reason":"put into casefile 1"}',1795956264547213,'ben');
INSERT INTO signal_entry VALUES(3,1,'link','{"casefile":1}',1795956264547213,'ben');
CREATE TABLE signal_origin (
  origin TEXT NOT NULL PRIMARY KEY,
  signal_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "device" (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  common_name TEXT,
  classification_name TEXT,
  intended_use TEXT,
  class TEXT,
  regulation_number TEXT,
  pathway TEXT,
  marketed TEXT,
  investigational TEXT,
  cyber_device TEXT,
  combination_product TEXT,
  constituent_part_applicant TEXT,
  approved_on TEXT,
  periodic_report TEXT,
  periodic_interval_months TEXT,
  support TEXT,
  end_of_support_on TEXT,
  end_of_support_communicated TEXT,
  end_of_support_communicated_on TEXT,
  expected_life_years TEXT,
  last_distributed_on TEXT,
  manufacturer_name TEXT,
  manufacturer_address TEXT,
  manufacturer_telephone TEXT,
  manufacturer_contact TEXT,
  manufacturer_number TEXT
, periodic_report_on TEXT) STRICT;
INSERT INTO device VALUES(1,'Example Pump',NULL,NULL,NULL,'II',NULL,'510k','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE device_number (
  device_id INTEGER NOT NULL,
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (device_id, list, position)
) STRICT, WITHOUT ROWID;
INSERT INTO device_number VALUES(1,'product_code',0,'FRN');
CREATE TABLE lot (
  id INTEGER PRIMARY KEY,
  release_id INTEGER NOT NULL,
  lot TEXT NOT NULL,
  serial_from TEXT NOT NULL,
  serial_to TEXT NOT NULL,
  model_number TEXT NOT NULL,
  manufactured_on TEXT,
  expires_on TEXT,
  quantity INTEGER,
  UNIQUE (release_id, lot, serial_from, serial_to)
) STRICT;
INSERT INTO lot VALUES(1,1,'L1','','','',NULL,NULL,40);
CREATE TABLE consignee (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  contact TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  telephone TEXT NOT NULL,
  email TEXT NOT NULL
) STRICT;
INSERT INTO consignee VALUES(1,'H-1','firm','General Hospital','user_facility','','','Springfield','','','','','');
CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  consignee_id INTEGER NOT NULL,
  device_id INTEGER NOT NULL,
  release_id INTEGER,
  reference TEXT NOT NULL,
  lot TEXT NOT NULL,
  serial_from TEXT NOT NULL,
  serial_to TEXT NOT NULL,
  shipped_on TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  returned INTEGER NOT NULL
) STRICT;
CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  record INTEGER NOT NULL,
  meaning TEXT NOT NULL,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  content BLOB NOT NULL,
  seal BLOB NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
INSERT INTO signature VALUES(1,'casefile 1',3,'authorship','ben','Ben Baker',1795956263891783,X'c556c561baa9b054e83314f90c8a04d794d8b87b1b3e6e19de88a2aa3c0b1fb9',X'eebccfb69cd6833623332ce33c5cc3b246aad6fff78ad950e13d18d6a9a96f03',19);
CREATE TABLE attachment (
  digest BLOB NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO attachment VALUES(X'bdcf4c994585af6dd6cb1cfbff78bcc73ab27dc30a299db5bb83766ca05b5de4',9,X'28b52ffd200949000065766964656e63650a',1795956255852190);
CREATE TABLE program_version (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (kind, name, number)
) STRICT;
INSERT INTO program_version VALUES(1,'profile','',1,'{"name":"Example Devices"}',1795956264503879,'ben');
DELETE FROM sqlite_sequence;
CREATE UNIQUE INDEX advisory_by_name ON advisory (name, source_id);
CREATE INDEX advisory_vulnerability_by_advisory ON advisory_vulnerability (advisory_id);
CREATE INDEX advisory_alias_by_advisory ON advisory_alias (advisory_id);
CREATE UNIQUE INDEX package_by_name ON package (name, kind);
CREATE INDEX release_by_list ON release (list_id);
CREATE INDEX component_by_name ON component (lower(name), version);
CREATE INDEX sbom_by_release ON sbom (release_id, imported_at);
CREATE INDEX trail_by_object ON trail (object, number);
CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
CREATE TRIGGER trail_is_never_shortened BEFORE DELETE ON trail
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
CREATE INDEX casefile_record_by_casefile ON casefile_record (casefile_id, id);
CREATE INDEX vex_document_by_digest ON vex_document (digest);
CREATE INDEX vex_document_by_name ON vex_document (name);
CREATE INDEX vex_statement_by_document ON vex_statement (document_id);
CREATE INDEX vex_name_by_statement ON vex_name (statement_id);
CREATE INDEX vex_package_by_statement ON vex_package (statement_id);
CREATE INDEX sbom_by_serial ON sbom (serial);
CREATE INDEX sbom_by_digest ON sbom (digest);
CREATE UNIQUE INDEX package_alias_by_names ON package_alias (left_name, right_name, left_kind, right_kind);
CREATE INDEX evidence_by_release ON evidence (release_id, component);
CREATE INDEX raw_block_half_empty ON raw_block (id) WHERE dead_bytes * 2 >= plain_bytes;
CREATE TRIGGER person_is_never_taken_out BEFORE DELETE ON person
BEGIN
  SELECT RAISE(ABORT, 'a user is disabled, never taken out');
END;
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX signal_entry_by_signal ON signal_entry (signal_id, id);
CREATE TRIGGER signal_entry_is_never_changed BEFORE UPDATE ON signal_entry
BEGIN
  SELECT RAISE(ABORT, 'the entries of a signal are append-only');
END;
CREATE TRIGGER signal_entry_is_never_taken_out BEFORE DELETE ON signal_entry
BEGIN
  SELECT RAISE(ABORT, 'the entries of a signal are append-only');
END;
CREATE UNIQUE INDEX device_number_udi_di ON device_number (number) WHERE list = 'udi_di';
CREATE INDEX shipment_by_consignee ON shipment (consignee_id, device_id);
CREATE INDEX shipment_by_device ON shipment (device_id, shipped_on);
CREATE UNIQUE INDEX shipment_by_reference ON shipment (consignee_id, reference) WHERE reference <> '';
CREATE UNIQUE INDEX shipment_as_sent ON shipment (consignee_id, device_id, lot, serial_from, serial_to, shipped_on,
  (CASE WHEN lot = '' AND serial_from = '' THEN coalesce(release_id, 0) ELSE 0 END)) WHERE reference = '';
CREATE INDEX signature_by_subject ON signature (subject, record);
CREATE TRIGGER signature_is_never_changed BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never changed or taken out');
END;
CREATE TRIGGER signature_is_never_taken_out BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never changed or taken out');
END;
CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
BEGIN
  SELECT RAISE(ABORT, 'an attachment is never changed or taken out');
END;
CREATE TRIGGER attachment_is_never_taken_out BEFORE DELETE ON attachment
BEGIN
  SELECT RAISE(ABORT, 'an attachment is never changed or taken out');
END;
CREATE TRIGGER casefile_record_is_never_changed BEFORE UPDATE ON casefile_record
BEGIN
  SELECT RAISE(ABORT, 'a record of a casefile is never changed or taken out');
END;
CREATE TRIGGER casefile_record_is_never_taken_out BEFORE DELETE ON casefile_record
BEGIN
  SELECT RAISE(ABORT, 'a record of a casefile is never changed or taken out');
END;
CREATE TRIGGER casefile_is_never_taken_out BEFORE DELETE ON casefile
BEGIN
  SELECT RAISE(ABORT, 'a casefile is closed, never taken out');
END;
CREATE TRIGGER program_version_is_never_changed BEFORE UPDATE ON program_version
BEGIN
  SELECT RAISE(ABORT, 'the versions of the programme are append-only');
END;
CREATE TRIGGER program_version_is_never_taken_out BEFORE DELETE ON program_version
BEGIN
  SELECT RAISE(ABORT, 'the versions of the programme are append-only');
END;
COMMIT;
PRAGMA user_version = 16;
