#include "actions/findings/evidence_list.h"

#include "actions/digest_file.h"
#include "formats/unpack.h"
#include "limits.h"
#include "sources/sbom.h"
#include "sources/sboms/spdx/spdx3_json.h"

struct listing {
	const char *path;
	struct buf *out;
	size_t documents;
	bool is_spdx;
};

static bool pass_component(void *ctx, const struct sbom_component *c, struct err *e)
{
	(void)ctx;
	(void)c;
	(void)e;
	return true;
}

/* What cannot be read may be a file that was compiled: without it the list would clear what is there. */
static bool refuse(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	return err_fail(e, ERR_INPUT, "%s: a list that is not whole proves nothing", why->text);
}

/* A name with a line end in it would be two, and one that begins like a comment none. */
static bool is_path(struct str name)
{
	return name.len > 0 && name.ptr[0] != '#' && str_index(name, '\n') == name.len &&
	       str_index(name, '\r') == name.len;
}

static bool take_file(void *ctx, const struct sbom_element *element, struct err *e)
{
	struct listing *l = ctx;

	if (element->kind != SBOM_FILE || !str_eq(element->purpose, STR("source")))
		return true;
	if (!is_path(element->name))
		return err_fail(e, ERR_INPUT, "%s: \"" STR_FMT "\" is no path of a file", l->path,
		    STR_ARG(element->name));
	buf_add(l->out, element->name);
	buf_byte(l->out, '\n');
	return !buf_full(l->out) || err_fail(e, ERR_LIMIT, "%s: names of files of more than %d bytes",
					l->path, LIMIT_EVIDENCE_BYTES);
}

static bool write_head(struct listing *l, struct err *e)
{
	struct sha256 digest;
	char hex[SHA256_HEX_SIZE];
	bool regular;

	if (!digest_file(l->path, &regular, &digest, e))
		return false;
	buf_printf(
	    l->out, "# source files that an SPDX 3 document lists, sha256 %s\n", sha256_hex(&digest, hex));
	return true;
}

static bool take_document(void *ctx, struct input *in, struct err *e)
{
	struct listing *l = ctx;
	struct sbom_sink sink = {
		.ctx = l, .component = pass_component, .warning = refuse, .element = take_file
	};
	SCOPED_ARENA arena = { 0 };
	struct sbom_head head;

	if (l->documents++ > 0)
		return err_fail(e, ERR_INPUT, "%s: holds more than one document, expected one list", l->path);
	if (!spdx3_json_recognises(input_peek(in, LIMIT_START_BYTES)))
		return input_read_all(in, l->out, e);
	l->is_spdx = true;
	return write_head(l, e) && spdx3_json_read(in, sink, &arena, &head, e);
}

bool evidence_list_read(const char *path, struct buf *out, bool *is_spdx, struct err *e)
{
	struct listing l = { .path = path, .out = out };

	if (!unpack_path(path, (struct unpack_sink){ &l, take_document }, e))
		return false;
	*is_spdx = l.is_spdx;
	return true;
}
