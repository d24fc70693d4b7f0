/* The inbox by heads is the inbox by all entries, whatever is asked for; and a page of it reads that page. */
#include "store/store_folder.h"

#include "actions/intake/signal_duties.h"
#include "actions/intake/signal_list.h"
#include "actions/intake/signals.h"
#include "actions/matching/search.h"
#include "store/signal_heads.h"

#define SIGNALS 60
#define TODAY 20635 /* 2026-07-01 */

static struct change_by worker(void)
{
	return (struct change_by){ STR("tester"), { INT64_C(86400000000) * TODAY }, STR("so"), STR_NONE, NULL,
		0 };
}

static const char *const kinds[] = { "complaint", "researcher_report", "isao_alert" };

static void add_one(struct db *db, int number)
{
	SCOPED_ARENA arena = { 0 };
	struct signal_receipt receipt = { .contact = number % 4 ? STR("{}") : STR("{\"name\":\"Zoe\"}") };
	struct err e = { 0 };
	int64_t id;

	receipt.received = arena_printf(&arena,
	    "{\"kind\":\"%s\",\"received\":\"2026-06-%02d\",\"source\":\"desk %d\",\"summary\":\"it hangs\","
	    "\"vulnerability\":\"CVE-2021-%d\"}",
	    kinds[number % 3], 1 + number % 20, number % 2, 1000 + number % 7);
	if (!signal_add(db, &receipt, worker(), &id, &e))
		fail_msg("%s", e.text);
}

static void triage(struct db *db, int64_t id, enum signal_state state, int64_t of)
{
	SCOPED_ARENA arena = { 0 };
	struct signal_triage t = { &id, 1, state, of, DATE_NONE, STR("as it is") };
	struct learning_moves moves;
	struct err e = { 0 };

	if (!signal_triage(db, &t, worker(), &arena, &moves, &e))
		fail_msg("%s", e.text);
}

static void enter(struct db *db, int64_t id, const char *kind, const char *content)
{
	SCOPED_ARENA arena = { 0 };
	struct signal_effects effects = { 0 };
	struct err e = { 0 };

	if (!signal_enter(db, id, kind, str_of(content), worker(), &arena, &effects, &e))
		fail_msg("%s", e.text);
}

static void fill(struct db *db, int count)
{
	for (int i = 0; i < count; i++)
		add_one(db, i);
	for (int64_t id = 1; id <= count; id++) {
		if (id % 5 == 0)
			triage(db, id, SIGNAL_ACCEPTED, 0);
		else if (id % 5 == 1 && id > 1)
			triage(db, id, SIGNAL_DUPLICATE, id - 1);
		else if (id % 5 == 2)
			triage(db, id, SIGNAL_FALSE, 0);
		if (id % 6 == 0)
			enter(db, id, "acknowledgement", "{\"at\":\"2026-06-25\"}");
		if (id % 7 == 0)
			enter(db, id, "embargo", "{\"until\":\"2030-01-01T00:00:00Z\"}");
	}
}

/* All pages of what is asked for, as text, with how many the first one says there are. */
static struct str pages(struct db *db, struct signal_query q, size_t limit, struct arena *arena)
{
	struct signal_page page = { .limit = limit };
	struct str out = STR("");
	struct err e = { 0 };

	do {
		if (!signal_page(db, &q, arena, &page, &e))
			fail_msg("%s", e.text);
		out = arena_printf(arena, "%.*s|%lld:", (int)out.len, out.ptr, (long long)page.all);
		for (size_t i = 0; i < page.count; i++)
			out = arena_printf(
			    arena, "%.*s %lld", (int)out.len, out.ptr, (long long)page.rows[i].signal.id);
		page.after = page.count ? page.rows[page.count - 1].signal.id : 0;
	} while (page.more);
	return out;
}

static struct str duties(struct db *db, struct arena *arena)
{
	struct signal_query q = { .state = SIGNAL_STATE_COUNT,
		.since = DATE_NONE,
		.with_duties = true,
		.today = (struct date){ TODAY },
		.now = worker().at };
	struct str out = STR("");
	struct signal_row *rows;
	struct err e = { 0 };
	size_t count;

	if (!signal_list(db, &q, arena, &rows, &count, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < count; i++)
		if (rows[i].owed || (rows[i].signal.casefile_count == 0 &&
					strcmp(rows[i].signal.kind->name, "complaint") == 0))
			out = arena_printf(
			    arena, "%.*s %lld", (int)out.len, out.ptr, (long long)rows[i].signal.id);
	return out;
}

static struct str embargoes(struct db *db, struct arena *arena)
{
	struct str out = STR("");
	struct signal *list;
	struct err e = { 0 };
	size_t count;

	if (!signal_embargoes(db, 0, worker().at, arena, &list, &count, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < count; i++)
		out = arena_printf(arena, "%.*s %lld", (int)out.len, out.ptr, (long long)list[i].id);
	return out;
}

static struct str everything(struct db *db, struct arena *arena)
{
	static const char *const names[] = { "", "cve-2021-1003", "CVE-2021-9999" };
	struct str out = STR("");

	for (int i = 0; i <= SIGNAL_STATE_COUNT; i++)
		for (size_t k = 0; k <= COUNT(kinds); k++)
			for (size_t n = 0; n < COUNT(names); n++)
				for (int more = 0; more < 8; more++) {
					struct signal_query q = { .state = (enum signal_state)i,
						.kind = k < COUNT(kinds) ? str_of(kinds[k]) : STR(""),
						.source = more & 4 ? STR("DESK 1") : STR(""),
						.vulnerability = str_of(names[n]),
						.since = DATE_NONE,
						.overdue = more & 2,
						.newest_first = more & 1,
						.today = (struct date){ TODAY },
						.now = worker().at };
					struct str one = pages(db, q, 4, arena);

					out = arena_printf(arena, "%.*s\n%.*s", (int)out.len, out.ptr,
					    (int)one.len, one.ptr);
				}
	return out;
}

static struct db *filled(int count)
{
	struct err e = { 0 };
	struct db *db;

	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	fill(db, count);
	return db;
}

static void heads_tell_what_all_entries_tell(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str by_heads, waiting, embargoed;
	struct db *db = filled(SIGNALS);
	char message[200];
	struct err e = { 0 };
	bool there;

	(void)state;
	assert_true(signal_heads_are_there(db, &there, &e) && there);
	by_heads = everything(db, &arena);
	waiting = duties(db, &arena);
	embargoed = embargoes(db, &arena);
	assert_true(waiting.len > 20 && embargoed.len > 10);
	db_close(db);
	run_sql(in_folder("a.db"), "DELETE FROM signal_head", message, sizeof(message));
	assert_true(db_open(in_folder("a.db"), DB_CHANGE, &db, &e));
	assert_true(signal_heads_are_there(db, &there, &e) && !there);
	assert_true(str_eq(everything(db, &arena), by_heads));
	assert_true(str_eq(duties(db, &arena), waiting));
	assert_true(str_eq(embargoes(db, &arena), embargoed));
	/* the next entry makes those of all signals */
	enter(db, 2, "credit", "{\"name\":\"Zoe\"}");
	assert_true(signal_heads_are_there(db, &there, &e) && there);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM signal_head"), SIGNALS);
	assert_true(str_eq(everything(db, &arena), by_heads));
	db_close(db);
}

static struct db_work page_work(struct db *db, struct signal_query q)
{
	struct signal_page page = { .limit = 5 };
	struct db_work before = db_work(db), after;
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	if (!signal_page(db, &q, &arena, &page, &e))
		fail_msg("%s", e.text);
	assert_int_equal(page.count, 5);
	after = db_work(db);
	return (struct db_work){ after.uses - before.uses, after.rows - before.rows };
}

static struct db_work search_work(struct db *db, const char *words, size_t *signals)
{
	struct db_work before = db_work(db), after;
	SCOPED_ARENA arena = { 0 };
	struct search found;
	struct err e = { 0 };

	if (!search(db, str_of(words), &arena, &found, &e))
		fail_msg("%s", e.text);
	*signals = found.signals.count;
	after = db_work(db);
	return (struct db_work){ after.uses - before.uses, after.rows - before.rows };
}

/* A hundred signals that have the letters, or four times as many: the newest twenty are read. */
static void a_search_reads_what_it_shows(void **state)
{
	struct db *db = filled(SIGNALS);
	struct db_work few, many;
	size_t found;

	(void)state;
	few = search_work(db, "HANGS", &found);
	assert_int_equal(found, 20);
	for (int i = 0; i < 4 * SIGNALS; i++)
		add_one(db, i);
	many = search_work(db, "HANGS", &found);
	assert_int_equal(found, 20);
	assert_true(many.uses <= few.uses && many.rows <= few.rows + 20); /* entries of a signal differ */
	search_work(db, "signal 7", &found);
	assert_int_equal(found, 1);
	search_work(db, "no such words", &found);
	assert_int_equal(found, 0);
	db_close(db);
}

/* Five times the signals: not a statement and not a row more. */
static void a_page_reads_that_page(void **state)
{
	const struct signal_query asked[] = {
		{ .state = SIGNAL_NEW, .newest_first = true },
		{ .state = SIGNAL_ACCEPTED },
		{ .state = SIGNAL_STATE_COUNT, .kind = STR("complaint"), .newest_first = true },
		{ .state = SIGNAL_STATE_COUNT, .vulnerability = STR("CVE-2021-1003") },
	};
	struct db_work few[COUNT(asked)];
	struct db *db = filled(SIGNALS);

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < COUNT(asked); i++) {
			struct signal_query q = asked[i];
			struct db_work work;

			q.since = DATE_NONE;
			q.today = (struct date){ TODAY };
			q.now = worker().at;
			work = page_work(db, q);
			if (round == 0)
				few[i] = work;
			else if (work.uses > few[i].uses ||
				 work.rows > few[i].rows + 6) /* entries of a signal differ */
				fail_msg("query %zu: %llu statements and %llu rows, it was %llu and %llu", i,
				    (unsigned long long)work.uses, (unsigned long long)work.rows,
				    (unsigned long long)few[i].uses, (unsigned long long)few[i].rows);
		}
		if (round == 0)
			for (int i = 0; i < 4 * SIGNALS; i++)
				add_one(db, i);
	}
	db_close(db);
}

TESTS(IN_FOLDER(heads_tell_what_all_entries_tell), IN_FOLDER(a_page_reads_that_page),
    IN_FOLDER(a_search_reads_what_it_shows))
