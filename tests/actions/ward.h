/*
 * ward - a store with a casefile and three people who sign.
 */
#pragma once
#include "actions/place.h"

#include "actions/casework/case_close.h"
#include "actions/casework/case_record.h"
#include "actions/casework/sign.h"
#include "actions/field/register_device.h"
#include "actions/intake/case_open.h"
#include "formats/input.h"

/* Anna writes, Rita reviews and approves, Dora is the designated person. */
struct ward {
	struct db *db;
	struct place anna, rita, dora;
	int64_t casefile;
	int64_t minutes; /* go on with each step */
};

static inline struct ward make_ward(void)
{
	struct case_opening opening = { .title = STR("Pump"),
		.device = STR("Pump"),
		.vulnerability = STR("CVE-2021-31571"),
		.facts = STR("{\"learned_on\":\"2026-06-10\"}") };
	struct device_profile device = { .device = { .name = STR("Pump"),
					     .device_class = STR("II"),
					     .pathway = STR("510k"),
					     .marketed = STR("yes") } };
	SCOPED_ARENA arena = { 0 };
	struct case_opened opened;
	struct err e = { 0 };
	struct ward w = { 0 };
	struct place root;
	int64_t id;

	open_place(&root);
	w.db = root.db;
	w.anna = w.rita = w.dora = root;
	add_user(&w.anna, "anna", ROLE_SECURITY | ROLE_REGULATORY, "root");
	w.rita = root;
	add_user(&w.rita, "rita", ROLE_REVIEWER, "root");
	w.dora = root;
	add_user(&w.dora, "dora", ROLE_DESIGNATED, "root");
	assert_true(register_device(w.db, &device, by(&w.anna, "anna", 1), &id, &e));
	assert_true(case_open(w.db, &opening, by(&w.anna, "anna", 2), &arena, &opened, &e));
	w.casefile = opened.id;
	w.minutes = 4;
	return w;
}

/* The same ward for each test: making one takes a dozen slow hashes. */
static inline struct ward open_ward(void)
{
	static struct ward first;
	static struct buf bytes;
	struct ward w;
	struct err e = { 0 };

	if (!bytes.most) {
		SCOPED_INPUT *in = NULL;

		first = make_ward();
		db_close(first.db);
		bytes = buf_new(64 * 1024 * 1024);
		assert_true(input_open_file(in_folder("a.db"), &in, &e));
		assert_true(input_read_all(in, &bytes, &e));
	} else {
		write_file("a.db", buf_str(&bytes));
	}
	w = first;
	assert_true(db_open(in_folder("a.db"), DB_CHANGE, &w.db, &e));
	w.anna.db = w.rita.db = w.dora.db = w.db;
	return w;
}

static inline bool record(
    struct ward *w, const char *kind, const char *facts, const char *why, int64_t *id, struct err *e)
{
	struct change_by who = by(&w->anna, "anna", w->minutes++);

	who.why = str_of(why);
	return case_record(w->db, w->casefile, kind, str_of(facts), STR("{}"), 0, who, id, e);
}

static inline bool sign_with(struct ward *w, const struct place *p, const char *name, const char *secret,
    int64_t id, enum meaning meaning, struct signature *out, struct err *e)
{
	static struct arena arena;
	struct signing s = { w->casefile, id, meaning, str_of(name), str_of(secret) };
	bool done;

	arena_reset(&arena);
	done = sign_record(w->db, &s, by(p, name, w->minutes++), &arena, out, e);
	if (!done)
		arena_free(&arena);
	return done;
}

static inline bool sign(
    struct ward *w, const struct place *p, const char *name, int64_t id, enum meaning meaning, struct err *e)
{
	struct signature unused;

	return sign_with(w, p, name, SECRET, id, meaning, &unused, e);
}

static inline int64_t assess(struct ward *w)
{
	struct err e = { 0 };
	int64_t id;

	assert_true(record(w, "assessment",
	    "{\"on\":\"2026-06-20\",\"exploitability\":\"low\",\"severity\":\"minor\"}", "", &id, &e));
	return id;
}
