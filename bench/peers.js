// The same work as bench/parts by packages of npm that others use for it: node peers.js WORK FILE [FOLDER OF node_modules]
// Prints the seconds that one text takes, the least of some rounds, and a sum over the answers.
'use strict';
const fs = require('fs');
const [work, file, modules] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [modules] }));
const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line);

function scorer() {
	const { parseCvss2Vector, parseCvss3Vector } = load('vuln-vects');
	return (vector) => Math.round(10 * (vector.startsWith('CVSS:3') ? parseCvss3Vector(vector)
		: parseCvss2Vector(vector)).baseScore);
}

function purls() {
	const { PackageURL } = load('packageurl-js');
	return (text) => PackageURL.fromString(text).name.length;
}

function versions() {
	const semver = load('semver');
	return (text) => (semver.coerce(text) ? 1 : 0);
}

const run = { cvss: scorer, purl: purls, key: versions }[work]();
let least = Infinity, sum = 0;
for (let round = 0; round < 7; round++) {
	const since = process.hrtime.bigint();
	sum = 0;
	for (const line of lines)
		sum += run(line);
	least = Math.min(least, Number(process.hrtime.bigint() - since) / 1e9 / lines.length);
}
console.log(least.toFixed(12), sum);
