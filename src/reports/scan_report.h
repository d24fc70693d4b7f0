/*
 * scan_report - what a scan of one SBOM found, and its forms for machines and people.
 *
 * Rows are written one by one as they are found: a report never stands in memory as a whole.
 *
 * Deterministic: equal inputs give equal bytes but for when the data was imported. Field by field in
 * docs/man/scan.md.
 */
#pragma once
#include "assessment/cvss.h"
#include "assessment/vex.h"
#include "formats/json_write.h"
#include "inventory/component.h"
#include "matching/finding.h"
#include "matching/source_off.h"
#include "reports/scan_held.h"
#include "reports/unseen.h"

struct scan_source {
	struct str name;
	int64_t records;
	struct instant newest, imported;
	struct source_off off;
};

/* A score as somebody published it. The first of a row is the one that counts. */
struct scan_score {
	struct str source, vector;
	int tenths; /* of the whole vector; the published one where the vector cannot be read */
	enum cvss_band band;
};

struct scan_row {
	struct finding finding;
	struct str vulnerability;
	struct str *aliases;
	size_t alias_count;
	struct scan_score *scores;
	size_t score_count;
	unsigned exploited; /* who says that it is: 1 << enum exploit_list each */
	int64_t epss;	    /* millionths; -1: not known */
	struct instant published;
	struct str summary;
	/* What statements say; it lives as long as the scan. finding.state is what they come to, matched what
	 * the records alone come to. */
	struct vex_position position;
	enum finding_state matched;
	struct str device, release; /* whose finding it is; empty for a scan of a file */
};

/* A component that could be looked up, of a kind of package that no source has records of. */
struct scan_unserved {
	size_t component;
	struct str kind; /* "purl type conan" */
};

struct scan {
	struct str file, format;
	struct str serial; /* of the SBOM: serialNumber or documentNamespace; may be empty */
	struct sha256 digest;
	const struct component *components;
	size_t component_count;
	const struct scan_unserved *unserved; /* in the order of the components */
	size_t unserved_count;
	struct scan_source *sources;
	size_t source_count;
};

/* Rows as they come, one by one: NULL behind the last, valid until the next call. */
struct scan_rows {
	void *ctx;
	bool (*next)(void *ctx, const struct scan_row **row, struct err *e);
};

enum scan_severity {
	SCAN_CRITICAL,
	SCAN_HIGH,
	SCAN_MEDIUM,
	SCAN_LOW,
	SCAN_NONE,
	SCAN_UNSCORED,
	SCAN_SEVERITY_COUNT
};

struct scan_counts {
	size_t rows;			     /* all */
	size_t of[SCAN_SEVERITY_COUNT], kev; /* of those that count; kev: in CISA's catalogue */
	size_t exploited;		     /* the same, on any list */
	/* Of those that would count, but for a statement. */
	size_t held_of[SCAN_SEVERITY_COUNT], held_exploited;
	struct scan_held held; /* by which; it points into the rows' positions */
};

/* Is it in CISA's catalogue? */
static inline bool scan_row_kev(const struct scan_row *row)
{
	return row->exploited & 1U << EXPLOIT_KEV;
}
/* The lists that say that it is exploited, as an array: "exploited_in" of the object that is open. */
void scan_write_exploited(const struct scan_row *row, const char *key, struct json_out *w);
/* "KEV", "EU KEV", "KEV, EU KEV"; empty where it is on no list. */
struct str scan_exploited_words(const struct scan_row *row);
/* The same for a column of a terminal: "KEV ", "EU-KEV ", "KEV EU-KEV ". */
const char *scan_exploited_mark(const struct scan_row *row);

void scan_count_row(struct scan_counts *counts, const struct scan_row *row);
/* NULL where the scan had no such source. */
const struct scan_source *scan_source_find(const struct scan *s, struct str name);
/* When the newest record of all sources is from, or than, where that is later. */
struct instant scan_newest(const struct scan *s, struct instant than);
/* What the SBOM is about; NULL where it does not say. */
const struct component *scan_subject(const struct scan *s);
/* Whole days from its newest record, which must be known, to now; 0 where that lies ahead. */
int64_t scan_source_days(const struct scan_source *source, struct instant now);
enum scan_severity scan_row_severity(const struct scan_row *row);
/* Does the row count: is it affected, or its platform not in the SBOM? */
bool scan_row_counts(const struct scan_row *row);
const char *scan_severity_name(enum scan_severity severity);
/* How many components no source could see; texts are the scan's. */
struct unseen scan_unseen(const struct scan *s);

/* The report is an object: begin, each row, end. */
void scan_write_begin(const struct scan *s, struct json_out *w);
/* One object, an item of an array; components are those the finding counts in. */
void scan_write_row(const struct component *components, const struct scan_row *row, struct json_out *w);
/* What is said of the vulnerability itself, as fields of the object that is open: names, scores, KEV, EPSS,
 * when it was published, summary. */
void scan_write_vulnerability(const struct scan_row *row, struct json_out *w);
/* Between the last row and the end: what comes now are hints. */
void scan_write_hints(struct json_out *w);
void scan_write_end(const struct scan *s, const struct scan_counts *counts, struct json_out *w);

/* Parts of it, each a key with its value: "data", how fresh each source is (with when it was imported, which
 * differs from run to run, or without), and "not_matchable" and "not_served", the components that no
 * source can see. */
void scan_write_data(const struct scan *s, bool imported, struct json_out *w);
void scan_write_unseen(const struct scan *s, struct json_out *w);
