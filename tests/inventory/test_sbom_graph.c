#include "check.h"

#include "base/buf.h"
#include "inventory/sbom_graph.h"

/* A graph in one line: "*s" the subject, "a" a component, "+f" an element, "a>b" an edge, "a>" one to
 * nothing. What it comes to: double D(..) dangling X(..) circle C(first size) unnamed N(..) unreached U(..).
 */
static void draw(struct str text, struct buf *out)
{
	SCOPED_SBOM_GRAPH *g = sbom_graph_new();
	struct str word, from, to;
	struct err e = { 0 };
	size_t count = 0, size;

	while (str_next(&text, ' ', &word)) {
		to = word;
		if (str_cut(&to, '>', &from))
			assert_true(sbom_graph_add_edge(g, from, to, &e));
		else if (word.ptr[0] == '+')
			sbom_graph_add_element(g, str_from(word, 1));
		else
			sbom_graph_add_component(
			    g, word.ptr[0] == '*' ? str_from(word, 1) : word, count++, word.ptr[0] == '*');
	}
	sbom_graph_close(g);
	for (size_t at = 0; sbom_graph_next_double(g, &at, &word);)
		buf_printf(out, "D" STR_FMT " ", STR_ARG(word));
	for (size_t at = 0; sbom_graph_next_dangling(g, &at, &word);)
		buf_printf(out, "X" STR_FMT " ", STR_ARG(word));
	for (size_t at = 0; sbom_graph_next_circle(g, &at, &word, &size);)
		buf_printf(out, "C" STR_FMT "%zu ", STR_ARG(word), size);
	for (size_t i = 0; i < count; i++)
		buf_printf(
		    out, "%s%s", sbom_graph_names(g, i) ? "" : "N", sbom_graph_reaches(g, i) ? "" : "U");
	buf_byte(out, '\0');
}

static const struct {
	const char *graph, *comes_to;
} rows[] = {
	{ "*s a b s>a a>b", "" },
	{ "*s a b s>a", "NU" },
	{ "*s a b s>a b>", "U" },
	{ "*s a a s>a", "Da " },
	{ "*s a +a s>a", "Da " },
	{ "*s a s>a a>x y>a", "Xx Xy " },
	{ "*s +f s>f", "" },
	{ "*s a b c s>a a>b b>c c>a", "Ca3 " },
	{ "*s a s>a a>a", "Ca1 " },
	{ "*s a b c d s>a a>b b>a s>c c>d d>c", "Ca2 Cc2 " },
	{ "*s a b s>a a>s s>b", "Cs2 " },
	{ "*s a b c s>a s>b a>c b>c", "" },
	{ "a b a>b b>a", "Ca2 UU" },
};

static void graphs_come_to_what_they_are(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_BUF out = buf_new(4096);

		CASE(rows[i].graph);
		draw(str_of(rows[i].graph), &out);
		assert_string_equal(out.ptr, rows[i].comes_to);
	}
	(void)state;
}

/* A chain of 100,000 that closes to a circle, each link doubled: neither the stack nor the time give out. */
static void a_circle_of_100000_is_one_circle(void **state)
{
	SCOPED_SBOM_GRAPH *g = sbom_graph_new();
	char from[32], to[32];
	struct err e = { 0 };
	struct str ref;
	size_t size, at = 0;

	for (size_t i = 0; i < 100000; i++) {
		snprintf(from, sizeof(from), "%zu", i);
		snprintf(to, sizeof(to), "%zu", (i + 1) % 100000);
		sbom_graph_add_component(g, str_of(from), i, i == 0);
		assert_true(sbom_graph_add_edge(g, str_of(from), str_of(to), &e));
		assert_true(sbom_graph_add_edge(g, str_of(from), str_of(to), &e));
	}
	sbom_graph_close(g);
	assert_true(sbom_graph_next_circle(g, &at, &ref, &size));
	assert_int_equal(size, 100000);
	assert_false(sbom_graph_next_circle(g, &at, &ref, &size));
	assert_true(sbom_graph_reaches(g, 99999));
	(void)state;
}

TESTS(cmocka_unit_test(graphs_come_to_what_they_are), cmocka_unit_test(a_circle_of_100000_is_one_circle))
