/*
 * unpack - the documents inside a path: the path itself, what it is compressed from, the members of an
 * archive, the files below a folder.
 *
 * Plain, .gz, .zst, .xz, .bz2, .zip, .tar and .tar.*; what it is, is told from content, never from the name.
 * One member at a time, never the whole in memory. Archive links, devices and folders are passed over; names
 * are only shown, never opened. Limits on unpacked size, ratio to packed size and member count are in
 * limits.h.
 */
#pragma once
#include "formats/input.h"

/* Called for each document. False with *e set stops everything. in is closed by unpack. */
struct unpack_sink {
	void *ctx;
	bool (*take)(void *ctx, struct input *in, struct err *e);
};

/* path is a file or a folder (walked in byte order of names; hidden files passed over). */
MUST_CHECK bool unpack_path(const char *path, struct unpack_sink out, struct err *e);
