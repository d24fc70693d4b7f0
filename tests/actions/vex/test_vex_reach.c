/* What a supplier's document costs in statements of SQL: a component is read once, however many releases hold
 * it and however many statements there are. */
#include "store/store_folder.h"

#include "actions/vex/vex_import.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"

enum { RELEASES = 50 };

static struct change_by somebody(void)
{
	return (struct change_by){ STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
}

static struct component component_of(int number, struct arena *arena)
{
	struct identity *identity = arena_alloc(arena, 1, sizeof(*identity));
	struct str name = arena_printf(arena, "part%d", number);

	*identity = (struct identity){ .kind = PACKAGE_PURL,
		.package = arena_printf(arena, "npm/" STR_FMT, STR_ARG(name)),
		.version = STR("1.0.0"),
		.scheme = VERSION_SEMVER,
		.is_whole = true };
	return (struct component){ .name = name,
		.version = STR("1.0.0"),
		.end_of_support = DATE_NONE,
		.identities = identity,
		.identity_count = 1 };
}

/* Releases of one device, all of the same parts; one more tells each from the others. */
static void add_releases(struct db *db, int parts)
{
	struct change_by who = somebody();
	SCOPED_ARENA arena = { 0 };
	struct component *c = arena_alloc(&arena, (size_t)parts + 1, sizeof(*c));
	struct device_profile device = { .device.name = STR("Pump") };
	SCOPED_CHANGE *change = NULL;
	struct err e = { 0 };
	int64_t device_id, id;
	size_t added;

	for (int i = 0; i < parts; i++)
		c[i] = component_of(i, &arena);
	assert_true(change_open(db, &who, &change, &e));
	assert_true(device_add(db, &device, &device_id, &e));
	for (int i = 0; i < RELEASES; i++) {
		struct release release = { .device_id = device_id,
			.version = arena_printf(&arena, "%d", i),
			.units = -1,
			.released_on = DATE_NONE };

		c[parts] = component_of(1000 + i, &arena);
		assert_true(release_add(db, &release, &id, &e));
		assert_true(components_put(db, id, c, (size_t)parts + 1, &added, &e));
	}
	assert_true(change_note(change, "test", STR("releases"), STR_NONE, STR_NONE, &e));
	assert_true(change_close(&change, &e));
}

/* Statements about part0, part1 and so on. */
static const char *write_document(int statements)
{
	SCOPED_BUF out = buf_new(64 * 1024);

	buf_printf(&out,
	    "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.com/%d\","
	    "\"author\":\"Example\",\"timestamp\":\"2026-01-10T00:00:00Z\",\"version\":1,\"statements\":[",
	    statements);
	for (int i = 0; i < statements; i++)
		buf_printf(&out,
		    "%s{\"vulnerability\":{\"name\":\"CVE-2024-%d\"},\"products\":[{\"@id\":"
		    "\"pkg:npm/part%d@1.0.0\"}],\"status\":\"not_affected\","
		    "\"justification\":\"vulnerable_code_not_present\"}",
		    i ? "," : "", 1000 + i, i);
	buf_printf(&out, "]}");
	return write_file("vex.json", buf_str(&out));
}

/* Statements of SQL that a document takes in a store of releases that hold so many parts. */
static int64_t uses(int parts, int statements)
{
	const char *path = write_document(statements);
	struct vex_import what = { .paths = &path, .count = 1, .dry_run = true };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct vex_report *reports;
	struct db_work before;
	struct err e = { 0 };
	size_t count;

	remove(in_folder("a.db"));
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_releases(db, parts);
	before = db_work(db);
	if (!vex_import(db, &what, somebody(), &arena, &reports, &count, &e))
		printf("# %s\n", e.text);
	assert_string_equal(e.text, "");
	assert_int_equal(reports[0].row_count, statements);
	for (int i = 0; i < statements; i++)
		assert_int_equal(reports[0].rows[i].reached_all, RELEASES);
	return (int64_t)(db_work(db).uses - before.uses);
}

static void a_component_is_read_once_for_all_releases(void **state)
{
	int64_t few = uses(5, 1);

	(void)state;
	assert_in_range(uses(105, 1) - few, 100, 110);
	/* three more, of what is known by then: its candidates, and the releases that hold them */
	assert_in_range(uses(5, 4) - few, 1, 3 * (RELEASES + 20));
}

TESTS(IN_FOLDER(a_component_is_read_once_for_all_releases))
