#include "sources/feeds/feeds.h"

#include "limits.h"
#include "sources/feeds/csaf.h"
#include "sources/feeds/cve5.h"
#include "sources/feeds/eol.h"
#include "sources/feeds/epss.h"
#include "sources/feeds/kev.h"
#include "sources/feeds/kev_eu.h"
#include "sources/feeds/nvd.h"
#include "sources/feeds/osv.h"
#include "sources/feeds/start.h"

enum { CVE5, CSAF, NVD, OSV, KEV, KEV_EU, EPSS, EOL };

const struct feed feeds[] = {
	[CVE5] = { "cve5", "CVE JSON 5", NULL, cve5_read },
	[CSAF] = { "csaf", "CSAF 2.0", NULL, csaf_read },
	[NVD] = { "nvd", "NVD JSON 2.0", NULL, nvd_read },
	[OSV] = { "osv", "OSV", NULL, osv_read },
	[KEV] = { "kev", "CISA KEV", kev_recognises_csv, kev_read },
	[KEV_EU] = { "kev-eu", "EU KEV", NULL, kev_eu_read },
	[EPSS] = { "epss", "EPSS", epss_recognises_csv, epss_read },
	[EOL] = { "endoflife", "endoflife.date", NULL, eol_read },
	{ NULL, NULL, NULL, NULL },
};

/* By which keys a JSON document is told: a record of the feed, alone or in a list. */
static const struct start_rule rules[] = {
	{ CVE5, "cveMetadata", NULL },
	{ CVE5, "containers.cna", NULL },
	{ CVE5, "containers.adp", NULL },
	{ CSAF, "document.csaf_version", NULL },
	{ CSAF, "document.tracking", NULL },
	{ NVD, "vulnerabilities.cve.id", NULL },
	{ NVD, "vulnerabilities.cve.configurations", NULL },
	{ NVD, "cve.id", NULL },
	{ NVD, "cve.configurations", NULL },
	{ NVD, "_annotation.cve_id", NULL }, /* a supplement */
	{ NVD, "vulnStatus", NULL },
	{ NVD, "resultsPerPage", "vulnerabilities" },
	{ OSV, "id", "modified" },
	{ OSV, "id", "schema_version" },
	{ OSV, "affected.package.ecosystem", NULL },
	{ OSV, "vulns.id", NULL },
	{ KEV, "catalogVersion", NULL },
	{ KEV, "vulnerabilities.cveID", NULL },
	{ KEV_EU, "euvdID", NULL },
	{ EOL, "schema_version", "generated_at" },
	{ KEV_EU, "cveId", "euvdId" },
};

const struct feed *feed_find(struct input *in)
{
	struct str start = input_peek(in, LIMIT_START_BYTES);
	size_t rule = start_first(start, rules, COUNT(rules));

	if (rule < COUNT(rules))
		return &feeds[rules[rule].what];
	for (const struct feed *f = feeds; f->name; f++)
		if (f->recognises && f->recognises(start))
			return f;
	return NULL;
}
