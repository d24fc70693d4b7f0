/*
 * metric_case - what the measures of the programme are made from: casefiles, signals and releases as they
 * stood at the end of the period, as plain values.
 */
#pragma once
#include "decision/determination.h"
#include "decision/facts.h"
#include "obligations/obligation.h"
#include "reports/metrics/patching.h"

/* A vulnerability in a device. Days that are not known, or after the end of the period, are DATE_NONE. */
struct metric_case {
	int64_t casefile;
	struct str vulnerability, device;
	struct str *releases; /* whose findings went into it; may be none */
	size_t release_count;
	struct str source; /* kind of the first signal, else the source of a finding; empty: not recorded */
	struct str component_type; /* of the package URL of the component; empty: not recorded */
	bool is_counted;	   /* false: it does not affect the device, or is out of scope */
	struct patch_finding days;
	struct date assessed_on, reassessed_on; /* first and last assessment */
	struct date planned_on;
	struct date decided_on; /* the first plan, control, correction or closing */
	enum severity severity;
	enum exploitability exploitability;
	enum risk risk;
	enum answer kev;
	enum vex vex;
	bool is_justified;	  /* the statement that it is not affected */
	bool became_uncontrolled; /* it was controlled when it was first judged (A3) */
	bool reopened;
	bool is_closed;
	int64_t bad_fixes; /* became known to add risk in the period */
	bool has_conditions;
	struct condition_result conditions[CONDITION_COUNT];
	struct obligation *obligations;
	size_t obligation_count;
	int64_t failed_validations; /* in the period */
	struct share effective;	    /* effectiveness checks in the period, and those that found it so */
	int64_t told;		    /* consignees whom the communication must reach; 0 where there was none */
	int64_t confirmed, bounced, silent; /* their last answers by the end of the period */
	int64_t notices, shared;	    /* notices in the period; those an ISAO had by the same day */
};

struct metric_signal {
	struct date received_on, triaged_on;
	struct date acknowledge_by, acknowledged_on; /* acknowledge_by: DATE_NONE where nobody waits for it */
	struct date decide_by; /* whether a complaint of no casefile is reportable; DATE_NONE: not owed */
	bool from_isao;
	bool is_traced; /* to a casefile, or to why not */
};

enum metric_unit {
	UNIT_FINDING,	    /* a vulnerability in a release; in a device where no release is recorded */
	UNIT_DEVICE,	    /* a vulnerability in a device */
	UNIT_VULNERABILITY, /* in whatever devices: patched when it is in all of them */
	UNIT_COUNT
};

enum metric_slice {
	SLICE_NONE,
	SLICE_DEVICE,
	SLICE_RELEASE,
	SLICE_SEVERITY,
	SLICE_EXPLOITABILITY,
	SLICE_RISK,
	SLICE_COMPONENT_TYPE,
	SLICE_KEV,
	SLICE_SOURCE,
	SLICE_MONTH,
	SLICE_QUARTER,
	SLICE_YEAR, /* twelve months each, from the first day of the window on */
	SLICE_COUNT
};

struct metric_rollout {
	int64_t casefile;
	struct str device, release;
	struct rollout rollout;
};

struct metrics {
	struct window window;
	enum metric_unit unit;
	enum metric_slice by;
	int64_t device_id;  /* of this device alone; 0: of all */
	bool patching_only; /* nothing is told of K1 to K14 */
	struct metric_case *cases;
	size_t case_count;
	struct metric_signal *signals; /* received by the end of the period */
	size_t signal_count;
	struct metric_rollout *rollouts;
	size_t rollout_count;
	int64_t releases, releases_with_sbom;
	int64_t components, components_named; /* of the newest SBOMs; with a package URL or CPE name */
	int64_t components_with_support,
	    components_ended; /* that state support; ended by the end of the period */
	int64_t sources, sources_on_schedule;
	/* as they stand when the report is made */
	int64_t listed_findings, listed_vulnerabilities; /* open, and on a list of what is exploited */
	int64_t listed_days;				 /* since the first of these was listed */
	struct share justified;	   /* own statements of not affected, and those with a justification */
	int64_t investigated;	   /* own statements of what is under investigation */
	int64_t investigated_days; /* the age of the oldest */
	int64_t edition;	   /* of this period, unit and slice; 0: it was not issued */
	int64_t issued;		   /* editions issued before */
};

const char *metric_unit_word(enum metric_unit unit);
const char *metric_slice_word(enum metric_slice by); /* "" for none */
/* _COUNT where it is none. */
enum metric_unit metric_unit_find(struct str word);
enum metric_slice metric_slice_find(struct str word);
