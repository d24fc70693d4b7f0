#include "decision/facts.h"

#include "base/text.h"

struct facts facts_unknown(void)
{
	return (struct facts){
		.today = DATE_NONE,
		.time_zone = STR("UTC"),
		.device = { .approved_on = DATE_NONE,
		    .periodic_report_on = DATE_NONE,
		    .periodic_interval_months = FACT_NO_NUMBER,
		    .expected_life_years = FACT_NO_NUMBER,
		    .last_distributed_on = DATE_NONE },
		.firm = { .earlier_corrections = FACT_NO_NUMBER, .earlier_removals = FACT_NO_NUMBER },
		.vulnerability = { .learned_on = DATE_NONE },
		.clock_decision = { .on = DATE_NONE },
		.plan = { .on = DATE_NONE, .first_on = DATE_NONE },
		.correction = { .initiated_on = DATE_NONE,
		    .units_released = FACT_NO_NUMBER,
		    .reported_on = DATE_NONE,
		    .reported_under_803 = DATE_NONE },
		.periodic = { .reported_on = DATE_NONE },
		.closed_on = DATE_NONE,
	};
}

struct assessment_fact assessment_unknown(int64_t index)
{
	return (struct assessment_fact){ .index = index, .on = DATE_NONE };
}

struct event_fact event_unknown(int64_t index)
{
	return (struct event_fact){ .index = index,
		.happened_on = DATE_NONE,
		.known_on = DATE_NONE,
		.remedial_action_decided_on = DATE_NONE,
		.mdr_submitted_on = DATE_NONE,
		.shared_on = DATE_NONE,
		.not_reportable_on = DATE_NONE };
}

struct date event_date(const struct event_fact *event)
{
	return date_is_known(event->happened_on) ? event->happened_on : event->known_on;
}

struct communication_fact communication_unknown(int64_t index)
{
	return (struct communication_fact){ .index = index, .on = DATE_NONE, .isao_on = DATE_NONE };
}

struct control_fact control_unknown(int64_t index)
{
	return (struct control_fact){ .index = index, .identified_on = DATE_NONE, .withdrawn_on = DATE_NONE };
}

struct fix_fact fix_unknown(int64_t index)
{
	return (struct fix_fact){ .index = index,
		.validated_on = DATE_NONE,
		.available_on = DATE_NONE,
		.distributed_on = DATE_NONE,
		.residual_on = DATE_NONE,
		.adds_risk_known_on = DATE_NONE };
}

struct extension_fact extension_unknown(int64_t index)
{
	return (struct extension_fact){ .index = index, .initiated_on = DATE_NONE, .amended_on = DATE_NONE };
}

bool fact_text_is_given(struct str text)
{
	return text_says(text);
}
