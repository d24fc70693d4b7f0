#include "formats/unpack.h"

#include <errno.h>
#include <fts.h>
#include <inttypes.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "formats/archive_library.h"
#include "formats/unzstd.h"
#include "limits.h"

#define BLOCK_BYTES ((size_t)256 * 1024)
#define NAME_BYTES_MOST 1000 /* of a member's name that are shown */
#define START_BYTES 512	     /* enough to tell what a file is: a tar has its mark at 257 */

/* One call of unpack_path. */
struct unpacking {
	struct unpack_limits limits;
	struct unpack_sink out;
	int64_t unpacked, members; /* so far */
	struct unzstd *spare;	   /* nobody reads from it now; NULL: none */
	bool is_loaded;
	struct archive_library library; /* once something is packed */
};

static void unpacking_end(struct unpacking *u)
{
	unzstd_close(u->spare);
}
#define SCOPED_UNPACKING __attribute__((cleanup(unpacking_end))) struct unpacking

/* One packed file, read by libarchive. */
struct pack {
	struct unpacking *whole;
	const struct archive_library *library;
	struct str name; /* of the file */
	struct archive *archive;
	struct unzstd *unzstd; /* what is read from; NULL where libarchive unpacks everything itself */
	struct str ahead;      /* what it gave and nobody took */
	struct err why;	       /* what failed in unzstd */
	int64_t unpacked;      /* from this file */
};

struct unpack_limits unpack_limits_usual(void)
{
	return (struct unpack_limits){ LIMIT_UNPACKED_BYTES, LIMIT_UNPACK_RATIO, LIMIT_UNPACK_RATIO_FROM,
		LIMIT_UNPACK_MEMBERS };
}

static bool archive_fail(struct pack *p, struct err *e)
{
	const char *why = p->library->archive_error_string(p->archive);

	if (p->why.code)
		return err_fail(e, p->why.code, "cannot be unpacked: %s", p->why.text);
	return err_fail(e, ERR_INPUT, "cannot be unpacked: %s", why ? why : "damaged");
}

static bool count_member(struct unpacking *u, struct str name, struct err *e)
{
	if (u->members >= u->limits.members)
		return err_fail(e, ERR_LIMIT, STR_FMT ": more than %" PRId64 " members", STR_ARG(name),
		    u->limits.members);
	u->members++;
	return true;
}

static bool count_unpacked(struct pack *p, size_t bytes, struct err *e)
{
	const struct unpack_limits *limits = &p->whole->limits;
	int64_t packed =
	    p->unzstd ? unzstd_taken(p->unzstd) : p->library->archive_filter_bytes(p->archive, -1);

	p->unpacked += (int64_t)bytes;
	p->whole->unpacked += (int64_t)bytes;
	if (p->whole->unpacked > limits->unpacked_bytes)
		return err_fail(
		    e, ERR_LIMIT, "unpacks to more than %" PRId64 " bytes", limits->unpacked_bytes);
	if (p->unpacked > limits->ratio_from_bytes && p->unpacked / limits->ratio > packed)
		return err_fail(
		    e, ERR_LIMIT, "unpacks to more than %" PRId64 " times its size", limits->ratio);
	return true;
}

static long member_read(void *ctx, char *to, size_t room, struct err *e)
{
	struct pack *p = ctx;
	la_ssize_t n = p->library->archive_read_data(p->archive, to, room);

	if (n < 0) {
		archive_fail(p, e);
		return -1;
	}
	return count_unpacked(p, (size_t)n, e) ? (long)n : -1;
}

/* More of what unzstd gives, in p->ahead, if nothing is there: empty at the end. */
static bool look_ahead(struct pack *p, struct err *e)
{
	struct err why;

	return p->ahead.len || unzstd_read(p->unzstd, &p->ahead, &why) ||
	       err_fail(e, why.code, "cannot be unpacked: %s", why.text);
}

/* Of a document that is packed by itself. */
static long bare_read(void *ctx, char *to, size_t room, struct err *e)
{
	struct pack *p = ctx;
	struct str bytes;

	if (!look_ahead(p, e))
		return -1;
	bytes = str_first(p->ahead, room);
	if (bytes.len)
		memcpy(to, bytes.ptr, bytes.len);
	p->ahead = str_from(p->ahead, bytes.len);
	return count_unpacked(p, bytes.len, e) ? (long)bytes.len : -1;
}

static bool bare_drain(struct pack *p, struct err *e)
{
	for (;;) {
		if (!look_ahead(p, e) || !count_unpacked(p, p->ahead.len, e))
			return false;
		if (p->ahead.len == 0)
			return true;
		p->ahead = STR("");
	}
}

/* Passes what nobody has read of a member: counted like the rest. */
static bool drain(struct pack *p, struct err *e)
{
	const void *block;
	size_t bytes;
	la_int64_t offset;
	int got;

	while ((got = p->library->archive_read_data_block(p->archive, &block, &bytes, &offset)) == ARCHIVE_OK)
		if (!count_unpacked(p, bytes, e))
			return false;
	return got == ARCHIVE_EOF || archive_fail(p, e);
}

/* Does a part of the path begin with a dot, other than . and ..? */
static bool is_hidden(struct str path)
{
	struct str part;

	while (str_next(&path, '/', &part))
		if (str_starts(part, STR(".")) && !str_eq(part, STR(".")) && !str_eq(part, STR("..")))
			return true;
	return false;
}

static bool is_document(const struct pack *p, struct archive_entry *entry, struct str name)
{
	mode_t kind = p->library->archive_entry_filetype(entry);

	return (kind == AE_IFREG || kind == 0) && !p->library->archive_entry_hardlink(entry) &&
	       !str_ends(name, STR("/")) && !is_hidden(name);
}

static bool take(struct unpacking *u, struct input *opened, struct err *e)
{
	SCOPED_INPUT *in = opened;

	return u->out.take(u->out.ctx, in, e);
}

static struct str member_name(const struct pack *p, struct archive_entry *entry)
{
	const char *name = p->library->archive_entry_pathname_utf8(entry);

	if (!name)
		name = p->library->archive_entry_pathname(entry);
	return utf8_first(str_of(name ? name : "?"), NAME_BYTES_MOST);
}

static bool one_member(struct pack *p, struct archive_entry *entry, struct err *e)
{
	bool bare = p->library->archive_format(p->archive) == ARCHIVE_FORMAT_RAW;
	struct str member = member_name(p, entry);
	SCOPED_BUF name = buf_new(p->name.len + NAME_BYTES_MOST + 2);

	if (!count_member(p->whole, p->name, e))
		return false;
	buf_add(&name, p->name);
	if (!bare) {
		buf_add(&name, STR(": "));
		buf_add(&name, member);
	}
	if (bare || is_document(p, entry, member)) {
		struct input_source source = { p, member_read, NULL };

		if (!take(p->whole, input_open_source(buf_str(&name), source), e))
			return false;
	}
	return drain(p, e) || err_within(e, STR_FMT, STR_ARG(buf_str(&name)));
}

static bool all_members(struct pack *p, struct err *e)
{
	struct archive_entry *entry;
	int got;

	while ((got = p->library->archive_read_next_header(p->archive, &entry)) == ARCHIVE_OK ||
	       got == ARCHIVE_WARN)
		if (!one_member(p, entry, e))
			return false;
	if (got != ARCHIVE_EOF) {
		archive_fail(p, e);
		return err_within(e, STR_FMT, STR_ARG(p->name));
	}
	/* libarchive's raw format has no member for nothing */
	if (p->library->archive_format(p->archive) == ARCHIVE_FORMAT_EMPTY)
		return count_member(p->whole, p->name, e) &&
		       take(p->whole, input_open_memory(p->name, STR("")), e);
	return true;
}

#define ZSTD_MARK                                                                                            \
	{                                                                                                    \
		"\x28\xb5\x2f\xfd", 4                                                                        \
	}

/* What the first bytes of a packed file are; a tar is told apart below. */
static const struct {
	struct str start;
	const char *name;
	bool is_filter;
} marks[] = {
	{ { "\x1f\x8b", 2 }, "gzip", true },
	{ ZSTD_MARK, "zstd", true },
	{ { "\xfd"
	    "7zXZ\0",
	      6 },
	    "xz", true },
	{ { "BZh", 3 }, "bzip2", true },
	{ { "PK\3\4", 4 }, "zip", false },
	{ { "PK\5\6", 4 }, "zip", false },
};

/* The name of the packing a file begins with; NULL if it is plain. */
static const char *packing(struct str start, bool *is_filter)
{
	for (size_t i = 0; i < COUNT(marks); i++) {
		*is_filter = marks[i].is_filter;
		if (str_starts(start, marks[i].start))
			return marks[i].name;
	}
	*is_filter = false;
	return str_starts(str_from(start, 257), STR("ustar")) ? "tar" : NULL;
}

static bool is_zstd(struct str start)
{
	return str_starts(start, (struct str)ZSTD_MARK);
}

/* Loads libarchive where that has not been done, and makes *out ready to open the file. */
static bool pack_new(struct unpacking *u, struct str name, struct pack *out, struct err *e)
{
	const struct archive_library *l = &u->library;
	struct archive *a;

	if (!u->is_loaded && !archive_library_load(&u->library, e))
		return err_within(e, STR_FMT, STR_ARG(name));
	u->is_loaded = true;
	a = l->archive_read_new();
	if (!a)
		memory_out(0);
	l->archive_read_support_filter_gzip(a);
	l->archive_read_support_filter_xz(a);
	l->archive_read_support_filter_bzip2(a);
	l->archive_read_support_format_zip(a);
	l->archive_read_support_format_tar(a);
	l->archive_read_support_format_raw(a);
	l->archive_read_support_format_empty(a);
	*out = (struct pack){ .whole = u, .library = l, .name = name, .archive = a };
	return true;
}

static void pack_end(struct pack *p)
{
	if (p->archive)
		p->library->archive_read_free(p->archive);
}
#define SCOPED_PACK __attribute__((cleanup(pack_end))) struct pack

/* Where a packed file is: at path, or in bytes where path is NULL. */
struct place {
	struct str name;
	const char *path;
	struct str bytes;
};

static la_ssize_t read_unzstd(struct archive *a, void *ctx, const void **block)
{
	struct pack *p = ctx;
	la_ssize_t len;

	if (!p->ahead.len && !unzstd_read(p->unzstd, &p->ahead, &p->why)) {
		p->library->archive_set_error(a, EINVAL, "%s", p->why.text);
		return -1;
	}
	*block = p->ahead.ptr;
	len = (la_ssize_t)p->ahead.len;
	p->ahead = STR("");
	return len;
}

/* One after the other they unpack in the same memory. */
static struct unzstd *take_unzstd(struct unpacking *u, struct input *in)
{
	struct unzstd *unzstd = u->spare;

	if (!unzstd)
		return unzstd_open(in);
	u->spare = NULL;
	unzstd_restart(unzstd, in);
	return unzstd;
}

static void give_back_unzstd(struct unpacking *u, struct unzstd *unzstd)
{
	unzstd_close(u->spare);
	u->spare = unzstd;
}

/* Text, and so no archive, which has NUL bytes in its first header. */
static bool is_bare(struct str start)
{
	bool is_filter;

	return start.len >= START_BYTES && !packing(start, &is_filter) &&
	       !memchr(start.ptr, '\0', START_BYTES);
}

static bool read_bare(struct unpacking *u, struct pack *p, struct err *e)
{
	struct input_source source = { p, bare_read, NULL };

	return count_member(u, p->name, e) && take(u, input_open_source(p->name, source), e) &&
	       (bare_drain(p, e) || err_within(e, STR_FMT, STR_ARG(p->name)));
}

static bool read_unzstd_members(struct unpacking *u, struct input *in, struct unzstd *unzstd, struct err *e)
{
	struct pack start = { .whole = u, .name = input_name(in), .unzstd = unzstd };
	SCOPED_PACK p = { 0 };

	if (!look_ahead(&start, e))
		return err_within(e, STR_FMT, STR_ARG(start.name));
	if (is_bare(start.ahead))
		return read_bare(u, &start, e);
	if (!pack_new(u, start.name, &p, e))
		return false;
	p.unzstd = unzstd;
	p.ahead = start.ahead;
	if (p.library->archive_read_open(p.archive, &p, NULL, read_unzstd, NULL) == ARCHIVE_OK)
		return all_members(&p, e);
	archive_fail(&p, e);
	return err_within(e, STR_FMT, STR_ARG(p.name));
}

/* libarchive's own zstd holds a whole window in memory: it is given what is inside, and not asked at all of a
 * document that is packed by itself, which spares loading it. */
static bool unpack_zstd(struct unpacking *u, struct input *in, struct err *e)
{
	struct unzstd *unzstd = take_unzstd(u, in);
	bool done = read_unzstd_members(u, in, unzstd, e);

	give_back_unzstd(u, unzstd);
	return done;
}

static bool unpack_one(struct unpacking *u, struct place at, struct str start, struct err *e)
{
	SCOPED_PACK p = { 0 };
	bool is_filter;
	const char *what = packing(start, &is_filter);
	int got;

	if (!pack_new(u, at.name, &p, e))
		return false;
	got = at.path ? p.library->archive_read_open_filename(p.archive, at.path, BLOCK_BYTES)
		      : p.library->archive_read_open_memory(p.archive, at.bytes.ptr, at.bytes.len);
	if (got != ARCHIVE_OK) {
		archive_fail(&p, e);
		return err_within(e, STR_FMT, STR_ARG(at.name));
	}
	/* libarchive takes for plain what it does not know */
	if (is_filter && p.library->archive_filter_code(p.archive, 0) == ARCHIVE_FILTER_NONE)
		return err_fail(e, ERR_INPUT, STR_FMT ": cannot be unpacked: damaged or cut short %s",
		    STR_ARG(at.name), what);
	return all_members(&p, e);
}

static bool unpack_file(struct unpacking *u, const char *path, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	struct stat st;
	struct str start;
	bool is_filter;

	if (!input_open_file(path, &in, e))
		return false;
	start = input_peek(in, START_BYTES);
	if (!packing(start, &is_filter))
		return count_member(u, str_of(path), e) && u->out.take(u->out.ctx, in, e);
	if (is_zstd(start))
		return unpack_zstd(u, in, e);
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return err_fail(
		    e, ERR_INPUT, "%s: is packed and cannot be read twice; give it as a file", path);
	return unpack_one(u, (struct place){ .name = str_of(path), .path = path }, start, e);
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool one_of_folder(struct unpacking *u, FTS *walk, FTSENT *entry, struct err *e)
{
	if (entry->fts_level > 0 && entry->fts_name[0] == '.') {
		if (entry->fts_info == FTS_D)
			fts_set(walk, entry, FTS_SKIP);
		return true;
	}
	switch (entry->fts_info) {
	case FTS_F:
		return unpack_file(u, entry->fts_path, e);
	case FTS_DNR:
	case FTS_ERR:
	case FTS_NS:
		return err_fail(
		    e, ERR_IO, "%s: cannot be read: %s", entry->fts_path, strerror(entry->fts_errno));
	case FTS_SLNONE:
		return err_fail(e, ERR_IO, "%s: is a link to nothing", entry->fts_path);
	default: /* folders on the way in and out, folders that lead back, devices */
		return true;
	}
}

static bool unpack_folder(struct unpacking *u, const char *path, struct err *e)
{
	SCOPED_BUF name = buf_new(strlen(path) + 1);
	FTSENT *entry;
	bool good = true;
	FTS *walk;

	buf_add(&name, (struct str){ path, strlen(path) + 1 });
	walk = fts_open((char *[]){ name.ptr, NULL }, FTS_LOGICAL | FTS_NOCHDIR, by_name);
	if (!walk)
		return err_fail(e, ERR_IO, "%s: cannot be read: %s", path, strerror(errno));
	errno = 0;
	while (good && (entry = fts_read(walk)))
		good = one_of_folder(u, walk, entry, e);
	if (good && errno)
		good = err_fail(e, ERR_IO, "%s: cannot be read: %s", path, strerror(errno));
	fts_close(walk);
	return good;
}

bool unpack_path_within(
    const char *path, const struct unpack_limits *limits, struct unpack_sink out, struct err *e)
{
	SCOPED_UNPACKING u = { .limits = *limits, .out = out };
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return unpack_folder(&u, path, e);
	return unpack_file(&u, path, e);
}

bool unpack_path(const char *path, struct unpack_sink out, struct err *e)
{
	struct unpack_limits usual = unpack_limits_usual();

	return unpack_path_within(path, &usual, out, e);
}

bool unpack_memory(struct str name, struct str bytes, const struct unpack_limits *limits,
    struct unpack_sink out, struct err *e)
{
	SCOPED_UNPACKING u = { .limits = *limits, .out = out };
	bool is_filter;

	if (is_zstd(bytes)) {
		SCOPED_INPUT *in = input_open_memory(name, bytes);

		return unpack_zstd(&u, in, e);
	}
	if (packing(bytes, &is_filter))
		return unpack_one(&u, (struct place){ .name = name, .bytes = bytes }, bytes, e);
	return count_member(&u, name, e) && take(&u, input_open_memory(name, bytes), e);
}
