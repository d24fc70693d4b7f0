#include "reports/offered.h"

#include "decision/evidence.h"

bool control_is_offered(const struct control_fact *c, struct date today)
{
	return c->adds_risk != YES && !date_by(c->withdrawn_on, today);
}

bool fix_holds(const struct fix_fact *fix, const struct determination *d, struct date today)
{
	struct date out = date_later(fix->validated_on, fix->distributed_on);
	bool contradicted = date_is_known(d->left_uncontrolled_on) && date_is_known(fix->distributed_on) &&
			    d->left_uncontrolled_on.days >= out.days;

	return fix->validated != NO && fix->residual_risk != RESIDUAL_UNACCEPTABLE &&
	       !date_by(fix->adds_risk_known_on, today) && !contradicted;
}

bool fix_is_offered(const struct fix_fact *fix, const struct determination *d, struct date today)
{
	return date_by(date_earlier(fix->available_on, fix->distributed_on), today) &&
	       fix_holds(fix, d, today);
}
