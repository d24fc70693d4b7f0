/*
 * casefile_report - one casefile as an inspector reads it: a model without markup, from which
 * casefile_document.h and casefile_json.h make the same report.
 *
 * Deterministic: today is part of the determination, so equal inputs give equal bytes. Everything the model
 * points to must live as long as it does.
 */
#pragma once
#include "assessment/casefile.h"
#include "assessment/cvss.h"
#include "base/arena.h"
#include "decision/determination.h"
#include "inventory/device.h"
#include "obligations/obligation.h"
#include "records/signature.h"
#include "records/trail.h"
#include "reports/casefile_record.h"

/* A record of the file, never hidden: what was replaced stays, and says by what. */
struct report_record {
	const struct case_record *record;
	int64_t replaced_by; /* the record that stands in for it; 0: none */
	bool is_personal;    /* it tells of a person: out before disclosure (21 CFR 20.63) */
	bool is_overtaken;   /* it stands, and what it judged does not stand any more */
	struct report_fields facts, more;
};

struct report_cvss {
	struct str vector; /* empty: none */
	struct cvss_scores scores;
	enum cvss_version version;
	enum cvss_band band; /* CVSS_UNSCORED where there is no vector that can be read */
	const char *called;  /* "CVSS", "CVSS-BE" */
};

struct report_assessment {
	const struct report_record *record;
	const struct assessment_fact *fact;
	struct str hazardous_situation;
	struct report_cvss cvss, cvss_after; /* of record; with the controls */
};

/* What happened on one day, for the timeline. */
struct report_mark {
	struct date on;
	struct str says;
	bool adverse; /* an adverse event is among it */
	bool due;     /* nothing happened, something is owed */
};

/* Of the whole trail, not of the extract alone. */
struct report_verification {
	int64_t entries, faults, clock_steps;
	struct str first_fault; /* in words; empty: the trail is whole */
	int64_t head_number;	/* 0: there is none */
	struct sha256 head;
	struct instant at; /* of the newest entry: as of when the store is what it is */
};

struct casefile_report {
	/* given */
	struct str program; /* the version of aftercare */
	struct casefile casefile;
	struct device device;
	const struct case_record *case_records;
	size_t case_record_count;
	const struct signature *signatures; /* on those records, in the order they were made */
	const bool *signature_holds;	    /* of each: it covers its record as that stands */
	size_t signature_count;
	const bool *record_overtaken; /* of each record; NULL: of none */
	const struct facts *facts;
	const struct policy *policy;
	const struct determination *determination;
	const struct obligation *obligations; /* the soonest due first */
	size_t obligation_count;
	const struct trail_entry *trail; /* entries about this casefile */
	size_t trail_count;
	bool is_unverified; /* the trail was not verified: nothing is said of that */
	struct report_verification verification;
	struct str *since; /* what has changed since the assessment that counts */
	size_t since_count;
	struct str *beside; /* shown with an assessment and never deciding: KEV, EPSS, SSVC */
	size_t beside_count;

	/* made of it by casefile_report_make() */
	struct str opened_by; /* empty where the trail does not say */
	struct report_record *records;
	size_t record_count;
	struct report_finding *findings; /* of records that stand */
	size_t finding_count;
	struct report_assessment *assessments;
	size_t assessment_count;
	const struct report_assessment *current; /* the assessment that counts today; NULL: none */
	struct report_mark *marks;		 /* by day, one a day; dues apart */
	size_t mark_count;
};

/* Fills in the second part. ERR_STORE where a record is damaged. */
MUST_CHECK bool casefile_report_make(struct casefile_report *r, struct arena *arena, struct err *e);

/* The cell of the matrix before or after controls; CELL_NONE where it lies in none: not both judged, or no
 * harm at all. */
enum cell casefile_report_cell(
    const struct casefile_report *r, const struct assessment_fact *assessment, bool after);
/* Where that cell lies; false where it lies nowhere. */
bool casefile_report_place(const struct assessment_fact *assessment, bool after,
    enum exploitability *exploitability, enum severity *severity);
