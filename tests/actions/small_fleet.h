/* A fleet of devices with one component each, and records about it. */
#pragma once
#include "store/store_folder.h"

#include "actions/matching/rematch.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"

static inline struct change_by somebody(void)
{
	return (struct change_by){ STR("tester"), { 1000000 }, STR(""), STR_NONE, NULL, 0 };
}

static inline struct component a_component(const char *package, struct str version, struct identity *identity)
{
	*identity = (struct identity){ .kind = PACKAGE_CPE,
		.package = str_of(package),
		.version = version,
		.scheme = VERSION_GENERIC,
		.is_whole = true };
	return (struct component){ .name = str_of(package),
		.version = version,
		.end_of_support = DATE_NONE,
		.identities = identity,
		.identity_count = 1 };
}

static inline void add_device(
    struct db *db, struct str name, const struct component *components, size_t count)
{
	struct device_profile device = { .device.name = name };
	struct release release = { .version = STR("1"), .units = -1, .released_on = DATE_NONE };
	struct err e = { 0 };
	size_t added;
	int64_t id;

	assert_true(device_add(db, &device, &release.device_id, &e));
	assert_true(release_add(db, &release, &id, &e));
	assert_true(components_put(db, id, components, count, &added, &e));
}

/* Devices from first on, each with a component of the package: in the version, or without one in a version of
 * its own. */
static inline void add_devices(struct db *db, int first, int count, const char *package, const char *version)
{
	struct change_by who = somebody();
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct match_run run;
	struct err e = { 0 };
	bool done;

	assert_true(change_open(db, &who, &change, &e));
	for (int i = first; i < first + count; i++) {
		struct str its = version ? str_of(version) : arena_printf(&arena, "1.%d", i);
		struct identity identity;
		struct component c = a_component(package, its, &identity);

		add_device(db, arena_printf(&arena, "Device %d", i), &c, 1);
	}
	assert_true(change_note(change, "test", STR("fleet"), STR_NONE, STR_NONE, &e));
	assert_true(change_close(&change, &e));
	assert_true(rematch(db, true, somebody(), &done, &run, &e));
}

/* One record about the package, of a day of February. */
static inline const char *write_record(int number, const char *package, int day)
{
	char text[1024];
	int len = snprintf(text, sizeof(text),
	    "{\"resultsPerPage\":1,\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[{\"cve\":{"
	    "\"id\":"
	    "\"CVE-2024-%d\",\"published\":\"2024-01-01T00:00:00.000\",\"lastModified\":\"2024-02-%02dT00:00:"
	    "00.000\","
	    "\"vulnStatus\":\"Analyzed\",\"configurations\":[{\"nodes\":[{\"operator\":\"OR\",\"negate\":"
	    "false,"
	    "\"cpeMatch\":[{\"vulnerable\":true,\"criteria\":\"cpe:2.3:%s:*:*:*:*:*:*:*:*\","
	    "\"versionEndExcluding\":"
	    "\"9.%d\"}]}]}]}}]}",
	    number, day, package, day);

	assert_true(len > 0 && (size_t)len < sizeof(text));
	return write_file("feed.json", (struct str){ text, (size_t)len });
}
