#include "sources/sboms/cyclonedx/cyclonedx_claim.h"

#include "limits.h"
#include "sources/vex/product.h"

void cyclonedx_claim_free(struct cyclonedx_claim *c)
{
	claim_free(&c->claim);
}

static struct cyclonedx_target *add_target(struct cyclonedx_claim *c, struct str ref)
{
	c->targets =
	    arena_room(&c->claim.arena, c->targets, c->target_count, &c->target_room, sizeof(*c->targets));
	c->targets[c->target_count] = (struct cyclonedx_target){ .ref = ref };
	return &c->targets[c->target_count++];
}

static void begin_vulnerability(struct cyclonedx_claim *c)
{
	claim_clear(&c->claim);
	memset(c->fields, 0, sizeof(c->fields));
	c->targets = NULL;
	c->target_count = c->target_room = 0;
}

void cyclonedx_claim_begin(struct cyclonedx_claim *c, enum cyclonedx_context in)
{
	if (in == IN_VULNERABILITY) {
		begin_vulnerability(c);
	} else if (in == IN_AFFECTED) {
		c->target = c->target_count;
		c->fields[FIELD_AFFECTED_REF] = STR_NONE;
		add_target(c, STR_NONE);
	} else if (in == IN_AFFECTED_VERSION) {
		c->fields[FIELD_AFFECTED_VERSION] = c->fields[FIELD_AFFECTED_STATUS] = STR_NONE;
	}
}

bool cyclonedx_claim_text(
    struct cyclonedx_claim *c, enum cyclonedx_field field, struct str text, struct err *why)
{
	struct claim *claim = &c->claim;

	c->fields[field] = arena_copy(&claim->arena, text);
	text = c->fields[field];
	if (field == FIELD_VULNERABILITY_ID)
		return claim_add_main_id(claim, text, why);
	if (field == FIELD_VULNERABILITY_ALIAS)
		return claim_add_id(claim, text, why);
	if (field == FIELD_STATE)
		return claim_set_status(claim, text, why);
	if (field == FIELD_JUSTIFICATION)
		return claim_set_justification(claim, text, why);
	if (field == FIELD_RESPONSE)
		return claim_add_response(claim, text, why);
	if (field == FIELD_FIRST_ISSUED)
		return instant_parse(text, true, &claim->s.issued, why);
	if (field == FIELD_LAST_UPDATED)
		return instant_parse(text, true, &claim->s.updated, why);
	return true;
}

static bool end_version(struct cyclonedx_claim *c, struct err *why)
{
	struct cyclonedx_target *target;

	if (c->target_count > LIMIT_STATEMENT_PRODUCTS)
		return err_fail(why, ERR_LIMIT, "more than %d versions", LIMIT_STATEMENT_PRODUCTS);
	target = add_target(c, STR_NONE);
	target->is_version = true;
	target->version = c->fields[FIELD_AFFECTED_VERSION];
	target->status = c->fields[FIELD_AFFECTED_STATUS];
	return true;
}

/* The reference may stand behind the versions. */
static void end_affected(struct cyclonedx_claim *c)
{
	for (size_t i = c->target; i < c->target_count; i++)
		c->targets[i].ref = c->fields[FIELD_AFFECTED_REF];
}

/* Does the status of a version go with what the analysis says? */
static bool agrees(struct str status, enum statement_status with)
{
	if (str_eq(status, STR("unaffected")))
		return with == STATEMENT_NOT_AFFECTED || with == STATEMENT_FIXED;
	if (str_eq(status, STR("unknown")))
		return with == STATEMENT_UNDER_INVESTIGATION;
	return with == STATEMENT_AFFECTED; /* "affected", or nothing: the default */
}

static bool add_product(struct cyclonedx_claim *c, const struct cyclonedx_target *t, struct err *why)
{
	struct statement_product *p = claim_add_product(&c->claim, why);

	if (!p)
		return false;
	if (!product_name(p, t->ref, &c->claim.arena))
		return err_fail(why, ERR_LIMIT, "more than %d names of one product", LIMIT_STATEMENT_NAMES);
	if (p->bom.len == 0)
		p->ref = t->ref;
	p->version = t->version;
	return true;
}

/* One component of "affects", from and up to to: with versions those that the analysis is about, and where
 * the statuses of none go with it, all. */
static bool add_targets(struct cyclonedx_claim *c, size_t from, size_t to, struct err *why)
{
	bool any = false;

	if (c->targets[from].ref.len == 0)
		return true;
	if (to == from + 1)
		return add_product(c, &c->targets[from], why);
	for (size_t i = from + 1; i < to; i++)
		any = any || agrees(c->targets[i].status, c->claim.s.status);
	for (size_t i = from + 1; i < to; i++)
		if ((!any || agrees(c->targets[i].status, c->claim.s.status)) &&
		    !add_product(c, &c->targets[i], why))
			return false;
	return true;
}

static bool end_vulnerability(struct cyclonedx_claim *c, struct err *why)
{
	struct vex_statement *s = &c->claim.s;
	struct str detail = c->fields[FIELD_DETAIL];
	size_t from, to;

	if (s->status == STATEMENT_NOT_AFFECTED)
		s->impact = detail;
	else
		s->notes = detail;
	s->action = c->fields[FIELD_RECOMMENDATION];
	if (s->action.len == 0)
		s->action = c->fields[FIELD_WORKAROUND];
	for (from = 0; s->status != 0 && from < c->target_count; from = to) {
		for (to = from + 1; to < c->target_count && c->targets[to].is_version; to++)
			;
		if (!add_targets(c, from, to, why))
			return false;
	}
	return true;
}

bool cyclonedx_claim_end(struct cyclonedx_claim *c, enum cyclonedx_context in, struct err *why)
{
	if (in == IN_AFFECTED_VERSION)
		return end_version(c, why);
	if (in == IN_AFFECTED)
		end_affected(c);
	return in != IN_VULNERABILITY || end_vulnerability(c, why);
}

const struct vex_statement *cyclonedx_claim_statement(const struct cyclonedx_claim *c)
{
	const struct vex_statement *s = &c->claim.s;

	return s->status != 0 && s->id_count > 0 && s->product_count > 0 ? s : NULL;
}
