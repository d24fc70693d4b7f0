/*
 * CPE names from outside: the names OASIS takes and refuses, every match criterion of some years of NVD.
 */
#include "check.h"

#include "formats/json_stream.h"
#include "formats/unpack.h"
#include "identity/cpe.h"

/* Gives each line of a small file of the data to each. */
static int each_line(const char *file, void (*each)(struct str line))
{
	const char *path = check_data(file);
	FILE *from = path ? fopen(path, "r") : NULL;
	char line[1024];
	int count = 0;

	if (!path)
		skip();
	assert_non_null(from);
	for (; fgets(line, sizeof(line), from); count++) {
		line[strcspn(line, "\n")] = '\0';
		CASE(line);
		each(str_of(line));
		CASE(NULL);
	}
	fclose(from);
	return count;
}

static void take(struct str line)
{
	SCOPED_ARENA arena = { 0 };
	struct cpe c;
	struct err e = { 0 };

	if (!cpe_parse(line, &arena, &c, &e))
		fail_msg("%s", e.text);
}

static void refuse(struct str line)
{
	SCOPED_ARENA arena = { 0 };
	struct cpe c;
	struct err e = { 0 };

	assert_false(cpe_parse(line, &arena, &c, &e));
	assert_true(e.text[0] != '\0');
}

static void cpe_names_of_the_suite_are_taken(void **state)
{
	assert_true(each_line("suites/cpe/oasis-valid.txt", take) >= 10);
	(void)state;
}

static void cpe_names_of_the_suite_are_refused(void **state)
{
	assert_true(each_line("suites/cpe/oasis-invalid.txt", refuse) >= 7);
	(void)state;
}

struct counts {
	long names, canonical, copied;
};

static void check_criterion(struct str text, struct counts *n)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF out = buf_new(4096);
	struct cpe c;
	struct err e = { 0 };

	if (!cpe_parse(text, &arena, &c, &e))
		fail_msg("%s", e.text);
	cpe_write(&c, &out);
	n->names++;
	n->canonical += str_eq(buf_str(&out), text);
	n->copied += arena.used > 0;
}

static void read_matches(struct json *j, struct counts *n)
{
	struct str key, text;

	while (json_next_item(j))
		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("criteria")) && json_text(j, &text))
				check_criterion(text, n);
			else
				json_skip(j);
		}
}

static void read_nodes(struct json *j, struct counts *n)
{
	struct str key;

	while (json_next_item(j))
		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("cpeMatch")))
				read_matches(j, n);
			else
				json_skip(j);
		}
}

static void read_configurations(struct json *j, struct counts *n)
{
	struct str key;

	while (json_next_item(j))
		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("nodes")))
				read_nodes(j, n);
			else
				json_skip(j);
		}
}

static void read_vulnerability(struct json *j, struct counts *n)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, STR("cve"))) {
			json_skip(j);
			continue;
		}
		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("configurations")))
				read_configurations(j, n);
			else
				json_skip(j);
		}
	}
}

static bool read_feed(void *ctx, struct input *in, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, STR("vulnerabilities"))) {
			json_skip(j);
			continue;
		}
		while (json_next_item(j))
			read_vulnerability(j, ctx);
	}
	return json_finish(j, e);
}

static void every_criterion_of_nvd_is_read_and_written_as_it_was(void **state)
{
	static const char *const feeds[] = { "feeds/nvd-2.0/nvdcve-2.0-2010.json.zst",
		"feeds/nvd-2.0/nvdcve-2.0-2018.json.zst" };
	struct counts n = { 0 };

	for (size_t i = 0; i < COUNT(feeds); i++) {
		const char *path = check_data(feeds[i]);
		struct err e = { 0 };

		if (!path)
			skip();
		if (!unpack_path(path, (struct unpack_sink){ &n, read_feed }, &e))
			fail_msg("%s", e.text);
	}
	printf("# %ld names, %ld canonical, %ld copied\n", n.names, n.canonical, n.copied);
	assert_true(n.names > 100000);
	assert_int_equal(n.canonical, n.names);
	assert_true(n.copied < n.names / 1000);
	(void)state;
}

TESTS(cmocka_unit_test(cpe_names_of_the_suite_are_taken),
    cmocka_unit_test(cpe_names_of_the_suite_are_refused),
    cmocka_unit_test(every_criterion_of_nvd_is_read_and_written_as_it_was))
