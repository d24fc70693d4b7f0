/*
 * scan_file - an SBOM document held against the records of a store, and the statements in it: for the
 * terminal and for the API. Nothing is kept of it.
 */
#pragma once
#include "actions/matching/scan.h"
#include "actions/sboms/load_sbom.h"
#include "actions/vex/vex_embedded.h"

struct scan_file;

/* What is to be said beside the findings. */
struct scan_file_notes {
	size_t
	    releases; /* that have this very document: what was decided for one of several is not applied */
	bool has_embedded; /* the document makes statements about vulnerabilities itself */
	struct vex_embedded embedded;
};

/* today: the day on which statements hold. Reads in the transaction that is open; the SBOM is borrowed.
 * ERR_INPUT where the store has no records that say which versions are affected, or the document no
 * component: nothing found would look like safety. */
MUST_CHECK bool scan_file_open(
    struct db *db, const struct loaded_sbom *sbom, struct date today, struct scan_file **out, struct err *e);
void scan_file_close(struct scan_file *f);

struct scan scan_file_about(const struct scan_file *f);
const struct scan_file_notes *scan_file_notes(const struct scan_file *f);
/* Its findings, once; and behind them what is a hint and no finding. */
struct scan_rows scan_file_rows(struct scan_file *f);
/* The same, read on a thread of its own ahead of whoever writes them (actions/matching/scan_ahead.h): until
 * the last of them the store is the thread's. */
struct scan_rows scan_file_rows_ahead(struct scan_file *f);
struct scan_rows scan_file_hints(struct scan_file *f);

static inline void scan_file_scoped_close(struct scan_file **f)
{
	scan_file_close(*f);
}
#define SCOPED_SCAN_FILE __attribute__((cleanup(scan_file_scoped_close))) struct scan_file
