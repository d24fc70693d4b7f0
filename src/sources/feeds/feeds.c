#include "sources/feeds/feeds.h"

#include "limits.h"
#include "sources/feeds/csaf.h"
#include "sources/feeds/cve5.h"
#include "sources/feeds/epss.h"
#include "sources/feeds/kev.h"
#include "sources/feeds/nvd.h"
#include "sources/feeds/osv.h"

/* Those that come as many small documents first: each is asked in turn. */
const struct feed feeds[] = {
	{ "cve5", "CVE JSON 5", cve5_recognises, cve5_read },
	{ "csaf", "CSAF 2.0", csaf_recognises, csaf_read },
	{ "nvd", "NVD JSON 2.0", nvd_recognises, nvd_read },
	{ "osv", "OSV", osv_recognises, osv_read },
	{ "kev", "CISA KEV", kev_recognises, kev_read },
	{ "epss", "EPSS", epss_recognises, epss_read },
	{ NULL, NULL, NULL, NULL },
};

const struct feed *feed_find(struct input *in)
{
	struct str start = input_peek(in, LIMIT_START_BYTES);

	for (const struct feed *f = feeds; f->name; f++)
		if (f->recognises(start))
			return f;
	return NULL;
}
