/*
 * case_shared - what is the same for every casefile, read once where many are looked at: settings, time zone,
 * policies, devices, and what describes vulnerabilities.
 *
 * It holds for one state of the store: whoever changes something opens it anew. Casefiles that are looked at
 * alone need none.
 */
#pragma once
#include "actions/casework/decide_facts.h"
#include "actions/casework/isao_periods.h"
#include "actions/casework/kept_policies.h"
#include "actions/describe.h"
#include "assessment/casefile.h"
#include "assessment/context.h"
#include "inventory/device.h"
#include "store/db.h"

struct case_shared_device {
	int64_t id; /* that was asked for */
	struct device device;
	struct str facts; /* JSON; no pointer where there is no such device */
};

struct case_shared {
	struct db *db;
	struct arena *arena;	     /* of all that it reads */
	struct case_setting setting; /* without a device and a policy */
	struct decide_zone zone;     /* the firm's */
	bool guarded;		     /* the store has users */
	struct kept_policies policies;
	struct isao_periods isao;
	struct case_shared_device **devices; /* that were asked for */
	size_t device_count, device_room;
	struct source_row *sources; /* with describer: read when they are first asked for */
	size_t source_count;
	struct describer *describer;
	struct context_limits limits; /* likewise */
	bool has_limits;
};

/* today: DATE_NONE for the date in the firm's zone at now. Everything in the arena, which outlives it. */
MUST_CHECK bool case_shared_open(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_shared *out, struct err *e);
void case_shared_close(struct case_shared *s);
#define SCOPED_CASE_SHARED __attribute__((cleanup(case_shared_close))) struct case_shared

/* As of the day that s was opened for. */
MUST_CHECK bool case_shared_device(
    struct case_shared *s, int64_t id, const struct case_shared_device **out, struct err *e);
/* The sources and what describes by them. */
MUST_CHECK bool case_shared_describer(struct case_shared *s, struct err *e);
