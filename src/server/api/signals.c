/*
 * /api/v1/signals - what came in, entry by entry, and what becomes of it (docs/man/signal.md).
 */
#include "actions/intake/signals.h"
#include "actions/intake/case_renamed_json.h"
#include "actions/intake/learning_json.h"
#include "actions/intake/signal_json.h"
#include "actions/intake/signal_sign.h"
#include "base/text.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"

static bool read_state(struct exchange *x, struct signal_query *q, struct err *e)
{
	struct str state, overdue;

	if (!exchange_query(x, "state", &state, e) || !exchange_query(x, "overdue", &overdue, e))
		return false;
	q->overdue = str_eq(overdue, STR("1"));
	q->state = state.len ? signal_state_find(state) : SIGNAL_STATE_COUNT;
	if (state.len && q->state == SIGNAL_STATE_COUNT)
		return err_fail(
		    e, ERR_INPUT, "query: state: \"" STR_FMT "\" is no state of a signal", STR_ARG(state));
	return q->kind.len == 0 || signal_kind_find(q->kind) ||
	       err_fail(e, ERR_INPUT, "query: kind: \"" STR_FMT "\" is no kind of signal", STR_ARG(q->kind));
}

static bool read_order(struct exchange *x, struct signal_query *q, struct err *e)
{
	struct str sort;

	if (!exchange_query(x, "sort", &sort, e))
		return false;
	q->newest_first = str_eq(sort, STR("newest"));
	return !sort.ptr || q->newest_first || str_eq(sort, STR("number")) ||
	       err_fail(e, ERR_INPUT, "query: sort is number or newest, not \"" STR_FMT "\"", STR_ARG(sort));
}

static bool read_query(struct exchange *x, struct signal_query *q, struct err *e)
{
	*q = (struct signal_query){ .since = DATE_NONE, .today = DATE_NONE, .now = x->at };
	return exchange_query(x, "kind", &q->kind, e) && exchange_query(x, "source", &q->source, e) &&
	       exchange_query(x, "vulnerability", &q->vulnerability, e) &&
	       exchange_query_date(x, "since", &q->since, e) && read_state(x, q, e) && read_order(x, q, e);
}

static bool get_signals(struct exchange *x, struct err *e)
{
	struct signal_page page = { 0 };
	struct signal_query query;
	struct json_out *w;

	if (!read_query(x, &query, e) || !page_behind(x, &page.after, &page.limit, e) ||
	    !answer_day(x, DATE_NONE, &query.today, e) || !signal_page(x->db, &query, &x->arena, &page, e))
		return false;
	for (size_t i = 0; i < page.count; i++)
		if (page.rows[i].embargoed)
			answer_true_until(x, page.rows[i].signal.embargo_until);
	w = page_begin(x);
	signal_list_json(w, page.rows, page.count);
	return page_end_behind(x, w, page.more ? page.rows[page.count - 1].signal.id : 0, page.all, e);
}

static bool answer_signal(struct exchange *x, int64_t id, struct err *e)
{
	struct signal_query query = { .today = DATE_NONE, .now = x->at };
	struct signal_file file;
	struct signal_row row;
	struct json_out *w;

	if (!signal_read(x->db, id, &x->arena, &file, e) ||
	    !signal_row_of(x->db, &file.signal, &query, &row, e))
		return false;
	w = answer_json(x);
	if (!signal_json(w, x->db, &file, &row, e)) {
		json_out_drop(w);
		return false;
	}
	return answer_json_close(x, w, e);
}

static bool get_signal(struct exchange *x, struct err *e)
{
	int64_t id;

	return exchange_number(x, 0, &id, e) && answer_signal(x, id, e);
}

static bool post_signal(struct exchange *x, struct err *e)
{
	struct signal_receipt receipt = { 0 };
	struct str why;
	struct body b;
	int64_t id;

	if (!body_read(x, "received|contact|why", &b, e) ||
	    !body_json(&b, "received", &receipt.received, e) ||
	    !body_json(&b, "contact", &receipt.contact, e) || !body_text(&b, "why", &why, e))
		return false;
	if (!receipt.received.ptr)
		return err_fail(e, ERR_INPUT, "body: /received is missing");
	if (!receipt.contact.ptr)
		receipt.contact = STR("{}");
	x->answer.status = 201;
	return signal_add(x->db, &receipt, exchange_by(x, why), &id, e) && answer_signal(x, id, e);
}

/* What a change did to casefiles: their days of learning, and the names they are filed under. */
static bool answer_effects(
    struct exchange *x, int64_t id, const struct signal_effects *effects, struct err *e)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_field_int(w, "signal", id);
	json_key(w, "moves");
	learning_moves_json(w, &effects->moves);
	json_key(w, "renames");
	case_renames_json(w, &effects->renames);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool answer_moves(struct exchange *x, int64_t id, const struct learning_moves *moves, struct err *e)
{
	struct signal_effects effects = { .moves = *moves };

	return answer_effects(x, id, &effects, e);
}

static bool post_entry(struct exchange *x, struct err *e)
{
	struct signal_effects effects = { 0 };
	struct str kind, content, why;
	struct body b;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "kind|content|why", &b, e) ||
	    !body_needs_text(&b, "kind", &kind, e) || !body_json(&b, "content", &content, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	if (!content.ptr)
		return err_fail(e, ERR_INPUT, "body: /content is missing");
	if (str_is_among(kind, "received|contact") && !text_says(why))
		return err_fail(e, ERR_INPUT,
		    "body: /why is missing: what was written of a signal is amended with a reason");
	if (!signal_enter(
		x->db, id, arena_text(&x->arena, kind), content, exchange_by(x, why), &x->arena, &effects, e))
		return false;
	x->answer.status = 201;
	return answer_effects(x, id, &effects, e);
}

static bool read_triage(struct exchange *x, struct signal_triage *t, struct str *why, struct err *e)
{
	struct str state;
	struct body b;

	if (!body_read(x, "as|of|applicable_on|reason|why", &b, e) || !body_needs_text(&b, "as", &state, e) ||
	    !body_number(&b, "of", 1, INT64_MAX, &t->of, e) ||
	    !body_date(&b, "applicable_on", &t->applicable_on, e) ||
	    !body_text(&b, "reason", &t->reason, e) || !body_text(&b, "why", why, e))
		return false;
	t->state = signal_state_find(state);
	if (t->state == SIGNAL_STATE_COUNT)
		return err_fail(e, ERR_INPUT,
		    "body: /as: \"" STR_FMT "\" is not accepted, duplicate, not_ours, false or new",
		    STR_ARG(state));
	if ((t->state == SIGNAL_DUPLICATE) != (t->of != 0))
		return err_fail(
		    e, ERR_INPUT, "body: /of: a duplicate names what it is a duplicate of; no other does");
	return t->state == SIGNAL_ACCEPTED || !date_is_known(t->applicable_on) ||
	       err_fail(e, ERR_INPUT, "body: /applicable_on is for what is accepted");
}

static bool post_triage(struct exchange *x, struct err *e)
{
	struct learning_moves moves = { 0 };
	struct signal_triage t = { .count = 1 };
	struct str why;
	int64_t id;

	t.signals = &id;
	return exchange_number(x, 0, &id, e) && read_triage(x, &t, &why, e) &&
	       signal_triage(x->db, &t, exchange_by(x, why), &x->arena, &moves, e) &&
	       answer_moves(x, id, &moves, e);
}

static bool post_link(struct exchange *x, struct err *e)
{
	struct signal_effects effects = { 0 };
	int64_t id, casefile = 0;
	struct str why;
	struct body b;

	if (!exchange_number(x, 0, &id, e) || !body_read(x, "casefile|why", &b, e) ||
	    !body_number(&b, "casefile", 1, INT64_MAX, &casefile, e) || !body_text(&b, "why", &why, e))
		return false;
	if (!casefile)
		return err_fail(e, ERR_INPUT, "body: /casefile is missing");
	return signal_link(x->db, id, casefile, exchange_by(x, why), &x->arena, &effects, e) &&
	       answer_effects(x, id, &effects, e);
}

/* Signs why a complaint is not reportable. */
static bool post_signature(struct exchange *x, struct err *e)
{
	struct signal_signing s = { 0 };
	struct signature made;
	struct str word, why;
	struct body b;

	if (!exchange_number(x, 0, &s.signal, e) || !body_read(x, "meaning|user|secret|why", &b, e) ||
	    !body_needs_text(&b, "meaning", &word, e) || !meaning_parse(word, &s.meaning, e) ||
	    !body_needs_text(&b, "user", &s.name, e) || !body_needs_text(&b, "secret", &s.secret, e) ||
	    !body_text(&b, "why", &why, e))
		return false;
	x->answer.status = 201;
	return signal_sign(x->db, &s, exchange_by(x, why), &x->arena, &made, e) &&
	       answer_signal(x, s.signal, e);
}

const struct route routes_signals[] = {
	{ METHOD_GET, "/api/v1/signals", get_signals, ROUTE_SLOW | ROUTE_KEPT, 0, NULL },
	{ METHOD_POST, "/api/v1/signals", post_signal, 0, 0, "signal.received" },
	{ METHOD_GET, "/api/v1/signals/{signal}", get_signal, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/signals/{signal}/entries", post_entry, 0, 0, "signal.*" },
	{ METHOD_POST, "/api/v1/signals/{signal}/signatures", post_signature, ROUTE_SECRET, 0, "sign.*" },
	{ METHOD_POST, "/api/v1/signals/{signal}/triage", post_triage, 0, 0, "signal.triage" },
	{ METHOD_POST, "/api/v1/signals/{signal}/casefile", post_link, 0, 0, "signal.link" },
	{ 0 },
};
