/*
 * dump - an SBOM as lines of text, so that a test can say what it expects in one string.
 *
 *	= CycloneDX 1.5 | pump 2.1 | urn:uuid:... | 2026-01-02T03:04:05Z   the head
 *	* pump                                         the subject
 *	+ library busybox 1.36.1 | ref a | pkg:...     a component; empty fields left out
 *	> a -> b                                       a depends on b
 *	@ service | ref x                              an element
 *	% CVE-2021-1 | fixed | ref a                   a statement
 *	! sbom.json:3: ...                             a warning
 *	E sbom.json: ...                               why reading stopped
 */
#pragma once
#include "base/buf.h"
#include "sources/sbom.h"
#include "sources/statement.h"

struct dump {
	struct buf lines;
	size_t components, warnings;
};

static inline void dump_field(struct buf *to, const char *label, struct str text)
{
	if (text.len > 0)
		buf_printf(to, " | %s%.*s", label, (int)text.len, text.ptr);
}

static inline void dump_list(struct buf *to, const char *label, const struct str *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		dump_field(to, label, list[i]);
}

/* What was done to it, and how it is known beside packages. */
static inline void dump_made_of(struct buf *to, const struct sbom_component *c)
{
	if (c->scope != SBOM_REQUIRED)
		dump_field(to, "", c->scope == SBOM_OPTIONAL ? STR("optional") : STR("excluded"));
	dump_list(to, "id ", c->other_ids, c->other_id_count);
	for (size_t i = 0; i < c->ancestor_count; i++) {
		dump_field(to, "from ", c->ancestors[i].name);
		dump_field(to, "from ", c->ancestors[i].version);
		dump_field(to, "from ", c->ancestors[i].purl);
		dump_field(to, "from ", c->ancestors[i].cpe);
	}
	dump_field(to, "at ", c->repository);
	dump_list(to, "commit ", c->commits, c->commit_count);
	dump_list(to, "patched ", c->patched, c->patched_count);
}

static inline bool dump_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	struct dump *d = ctx;
	struct buf *to = &d->lines;
	char date[DATE_TEXT_SIZE];

	d->components++;
	buf_add(to, c->is_subject ? STR("*") : STR("+"));
	if (c->kind.len > 0)
		buf_printf(to, " %.*s", (int)c->kind.len, c->kind.ptr);
	if (c->group.len > 0)
		buf_printf(to, " (%.*s)", (int)c->group.len, c->group.ptr);
	buf_printf(to, " %.*s", (int)c->name.len, c->name.ptr);
	if (c->version.len > 0)
		buf_printf(to, " %.*s", (int)c->version.len, c->version.ptr);
	dump_field(to, "ref ", c->ref);
	dump_field(to, "", c->purl);
	for (size_t i = 0; i < c->more_purl_count; i++)
		dump_field(to, "", c->more_purls[i]);
	for (size_t i = 0; i < c->cpe_count; i++)
		dump_field(to, "", c->cpes[i]);
	dump_field(to, "by ", c->supplier);
	dump_field(to, "licence ", c->licence);
	for (size_t i = 0; i < c->hash_count; i++)
		buf_printf(to, " | %.*s:%.*s", (int)c->hashes[i].algorithm.len, c->hashes[i].algorithm.ptr,
		    (int)c->hashes[i].value.len, c->hashes[i].value.ptr);
	dump_field(to, "support ", c->support_level);
	if (date_is_known(c->end_of_support))
		dump_field(to, "until ", str_of(date_write(c->end_of_support, date)));
	dump_made_of(to, c);
	buf_byte(to, '\n');
	(void)e;
	return true;
}

static inline bool dump_warning(void *ctx, const struct err *why, struct err *e)
{
	struct dump *d = ctx;

	d->warnings++;
	buf_printf(&d->lines, "! %s\n", why->text);
	(void)e;
	return true;
}

static inline bool dump_dependency(void *ctx, struct str from, struct str to, struct err *e)
{
	struct dump *d = ctx;

	buf_printf(&d->lines, "> %.*s -> %.*s\n", (int)from.len, from.ptr, (int)to.len, to.len ? to.ptr : "");
	(void)e;
	return true;
}

static inline bool dump_element(void *ctx, const struct sbom_element *element, struct err *e)
{
	struct dump *d = ctx;
	struct buf *to = &d->lines;

	if (str_eq(element->ref, STR("SPDXRef-DOCUMENT"))) /* which every SPDX 2 document has */
		return true;
	buf_printf(to, "@ %s",
	    element->kind == SBOM_SERVICE ? "service"
	    : element->kind == SBOM_FILE  ? "file"
					  : "other");
	if (element->name.len > 0)
		buf_printf(to, " %.*s", (int)element->name.len, element->name.ptr);
	dump_field(to, "ref ", element->ref);
	dump_field(to, "", element->purpose);
	for (size_t i = 0; i < element->hash_count; i++)
		dump_field(to, "", element->hashes[i].value);
	buf_byte(to, '\n');
	(void)e;
	return true;
}

static inline bool dump_statement(void *ctx, const struct vex_statement *s, struct err *e)
{
	struct dump *d = ctx;
	struct buf *to = &d->lines;

	buf_byte(to, '%');
	for (size_t i = 0; i < s->id_count; i++)
		buf_printf(to, " %.*s", (int)s->ids[i].len, s->ids[i].ptr);
	dump_field(to, "", statement_status_word(s->status));
	dump_field(to, "", statement_justification_word(s->justification));
	for (size_t i = 0; i < s->product_count; i++) {
		dump_field(to, "bom ", s->products[i].bom);
		dump_field(to, "ref ", s->products[i].ref);
		dump_field(to, "version ", s->products[i].version);
	}
	dump_field(to, "impact ", s->impact);
	dump_field(to, "action ", s->action);
	dump_field(to, "notes ", s->notes);
	dump_list(to, "response ", s->responses, s->response_count);
	buf_byte(to, '\n');
	(void)e;
	return true;
}

static inline void dump_head(struct buf *to, const struct sbom_head *head)
{
	char created[INSTANT_TEXT_SIZE];

	buf_printf(to, "= %.*s", (int)head->format.len, head->format.ptr);
	dump_field(to, "", head->name);
	dump_field(to, "", head->serial);
	if (instant_is_known(head->created))
		dump_field(to, "", str_of(instant_write(head->created, created)));
	dump_field(to, "author ", head->author);
	dump_field(to, "tool ", head->tool);
	dump_field(to, "subject by ", head->supplier);
	dump_field(to, "made in ", head->context);
	dump_field(to, "dependencies ", head->completeness);
	buf_byte(to, '\n');
}

/* Reads and appends the lines; whether the document was read to its end. */
static inline bool dump_input(struct input *in, struct dump *d)
{
	struct sbom_sink sink = { .ctx = d,
		.component = dump_component,
		.warning = dump_warning,
		.dependency = dump_dependency,
		.element = dump_element,
		.statement = dump_statement };
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head = { 0 };
	struct err e = { 0 };

	d->lines.most = 64 * 1024 * 1024;
	if (!sbom_read(in, sink, &arena, &head, &e)) {
		buf_printf(&d->lines, "E %s\n", e.text);
		return false;
	}
	dump_head(&d->lines, &head);
	return true;
}

static inline bool dump_text(struct str text, struct dump *d)
{
	SCOPED_INPUT *in = input_open_memory(STR("sbom"), text);

	return dump_input(in, d);
}

static inline void dump_free(struct dump *d)
{
	buf_free(&d->lines);
}
#define SCOPED_DUMP __attribute__((cleanup(dump_free))) struct dump
