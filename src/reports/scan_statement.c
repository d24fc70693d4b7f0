#include "reports/scan_statement.h"

struct str scan_opinion_text(const struct vex_opinion *o)
{
	const struct vex_record *r = o->record;
	struct str texts[] = { r->said.impact, r->reason, r->said.action, r->said.notes };

	for (size_t i = 0; i < COUNT(texts); i++)
		if (texts[i].len)
			return texts[i];
	return STR("");
}

static void write_responses(const struct vex_statement *said, struct json_out *w)
{
	json_key(w, "responses");
	json_open_array(w);
	for (size_t i = 0; i < said->response_count; i++)
		json_put_text(w, said->responses[i]);
	json_close_array(w);
}

/* What the record says, as fields of the object that is open. */
static void write_record(const struct vex_record *r, struct json_out *w)
{
	if (r->id)
		json_field_int(w, "id", r->id);
	else
		json_field_null(w, "id");
	json_field_text(w, "origin", str_of(vex_origin_name(r->origin)));
	json_field_text(w, "status", statement_status_word(r->said.status));
	json_field_optional(w, "justification", statement_justification_word(r->said.justification));
	json_field_optional(w, "impact_statement", r->said.impact);
	json_field_optional(w, "action_statement", r->said.action);
	write_responses(&r->said, w);
	json_field_optional(w, "reason", r->reason.len ? r->reason : r->said.notes);
	json_field_optional(w, "evidence", r->evidence);
	json_field_optional(w, "by", r->who);
	json_field_optional(w, "document", r->document);
	json_field_optional(w, "document_version", r->document_version);
	json_field_instant(w, "made", r->made_at);
	json_field_date(w, "from", r->from);
	json_field_date(w, "until", r->until);
}

void scan_write_record(const struct vex_record *r, struct json_out *w)
{
	json_open_object(w);
	write_record(r, w);
	json_close_object(w);
}

void scan_write_opinion(const struct vex_opinion *o, struct json_out *w)
{
	json_open_object(w);
	json_field_text(w, "standing", str_of(vex_standing_name(o->standing)));
	json_field_text(w, "scope", str_of(vex_scope_name(o->scope)));
	json_field_text(w, "matched_by", o->how);
	write_record(o->record, w);
	json_close_object(w);
}

void scan_write_statements(const struct vex_position *position, struct json_out *w)
{
	const struct vex_opinion *deciding = vex_deciding(position);

	json_key(w, "statement");
	if (deciding)
		scan_write_opinion(deciding, w);
	else
		json_put_null(w);
	json_key(w, "other_statements");
	json_open_array(w);
	for (size_t i = deciding ? 1 : 0; i < position->count; i++)
		scan_write_opinion(&position->opinions[i], w);
	json_close_array(w);
}

/* ", until 2027-01-01", ", expired on 2026-01-01", ... */
static struct str window_words(const struct vex_opinion *o, struct arena *arena)
{
	const struct vex_record *r = o->record;
	char day[DATE_TEXT_SIZE];

	if (o->standing == VEX_EXPIRED)
		return arena_printf(arena, ", expired on %s", date_write(r->until, day));
	if (o->standing == VEX_NOT_YET)
		return arena_printf(arena, ", from %s on", date_write(r->from, day));
	if (o->standing == VEX_DECIDES)
		return date_is_known(r->until) ? arena_printf(arena, ", until %s", date_write(r->until, day))
					       : STR("");
	return arena_printf(arena, ", %s", vex_standing_name(o->standing));
}

struct str scan_opinion_line(const struct vex_opinion *o, struct arena *arena)
{
	const struct vex_record *r = o->record;
	struct str why = statement_justification_word(r->said.justification), text = scan_opinion_text(o);
	struct str window = window_words(o, arena);
	struct str name = arena_printf(
	    arena, "%s %lld", r->origin == VEX_OWN ? "own decision" : "statement", (long long)r->id);

	/* one that stands in no store is the SBOM's */
	if (r->id == 0)
		name = STR("statement of the SBOM");
	return arena_printf(arena, STR_FMT " by " STR_FMT STR_FMT ": " STR_FMT "%s" STR_FMT "%s" STR_FMT,
	    STR_ARG(name), STR_ARG(r->who.len ? r->who : STR("an unnamed author")), STR_ARG(window),
	    STR_ARG(statement_status_word(r->said.status)), why.len ? ", " : "", STR_ARG(why),
	    text.len ? ": " : "", STR_ARG(text));
}
