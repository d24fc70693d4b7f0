/*
 * Kept matches after any sequence of imports: the same bytes as matching everything, the same findings as a
 * scan that knows nothing kept, and no finding that comes, goes or changes without an event.
 */
#include "actions/casework/restate_register.h"
#include "actions/random_documents.h"
#include "store/store_folder.h"

#include "actions/feeds/import_feed.h"
#include "actions/feeds/turn_source.h"
#include "actions/field/register.h"
#include "actions/field/register_device.h"
#include "actions/matching/kept_findings.h"
#include "actions/matching/match_events.h"
#include "actions/matching/refuse_name.h"
#include "actions/matching/rematch.h"
#include "actions/matching/scan.h"
#include "actions/matching/teach_alias.h"
#include "base/arena.h"
#include "base/vec.h"
#include "matching/change.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vulnerabilities.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SEEDS = 2, STEPS = 25 };
#else
enum { SEEDS = 10, STEPS = 40 };
#endif

enum { RELEASES = 5, RULES_MOST = 4 };

/* One finding of one release. */
struct seen {
	struct str line; /* release, component, version, vulnerability */
	unsigned char code;
	struct str trace;
};

struct picture {
	struct arena arena;
	struct seen *seen;
	size_t count, room;
};

static int by_line(const void *left, const void *right)
{
	const struct seen *a = left, *b = right;

	return str_cmp(a->line, b->line);
}

static void free_picture(struct picture *p)
{
	arena_free(&p->arena);
	free(p->seen);
}

static void add_seen(struct picture *p, const struct release *r, const struct component *c, struct str name,
    const struct finding *f)
{
	p->seen = vec_room(p->seen, &p->room, p->count + 1, sizeof(*p->seen));
	p->seen[p->count++] =
	    (struct seen){ arena_printf(&p->arena, STR_FMT " " STR_FMT " " STR_FMT " " STR_FMT,
			       STR_ARG(r->version), STR_ARG(c->name), STR_ARG(c->version), STR_ARG(name)),
		    finding_code(f->state, f->tier),
		    arena_printf(&p->arena, STR_FMT " | " STR_FMT,
			STR_ARG(f->trace_count ? f->trace[0] : STR("")),
			STR_ARG(f->fixed_count ? f->fixed_in[0] : STR(""))) };
}

static struct device the_device(struct db *db, struct arena *arena)
{
	struct device d;
	struct err e = { 0 };

	assert_true(device_get(db, STR("Pump"), arena, &d, &e));
	return d;
}

static void scan_release(struct db *db, const struct release *r, struct picture *out)
{
	SCOPED_SCANNER *scanner = NULL;
	SCOPED_ARENA arena = { 0 };
	struct component *components;
	const struct scan_row *row;
	struct err e = { 0 };
	size_t count;

	assert_true(components_of_list(db, r->list_id, &arena, &components, &count, &e));
	assert_true(scan_open(db, components, count, NULL, &scanner, &e));
	for (;;) {
		assert_true(scan_next(scanner, &row, &e));
		if (!row)
			break;
		add_seen(out, r, &components[row->finding.component], row->vulnerability, &row->finding);
	}
}

/* By scanning each release: nothing kept is read. */
static void scan_all(struct db *db, struct picture *out)
{
	SCOPED_ARENA arena = { 0 };
	struct release *releases;
	struct err e = { 0 };
	size_t count;

	assert_true(db_read_begin(db, &e));
	assert_true(release_list(db, the_device(db, &arena).id, &arena, &releases, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (releases[i].list_id)
			scan_release(db, &releases[i], out);
	db_read_end(db);
	vec_sort(out->seen, out->count, sizeof(*out->seen), by_line);
}

/* Every vulnerability that the store has a name for. */
static size_t all_vulnerabilities(struct db *db, struct arena *arena, int64_t *ids, struct str *names)
{
	static const char *const others[] = { "GHSA-aaaa-aaaa-0001", "GHSA-aaaa-aaaa-0002", "OSV-2024-1" };
	struct err e = { 0 };
	size_t count = 0;

	for (int i = 0; i < CVES; i++)
		ids[count++] = INT64_C(20240000000000) + 1000 + i;
	for (size_t i = 0; i < COUNT(others); i++) {
		struct statement *s = db_use(db, SQL_VULNERABILITY_FIND);
		bool found;

		db_bind_text(s, 1, str_of(others[i]));
		assert_true(db_row(s, &found, &e));
		if (found)
			ids[count++] = db_int(s, 0);
		db_done(s);
	}
	for (size_t i = 0; i < count; i++)
		assert_true(aliases_name(db, ids[i], arena, &names[i], &e));
	return count;
}

static void kept_of_component(struct db *db, struct kept_findings *kept, const struct release *r,
    int64_t component_id, struct picture *out)
{
	SCOPED_ARENA arena = { 0 };
	int64_t ids[CVES + 8];
	struct str names[CVES + 8];
	size_t vulnerabilities = all_vulnerabilities(db, &arena, ids, names);
	struct component c;
	struct err e = { 0 };

	assert_true(component_by_id(db, component_id, &arena, &c, &e));
	for (size_t i = 0; i < vulnerabilities; i++) {
		struct kept_finding *found;
		size_t count;

		if (!kept_findings_about(
			kept, component_id, &c, ids[i], r->list_id, &arena, &found, &count, &e))
			printf("# %s\n", e.text);
		assert_string_equal(e.text, "");
		assert_true(count <= 1);
		if (count)
			add_seen(out, r, &c, names[i], &found[0].finding);
	}
}

/* By what is kept. */
static void kept_all(struct db *db, struct picture *out)
{
	SCOPED_KEPT_FINDINGS *kept = NULL;
	SCOPED_ARENA arena = { 0 };
	struct release *releases;
	struct err e = { 0 };
	size_t count;

	assert_true(db_read_begin(db, &e));
	assert_true(kept_findings_open(db, &kept, &e));
	assert_true(release_list(db, the_device(db, &arena).id, &arena, &releases, &count, &e));
	for (size_t i = 0; i < count; i++) {
		SCOPED_ID_SET ids = { 0 };

		if (!releases[i].list_id)
			continue;
		assert_true(component_ids_of_list(db, releases[i].list_id, &ids, &e));
		for (size_t k = 0; k < ids.count; k++)
			kept_of_component(db, kept, &releases[i], ids.ids[k], out);
	}
	db_read_end(db);
	vec_sort(out->seen, out->count, sizeof(*out->seen), by_line);
}

static void pictures_are_equal(const struct picture *a, const struct picture *b)
{
	for (size_t i = 0; i < a->count || i < b->count; i++) {
		const struct seen *x = &a->seen[i], *y = &b->seen[i];
		bool same = i < a->count && i < b->count && str_eq(x->line, y->line) && x->code == y->code &&
			    str_eq(x->trace, y->trace);

		if (!same && i < a->count)
			printf("# scan: " STR_FMT " %d " STR_FMT "\n", STR_ARG(x->line), x->code,
			    STR_ARG(x->trace));
		if (!same && i < b->count)
			printf("# kept: " STR_FMT " %d " STR_FMT "\n", STR_ARG(y->line), y->code,
			    STR_ARG(y->trace));
		assert_true(same);
	}
}

/* ---- the steps ---- */

static struct change_by somebody(void)
{
	return (struct change_by){ STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
}

static void step_feed(struct db *db, struct str document)
{
	const char *path = write_file("feed.json", document);
	struct import_report report;
	struct err e = { 0 };

	if (!import_feeds(db, &path, 1, somebody(), (struct import_talk){ 0 }, &report, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
}

static void step_sbom(struct db *db, struct str document)
{
	const char *path = write_file("sbom.json", document);
	SCOPED_REGISTERED_SBOM made = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct sbom_registration what = { STR("Pump"), arena_printf(&arena, "r%u", below(RELEASES)), path,
		STR("") };
	struct err e = { 0 };

	if (!restate_sbom(db, &what, somebody(), &arena, &made, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
}

/* A name that a component or an advisory has, or may have some day. */
static struct alias_name any_name(struct arena *arena)
{
	uint32_t product = below(PRODUCTS);

	switch (below(8)) {
	case 0:
	case 1:
		return (struct alias_name){ PACKAGE_PURL, arena_printf(arena, "npm/p%u", product) };
	case 2:
		return (struct alias_name){ PACKAGE_PURL, arena_printf(arena, "deb/debian/p%u", product) };
	case 3:
		return (struct alias_name){ PACKAGE_NAME, arena_printf(arena, "v:p%u", product) };
	default:
		return (struct alias_name){ PACKAGE_CPE,
			arena_printf(arena, "%c:v:p%u", part_of(product), product) };
	}
}

/* Rules of the manufacturer, some at a time. */
struct rules {
	int64_t numbers[RULES_MOST]; /* 0: free */
};

/* The manufacturer teaches that a package is also known as another, or takes a rule back. */
static void step_alias(struct db *db, struct rules *rules)
{
	SCOPED_ARENA arena = { 0 };
	struct alias_name left = any_name(&arena), right = any_name(&arena);
	int64_t *rule = &rules->numbers[below(RULES_MOST)];
	struct change_by by = somebody();
	struct err e = { 0 };

	by.why = STR("a test");
	if (*rule) {
		assert_true(forget_alias(db, *rule, by, &e));
		*rule = 0;
		return;
	}
	/* two that are the same, or joined already, are refused */
	if (!teach_alias(db, left, right, by, rule, &e)) {
		assert_true(e.code == ERR_INPUT || e.code == ERR_CONFLICT);
		*rule = 0;
	}
}

/* A source is turned off, or on again; there may be none of that name yet. */
static void step_source(struct db *db)
{
	static const char *const names[] = { "nvd", "nvd-supplement", "osv:ghsa", "osv:debian" };
	struct str name = str_of(names[below(COUNT(names))]);
	struct change_by by = somebody();
	struct match_run run;
	struct err e = { 0 };

	by.why = STR("a test");
	if (turn_source_on(db, name, by, &run, &e) || e.code == ERR_ABSENT)
		return;
	assert_int_equal(e.code, ERR_CONFLICT);
	/* most are on most of the time, so that there is something to compare */
	if (!below(3))
		assert_true(turn_source_off(db, name, by, &run, &e));
}

/* One of the names that a record gives itself is refused, or that is taken back. */
static void step_name(struct db *db)
{
	static const char *const ids[] = { "GHSA-aaaa-aaaa-0001", "GHSA-aaaa-aaaa-0002", "OSV-2024-1" };
	SCOPED_ARENA arena = { 0 };
	struct change_by by = somebody();
	struct name_said *said;
	struct err e = { 0 };
	int64_t number;
	size_t count;

	by.why = STR("a test");
	if (!names_said(db, str_of(ids[below(COUNT(ids))]), &arena, &said, &count, &e)) {
		assert_int_equal(e.code, ERR_ABSENT);
		return;
	}
	if (count == 0)
		return;
	said += below((uint32_t)count);
	if (said->refused)
		assert_true(accept_name(db, said->refused->id, by, &e));
	else if (!refuse_name(db, said, by, &number, &e))
		fail_msg("%s", e.text);
}

static void take_step(struct db *db, struct buf *document, int day, struct rules *rules)
{
	switch (below(9)) {
	case 8:
		step_name(db);
		break;
	case 7:
		step_source(db);
		break;
	case 0:
	case 1:
		step_feed(db, nvd_document(document, day));
		break;
	case 2:
		step_feed(db, osv_document(document, day));
		break;
	case 3:
		step_feed(db, supplement_document(document, day));
		break;
	case 4:
	case 5:
		step_alias(db, rules);
		break;
	default:
		step_sbom(db, sbom_document(document));
	}
}

static void digest_of_matches(char hex[SHA256_HEX_SIZE])
{
	SCOPED_BUF all = buf_new(64 * 1024 * 1024);
	struct sha256 digest;
	sqlite3 *db;
	sqlite3_stmt *rows;

	assert_int_equal(sqlite3_open(in_folder("a.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
			     "SELECT 1, place, matches FROM component_match UNION ALL"
			     " SELECT 2, advisory_id, lists FROM config_lists ORDER BY 1, 2",
			     -1, &rows, NULL),
	    SQLITE_OK);
	while (sqlite3_step(rows) == SQLITE_ROW)
		for (int i = 0; i < 3; i++) {
			const void *value = sqlite3_column_blob(rows, i);

			buf_text(&all, (struct str){ value, (size_t)sqlite3_column_bytes(rows, i) });
		}
	sqlite3_finalize(rows);
	sqlite3_close(db);
	digest = sha256_of(buf_str(&all));
	sha256_hex(&digest, hex);
}

/* Matching everything again changes nothing; nor does it where nothing is kept. */
static void full_gives_the_same_bytes(struct db *db)
{
	char before[SHA256_HEX_SIZE], after[SHA256_HEX_SIZE], message[256];
	struct match_run run;
	struct err e = { 0 };
	bool done;

	digest_of_matches(before);
	assert_true(rematch(db, true, somebody(), &done, &run, &e));
	assert_int_equal(run.id, 0);
	digest_of_matches(after);
	assert_string_equal(after, before);
	run_sql(in_folder("a.db"), "DELETE FROM component_match; DELETE FROM config_lists", message, 256);
	assert_string_equal(message, "");
	assert_true(rematch(db, true, somebody(), &done, &run, &e));
	digest_of_matches(after);
	assert_string_equal(after, before);
	run_sql(in_folder("a.db"),
	    "DELETE FROM match_event WHERE run_id IN (SELECT id FROM match_run WHERE cause = 3);"
	    "DELETE FROM match_run WHERE cause = 3",
	    message, 256);
	assert_string_equal(message, "");
}

static bool take_event(void *ctx, const struct match_event_row *row, struct err *e)
{
	struct picture *p = ctx;

	(void)e;
	if (!row->release)
		return true;
	assert_true(row->before != row->after);
	p->seen = vec_room(p->seen, &p->room, p->count + 1, sizeof(*p->seen));
	p->seen[p->count++] =
	    (struct seen){ arena_printf(&p->arena, STR_FMT " " STR_FMT " " STR_FMT " " STR_FMT,
			       STR_ARG(row->release->version), STR_ARG(row->component->name),
			       STR_ARG(row->component->version), STR_ARG(row->vulnerability)),
		    row->after, STR("") };
	return true;
}

/* How often a line stands in a picture with this code; any code where code is 0 and any is set. */
static size_t times(const struct picture *p, struct str line, unsigned char code, bool any)
{
	size_t count = 0;

	for (size_t i = 0; i < p->count; i++)
		count += str_eq(p->seen[i].line, line) && (any || p->seen[i].code == code);
	return count;
}

/* Every finding that came, changed or went has its event. */
static void events_tell_all(
    struct db *db, const struct picture *before, const struct picture *after, int64_t behind)
{
	struct picture told = { 0 };
	struct err e = { 0 };

	if (!match_events_read(db, behind, (struct match_event_sink){ &told, take_event }, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
	for (size_t i = 0; i < after->count; i++) {
		const struct seen *s = &after->seen[i];

		/* lines of components of one name and version fall together: as many as there were? */
		if (times(after, s->line, s->code, false) == times(before, s->line, s->code, false))
			continue;
		if (times(&told, s->line, 0, true) == 0)
			printf("# no event: " STR_FMT " is now %d\n", STR_ARG(s->line), s->code);
		assert_true(times(&told, s->line, 0, true) > 0);
	}
	for (size_t i = 0; i < before->count; i++) {
		const struct seen *s = &before->seen[i];

		if (times(after, s->line, 0, true) > 0)
			continue;
		if (times(&told, s->line, 0, false) == 0)
			printf("# no event: " STR_FMT " is gone\n", STR_ARG(s->line));
		assert_true(times(&told, s->line, 0, false) > 0);
	}
	/* and nothing is told that did not happen: what has appeared or changed is there */
	for (size_t i = 0; i < told.count; i++)
		if (told.seen[i].code && times(after, told.seen[i].line, 0, true) == 0) {
			printf("# an event without a finding: " STR_FMT "\n", STR_ARG(told.seen[i].line));
			fail();
		}
	free_picture(&told);
}

static void run_sequence(uint32_t seed, size_t *findings)
{
	SCOPED_BUF document = buf_new(1 << 20);
	SCOPED_DB *db = NULL;
	struct device_profile pump = { .device.name = STR("Pump") };
	struct picture before = { 0 };
	struct err e = { 0 };
	struct rules rules = { 0 };
	struct match_run run;
	int64_t id;
	bool done;

	random_state = seed * 2654435761u + 1;
	remove(in_folder("a.db"));
	remove(in_folder("a.db-wal"));
	remove(in_folder("a.db-shm"));
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(register_device(db, &pump, somebody(), &id, &e));
	assert_true(
	    rematch(db, false, somebody(), &done, &run, &e)); /* a first step that is refused does not */
	for (int step = 0; step < STEPS; step++) {
		struct picture scanned = { 0 }, kept = { 0 };
		int64_t behind = count_sql(in_folder("a.db"), "SELECT coalesce(max(id), 0) FROM match_run");

		take_step(db, &document, step + 1, &rules);
		scan_all(db, &scanned);
		kept_all(db, &kept);
		pictures_are_equal(&scanned, &kept);
		events_tell_all(db, &before, &scanned, behind);
		full_gives_the_same_bytes(db);
		*findings += scanned.count;
		free_picture(&kept);
		free_picture(&before);
		before = scanned;
	}
	free_picture(&before);
}

static void any_sequence_of_imports_keeps_what_a_scan_finds(void **state)
{
	size_t findings = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		char row[32];

		snprintf(row, sizeof(row), "seed %u", seed);
		CASE(row);
		run_sequence(seed, &findings);
	}
	printf("# %zu findings compared\n", findings);
	assert_true(findings > (size_t)SEEDS * STEPS);
}

TESTS(IN_FOLDER(any_sequence_of_imports_keeps_what_a_scan_finds))
