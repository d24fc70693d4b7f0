#include "show.h"

#include "sources/feeds/eol.h"
#include "sources/feeds/feeds.h"
#include "sources/lifecycle.h"

#define HEAD "{\"schema_version\": \"1.2.0\", \"generated_at\": \"2026-11-01T00:00:00+00:00\", "
#define DATE "endoflife of 2026-11-01T00:00:00Z\n"

static void eol_reads_all_products_or_one(void **state)
{
	static const struct {
		const char *document, *expected;
	} cases[] = {
		{ HEAD "\"result\": [{\"name\": \"debian\", \"aliases\": [\"debian-linux\"], \"label\": "
		       "\"Debian\", "
		       "\"category\": \"os\", \"identifiers\": [{\"type\": \"cpe\", \"id\": "
		       "\"cpe:2.3:o:debian:debian_linux\"}, {\"type\": \"cpe\", \"id\": "
		       "\"cpe:/o:debian:debian_linux\"}], \"releases\": [{\"name\": \"11\", \"isEol\": true, "
		       "\"eolFrom\": \"2024-08-14\", \"eoesFrom\": \"2026-08-31\"}]}]}",
		    DATE
		    "life debian Debian; 1 o:debian:debian_linux; 0 debian; 0 debian-linux; 11 - 2024-08-14 "
		    "2026-08-31 ended\n" },
		{ HEAD "\"result\": {\"name\": \"openssl\", \"label\": \"OpenSSL\", \"category\": "
		       "\"framework\", "
		       "\"identifiers\": [{\"type\": \"purl\", \"id\": \"pkg:generic/openssl\"}, {\"type\": "
		       "\"purl\", "
		       "\"id\": \"none\"}, {\"type\": \"repology\", \"id\": \"openssl\"}], \"releases\": "
		       "[{\"name\": "
		       "\"1.1.1\", \"isEol\": false, \"eoasFrom\": \"2022-01-01\", \"eolFrom\": null}]}}",
		    DATE "life openssl OpenSSL; 2 generic/openssl; 1.1.1 2022-01-01 - -\n" },
		{ HEAD "\"result\": [{\"label\": \"X\"}, {\"name\": \"y\"}]}",
		    DATE "skipped feed:1: result[0]: a product without a name\nlife y y\n" },
		{ HEAD "\"result\": [{\"name\": 7}]}",
		    DATE "skipped feed:1: result[0].name: expected text, found a number\n" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("feed"), str_of(cases[i].document));

		CASE(cases[i].document);
		assert_string_equal(feed_find(in)->name, "endoflife");
		show_expect(eol_read, cases[i].document, cases[i].expected);
	}
	(void)state;
}

static void a_version_is_of_the_longest_cycle_that_it_begins_with(void **state)
{
	static struct life_cycle cycles[] = { { .name = { "1", 1 } }, { .name = { "1.1", 3 } },
		{ .name = { "1.1.1", 5 } }, { .name = { "20.04", 5 } } };
	static const struct lifecycle l = { .cycles = cycles, .cycle_count = COUNT(cycles) };
	static const struct {
		const char *version, *cycle;
	} cases[] = {
		{ "1.1.1k", "1.1.1" },
		{ "1.1.1", "1.1.1" },
		{ "1.1.10", "1.1" },
		{ "1.10", "1" },
		{ "10", NULL },
		{ "20.04.6", "20.04" },
		{ "2", NULL },
		{ "", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct life_cycle *c = lifecycle_of(&l, str_of(cases[i].version));

		CASE(cases[i].version);
		assert_int_equal(c != NULL, cases[i].cycle != NULL);
		if (c)
			assert_true(str_eq(c->name, str_of(cases[i].cycle)));
	}
	(void)state;
}

TESTS(cmocka_unit_test(eol_reads_all_products_or_one),
    cmocka_unit_test(a_version_is_of_the_longest_cycle_that_it_begins_with))
