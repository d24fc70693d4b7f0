#include "check.h"

#include <archive.h>
#include <archive_entry.h>
#include <ftw.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/memory.h"
#include "formats/unpack.h"

#define MIB (1024 * 1024)

/* What came out: a line "name=content" for each input, long content as its length. */
static bool take(void *ctx, struct input *in, struct err *e)
{
	struct buf *seen = ctx;
	static char block[4096];
	size_t len = 0, n;

	while ((n = input_read(in, block + (len < 100 ? len : 0), len < 100 ? 100 : sizeof(block))))
		len += n;
	if (len < 100)
		buf_printf(seen, STR_FMT "=%.*s\n", STR_ARG(input_name(in)), (int)len, block);
	else
		buf_printf(seen, STR_FMT "=%zu bytes\n", STR_ARG(input_name(in)), len);
	return input_finish(in, e);
}

static bool take_and_read_nothing(void *ctx, struct input *in, struct err *e)
{
	buf_printf(ctx, STR_FMT "\n", STR_ARG(input_name(in)));
	(void)e;
	return true;
}

struct member {
	const char *name, *content;
	mode_t type;
};

/* An archive of members; a bare compressed file where format is ARCHIVE_FORMAT_RAW. */
static struct str pack(
    int format, int filter, const struct member *members, size_t count, char *room, size_t size)
{
	struct archive *a = archive_write_new();
	size_t used = 0;

	assert_int_equal(archive_write_set_format(a, format), ARCHIVE_OK);
	assert_int_equal(archive_write_add_filter(a, filter), ARCHIVE_OK);
	archive_write_set_bytes_per_block(a, 0);
	assert_int_equal(archive_write_open_memory(a, room, size, &used), ARCHIVE_OK);
	for (size_t i = 0; i < count; i++) {
		struct archive_entry *entry = archive_entry_new();
		size_t len = members[i].content ? strlen(members[i].content) : 0;
		mode_t type = members[i].type ? members[i].type : AE_IFREG;

		archive_entry_set_pathname(entry, members[i].name);
		archive_entry_set_filetype(entry, type);
		archive_entry_set_perm(entry, 0644);
		if (type == AE_IFLNK)
			archive_entry_set_symlink(entry, members[i].content);
		else
			archive_entry_set_size(entry, (la_int64_t)len);
		assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
		if (type == AE_IFREG && len)
			assert_int_equal(archive_write_data(a, members[i].content, len), len);
		archive_entry_free(entry);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	return (struct str){ room, used };
}

static void unpack_reads_every_container(void **state)
{
	static const struct {
		const char *what;
		int format, filter;
	} cases[] = {
		{ "gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP },
		{ "zst", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD },
		{ "xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ },
		{ "bz2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2 },
		{ "tar", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_NONE },
		{ "old tar", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_NONE },
		{ "tar.gz", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_GZIP },
		{ "tar.zst", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_ZSTD },
		{ "tar.xz", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_XZ },
		{ "tar.bz2", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_BZIP2 },
		{ "zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE },
	};
	static const struct member members[] = {
		{ "b/two.json", "{\"n\":2}", 0 },
		{ "b", NULL, AE_IFDIR },
		{ "a.json", "{\"n\":1}", 0 },
		{ "empty.json", "", 0 },
	};
	struct unpack_limits limits = unpack_limits_usual();

	for (size_t i = 0; i < COUNT(cases); i++) {
		bool bare = cases[i].format == ARCHIVE_FORMAT_RAW;
		SCOPED_BUF seen = buf_new(4096);
		static char room[64 * 1024];
		struct str packed;
		struct err e = { 0 };

		CASE(cases[i].what);
		packed = pack(
		    cases[i].format, cases[i].filter, members, bare ? 1 : COUNT(members), room, sizeof(room));
		assert_true(
		    unpack_memory(STR("f"), packed, &limits, (struct unpack_sink){ &seen, take }, &e));
		buf_byte(&seen, '\0');
		assert_string_equal(
		    seen.ptr, bare ? "f={\"n\":2}\n"
				   : "f: b/two.json={\"n\":2}\nf: a.json={\"n\":1}\nf: empty.json=\n");

		/* members that nobody reads are passed over */
		buf_clear(&seen);
		assert_true(unpack_memory(
		    STR("f"), packed, &limits, (struct unpack_sink){ &seen, take_and_read_nothing }, &e));
		buf_byte(&seen, '\0');
		assert_string_equal(seen.ptr, bare ? "f\n" : "f: b/two.json\nf: a.json\nf: empty.json\n");
	}
	(void)state;
}

static void unpack_says_where_a_packed_file_is_cut_short(void **state)
{
	static const struct {
		const char *what;
		int format, filter;
	} cases[] = {
		{ "gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP },
		{ "zst", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD },
		{ "xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ },
		{ "bz2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2 },
		{ "tar.gz", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_GZIP },
		{ "tar.zst", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_ZSTD },
		{ "zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE },
	};
	static const struct member member = { "a.json",
		"{\"text\":\"one two three four five six seven eight nine ten eleven twelve\"}", 0 };
	struct unpack_limits limits = unpack_limits_usual();

	for (size_t i = 0; i < COUNT(cases); i++) {
		static char room[64 * 1024];
		struct str packed = pack(cases[i].format, cases[i].filter, &member, 1, room, sizeof(room));
		/* the last bytes of gzip and xz are sums and sizes, which libarchive does not need */
		size_t most = packed.len < 60 ? packed.len - 9 : packed.len / 2;

		CASE(cases[i].what);
		for (size_t len = 8; len < most; len++) {
			SCOPED_BUF seen = buf_new(4096);
			struct err e = { 0 };

			assert_false(unpack_memory(STR("f"), str_first(packed, len), &limits,
			    (struct unpack_sink){ &seen, take }, &e));
			assert_int_equal(e.code, ERR_INPUT);
			assert_true(str_starts(str_of(e.text), STR("f: ")));
		}
	}
	(void)state;
}

/* libarchive is not asked about a text that is packed alone by zstd and whose beginning tells so. */
static void unpack_reads_a_text_that_is_packed_by_itself(void **state)
{
	static const size_t sizes[] = { 100, 511, 512, 513, 300000 };
	struct unpack_limits limits = unpack_limits_usual();

	for (size_t i = 0; i < COUNT(sizes); i++) {
		static char text[300001], room[400 * 1024], expected[64];
		const struct member member = { "a.json", text, 0 };
		SCOPED_BUF seen = buf_new(4096);
		struct err e = { 0 };
		struct str packed;

		for (size_t at = 0; at < sizes[i]; at++)
			text[at] = (char)('a' + (at * at >> 5) % 26);
		text[sizes[i]] = '\0';
		packed = pack(ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, &member, 1, room, sizeof(room));
		assert_true(
		    unpack_memory(STR("f"), packed, &limits, (struct unpack_sink){ &seen, take }, &e));
		buf_byte(&seen, '\0');
		snprintf(expected, sizeof(expected), "f=%zu bytes\n", sizes[i]);
		assert_string_equal(seen.ptr, expected);
		buf_clear(&seen);
		assert_true(unpack_memory(
		    STR("f"), packed, &limits, (struct unpack_sink){ &seen, take_and_read_nothing }, &e));

		/* cut short it is noticed, also where nobody reads as far */
		assert_false(unpack_memory(STR("f"), str_first(packed, packed.len - 5), &limits,
		    (struct unpack_sink){ &seen, take }, &e));
		assert_string_equal(e.text, "f: cannot be unpacked: cut short zstd");
		assert_false(unpack_memory(STR("f"), str_first(packed, packed.len - 5), &limits,
		    (struct unpack_sink){ &seen, take_and_read_nothing }, &e));
		assert_string_equal(e.text, "f: cannot be unpacked: cut short zstd");

		/* and counts like what libarchive reads */
		limits.unpacked_bytes = (int64_t)sizes[i] - 1;
		assert_false(
		    unpack_memory(STR("f"), packed, &limits, (struct unpack_sink){ &seen, take }, &e));
		assert_int_equal(e.code, ERR_LIMIT);
		limits = unpack_limits_usual();
	}
	(void)state;
}

static void unpack_passes_over_links_and_hidden_members_and_opens_no_name(void **state)
{
	static const struct member members[] = {
		{ "/etc/passwd", "absolute", 0 },
		{ "../../up.json", "upwards", 0 },
		{ "link.json", "/etc/passwd", AE_IFLNK },
		{ "./a.json", "plain", 0 },
		{ "x/._a.json", "hidden", 0 },
		{ ".git/a.json", "hidden", 0 },
		{ "fifo", NULL, AE_IFIFO },
	};
	struct unpack_limits limits = unpack_limits_usual();
	static char room[64 * 1024];
	struct str packed =
	    pack(ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_NONE, members, COUNT(members), room, sizeof(room));
	SCOPED_BUF seen = buf_new(4096);
	struct err e = { 0 };

	assert_true(unpack_memory(STR("t"), packed, &limits, (struct unpack_sink){ &seen, take }, &e));
	buf_byte(&seen, '\0');
	assert_string_equal(
	    seen.ptr, "t: /etc/passwd=absolute\nt: ../../up.json=upwards\nt: ./a.json=plain\n");
	(void)state;
}

static void unpack_limits_name_file_and_limit(void **state)
{
	static const struct {
		const char *why;
		struct unpack_limits limits;
		int format, filter;
		size_t content;
	} cases[] = {
		{ "", { MIB, 1, 2 * MIB, 1 }, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, MIB },
		{ "f: unpacks to more than 1048575 bytes", { MIB - 1, 1, 2 * MIB, 1 }, ARCHIVE_FORMAT_RAW,
		    ARCHIVE_FILTER_GZIP, MIB },
		{ "f: unpacks to more than 100 times its size", { 9 * MIB, 100, MIB / 2, 1 },
		    ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, MIB },
		{ "", { 9 * MIB, 100, MIB, 1 }, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, MIB },
		{ "f: a: unpacks to more than 100 times its size", { 9 * MIB, 100, MIB / 2, 2 },
		    ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, MIB },
		{ "", { 9 * MIB, 100, MIB, 2 }, ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_NONE, 100 },
		{ "f: more than 1 members", { 9 * MIB, 100, MIB, 1 }, ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_NONE,
		    100 },
		{ "f: more than 0 members", { 9 * MIB, 100, MIB, 0 }, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD,
		    100 },
	};
	char *content = memory_alloc(MIB + 1, 1), *room = memory_alloc(2 * MIB, 1);

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct member members[] = { { "a", content, 0 }, { "b", "", 0 } };
		struct str packed;

		CASE(cases[i].why);
		memset(content, 'x', MIB);
		content[cases[i].content] = '\0';
		packed = pack(cases[i].format, cases[i].filter, members,
		    cases[i].format == ARCHIVE_FORMAT_RAW ? 1 : 2, room, 2 * MIB);
		for (int read = 0; read < 2; read++) {
			SCOPED_BUF seen = buf_new(4096);
			struct unpack_sink out = { &seen, read ? take : take_and_read_nothing };
			struct err e = { 0 };

			assert_int_equal(
			    unpack_memory(STR("f"), packed, &cases[i].limits, out, &e), !*cases[i].why);
			assert_string_equal(e.text, cases[i].why);
			assert_int_equal(e.code, *cases[i].why ? ERR_LIMIT : ERR_NONE);
		}
	}
	free(content);
	free(room);
	(void)state;
}

static void put_file(const char *folder, const char *name, struct str content)
{
	char path[4200];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(content.ptr, 1, content.len, f), content.len);
	fclose(f);
}

static void put_folder(const char *folder, const char *name)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	assert_int_equal(mkdir(path, 0700), 0);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(path);
}

static void unpack_path_walks_a_folder_in_byte_order(void **state)
{
	static const struct member member = { "x", "packed", 0 };
	char folder[] = P_tmpdir "/test_unpack.XXXXXX", room[4096], link[64];
	struct str packed = pack(ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD, &member, 1, room, sizeof(room));
	SCOPED_BUF seen = buf_new(4096), names = buf_new(4096);
	struct unpack_sink out = { &seen, take };
	struct unpack_limits limits = unpack_limits_usual();
	struct str rest, line;
	struct err e = { 0 };

	assert_non_null(mkdtemp(folder));
	put_folder(folder, "b");
	put_folder(folder, ".hidden");
	put_folder(folder, "none");
	put_file(folder, "c.json", packed);
	put_file(folder, "B.json", STR("upper"));
	put_file(folder, "\xc3\xa9.json", STR("accent"));
	put_file(folder, "empty", STR(""));
	put_file(folder, ".x.json", STR("hidden"));
	put_file(folder, "b/a.json", STR("below"));
	put_file(folder, ".hidden/a.json", STR("hidden"));
	snprintf(link, sizeof(link), "%s/b/loop", folder);
	assert_int_equal(symlink(folder, link), 0);
	assert_true(unpack_path(folder, out, &e));
	for (rest = buf_str(&seen); str_next(&rest, '\n', &line);) {
		buf_add(&names, str_from(line, strlen(folder)));
		buf_byte(&names, '\n');
	}
	buf_byte(&names, '\0');
	assert_string_equal(
	    names.ptr, "/B.json=upper\n/b/a.json=below\n/c.json=packed\n/empty=\n/\xc3\xa9.json=accent\n\n");

	limits.members = 4;
	assert_false(unpack_path_within(folder, &limits, out, &e));
	assert_non_null(strstr(e.text, ".json: more than 4 members"));

	snprintf(link, sizeof(link), "%s/b/gone", folder);
	assert_int_equal(symlink("nowhere", link), 0);
	assert_false(unpack_path(folder, out, &e));
	assert_non_null(strstr(e.text, "/b/gone: is a link to nothing"));
	assert_false(unpack_path("/nowhere/at/all", out, &e));
	assert_string_equal(e.text, "/nowhere/at/all: cannot be opened: No such file or directory");

	assert_int_equal(nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	(void)state;
}

static void unpack_gives_an_empty_input_for_an_empty_file(void **state)
{
	/* gzip and zstd of nothing */
	static const unsigned char gz[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0,
		0 };
	static const unsigned char zst[] = { 0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00 };
	const struct str cases[] = { STR(""), { (const char *)gz, sizeof(gz) },
		{ (const char *)zst, sizeof(zst) } };
	struct unpack_limits limits = unpack_limits_usual();

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF seen = buf_new(4096);
		struct err e = { 0 };

		assert_true(
		    unpack_memory(STR("f"), cases[i], &limits, (struct unpack_sink){ &seen, take }, &e));
		assert_true(str_eq(buf_str(&seen), STR("f=\n")));
	}
	(void)state;
}

static bool refuse(void *ctx, struct input *in, struct err *e)
{
	(void)ctx;
	(void)in;
	return err_fail(e, ERR_CONFLICT, "not wanted");
}

static void unpack_stops_where_the_sink_says_so(void **state)
{
	static const struct member members[] = { { "a", "1", 0 }, { "b", "2", 0 } };
	struct unpack_limits limits = unpack_limits_usual();
	static char room[64 * 1024];
	struct str packed = pack(ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_GZIP, members, 2, room, sizeof(room));
	struct err e = { 0 };

	assert_false(unpack_memory(STR("f"), packed, &limits, (struct unpack_sink){ NULL, refuse }, &e));
	assert_string_equal(e.text, "not wanted");
	assert_int_equal(e.code, ERR_CONFLICT);
	(void)state;
}

static bool count(void *ctx, struct input *in, struct err *e)
{
	(void)in;
	(void)e;
	++*(int *)ctx;
	return true;
}

/* Written with a window of 128 MiB. */
static void unpack_reads_a_real_archive(void **state)
{
	const char *path = check_data("feeds/osv/go-vulndb-osv.tar.zst");
	struct err e = { 0 };
	int documents = 0;

	if (!path)
		skip();
	assert_true(unpack_path(path, (struct unpack_sink){ &documents, count }, &e));
	assert_in_range(documents, 3224, 3230);
	(void)state;
}

TESTS(cmocka_unit_test(unpack_reads_every_container),
    cmocka_unit_test(unpack_says_where_a_packed_file_is_cut_short),
    cmocka_unit_test(unpack_reads_a_text_that_is_packed_by_itself),
    cmocka_unit_test(unpack_passes_over_links_and_hidden_members_and_opens_no_name),
    cmocka_unit_test(unpack_limits_name_file_and_limit),
    cmocka_unit_test(unpack_path_walks_a_folder_in_byte_order),
    cmocka_unit_test(unpack_gives_an_empty_input_for_an_empty_file),
    cmocka_unit_test(unpack_stops_where_the_sink_says_so), cmocka_unit_test(unpack_reads_a_real_archive))
