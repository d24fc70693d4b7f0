/*
 * How the nesting is read: a component whose "components" array is entered waits on a stack of frames while
 * its inner ones are read, each frame with an arena of its own. So memory is bounded by the depth and the
 * size of one component, however many there are.
 */
#include "sources/sboms/cyclonedx_json.h"

#include "base/buf.h"
#include "base/intern.h"
#include "formats/json_stream.h"
#include "limits.h"
#include "sources/sboms/collect.h"
#include "sources/sboms/json_start.h"
#include "sources/sboms/support.h"

/* Of all bom-refs together that are compared; a million of 100 bytes. */
#define REF_BYTES_MOST (100 * 1000 * 1000)

/* A component being read. */
struct frame {
	struct arena arena;
	struct sbom_component c;
	struct str manufacturer, publisher; /* stand in for a supplier that is not named */
	bool in_nested;			    /* inside its "components" */
};

struct reader {
	struct json *j;
	struct sbom_sink out;
	struct arena *arena; /* the head's texts */
	struct sbom_head *head;
	struct err *e;
	bool stopped;	     /* the sink refused: *e says why */
	bool is_cyclonedx;   /* bomFormat says so */
	struct str name;     /* of the file */
	struct intern *refs; /* bom-refs seen, up to REF_BYTES_MOST */
	size_t ref_bytes;
	size_t count;
	struct frame frames[LIMIT_SBOM_NESTING];
};

static const char *const spec_versions[] = { "1.2", "1.3", "1.4", "1.5", "1.6", "1.7" };

static void warn(struct reader *r, const struct err *why)
{
	if (!r->stopped && !r->out.warning(r->out.ctx, why, r->e))
		r->stopped = true;
}

/* {"name": "...", "url": [...], "contact": [...]} */
static void read_organisation(struct json *j, struct arena *arena, struct str *name)
{
	struct str key;

	while (json_next_key(j, &key))
		if (str_eq(key, STR("name")))
			collect_text(j, arena, name);
		else
			json_skip(j);
}

static void read_hashes(struct json *j, struct frame *f)
{
	struct str key;

	while (json_next_item(j)) {
		struct str algorithm = STR_NONE, value = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("alg")))
				collect_text(j, &f->arena, &algorithm);
			else if (str_eq(key, STR("content")))
				collect_text(j, &f->arena, &value);
			else
				json_skip(j);
		}
		if (!json_failed(j) && !collect_hash(&f->c, algorithm, value, &f->arena))
			json_refuse(j, "more than %d hashes", LIMIT_SBOM_LIST);
	}
}

/* {"id": or "name": "..."} */
static void read_licence(struct json *j, struct arena *arena, struct str *out)
{
	struct str key;

	while (json_next_key(j, &key))
		if (str_eq(key, STR("id")) || str_eq(key, STR("name")))
			collect_text(j, arena, out);
		else
			json_skip(j);
}

/* [{"license": {...}} or {"expression": "..."}]; several are joined by commas. */
static void read_licences(struct json *j, struct frame *f)
{
	SCOPED_BUF all = buf_new(LIMIT_SBOM_FIELD_BYTES);
	struct str key;

	while (json_next_item(j)) {
		struct str licence = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("expression")))
				collect_text(j, &f->arena, &licence);
			else if (str_eq(key, STR("license")))
				read_licence(j, &f->arena, &licence);
			else
				json_skip(j);
		}
		if (all.len > 0 && licence.len > 0)
			buf_add(&all, STR(", "));
		buf_add(&all, licence);
	}
	f->c.licence = arena_copy(&f->arena, buf_str(&all));
}

static void read_properties(struct json *j, struct frame *f)
{
	struct str key;

	while (json_next_item(j)) {
		struct str name = STR_NONE, value = STR_NONE;

		while (json_next_key(j, &key)) {
			if (str_eq(key, STR("name")))
				collect_text(j, &f->arena, &name);
			else if (str_eq(key, STR("value")))
				collect_text(j, &f->arena, &value);
			else
				json_skip(j);
		}
		support_property(name, value, &f->arena, &f->c);
	}
}

static void add_name(struct json *j, struct frame *f, struct str field, struct str value)
{
	bool fits = true;

	if (str_eq(field, STR("cpe")))
		fits = collect_cpe(&f->c, value, &f->arena);
	else if (str_eq(field, STR("purl")))
		fits = collect_purl(&f->c, value, &f->arena);
	if (!fits)
		json_refuse(j, "more than %d of " STR_FMT, LIMIT_SBOM_LIST, STR_ARG(field));
}

/* {"field": "purl", "concludedValue": "pkg:..."} */
static void read_identity(struct json *j, struct frame *f)
{
	struct str key, field = STR_NONE, value = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("field")))
			collect_text(j, &f->arena, &field);
		else if (str_eq(key, STR("concludedValue")))
			collect_text(j, &f->arena, &value);
		else
			json_skip(j);
	}
	add_name(j, f, field, value);
}

/* evidence.identity is one object in 1.5, an array or one object from 1.6 on. */
static void read_evidence(struct json *j, struct frame *f)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, STR("identity")))
			json_skip(j);
		else if (json_peek(j) == JSON_OBJECT)
			read_identity(j, f);
		else
			while (json_next_item(j))
				read_identity(j, f);
	}
}

static struct str *plain_field(struct frame *f, struct str key)
{
	struct {
		struct str key, *field;
	} fields[] = {
		{ STR("bom-ref"), &f->c.ref },
		{ STR("type"), &f->c.kind },
		{ STR("group"), &f->c.group },
		{ STR("name"), &f->c.name },
		{ STR("version"), &f->c.version },
		{ STR("publisher"), &f->publisher },
	};

	for (size_t i = 0; i < COUNT(fields); i++)
		if (str_eq(key, fields[i].key))
			return fields[i].field;
	return NULL;
}

static void read_field(struct reader *r, struct frame *f, struct str key)
{
	struct str *field = plain_field(f, key), text;
	struct json *j = r->j;

	if (field) {
		collect_text(j, &f->arena, field);
	} else if (str_eq(key, STR("purl"))) {
		if (collect_text(j, &f->arena, &text))
			add_name(j, f, STR("purl"), text);
	} else if (str_eq(key, STR("cpe"))) {
		if (collect_text(j, &f->arena, &text))
			add_name(j, f, STR("cpe"), text);
	} else if (str_eq(key, STR("supplier"))) {
		read_organisation(j, &f->arena, &f->c.supplier);
	} else if (str_eq(key, STR("manufacturer"))) {
		read_organisation(j, &f->arena, &f->manufacturer);
	} else if (str_eq(key, STR("hashes"))) {
		read_hashes(j, f);
	} else if (str_eq(key, STR("licenses"))) {
		read_licences(j, f);
	} else if (str_eq(key, STR("properties"))) {
		read_properties(j, f);
	} else if (str_eq(key, STR("evidence"))) {
		read_evidence(j, f);
	} else {
		json_skip(j);
	}
}

static void check_ref(struct reader *r, struct str ref)
{
	uint32_t before = intern_count(r->refs);
	struct err why = { 0 };

	if (ref.len == 0 || r->ref_bytes + ref.len > REF_BYTES_MOST)
		return;
	r->ref_bytes += ref.len;
	intern_add(r->refs, ref);
	if (intern_count(r->refs) > before)
		return;
	err_fail(&why, ERR_INPUT, STR_FMT ": bom-ref \"" STR_FMT "\" names two components", STR_ARG(r->name),
	    STR_ARG(ref));
	warn(r, &why);
}

/* Hands out a component whose object has ended. */
static void give(struct reader *r, struct frame *f)
{
	struct sbom_component *c = &f->c;

	if (json_failed(r->j) || r->stopped)
		return;
	if (c->name.len == 0) {
		json_refuse(r->j, "component without a name");
		return;
	}
	if (r->count++ == LIMIT_SBOM_COMPONENTS) {
		r->stopped = true;
		err_fail(r->e, ERR_LIMIT, STR_FMT ": more than %d components", STR_ARG(r->name),
		    LIMIT_SBOM_COMPONENTS);
		return;
	}
	if (c->supplier.len == 0)
		c->supplier = f->manufacturer.len > 0 ? f->manufacturer : f->publisher;
	if (c->is_subject)
		r->head->name = arena_copy(r->arena, c->name);
	check_ref(r, c->ref);
	if (!r->stopped && !r->out.component(r->out.ctx, c, r->e))
		r->stopped = true;
}

/* The fields of one component, up to its end or to the first component nested in it: true for the latter. */
static bool read_fields(struct reader *r, struct frame *f)
{
	struct str key;

	if (f->in_nested && json_next_item(r->j))
		return true;
	f->in_nested = false;
	while (!r->stopped && json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("components"))) {
			read_field(r, f, key);
			continue;
		}
		f->in_nested = json_next_item(r->j);
		if (f->in_nested)
			return true;
	}
	return false;
}

static void begin_frame(struct frame *f)
{
	struct arena arena = f->arena;

	arena_reset(&arena);
	*f = (struct frame){ .arena = arena, .c.end_of_support = DATE_NONE };
}

/* The component that comes next, with all that is nested in it, as one record. */
static void read_component(struct reader *r, bool is_subject)
{
	struct err why = { 0 };
	size_t depth = 1;

	json_record_begin(r->j, false);
	begin_frame(&r->frames[0]);
	r->frames[0].c.is_subject = is_subject;
	while (depth > 0 && !r->stopped) {
		struct frame *f = &r->frames[depth - 1];

		if (!read_fields(r, f)) {
			give(r, f);
			depth--;
		} else if (depth == LIMIT_SBOM_NESTING) {
			json_refuse(r->j, "components nested deeper than %d", LIMIT_SBOM_NESTING);
		} else {
			begin_frame(&r->frames[depth++]);
		}
	}
	/* An error of the whole document is left to json_finish(). */
	if (!r->stopped && !json_record_end(r->j, &why) && !json_failed(r->j))
		warn(r, &why);
}

static void read_timestamp(struct reader *r)
{
	struct err why = { 0 };
	struct str text;

	if (!json_text(r->j, &text) || instant_parse(text, true, &r->head->created, &why))
		return;
	err_within(&why, STR_FMT ": metadata.timestamp", STR_ARG(r->name));
	warn(r, &why);
}

static void read_metadata(struct reader *r)
{
	struct str key;

	while (!r->stopped && json_next_key(r->j, &key)) {
		if (str_eq(key, STR("timestamp")))
			read_timestamp(r);
		else if (str_eq(key, STR("component")) && json_peek(r->j) != JSON_NULL)
			read_component(r, true);
		else
			json_skip(r->j);
	}
}

static void read_spec_version(struct reader *r)
{
	struct err why = { 0 };
	struct str version;

	if (!collect_text(r->j, r->arena, &version))
		return;
	r->head->format = arena_printf(r->arena, "CycloneDX " STR_FMT, STR_ARG(version));
	for (size_t i = 0; i < COUNT(spec_versions); i++)
		if (str_eq(version, str_of(spec_versions[i])))
			return;
	err_fail(&why, ERR_INPUT,
	    STR_FMT ": specVersion \"" STR_FMT "\" is not one of 1.2 to 1.7; read as far as it is understood",
	    STR_ARG(r->name), STR_ARG(version));
	warn(r, &why);
}

static void read_bom_format(struct reader *r)
{
	struct str text;

	if (!json_text(r->j, &text))
		return;
	r->is_cyclonedx = str_eq(text, STR("CycloneDX"));
	if (!r->is_cyclonedx)
		json_refuse(r->j, "expected \"CycloneDX\", found \"" STR_FMT "\"", STR_ARG(text));
}

static void read_document(struct reader *r)
{
	struct str key;

	while (!r->stopped && json_next_key(r->j, &key)) {
		if (str_eq(key, STR("bomFormat")))
			read_bom_format(r);
		else if (str_eq(key, STR("specVersion")))
			read_spec_version(r);
		else if (str_eq(key, STR("serialNumber")))
			collect_text(r->j, r->arena, &r->head->serial);
		else if (str_eq(key, STR("metadata")))
			read_metadata(r);
		else if (str_eq(key, STR("components")))
			while (!r->stopped && json_next_item(r->j))
				read_component(r, false);
		else
			json_skip(r->j);
	}
}

bool cyclonedx_json_recognises(struct str start)
{
	struct json_start s;
	struct json_member m;
	bool like = false;

	if (!json_start_open(start, &s))
		return false;
	while (json_start_next(&s, &m)) {
		if (str_eq(m.key, STR("bomFormat")))
			return m.kind == '"' && str_eq(m.value, STR("CycloneDX"));
		if (str_eq(m.key, STR("$schema")) && str_has(m.value, STR("cyclonedx")))
			return true;
		/* Some tools write bomFormat behind the components, beyond what is at hand here. */
		if (str_eq(m.key, STR("components")) || str_eq(m.key, STR("dependencies")))
			like = like || m.kind == '[';
	}
	return like;
}

bool cyclonedx_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	SCOPED_INTERN *refs = intern_new();
	struct sbom_head found = { .format = STR("CycloneDX"), .created = INSTANT_NONE };
	struct reader r = { .j = j, .out = out, .arena = arena, .head = &found, .e = e, .refs = refs };
	bool ok;

	r.name = input_name(in);
	read_document(&r);
	for (size_t i = 0; i < COUNT(r.frames); i++)
		arena_free(&r.frames[i].arena);
	if (r.stopped)
		return false;
	ok = json_finish(j, e);
	if (ok && !r.is_cyclonedx)
		ok = err_fail(e, ERR_INPUT, STR_FMT ": bomFormat \"CycloneDX\" is missing", STR_ARG(r.name));
	if (ok)
		*head = found;
	return ok;
}
