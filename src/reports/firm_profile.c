#include "reports/firm_profile.h"

#include "reports/casefile_record.h"

bool firm_profile_read(struct str json, struct arena *arena, struct firm_profile *out, struct err *e)
{
	struct report_fields fields = { 0 };
	const struct {
		const char *key;
		struct str *to;
	} texts[] = {
		{ "name", &out->name },
		{ "address", &out->address },
		{ "telephone", &out->telephone },
		{ "representative_name", &out->representative_name },
		{ "representative_title", &out->representative_title },
		{ "representative_address", &out->representative_address },
		{ "representative_telephone", &out->representative_telephone },
		{ "ever_registered", &out->ever_registered },
		{ "isao_name", &out->isao_name },
		{ "designated_person", &out->designated_person },
		{ "last_mdr_number", &out->last_mdr_number },
		{ "namespace_uri", &out->namespace_uri },
		{ "security_contact", &out->security_contact },
		{ "advisory_prefix", &out->advisory_prefix },
		{ "advisory_url", &out->advisory_url },
		{ "public_url", &out->public_url },
		{ "disclosure_policy", &out->disclosure_policy },
		{ "languages", &out->languages },
	};

	if (json.ptr && !report_fields_read(json, arena, &fields, e))
		return err_within(e, "setting profile");
	for (size_t i = 0; i < COUNT(texts); i++)
		*texts[i].to = report_fields_text(&fields, str_of(texts[i].key));
	return true;
}
