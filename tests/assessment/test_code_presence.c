#include "check.h"

#include "assessment/code_presence.h"

#define LIST "init/main.c\nkernel/fork.c\nkernel/signal.c\nnet/a.c\n"

static struct compiled_files read_list(const char *text, struct arena *arena)
{
	struct compiled_files list;
	struct err e = { 0 };

	assert_true(compiled_files_read(str_of(text), arena, &list, &e));
	return list;
}

static void code_is_absent_only_where_nothing_speaks_against_it(void **state)
{
	static const struct {
		const char *files; /* with blanks between */
		bool partial;
		enum code_presence presence;
		const char *why;
	} cases[] = {
		{ "drivers/x.c", false, CODE_NOT_PRESENT, "drivers/x.c: not among the 4 compiled files" },
		{ "drivers/x.c fs/y.c", false, CODE_NOT_PRESENT,
		    "drivers/x.c, fs/y.c: none of them among the 4 compiled files" },
		{ "1.c 2.c 3.c 4.c 5.c 6.c 7.c 8.c 9.c 10.c", false, CODE_NOT_PRESENT,
		    "1.c, 2.c, 3.c, 4.c, 5.c, 6.c, 7.c, 8.c and 2 more: none of them among the 4 compiled "
		    "files" },
		/* one of several is enough */
		{ "drivers/x.c net/a.c", false, CODE_COMPILED, "net/a.c is compiled" },
		{ "drivers/x.c net/a.c", true, CODE_COMPILED, "net/a.c is compiled" },
		/* the list cannot show it */
		{ "include/linux/x.h", false, CODE_UNTOLD,
		    "the list names no files of the kind of include/linux/x.h" },
		{ "drivers/x.c include/linux/x.h", false, CODE_UNTOLD,
		    "the list names no files of the kind of include/linux/x.h" },
		/* the record does not say it all */
		{ "drivers/x.c", true, CODE_UNTOLD,
		    "the CVE record names no files for a part of what is affected" },
		{ "", false, CODE_UNTOLD, "the CVE record names no files" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct compiled_files list = read_list(LIST, &arena);
		struct str texts[16], rest = str_of(cases[i].files);
		struct program_files files = { .at = texts, .is_partial = cases[i].partial };
		struct code_judgement judgement;

		CASE(cases[i].files);
		while (rest.len > 0 && str_next(&rest, ' ', &texts[files.count]))
			files.count++;
		judgement = code_presence_judge(&files, &list, &arena);
		assert_int_equal(judgement.presence, cases[i].presence);
		assert_string_equal(arena_text(&arena, judgement.why), cases[i].why);
	}
	(void)state;
}

/* A list of something else would say of every flaw of the kernel that it is not there. */
static void a_list_without_what_every_kernel_compiles_is_no_kernels(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct compiled_files whole = read_list(LIST, &arena),
			      part = read_list("init/main.c\nnet/a.c\n", &arena);
	struct str why = STR_NONE;

	assert_true(code_presence_is_whole(&whole, true, &why));
	assert_true(code_presence_is_whole(&part, false, &why));
	assert_false(code_presence_is_whole(&part, true, &why));
	assert_string_equal(arena_text(&arena, why), "kernel/fork.c");
	(void)state;
}

TESTS(cmocka_unit_test(code_is_absent_only_where_nothing_speaks_against_it),
    cmocka_unit_test(a_list_without_what_every_kernel_compiles_is_no_kernels))
