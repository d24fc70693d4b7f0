#include "check.h"

#include "base/buf.h"
#include "inventory/sbom_diff.h"

#define MOST 8

/* "purl|name version by supplier level" each, separated by ';'; fields may be left out from behind. */
static size_t components_of(struct str text, struct arena *arena, struct component *out)
{
	struct str one, purl, name, version;
	size_t count = 0;

	while (str_next(&text, ';', &one)) {
		struct sbom_component c = { .end_of_support = DATE_NONE };

		if (!str_cut(&one, '|', &purl))
			purl = STR_NONE;
		version = one;
		if (!str_cut(&version, ' ', &name)) {
			name = one;
			version = STR_NONE;
		}
		c.purl = purl;
		c.name = name;
		if (str_cut(&version, ' ', &c.version))
			c.supplier = version;
		else
			c.version = version;
		component_from_sbom(&c, arena, &out[count++]);
	}
	return count;
}

static const struct {
	const char *from, *to, *rows;
} cases[] = {
	{ "a 1;b 2", "b 2;a 1", "=2" },
	{ "a 1", "a 2", "~a1 2;=0" },
	{ "a 1;b 1", "b 1;c 1", "-a;+c;=1" },
	{ "A 1", "a 1", "=1" },
	{ "pkg:npm/a@1|a 1", "pkg:npm/a@2|renamed 2", "~renamed1 2;=0" },
	{ "pkg:npm/a@1|a 1", "pkg:pypi/a@1|a 1", "-a;+a;=0" },
	{ "a 1 x", "a 1 y", "~a1 1;=0" },
	{ "a 1;a 2", "a 2;a 3", "~a1 3;=1" },
	{ "a 1;a 2", "a 2", "-a;=1" },
	{ "a 1;a 1", "a 1", "-a;=1" },
};

static void components_are_paired_by_what_they_are(void **state)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF rows = buf_new(4096);
		struct component from[MOST], to[MOST];
		struct sbom_diff d;

		CASE(cases[i].rows);
		sbom_diff(from, components_of(str_of(cases[i].from), &arena, from), to,
		    components_of(str_of(cases[i].to), &arena, to), &arena, &d);
		for (size_t k = 0; k < d.count; k++) {
			const struct sbom_difference *row = &d.rows[k];
			const struct component *c = row->to ? row->to : row->from;

			buf_printf(&rows, "%c" STR_FMT,
			    row->from && row->to ? '~'
			    : row->to		 ? '+'
						 : '-',
			    STR_ARG(c->name));
			if (row->from && row->to)
				buf_printf(&rows, STR_FMT " " STR_FMT, STR_ARG(row->from->version),
				    STR_ARG(row->to->version));
			buf_byte(&rows, ';');
		}
		buf_printf(&rows, "=%zu", d.unchanged);
		buf_byte(&rows, '\0');
		assert_string_equal(rows.ptr, cases[i].rows);
		assert_int_equal(d.added + d.removed + d.changed, d.count);
	}
	(void)state;
}

static void each_change_is_told(void **state)
{
	struct component a = { .name = STR("a"),
		.version = STR("1"),
		.supplier = STR("s"),
		.support = STR("active"),
		.end_of_support = date_of(2030, 1, 1) },
			 b = a;
	SCOPED_ARENA arena = { 0 };
	struct sbom_diff d;

	b.version = STR("2");
	b.supplier = STR("t");
	b.support = STR("abandoned");
	b.end_of_support = DATE_NONE;
	sbom_diff(&a, 1, &b, 1, &arena, &d);
	assert_int_equal(d.rows[0].changes, SBOM_VERSION_CHANGED | SBOM_SUPPLIER_CHANGED |
						SBOM_SUPPORT_CHANGED | SBOM_END_OF_SUPPORT_CHANGED);
	(void)state;
}

TESTS(cmocka_unit_test(components_are_paired_by_what_they_are), cmocka_unit_test(each_change_is_told))
