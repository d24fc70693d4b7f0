#include "actions/casework/decide_facts.h"

#include "actions/zone.h"
#include "decision/decide.h"
#include "decision/facts_json.h"

bool decide_facts_in(
    struct str json, const struct decide_zone *known, struct arena *a, struct decided *out, struct err *e)
{
	SCOPED_FACTS_DOCUMENT *document = NULL;
	struct time_zone zone;
	struct decided d;
	bool is_known;

	if (!facts_document_open(json, &document, e))
		return false;
	is_known = known && str_eq(facts_document_zone(document), known->name);
	if (is_known)
		zone = known->zone;
	else if (!zone_read(facts_document_zone(document), a, &zone, e))
		return err_within(e, "time_zone");
	if (!facts_document_read(document, &zone, a, &d.facts, &d.policy, e))
		return false;
	d.facts.tzdata_version = is_known ? known->version : zone_data_version(a);
	decide(&d.facts, &d.policy, a, &d.determination);
	d.obligations = obligations_fda(&d.facts, &d.policy, &d.determination, a, &d.obligation_count);
	*out = d;
	return true;
}

bool decide_facts(struct str json, struct arena *a, struct decided *out, struct err *e)
{
	return decide_facts_in(json, NULL, a, out, e);
}
