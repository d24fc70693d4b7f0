#include "check.h"

#include "limits.h"
#include "sources/evidence/compiled_files.h"

#define LIST                                                                                                 \
	"# what make left\n"                                                                                 \
	"init/main.c\r\n"                                                                                    \
	"\n"                                                                                                 \
	"./drivers/net/x.c\n"                                                                                \
	"/build/linux-5.15/fs/ext4/super.c\n"                                                                \
	"kernel/fork.o\n"                                                                                    \
	"lib/crc.rs\n"                                                                                       \
	"bare.c"

static void compiled_files_errs_on_the_side_of_compiled(void **state)
{
	static const struct {
		const char *file;
		bool has, knows;
	} cases[] = {
		{ "init/main.c", true, true },
		{ "./init/main.c", true, true },
		{ "/init/main.c", true, true },
		{ "drivers/net/x.c", true, true },
		/* below some folder */
		{ "fs/ext4/super.c", true, true },
		{ "super.c", true, true },
		/* an object stands for its source, be it C or assembler */
		{ "kernel/fork.c", true, true },
		{ "kernel/fork.S", true, true },
		{ "lib/crc.rs", true, true },
		/* a list of names without folders */
		{ "deep/down/bare.c", true, true },
		/* not there */
		{ "init/xmain.c", false, true },
		{ "ain.c", false, true },
		{ "net/x.h", false, false },
		{ "drivers/net/y.c", false, true },
		{ "drivers/net/x.c/y.c", false, true },
		{ "Documentation/x.rst", false, false },
		{ "Makefile", false, false },
		{ "a.b/Makefile", false, false },
		/* nothing that could be looked up */
		{ "", true, false },
		{ "/", true, false },
	};
	SCOPED_ARENA arena = { 0 };
	struct compiled_files list;
	struct err e = { 0 };

	assert_true(compiled_files_read(str_of(LIST), &arena, &list, &e));
	assert_int_equal(list.count, 6);
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].file);
		assert_int_equal(compiled_files_has(&list, str_of(cases[i].file)), cases[i].has);
		assert_int_equal(compiled_files_knows(&list, str_of(cases[i].file)), cases[i].knows);
	}
	(void)state;
}

static void compiled_files_finds_a_whole_path_among_longer_names(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct compiled_files list;
	struct err e = { 0 };

	/* between "ax.c" and "zx.c" by their ends stands "/x.c" */
	assert_true(compiled_files_read(str_of("ax.c\nzx.c\n-x.c\nb/x.c\n"), &arena, &list, &e));
	assert_true(compiled_files_has(&list, STR("x.c")));
	assert_true(compiled_files_has(&list, STR("b/x.c")));
	assert_false(compiled_files_has(&list, STR("c/x.c")));
	(void)state;
}

static void compiled_files_refuses_what_is_no_list(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "names no files" },
		{ "\n# nothing\n", "names no files" },
		{ "init/main.c\nnet\n", "line 2: \"net\" is no path of a file" },
		{ "init/main.c\n\ta\x01.c\n", "line 2: \"a?.c\" is no path of a file" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct compiled_files list;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(compiled_files_read(str_of(cases[i].text), &arena, &list, &e));
		assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

static void compiled_files_bounds_a_path(void **state)
{
	SCOPED_ARENA arena = { 0 };
	char path[LIMIT_EVIDENCE_PATH_BYTES + 1];
	struct compiled_files list;
	struct err e = { 0 };

	memset(path, 'a', sizeof(path));
	path[1] = '/';
	path[LIMIT_EVIDENCE_PATH_BYTES - 2] = '.';
	path[LIMIT_EVIDENCE_PATH_BYTES - 1] = 'c';
	assert_true(compiled_files_read((struct str){ path, sizeof(path) - 1 }, &arena, &list, &e));
	assert_true(compiled_files_has(&list, (struct str){ path, sizeof(path) - 1 }));
	assert_true(compiled_files_has(&list, (struct str){ path + 2, sizeof(path) - 3 }));
	assert_false(compiled_files_read((struct str){ path, sizeof(path) }, &arena, &list, &e));
	assert_string_equal(e.text, "line 1: path of 4097 bytes, limit 4096");
	(void)state;
}

TESTS(cmocka_unit_test(compiled_files_errs_on_the_side_of_compiled),
    cmocka_unit_test(compiled_files_finds_a_whole_path_among_longer_names),
    cmocka_unit_test(compiled_files_refuses_what_is_no_list), cmocka_unit_test(compiled_files_bounds_a_path))
