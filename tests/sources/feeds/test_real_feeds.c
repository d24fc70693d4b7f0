/*
 * The real feeds, whole: every record is read, none passed over. Under sanitizers a part of the NVD has to
 * do.
 */
#include "show.h"

#include "formats/unpack.h"
#include "sources/feeds/feeds.h"

struct counts {
	size_t documents, unknown, advisories, withdrawn, kev, epss, skipped, dates;
};

static bool count_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	struct counts *n = ctx;

	(void)e;
	assert_true(a->source.len > 0 && a->id.len > 0 && a->raw.len > 0);
	for (size_t i = 0; i < a->affected_count; i++) {
		const struct affected *row = &a->affected[i];

		assert_true(row->package.len > 0 && row->kind != 0);
		assert_true(row->config >= -1 && row->config < (int)a->config_count);
		assert_false(row->not_applicable && (row->low.len || row->high.len));
	}
	n->advisories += !a->raw_shared;
	n->withdrawn += a->state == ADVISORY_WITHDRAWN;
	return true;
}

static bool count_kev(void *ctx, const struct kev_entry *k, struct err *e)
{
	struct counts *n = ctx;

	(void)e;
	assert_true(date_is_known(k->added) && date_is_known(k->due) && k->name.len > 0);
	n->kev++;
	return true;
}

static bool count_epss(void *ctx, const struct epss_entry *p, struct err *e)
{
	struct counts *n = ctx;

	(void)e;
	assert_in_range(p->score, 0, 1000000);
	n->epss++;
	return true;
}

static bool count_skipped(void *ctx, const struct err *why, struct err *e)
{
	struct counts *n = ctx;

	(void)e;
	if (n->skipped++ < 10)
		printf("# %s\n", why->text);
	return true;
}

static bool count_date(void *ctx, struct str source, struct instant date, struct err *e)
{
	struct counts *n = ctx;

	(void)source;
	(void)e;
	assert_true(instant_is_known(date));
	n->dates++;
	return true;
}

static bool count_document(void *ctx, struct input *in, struct err *e)
{
	struct counts *n = ctx;
	const struct feed *f = feed_find(in);
	struct advisory_sink sink = { n, count_advisory, count_kev, count_epss, count_skipped, count_date,
		NULL };

	n->documents++;
	if (f)
		return f->read(in, sink, e);
	n->unknown++;
	return true;
}

#if defined(__SANITIZE_ADDRESS__)
#define NVD_FILE "feeds/nvd-2.0/nvdcve-2.0-2025.json.zst"
#define NVD_RECORDS 0
#else
#define NVD_FILE "feeds/nvd-2.0"
#define NVD_RECORDS 111437
#endif

static void feeds_are_read_without_loss(void **state)
{
	static const struct {
		const char *file;
		struct counts n; /* 0: not known */
	} cases[] = {
		{ NVD_FILE, { .advisories = NVD_RECORDS } },
		{ "feeds/nvd-overrides/anchore-nvd-overrides-2026-08-21.tar.zst", { .advisories = 24195 } },
		{ "feeds/cve5/vulnrichment-2024-10-24.tar.zst", { .advisories = 33194 } },
		{ "feeds/osv/go-vulndb-osv.tar.zst", { .advisories = 3224, .withdrawn = 11 } },
		{ "feeds/osv/pypa-osv.tar.zst", { .advisories = 2011, .withdrawn = 8 } },
		{ "feeds/osv/osv-mixed-ecosystems.tar.zst", { .advisories = 147 } },
		{ "csaf/icsma", { .advisories = 97 } },
		{ "csaf/icsa-all.tar.zst", { .advisories = 1676 } },
		{ "feeds/kev/known_exploited_vulnerabilities-2025.08.25.json", { .kev = 1084, .dates = 1 } },
		{ "feeds/kev/known_exploited_vulnerabilities-2025.02.21.json", { .kev = 982, .dates = 1 } },
		{ "feeds/kev/known_exploited_vulnerabilities.csv", { .kev = 1084 } },
		{ "feeds/epss/epss_scores-2026-08-16.csv.gz", { .epss = 271001, .dates = 1 } },
	};
	bool any = false;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct counts n = { 0 };
		struct err e = { 0 };
		const char *path = check_data(cases[i].file);

		CASE(cases[i].file);
		if (!path)
			continue;
		any = true;
		if (!unpack_path(path, (struct unpack_sink){ &n, count_document }, &e))
			fail_msg("%s", e.text);
		assert_int_equal(n.skipped, 0);
		assert_int_equal(n.unknown, 0);
		assert_true(n.documents > 0);
		if (cases[i].n.advisories)
			assert_int_equal(n.advisories, cases[i].n.advisories);
		if (cases[i].n.withdrawn)
			assert_int_equal(n.withdrawn, cases[i].n.withdrawn);
		assert_int_equal(n.kev, cases[i].n.kev);
		assert_int_equal(n.epss, cases[i].n.epss);
		assert_int_equal(n.dates, cases[i].n.dates);
	}
	if (!any)
		skip();
	(void)state;
}

TESTS(cmocka_unit_test(feeds_are_read_without_loss))
