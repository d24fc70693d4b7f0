#include "check.h"

#include "base/buf.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/evidence/program_files.h"

#define CNA(entries) "{\"containers\": {\"cna\": {\"affected\": [" entries "]}}}"
#define FILES(list) "\"programFiles\": [" list "]"
#define HARM "\"versions\": [{\"version\": \"1\", \"status\": \"affected\"}]"
#define NO_HARM "\"versions\": [{\"version\": \"1\", \"status\": \"unaffected\"}]"

static void program_files_are_those_of_the_cna(void **state)
{
	static const struct {
		const char *record, *files;
	} cases[] = {
		{ CNA("{" FILES("\"a.c\", \"b/c.c\"") ", " HARM "}"), "a.c b/c.c" },
		/* the kernel names them for its commits and again for its versions */
		{ CNA("{" FILES("\"a.c\"") ", " HARM "}, {" HARM ", " FILES("\"a.c\", \"d.h\"") "}"),
		    "a.c d.h" },
		/* a part of what is affected without files */
		{ CNA("{" FILES("\"a.c\"") ", " HARM "}, {" HARM "}"), "a.c partial" },
		{ CNA("{" FILES("\"a.c\"") "}, {\"defaultStatus\": \"affected\"}"), "a.c partial" },
		{ CNA("{" FILES("\"a.c\"") "}, {\"versions\": [{\"status\": \"unknown\"}]}"), "a.c partial" },
		/* what is not affected needs none */
		{ CNA("{" FILES("\"a.c\"") ", " HARM "}, {\"defaultStatus\": \"unaffected\", " NO_HARM "}"),
		    "a.c" },
		{ CNA("{" FILES("") ", " HARM "}"), " partial" },
		{ CNA("{" HARM "}"), " partial" },
		{ CNA(""), "" },
		{ "{}", "" },
		/* others' containers name other things */
		{ "{\"containers\": {\"adp\": [{\"affected\": [{" FILES("\"x.c\"") "}]}]}}", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		SCOPED_BUF out = buf_new(4096);
		struct program_files files;
		struct err e = { 0 };

		CASE(cases[i].record);
		assert_true(program_files_read(str_of(cases[i].record), &arena, &files, &e));
		for (size_t k = 0; k < files.count; k++)
			buf_printf(&out, "%s" STR_FMT, k > 0 ? " " : "", STR_ARG(files.at[k]));
		buf_printf(&out, "%s", files.is_partial ? " partial" : "");
		buf_byte(&out, '\0');
		assert_string_equal(out.ptr, cases[i].files);
	}
	(void)state;
}

static void program_files_refuses_a_broken_record(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct program_files files;
	struct err e = { 0 };

	assert_false(program_files_read(STR("{\"containers\": {\"cna\": "), &arena, &files, &e));
	assert_false(program_files_read(STR(CNA("{\"programFiles\": [5]}")), &arena, &files, &e));
	(void)state;
}

struct kernel_counts {
	struct buf text;
	size_t records, with_files, partial;
};

static bool count_kernel_record(void *ctx, struct input *in, struct err *e)
{
	struct kernel_counts *n = ctx;
	SCOPED_ARENA arena = { 0 };
	struct program_files files;
	char piece[65536];
	size_t len;

	buf_clear(&n->text);
	while ((len = input_read(in, piece, sizeof(piece))) > 0)
		buf_add(&n->text, (struct str){ piece, len });
	if (!input_finish(in, e))
		return false;
	if (!str_has(buf_str(&n->text), STR("\"assignerShortName\": \"Linux\"")) ||
	    !str_has(buf_str(&n->text), STR("\"state\": \"PUBLISHED\"")))
		return true;
	if (!program_files_read(buf_str(&n->text), &arena, &files, e))
		return false;
	n->records++;
	n->with_files += files.count > 0;
	n->partial += files.is_partial;
	return true;
}

/* The kernel's CNA names files in all its records but a handful. */
static void program_files_stand_in_the_kernels_records(void **state)
{
	const char *path = check_data("feeds/cve5/vulnrichment-2024-10-24.tar.zst");
	struct kernel_counts n = { .text = buf_new(LIMIT_RECORD_BYTES) };
	struct err e = { 0 };

	if (!path)
		skip();
	if (!unpack_path(path, (struct unpack_sink){ &n, count_kernel_record }, &e))
		fail_msg("%s", e.text);
	buf_free(&n.text);
	assert_int_equal(n.records, 2764);
	assert_int_equal(n.with_files, 2763);
	assert_int_equal(n.partial, 1);
	(void)state;
}

TESTS(cmocka_unit_test(program_files_are_those_of_the_cna),
    cmocka_unit_test(program_files_refuses_a_broken_record),
    cmocka_unit_test(program_files_stand_in_the_kernels_records))
