#include "actions/findings/build_evidence_json.h"

static void put_fields(struct json_out *w, const struct evidence *by)
{
	char hex[SHA256_HEX_SIZE];

	json_field_int(w, "id", by->id);
	json_field_text(w, "component", by->component);
	json_field_text(w, "file", by->file);
	json_field_text(w, "sha256", str_of(sha256_hex(&by->digest, hex)));
	json_field_int(w, "compiled_files", by->files);
}

static void put_evidence(struct json_out *w, const struct evidence *by)
{
	json_open_object(w);
	put_fields(w, by);
	json_close_object(w);
}

void evidence_json(struct json_out *w, const struct evidence *kept, bool known)
{
	json_open_object(w);
	put_fields(w, kept);
	json_field_bool(w, "known", known);
	json_close_object(w);
}

static void put_proposal(struct json_out *w, const struct evidence_proposal *p)
{
	static const char *const answers[] = {
		[CODE_NOT_PRESENT] = "vulnerable_code_not_present",
		[CODE_COMPILED] = "compiled",
		[CODE_UNTOLD] = "not_told",
	};

	json_open_object(w);
	json_field_text(w, "vulnerability", p->vulnerability);
	json_field_text(w, "version", p->version);
	json_field_text(w, "answer", str_of(answers[p->judgement.presence]));
	if (p->judgement.presence == CODE_NOT_PRESENT) {
		json_field_text(w, "status", STR("not_affected"));
		json_field_text(w, "justification", STR("vulnerable_code_not_present"));
		json_field_text(w, "evidence", p->evidence);
	}
	json_field_text(w, "why", p->judgement.why);
	json_close_object(w);
}

void evidence_proposals_json(
    struct json_out *w, const struct evidence *by, const struct evidence_proposal *list, size_t count)
{
	json_open_object(w);
	json_key(w, "evidence");
	put_evidence(w, by);
	json_key(w, "findings");
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		put_proposal(w, &list[i]);
	json_close_array(w);
	json_close_object(w);
}
