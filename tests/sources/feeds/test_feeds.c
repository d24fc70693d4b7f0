#include "show.h"

#include "sources/feeds/feeds.h"

static const char *name_of(const char *document)
{
	SCOPED_INPUT *in = input_open_memory(STR("anything"), str_of(document));
	const struct feed *f = feed_find(in);

	return f ? f->name : "";
}

static void feeds_are_told_by_content(void **state)
{
	static const struct {
		const char *document, *name;
	} cases[] = {
		{ "{\"resultsPerPage\": 1, \"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2026-1\"}}]}",
		    "nvd" },
		{ "{\"resultsPerPage\": 0, \"vulnerabilities\": []}", "nvd" },
		{ "{\"cve\": {\"id\": \"CVE-2026-1\"}}", "nvd" },
		{ "[{\"cve\": {\"configurations\": []}}]", "nvd" },
		{ "{\"id\": \"CVE-2026-1\", \"sourceIdentifier\": \"x\", \"vulnStatus\": \"Received\"}",
		    "nvd" },
		{ "{\"_annotation\": {\"cve_id\": \"CVE-2026-1\"}, \"cve\": {}}", "nvd" },
		{ "{\"dataType\": \"CVE_RECORD\", \"cveMetadata\": {}}", "cve5" },
		{ "{\"containers\": {\"adp\": [{\"affected\": [", "cve5" },
		{ "{\"id\": \"GO-2026-1\", \"modified\": \"x\"}", "osv" },
		{ "{\"affected\": [{\"package\": {\"ecosystem\": \"Go\"", "osv" },
		{ "{\"vulns\": [{\"id\": \"x\"}]}", "osv" },
		{ "{\"document\": {\"csaf_version\": \"2.0\"}, \"vulnerabilities\": [{\"cve\": "
		  "\"CVE-2026-1\", "
		  "\"cwe\": {\"id\": \"CWE-1\"}}]}",
		    "csaf" },
		{ "{\"vulnerabilities\": [{\"cve\": \"CVE-2026-1\"}], \"document\": {\"tracking\": {}}}",
		    "csaf" },
		{ "{\"catalogVersion\": \"1\", \"vulnerabilities\": [{\"cveID\": \"CVE-2026-1\"}]}", "kev" },
		{ "cveID,vendorProject,product,vulnerabilityName,dateAdded\n", "kev" },
		{ "#model_version:v1,score_date:x\ncve,epss,percentile\n", "epss" },
		{ "cve,epss,percentile\n", "epss" },
		/* none of ours */
		{ "", "" },
		{ "{}", "" },
		{ "[]", "" },
		{ "hello", "" },
		{ "{\"bomFormat\": \"CycloneDX\", \"vulnerabilities\": [{\"id\": \"CVE-2026-1\"}]}", "" },
		{ "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": []}", "" },
		{ "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"statements\": [{\"vulnerability\": "
		  "{}}]}",
		    "" },
		{ "{\"$schema\": \"x\", \"properties\": {\"cve\": {\"id\": 1}}}", "" },
		{ "name,version\npump,1\n", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].document);
		assert_string_equal(name_of(cases[i].document), cases[i].name);
	}
	(void)state;
}

static void feeds_have_names_and_readers(void **state)
{
	for (const struct feed *f = feeds; f->name; f++) {
		CASE(f->name);
		assert_non_null(f->title);
		assert_non_null(f->read);
	}
	(void)state;
}

TESTS(cmocka_unit_test(feeds_are_told_by_content), cmocka_unit_test(feeds_have_names_and_readers))
