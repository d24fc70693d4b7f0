#include "actions/field/add_consignee.h"

#include "actions/field/consignees_digest.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"
#include "store/consignees.h"

static bool refuse_second(struct db *db, struct str account, struct arena *arena, struct err *e)
{
	struct consignee standing;

	if (!consignee_find(db, account, arena, &standing, e))
		return false;
	return !standing.id || err_fail(e, ERR_CONFLICT,
				   "account \"" STR_FMT "\" is \"" STR_FMT
				   "\" already; consignee import changes what is stated",
				   STR_ARG(account), STR_ARG(standing.name));
}

/* The number and a digest: the trail can never be erased, and what a consignee is may have to be. */
static bool note(
    struct db *db, struct change *change, const struct consignee *c, struct arena *arena, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w;
	char hex[SHA256_HEX_SIZE];
	struct sha256 stands;

	if (!consignees_digest(db, arena, &stands, e))
		return false;
	w = json_out_buf(&out, false);
	json_open_object(w);
	json_field_int(w, "consignee", c->id);
	json_field_text(w, "account", c->account);
	json_field_text(w, "stands", str_of(sha256_hex(&stands, hex)));
	json_close_object(w);
	json_out_close(w);
	return change_note(change, "consignee.add", STR("consignees"), STR_NONE, buf_str(&out), e);
}

bool add_consignee(struct db *db, const struct consignee_row *row, struct change_by by, struct err *e)
{
	struct consignee c = { .account = row->account };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return consignee_check_account(row->account, e) && change_open(db, &by, &change, e) &&
	       refuse_second(db, row->account, &arena, e) && consignee_read_row(row, &c, &arena, e) &&
	       consignee_add(db, &c, &c.id, e) && note(db, change, &c, &arena, e) && change_close(&change, e);
}
