/* What providers list, and what they must not be able to say. */
#include "check.h"

#include "base/buf.h"
#include "sources/providers/csaf_provider.h"
#include "sources/providers/listed.h"

typedef bool reader(struct input *in, struct listed_sink out, struct err *e);

static bool write_one(void *ctx, const struct listed *one, struct err *e)
{
	char at[INSTANT_TEXT_SIZE];

	(void)e;
	buf_printf(ctx, STR_FMT " %s\n", STR_ARG(one->what), instant_write(one->at, at));
	return true;
}

/* What a reader hands over, or why it does not. */
static void holds(reader *read, const char *text, const char *expected)
{
	SCOPED_INPUT *in = input_open_memory(STR("list"), str_of(text));
	SCOPED_BUF out = buf_new(65536);
	struct err e = { 0 };

	CASE(text);
	if (read(in, (struct listed_sink){ &out, write_one }, &e)) {
		buf_byte(&out, '\0');
		assert_string_equal(buf_str(&out).ptr, expected);
	} else {
		assert_string_equal(e.text, expected);
	}
}

static void osv_lists_an_id_a_line(void **state)
{
	(void)state;
	holds(osv_list_read, "2026-08-15T00:05:00Z,GHSA-1\n\n2026-08-14T00:05:00.5Z,ALSA-2022:0001\r\n",
	    "GHSA-1 2026-08-15T00:05:00Z\nALSA-2022:0001 2026-08-14T00:05:00.500000Z\n");
	holds(osv_list_read, "modified,id\n2026-08-15T00:05:00Z,GHSA-1\n", "GHSA-1 2026-08-15T00:05:00Z\n");
	holds(osv_list_read, "", "");
	holds(osv_list_read, "2026-08-15T00:05:00Z,GHSA-1\n<html>\n",
	    "list:2: expected an instant, a comma and an id");
	holds(osv_list_read, "2026-08-15T00:05:00Z,../../secret\n",
	    "list:1: expected an instant, a comma and an id");
	holds(osv_list_read, "2026-08-15T00:05:00Z,a/b\n", "list:1: expected an instant, a comma and an id");
	holds(osv_list_read, "2026-08-15T00:05:00Z,\n", "list:1: expected an instant, a comma and an id");
	holds(osv_list_read, "yesterday,GHSA-1\n", "list:1: expected an instant, a comma and an id");
}

static void the_cve_list_logs_batches(void **state)
{
	(void)state;
	holds(cve_list_read,
	    "[{\"new\":[{\"cveId\":\"CVE-2026-0001\",\"githubLink\":\"https://evil.example\"}],"
	    "\"fetchTime\":\"2026-11-29T10:00:00Z\"},"
	    "{\"fetchTime\":\"2026-11-29T09:00:00Z\",\"updated\":[{\"cveId\":\"CVE-2020-12345\"}],\"error\":["
	    "{}]}]",
	    "CVE-2026-0001 2026-11-29T10:00:00Z\nCVE-2020-12345 2026-11-29T09:00:00Z\n");
	holds(cve_list_read, "[]", "");
	holds(cve_list_read, "{\"new\":[]}", "list: expected an array of batches");
	holds(cve_list_read, "[{\"fetchTime\":\"2026-11-29T10:00:00Z\",\"new\":[{\"cveId\":\"../x\"}]}]",
	    "list:1: [0].new[0]: cveId \"../x\" is no CVE id");
	holds(cve_list_read, "[{\"new\":[]}]", "list:1: [0]: expected fetchTime, an instant");
}

static void csaf_lists_paths_below_its_folder(void **state)
{
	static const char *const bad[] = { "../a.json", "/a.json", "a/../../b.json",
		"https://evil.example/a.json", "a//b.json", "./a.json", "" };
	char line[100];

	(void)state;
	holds(csaf_changes_read,
	    "\"2024/a.json\",\"2024-09-10T06:00:00Z\"\n2023/b,c.json,2023-01-01T00:00:00Z\n",
	    "2024/a.json 2024-09-10T06:00:00Z\n2023/b,c.json 2023-01-01T00:00:00Z\n");
	for (size_t i = 0; i < COUNT(bad); i++) {
		snprintf(line, sizeof(line), "%s,2024-09-10T06:00:00Z\n", bad[i]);
		holds(csaf_changes_read, line,
		    "list:1: expected a path below this folder, a comma and an instant");
	}
}

static void a_rolie_feed_lists_addresses(void **state)
{
	(void)state;
	holds(csaf_feed_read,
	    "{\"feed\":{\"entry\":[{\"updated\":\"2024-01-01T00:00:00Z\",\"content\":{\"src\":\"https://"
	    "a.example/1\"},"
	    "\"link\":[{\"rel\":\"self\",\"href\":\"https://a.example/self\"}]},"
	    "{\"updated\":\"2024-01-02T00:00:00Z\",\"link\":[{\"rel\":\"self\",\"href\":\"https://a.example/"
	    "2\"}]}]}}",
	    "https://a.example/1 2024-01-01T00:00:00Z\nhttps://a.example/2 2024-01-02T00:00:00Z\n");
	holds(csaf_feed_read, "{\"feed\":{\"entry\":[]}}", "");
	holds(csaf_feed_read, "{\"distributions\":[]}", "list: expected a ROLIE feed");
	holds(csaf_feed_read, "{\"feed\":{\"entry\":[{\"content\":{\"src\":\"https://a.example/1\"}}]}}",
	    "list:1: feed.entry[0]: expected an entry with content.src and updated");
}

static void places(const char *text, const char *expected)
{
	SCOPED_INPUT *in = input_open_memory(STR("provider"), str_of(text));
	SCOPED_BUF out = buf_new(4096);
	SCOPED_ARENA arena = { 0 };
	struct csaf_places found;
	struct err e = { 0 };

	CASE(text);
	if (!csaf_provider_read(in, STR("https://own.example"), &arena, &found, &e)) {
		assert_string_equal(e.text, expected);
		return;
	}
	for (size_t i = 0; i < found.count; i++)
		buf_printf(&out, "%s" STR_FMT "\n", found.items[i].is_feed ? "feed " : "folder ",
		    STR_ARG(found.items[i].url));
	buf_byte(&out, '\0');
	assert_string_equal(buf_str(&out).ptr, expected);
}

static void a_provider_has_feeds_or_folders_that_anybody_may_read(void **state)
{
	(void)state;
	places("{\"distributions\":[{\"directory_url\":\"https://d.example\"},{\"rolie\":{\"feeds\":["
	       "{\"tlp_label\":\"AMBER\",\"url\":\"https://amber.example\"},"
	       "{\"tlp_label\":\"CLEAR\",\"url\":\"https://clear.example\"},{\"url\":\"https://"
	       "any.example\"}]}}]}",
	    "feed https://clear.example\nfeed https://any.example\n");
	places(
	    "{\"distributions\":[{\"directory_url\":\"https://d.example\"}]}", "folder https://d.example\n");
	places("{\"feed\":{}}", "feed https://own.example\n");
	places("{\"distributions\":[{\"rolie\":{\"feeds\":[{\"tlp_label\":\"RED\",\"url\":\"https://"
	       "r.example\"}]}}]}",
	    "provider: expected distributions with a ROLIE feed or a folder that anybody may read");
	places("[]", "provider: expected distributions with a ROLIE feed or a folder that anybody may read");
}

static void lists_of_a_real_provider_are_read(void **state)
{
	static const struct {
		const char *file;
		reader *read;
	} real[] = { { "csaf/provider/OT_white_changes.csv", csaf_changes_read },
		{ "csaf/provider/OT_white_cisa-csaf-ot-feed-tlp-white.json", csaf_feed_read } };

	(void)state;
	for (size_t i = 0; i < COUNT(real); i++) {
		const char *path = check_data(real[i].file);
		SCOPED_BUF out = buf_new((size_t)16 * 1024 * 1024);
		SCOPED_INPUT *in = NULL;
		struct err e = { 0 };

		CASE(real[i].file);
		if (!path)
			skip();
		assert_true(input_open_file(path, &in, &e));
		assert_true(real[i].read(in, (struct listed_sink){ &out, write_one }, &e));
		assert_true(buf_str(&out).len > 100000);
	}
}

TESTS(cmocka_unit_test(osv_lists_an_id_a_line), cmocka_unit_test(the_cve_list_logs_batches),
    cmocka_unit_test(csaf_lists_paths_below_its_folder), cmocka_unit_test(a_rolie_feed_lists_addresses),
    cmocka_unit_test(a_provider_has_feeds_or_folders_that_anybody_may_read),
    cmocka_unit_test(lists_of_a_real_provider_are_read))
