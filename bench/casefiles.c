/*
 * casefiles - fills a new store with casefiles: the work of bench/run k.
 *
 * usage: casefiles STORE COUNT
 *
 * A casefile a vulnerability, over 50 devices of one release, learned of on days of two years, every one
 * assessed, every second one with a plan, every third one with a fix that was distributed. Goes through what
 * a person's commands go through, one change each.
 */
#include <stdio.h>

#include "actions/casework/case_record.h"
#include "actions/intake/case_open.h"
#include "base/number.h"
#include "store/change.h"
#include "store/devices.h"

#define DEVICES 50
#define FIRST_DAY 19723 /* 2024-01-01 */
#define DAYS 700

struct filling {
	struct db *db;
	struct arena arena;
	struct change_by by;
};

static bool add_devices(struct filling *f, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	if (!change_open(f->db, &f->by, &change, e))
		return false;
	for (int i = 0; i < DEVICES; i++) {
		struct device_profile device = { .device.name = arena_printf(&f->arena, "Device %02d", i) };
		struct release release = { .version = STR("1.0"), .units = 100, .released_on = DATE_NONE };
		int64_t id;

		if (!device_add(f->db, &device, &release.device_id, e) ||
		    !release_add(f->db, &release, &id, e))
			return false;
	}
	return change_note(change, "bench.casefiles", STR("devices"), STR_NONE, STR_NONE, e) &&
	       change_close(&change, e);
}

static struct str on(struct filling *f, int32_t days)
{
	char text[DATE_TEXT_SIZE];

	return arena_copy(&f->arena, str_of(date_write((struct date){ FIRST_DAY + days }, text)));
}

static bool record(struct filling *f, int64_t casefile, const char *kind, struct str facts, struct err *e)
{
	int64_t id;

	return case_record(f->db, casefile, kind, facts, STR("{}"), 0, f->by, &id, e) ||
	       err_within(e, "casefile %lld: %s", (long long)casefile, kind);
}

static bool add_casefile(struct filling *f, int64_t number, struct err *e)
{
	static const char *const severities[] = { "negligible", "minor", "serious", "critical",
		"catastrophic" };
	static const char *const exploitabilities[] = { "low", "medium", "high" };
	int32_t learned = (int32_t)(number * 7919 % DAYS);
	struct case_opening opening = {
		.device = arena_printf(&f->arena, "Device %02d", (int)(number % DEVICES)),
		.vulnerability = arena_printf(&f->arena, "CVE-2024-%05lld", (long long)(10000 + number)),
		.facts = arena_printf(&f->arena, "{\"learned_on\": \"" STR_FMT "\"}", STR_ARG(on(f, learned)))
	};
	struct case_opened opened;

	if (!case_open(f->db, &opening, f->by, &f->arena, &opened, e) ||
	    !record(f, opened.id, "assessment",
		arena_printf(&f->arena,
		    "{\"on\": \"" STR_FMT
		    "\", \"exploitability\": \"%s\", \"severity\": \"%s\", \"rationale\": \"r\", "
		    "\"approvers\": [\"ben\"]}",
		    STR_ARG(on(f, learned + 3)), exploitabilities[number % 3], severities[number % 5]),
		e))
		return false;
	if (number % 2 == 0 && !record(f, opened.id, "plan",
				   arena_printf(&f->arena,
				       "{\"on\": \"" STR_FMT "\", \"timeline_rationale\": \"sites in turn\"}",
				       STR_ARG(on(f, learned + 10))),
				   e))
		return false;
	return number % 3 != 0 ||
	       record(f, opened.id, "fix",
		   arena_printf(&f->arena,
		       "{\"kind\": \"software\", \"validated_on\": \"" STR_FMT
		       "\", \"distributed_on\": \"" STR_FMT "\", \"residual_risk\": \"acceptable\"}",
		       STR_ARG(on(f, learned + 20)), STR_ARG(on(f, learned + 25))),
		   e);
}

static bool fill(const char *store, int64_t count, struct err *e)
{
	struct filling f = { .by = { STR("bench"), { (FIRST_DAY + DAYS + 30) * DAY_US }, STR(""), STR_NONE,
				 NULL, 0 } };
	bool good = db_open(store, DB_WRITE, &f.db, e);

	if (good)
		db_bulk(f.db, true);
	good = good && add_devices(&f, e);
	for (int64_t i = 0; good && i < count; i++) {
		good = add_casefile(&f, i, e);
		arena_reset(&f.arena);
	}
	db_close(f.db);
	arena_free(&f.arena);
	return good;
}

int main(int argc, char **argv)
{
	int64_t count;
	struct err e = { 0 };

	if (argc != 3 || !number_parse(str_of(argv[2]), "count", 1, 10000000, &count, &e))
		return 2;
	if (!fill(argv[1], count, &e)) {
		fprintf(stderr, "casefiles: %s\n", e.text);
		return 1;
	}
	return 0;
}
