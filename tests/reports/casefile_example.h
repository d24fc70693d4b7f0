/*
 * casefile_example - a casefile made in memory, as the store would give it.
 */
#pragma once
#include "check.h"
#include "decision/decide.h"
#include "decision/facts_json.h"
#include "reports/casefile_report.h"

#define EXAMPLE_RECORDS 16

struct example {
	struct case_record records[EXAMPLE_RECORDS];
	size_t count;
	struct str title, device;
	struct date today;
	struct facts facts;
	struct policy policy;
	struct determination determination;
	struct trail_entry trail[1];
	struct arena arena;
};

static void example_add(
    struct example *x, const char *kind, int64_t replaces, const char *facts, const char *more)
{
	x->records[x->count] = (struct case_record){ .id = (int64_t)x->count + 1,
		.replaces = replaces,
		.kind = str_of(kind),
		.facts = str_of(facts),
		.more = str_of(more),
		.at = { 1767700000000000 + (int64_t)x->count },
		.who = STR("ra") };
	x->count++;
}

static void example_begin(struct example *x, int year, int month, int day)
{
	*x = (struct example){
		.title = STR("Queue overflow"), .device = STR("Pump One"), .today = date_of(year, month, day)
	};
	example_add(x, "vulnerability", 0,
	    "{\"id\":\"CVE-2021-31571\",\"learned_on\":\"2026-01-02\",\"kev_listed\":false}", "{}");
}

static void example_assess(struct example *x)
{
	example_add(x, "assessment", 0,
	    "{\"on\":\"2026-01-05\",\"exploitability\":\"high\",\"severity\":\"critical\","
	    "\"exploitability_after\":\"low\",\"severity_after\":\"serious\",\"rationale\":\"reachable\","
	    "\"approvers\":[\"R. Amsel\",\"T. Okonjo\"]}",
	    "{\"cvss_vector\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\","
	    "\"hazardous_situation\":\"no alarm sounds\"}");
}

/* False where a record is damaged. The report points into the example. */
static bool example_report(struct example *x, struct casefile_report *r, struct err *e)
{
	struct casefile head = {
		.id = 7, .title = x->title, .vulnerability = STR("CVE-2021-31571"), .closed_on = DATE_NONE
	};
	struct case_setting setting = { .today = x->today,
		.time_zone = STR("UTC"),
		.device = STR("{\"marketed\":true,\"pathway\":\"510k\",\"class\":\"II\"}"),
		.firm = STR("{\"registration_number\":\"1234567\",\"earlier_reports\":{\"C\":0,\"R\":0}}"),
		.isao = STR("{\"active_member\":true}") };
	SCOPED_FACTS_DOCUMENT *document = NULL;
	struct time_zone utc = time_zone_utc();
	SCOPED_BUF json = buf_new(1 << 20);

	casefile_write_facts(&head, x->records, x->count, &setting, &json);
	if (!facts_document_open(buf_str(&json), &document, e) ||
	    !facts_document_read(document, &utc, &x->arena, &x->facts, &x->policy, e))
		return false;
	decide(&x->facts, &x->policy, &x->arena, &x->determination);
	x->trail[0] = (struct trail_entry){ .number = 1,
		.who = STR("ra"),
		.what = STR("casefile.open"),
		.object = STR("casefile 7"),
		.why = x->title };
	*r = (struct casefile_report){ .program = STR("aftercare 0"),
		.casefile = head,
		.device = { .id = 1, .name = x->device, .udi_di = STR("09521000000025") },
		.case_records = x->records,
		.case_record_count = x->count,
		.facts = &x->facts,
		.policy = &x->policy,
		.determination = &x->determination,
		.trail = x->trail,
		.trail_count = 1,
		.verification = { .entries = 9, .head_number = 9 } };
	r->obligations =
	    obligations_fda(&x->facts, &x->policy, &x->determination, &x->arena, &r->obligation_count);
	return casefile_report_make(r, &x->arena, e);
}
