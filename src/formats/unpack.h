/*
 * unpack - the documents inside a path: the path itself, what it is compressed from, the members of an
 * archive, the files below a folder.
 *
 * Plain, .gz, .zst, .xz, .bz2, .zip, .tar and .tar.*; what it is, is told from content, never from the name.
 * What is packed inside an archive's member stays packed. One member at a time, never the whole in memory.
 * Links, devices and folders in an archive are passed over, and so is what is hidden (a part of its name
 * begins with a dot); names are only shown, never opened. An input is called by its path, a member of an
 * archive "path: member". An empty file is an empty input.
 */
#pragma once
#include <stdint.h>

#include "formats/input.h"

/* Called for each document. False with *e set stops everything. in is closed by unpack. */
struct unpack_sink {
	void *ctx;
	bool (*take)(void *ctx, struct input *in, struct err *e);
};

/* How much one call may unpack. A plain file is not unpacked and only counts as a member. */
struct unpack_limits {
	int64_t unpacked_bytes;
	int64_t ratio,
	    ratio_from_bytes; /* unpacked : packed of one file, once that much was unpacked from it */
	int64_t members;      /* files and everything listed in an archive */
};

/* Those of limits.h. */
struct unpack_limits unpack_limits_usual(void);

/* path is a file or a folder (walked in byte order of names, links followed; hidden files passed over). */
MUST_CHECK bool unpack_path(const char *path, struct unpack_sink out, struct err *e);
MUST_CHECK bool unpack_path_within(
    const char *path, const struct unpack_limits *limits, struct unpack_sink out, struct err *e);
/* The same for a file that is in memory. */
MUST_CHECK bool unpack_memory(struct str name, struct str bytes, const struct unpack_limits *limits,
    struct unpack_sink out, struct err *e);
