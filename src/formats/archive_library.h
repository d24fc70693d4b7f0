/*
 * archive_library - libarchive, loaded when the first packed file is met or written.
 *
 * It brings eleven libraries along, ICU among them. To load them takes as long as to scan a small SBOM, which
 * is not packed (docs/choices/libarchive-on-demand.md).
 */
#pragma once
#include <archive.h>
#include <archive_entry.h>

#include "base/err.h"

/* Every function of it that is called. */
#define ARCHIVE_FUNCTIONS(FUNCTION)                                                                          \
	FUNCTION(archive_entry_clear)                                                                        \
	FUNCTION(archive_entry_filetype)                                                                     \
	FUNCTION(archive_entry_free)                                                                         \
	FUNCTION(archive_entry_hardlink)                                                                     \
	FUNCTION(archive_entry_new)                                                                          \
	FUNCTION(archive_entry_pathname)                                                                     \
	FUNCTION(archive_entry_pathname_utf8)                                                                \
	FUNCTION(archive_entry_set_filetype)                                                                 \
	FUNCTION(archive_entry_set_mtime)                                                                    \
	FUNCTION(archive_entry_set_pathname)                                                                 \
	FUNCTION(archive_entry_set_perm)                                                                     \
	FUNCTION(archive_entry_set_size)                                                                     \
	FUNCTION(archive_error_string)                                                                       \
	FUNCTION(archive_filter_bytes)                                                                       \
	FUNCTION(archive_filter_code)                                                                        \
	FUNCTION(archive_format)                                                                             \
	FUNCTION(archive_read_data)                                                                          \
	FUNCTION(archive_read_data_block)                                                                    \
	FUNCTION(archive_read_free)                                                                          \
	FUNCTION(archive_read_new)                                                                           \
	FUNCTION(archive_read_next_header)                                                                   \
	FUNCTION(archive_read_open)                                                                          \
	FUNCTION(archive_read_open_filename)                                                                 \
	FUNCTION(archive_read_open_memory)                                                                   \
	FUNCTION(archive_read_support_filter_bzip2)                                                          \
	FUNCTION(archive_read_support_filter_gzip)                                                           \
	FUNCTION(archive_read_support_filter_xz)                                                             \
	FUNCTION(archive_read_support_format_empty)                                                          \
	FUNCTION(archive_read_support_format_raw)                                                            \
	FUNCTION(archive_read_support_format_tar)                                                            \
	FUNCTION(archive_read_support_format_zip)                                                            \
	FUNCTION(archive_set_error)                                                                          \
	FUNCTION(archive_write_add_filter_zstd)                                                              \
	FUNCTION(archive_write_close)                                                                        \
	FUNCTION(archive_write_data)                                                                         \
	FUNCTION(archive_write_free)                                                                         \
	FUNCTION(archive_write_header)                                                                       \
	FUNCTION(archive_write_new)                                                                          \
	FUNCTION(archive_write_open)                                                                         \
	FUNCTION(archive_write_set_bytes_in_last_block)                                                      \
	FUNCTION(archive_write_set_format_ustar)                                                             \
	FUNCTION(archive_write_set_format_zip)

/* Under their own names. */
struct archive_library {
#define FUNCTION(name) __typeof__(name) *name;
	ARCHIVE_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

/* It stays loaded as long as the program runs. ERR_IO where it is not installed. */
MUST_CHECK bool archive_library_load(struct archive_library *out, struct err *e);
