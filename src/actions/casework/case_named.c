#include "actions/casework/case_named.h"

#include "reports/casefile_record.h"
#include "store/consignees.h"
#include "store/devices.h"

enum named { NAMED_RELEASE, NAMED_RECORD, NAMED_CONSIGNEE, NAMED_ATTACHMENT };

/* Every field that names something, in what is more than facts. */
static const struct naming {
	const char *kind, *key;
	enum named names;
	const char *of; /* the kind of the record that is named */
} namings[] = {
	{ "plan", "releases", NAMED_RELEASE, NULL },
	{ "distribution", "release", NAMED_RELEASE, NULL },
	{ "installation", "release", NAMED_RELEASE, NULL },
	{ "validation", "fix", NAMED_RECORD, "fix" },
	{ "distribution", "fix", NAMED_RECORD, "fix" },
	{ "supplement", "event", NAMED_RECORD, "event" },
	{ "mdr_rationale", "event", NAMED_RECORD, "event" },
	{ "mdr_item", "event", NAMED_RECORD, "event" },
	{ "distribution", "to", NAMED_CONSIGNEE, NULL },
	{ "installation", "consignee", NAMED_CONSIGNEE, NULL },
	{ "effectiveness_check", "consignee", NAMED_CONSIGNEE, NULL },
	{ "response", "consignee", NAMED_CONSIGNEE, NULL },
	{ "validation", "evidence", NAMED_ATTACHMENT, NULL },
};

struct checking {
	struct db *db;
	const struct case_view *view;
	const struct naming *n;
	struct arena *arena;
};

static bool check_release(const struct checking *c, struct str version, struct err *e)
{
	struct release release;
	struct device device;

	if (!device_by_id(c->db, c->view->casefile.device_id, c->arena, &device, e) ||
	    !release_find(c->db, device.id, version, c->arena, &release, e))
		return false;
	return release.id != 0 ||
	       err_fail(e, ERR_INPUT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
		   STR_ARG(device.name), STR_ARG(version)) ||
	       err_field(e, "release");
}

/* Has the casefile a file of this digest? */
static bool check_attachment(const struct checking *c, struct str digest, struct err *e)
{
	const struct case_view *view = c->view;

	for (size_t i = 0; i < view->record_count; i++) {
		struct report_fields fields;
		struct err unread;

		if (str_eq(view->records[i].kind, STR("attachment")) &&
		    report_fields_read(view->records[i].more, c->arena, &fields, &unread) &&
		    str_eq_nocase(report_fields_text(&fields, STR("sha256")), digest))
			return true;
	}
	return err_fail(e, ERR_INPUT, "casefile %lld has no attachment with the SHA-256 \"" STR_FMT "\"",
		   (long long)view->casefile.id, STR_ARG(digest)) ||
	       err_remedy(e, REMEDY_ATTACH);
}

static bool check_text(const struct checking *c, struct str text, struct err *e)
{
	struct consignee consignee;

	switch (c->n->names) {
	case NAMED_RELEASE:
		return check_release(c, text, e);
	case NAMED_CONSIGNEE:
		return consignee_get(c->db, text, c->arena, &consignee, e);
	case NAMED_ATTACHMENT:
		return check_attachment(c, text, e);
	case NAMED_RECORD:
		break;
	}
	return true;
}

static bool check_record(const struct checking *c, int64_t id, struct err *e)
{
	const struct case_view *view = c->view;

	const struct case_record *named = casefile_record(view->records, view->record_count, id);

	if (named && str_eq(named->kind, str_of(c->n->of)))
		return true;
	return casefile_refuse_number(
		   view->casefile.id, view->records, view->record_count, c->n->of, id, e) ||
	       err_field(e, c->n->key);
}

static bool check_field(const struct checking *c, const struct report_field *f, struct err *e)
{
	if (f->kind == REPORT_NUMBER)
		return c->n->names != NAMED_RECORD || check_record(c, f->number, e);
	if (c->n->names == NAMED_RECORD)
		return true;
	if (f->kind == REPORT_TEXT)
		return check_text(c, f->text, e);
	for (size_t i = 0; f->kind == REPORT_TEXTS && i < f->texts.count; i++)
		if (!check_text(c, f->texts.items[i], e))
			return err_within(e, "%s", c->n->key);
	return true;
}

bool case_named(struct db *db, const struct case_view *view, const struct case_record *r, struct err *e)
{
	struct report_fields fields = { 0 };
	SCOPED_ARENA arena = { 0 };

	if (!report_fields_read(r->more, &arena, &fields, e))
		return false;
	for (size_t i = 0; i < COUNT(namings); i++) {
		const struct checking c = { db, view, &namings[i], &arena };

		for (size_t k = 0; k < fields.count && str_eq(r->kind, str_of(namings[i].kind)); k++)
			if (str_eq(fields.items[k].key, str_of(namings[i].key)) &&
			    !check_field(&c, &fields.items[k], e))
				return false;
	}
	return true;
}
