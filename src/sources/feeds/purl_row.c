#include "sources/feeds/purl_row.h"

#include "base/buf.h"
#include "identity/distro.h"
#include "identity/purl.h"
#include "limits.h"
#include "sources/feeds/draft.h"

static bool put(const struct purl *p, struct arena *record, struct affected *row)
{
	SCOPED_BUF text = buf_new(LIMIT_PURL_BYTES);

	purl_write_package(p, &text);
	if (buf_full(&text))
		return false;
	row->kind = PACKAGE_PURL;
	row->package = arena_copy(record, buf_str(&text));
	row->scheme = version_scheme_of_purl_type(p->type);
	return true;
}

bool purl_row_parts(
    struct str type, struct str namespace, struct str name, struct arena *record, struct affected *row)
{
	SCOPED_BUF text = buf_new(LIMIT_PURL_BYTES);
	struct purl p = { .type = type, .namespace = namespace, .name = name };
	struct purl strict = p;
	struct err e;
	bool mended;

	if (name.len == 0)
		return false;
	if (purl_normalise(&strict, record, &e))
		return put(&strict, record, row);
	purl_write(&p, &text);
	return !buf_full(&text) &&
	       purl_parse_lenient(arena_copy(record, buf_str(&text)), record, &p, &mended, &e) &&
	       put(&p, record, row);
}

bool purl_row_text(struct str text, struct arena *record, struct affected *row, struct str *version)
{
	struct purl p;
	struct str epoch;
	struct err e;
	bool mended;

	if (!purl_parse_lenient(text, record, &p, &mended, &e) || !put(&p, record, row))
		return false;
	row->qualifier = distro_normalise(p.namespace, purl_qualifier(&p, STR("distro")), record);
	epoch = purl_qualifier(&p, STR("epoch"));
	*version = p.version;
	if (epoch.len > 0 && p.version.len > 0)
		*version = draft_pair(epoch, ':', p.version, record);
	return true;
}
