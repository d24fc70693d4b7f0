/*
 * random_documents - feeds and SBOMs by chance, about few vulnerabilities and products, so that they meet.
 */
#pragma once
#include "random.h"

#include "base/buf.h"

enum { CVES = 9, PRODUCTS = 5 };

/* The last two are platforms. */
static char part_of(uint32_t product)
{
	return product == 4 ? 'h' : product == 3 ? 'o' : 'a';
}

static void put_cpe(struct buf *out, uint32_t product, const char *version)
{
	buf_printf(out, "cpe:2.3:%c:v:p%u:%s:*:*:*:*:*:*:*", part_of(product), product, version);
}

static void put_match(struct buf *out, uint32_t product, bool vulnerable)
{
	static const char *const versions[] = { "*", "-", "2.0", "3.1", "*" };
	const char *version = versions[below(COUNT(versions))];

	buf_printf(out, "{\"vulnerable\":%s,\"criteria\":\"", vulnerable ? "true" : "false");
	put_cpe(out, product, version);
	buf_printf(out, "\"");
	if (version[0] == '*' && below(3))
		buf_printf(out, ",\"versionEnd%scluding\":\"%u.%u\"", below(2) ? "In" : "Ex", 1 + below(4),
		    below(3));
	if (version[0] == '*' && !below(3))
		buf_printf(out, ",\"versionStartIncluding\":\"%u.0\"", 1 + below(3));
	buf_printf(out, "}");
}

static void put_node(struct buf *out, bool vulnerable)
{
	uint32_t count = 1 + below(2);

	buf_printf(out, "{\"operator\":\"%s\",\"negate\":%s,\"cpeMatch\":[", below(5) ? "OR" : "AND",
	    below(7) ? "false" : "true");
	for (uint32_t i = 0; i < count; i++) {
		buf_printf(out, "%s", i ? "," : "");
		put_match(out, vulnerable ? below(4) : 2 + below(3), vulnerable);
	}
	buf_printf(out, "]}");
}

static void put_configurations(struct buf *out)
{
	uint32_t count = below(3);

	buf_printf(out, "\"configurations\":[");
	for (uint32_t i = 0; i < count; i++) {
		bool both = below(2);

		buf_printf(out, "%s{", i ? "," : "");
		if (both)
			buf_printf(out, "\"operator\":\"AND\",");
		buf_printf(out, "\"nodes\":[");
		put_node(out, true);
		if (both) {
			buf_printf(out, ",");
			put_node(out, false);
		}
		buf_printf(out, "]}");
	}
	buf_printf(out, "]");
}

static struct str nvd_document(struct buf *out, int day)
{
	uint32_t count = 1 + below(3);

	buf_clear(out);
	buf_printf(out,
	    "{\"resultsPerPage\":%u,\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[", count);
	for (uint32_t i = 0; i < count; i++) {
		buf_printf(out,
		    "%s{\"cve\":{\"id\":\"CVE-2024-%u\",\"published\":\"2024-01-01T00:00:00.000\","
		    "\"lastModified\":\"2024-02-01T00:%02d:%02d.000\",\"vulnStatus\":\"%s\",",
		    i ? "," : "", 1000 + below(CVES), day / 60, day % 60, below(8) ? "Analyzed" : "Rejected");
		put_configurations(out);
		buf_printf(out, "}}");
	}
	buf_printf(out, "]}");
	return buf_str(out);
}

static struct str supplement_document(struct buf *out, int day)
{
	buf_clear(out);
	buf_printf(out,
	    "{\"_annotation\":{\"cve_id\":\"CVE-2024-%u\",\"reason\":\"r\",\"modified\":\"2024-02-01T00:%02d:"
	    "%02dZ\"},"
	    "\"cve\":{",
	    1000 + below(CVES), day / 60, day % 60);
	put_configurations(out);
	buf_printf(out, "}}");
	return buf_str(out);
}

static struct str osv_document(struct buf *out, int day)
{
	static const char *const ids[] = { "GHSA-aaaa-aaaa-0001", "GHSA-aaaa-aaaa-0002", "OSV-2024-1" };
	uint32_t own = below(COUNT(ids)), other = below(COUNT(ids));
	bool debian;

	buf_clear(out);
	buf_printf(out,
	    "{\"schema_version\":\"1.4.0\",\"id\":\"%s\",\"modified\":\"2024-02-01T00:%02d:%02dZ\","
	    "\"published\":\"2024-01-01T00:00:00Z\",",
	    ids[own], day / 60, day % 60);
	if (!below(6))
		buf_printf(out, "\"withdrawn\":\"2024-02-01T00:00:00Z\",");
	buf_printf(out, "\"aliases\":[");
	if (below(2))
		buf_printf(out, "\"CVE-2024-%u\"", 1000 + below(CVES));
	else if (other != own)
		buf_printf(out, "\"%s\"", ids[other]);
	debian = below(2);
	buf_printf(out,
	    "],\"summary\":\"s\",\"affected\":[{\"package\":{\"ecosystem\":\"%s\",\"name\":\"p%u\"},"
	    "\"ranges\":[{\"type\":\"%s\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"%u.%u%s\"}]}]}]}",
	    debian ? "Debian:12" : "npm", below(PRODUCTS), debian ? "ECOSYSTEM" : "SEMVER", 1 + below(4),
	    below(3), debian ? "-1" : ".0");
	return buf_str(out);
}

static struct str sbom_document(struct buf *out)
{
	uint32_t count = 1 + below(6);

	buf_clear(out);
	buf_printf(
	    out, "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"components\":[");
	for (uint32_t i = 0; i < count; i++) {
		uint32_t product = below(PRODUCTS), major = 1 + below(4), minor = below(3);
		char version[32];

		snprintf(version, sizeof(version), "%u.%u", major, minor);
		buf_printf(out,
		    "%s{\"type\":\"library\",\"bom-ref\":\"c%u\",\"name\":\"p%u\",\"version\":\"%s\",\"cpe\":"
		    "\"",
		    i ? "," : "", i, product, version);
		put_cpe(out, product, below(8) ? version : "-");
		buf_printf(out, "\"");
		if (below(2))
			buf_printf(out, ",\"purl\":\"pkg:npm/p%u@%s.0\"", product, version);
		else if (below(2))
			buf_printf(
			    out, ",\"purl\":\"pkg:deb/debian/p%u@%s-1?distro=debian-12\"", product, version);
		buf_printf(out, "}");
	}
	buf_printf(out, "]}");
	return buf_str(out);
}
