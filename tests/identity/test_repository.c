#include "check.h"

#include "identity/repository.h"

static void repository_has_one_form_however_it_is_written(void **state)
{
	static const struct {
		const char *url, *repository, *commit; /* repository NULL: none */
	} cases[] = {
		{ "https://github.com/user/project", "github.com/user/project", "" },
		{ "https://github.com/User/Project.git", "github.com/user/project", "" },
		{ "https://www.github.com/user/project/", "github.com/user/project", "" },
		{ "http://github.com/user/project.git/", "github.com/user/project", "" },
		{ "git://github.com/user/project.git", "github.com/user/project", "" },
		{ "git+https://github.com/user/project.git", "github.com/user/project", "" },
		{ "git+ssh://git@github.com/user/project.git", "github.com/user/project", "" },
		{ "ssh://git@github.com:22/user/project.git", "github.com/user/project", "" },
		{ "git@github.com:user/project.git", "github.com/user/project", "" },
		{ "scm:git:git://github.com/user/project.git", "github.com/user/project", "" },
		{ "scm:git:git@github.com:user/project.git", "github.com/user/project", "" },
		{ "https://user:secret@git.example.org/a/b.git", "git.example.org/a/b", "" },
		{ "https://git.example.org:8443/a/b.git", "git.example.org/a/b", "" },
		{ "https://Git.Example.org/A/b", "git.example.org/A/b", "" },
		/* with a commit */
		{ "git+https://github.com/user/project.git@0123456789ABCDEF0123456789abcdef01234567",
		    "github.com/user/project", "0123456789abcdef0123456789abcdef01234567" },
		{ "git+https://github.com/user/project.git@abc1234#src/lib", "github.com/user/project",
		    "abc1234" },
		{ "git+https://github.com/user/project.git@v1.2.3", "github.com/user/project", "" },
		{ "git+https://github.com/user/project.git#abc1234", "github.com/user/project", "abc1234" },
		{ "git@github.com:user/project.git@abc1234", "github.com/user/project", "abc1234" },
		{ "https://github.com/user/project/commit/abc1234", "github.com/user/project", "abc1234" },
		{ "https://gitlab.com/group/sub/project/-/commit/abc1234", "gitlab.com/group/sub/project",
		    "abc1234" },
		{ "https://github.com/user/project/tree/main", "github.com/user/project", "" },
		{ "https://github.com/user/project/releases/tag/v1", "github.com/user/project", "" },
		/* Linux is one repository */
		{ "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git", REPOSITORY_KERNEL, "" },
		{ "git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git", REPOSITORY_KERNEL, "" },
		{ "https://git.kernel.org/stable/linux/commit/?id=abc1234", REPOSITORY_KERNEL, "abc1234" },
		{ "https://github.com/torvalds/linux", REPOSITORY_KERNEL, "" },
		/* none */
		{ "", NULL, "" },
		{ "NOASSERTION", NULL, "" },
		{ "NONE", NULL, "" },
		{ "https://example.org", NULL, "" },
		{ "https://example.org/", NULL, "" },
		{ "user/project", NULL, "" },
		{ "git:", NULL, "" },
		{ "git+", NULL, "" },
		{ "@", NULL, "" },
		{ "https://@/", NULL, "" },
		{ "https://localhost/a/b", NULL, "" },
		{ "git@:a", NULL, "" },
		{ "git+https://www.:bc", NULL, "" }, /* the host is more than "www." */
		{ "https://.org/a", NULL, "" },
		{ "https://www.com/a", "www.com/a", "" },
		{ "https://git.example.org/a\x01b", NULL, "" },
		{ "https://git.example.org/a b", NULL, "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str repository = STR_NONE, commit = STR_NONE;

		CASE(cases[i].url);
		assert_int_equal(repository_read(str_of(cases[i].url), &arena, &repository, &commit),
		    cases[i].repository != NULL);
		if (!cases[i].repository)
			continue;
		assert_string_equal(arena_text(&arena, repository), cases[i].repository);
		assert_string_equal(arena_text(&arena, commit), cases[i].commit);
	}
	(void)state;
}

static void repository_with_a_zero_byte_is_none(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str repository, commit;

	assert_false(repository_read(STR("https://git.example.org/\0a"), &arena, &repository, &commit));
	assert_false(repository_read(STR("https://git.example.org/a\0/b"), &arena, &repository, &commit));
	(void)state;
}

static void repository_tells_commits_from_numbers_and_words(void **state)
{
	static const struct {
		const char *text;
		bool commit;
	} cases[] = {
		{ "1da177e4c3f4", true },
		{ "1DA177E4C3F4", true },
		{ "0123456789abcdef0123456789abcdef01234567", true },
		{ "20231128", false },
		{ "abc123", false },
		{ "v1.2.3", false },
		{ "deadbeefg", false },
		{ "", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(repository_is_commit(str_of(cases[i].text)), cases[i].commit);
	}
	(void)state;
}

TESTS(cmocka_unit_test(repository_has_one_form_however_it_is_written),
    cmocka_unit_test(repository_with_a_zero_byte_is_none),
    cmocka_unit_test(repository_tells_commits_from_numbers_and_words))
