#include "reports/inspection/package.h"

#include <inttypes.h>

#include "formats/html_write.h"
#include "formats/json_stream.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/document/document_html.h"

static const char instructions[] =
    "How this package is verified\n"
    "============================\n"
    "\n"
    "1. The file as a whole. Whoever handed it over told its SHA-256, and the manufacturer's audit trail "
    "keeps it\n"
    "   in an entry \"inspection.export\". Compare:\n"
    "\n"
    "       sha256sum PACKAGE\n"
    "\n"
    "2. The files in it. SHA256SUMS lists the SHA-256 of every other file. Unpack it, and in its folder:\n"
    "\n"
    "       sha256sum --check SHA256SUMS\n"
    "\n"
    "3. The audit trail. trail.jsonl has a line for every entry, in order. previous of a line is the digest "
    "of the\n"
    "   line before; of the first it is 64 zeros. The digest is SHA-256 over, one behind the other: the "
    "text\n"
    "   \"aftercare trail 1\" and a zero byte; previous (32 bytes); number and at_us, 8 bytes each, "
    "big-endian; then\n"
    "   who, what, object, old, new and why, each as one byte (0: null, 1: a text), its length in 8 bytes,\n"
    "   big-endian, and its bytes in UTF-8. Lines with \"withheld\" are about something else: they tell "
    "only\n"
    "   number, previous and digest, so that the chain can be followed. verify.py does all this:\n"
    "\n"
    "       python3 verify.py\n"
    "\n"
    "Where aftercare is installed it does 1 to 3 at once:\n"
    "\n"
    "       aftercare audit package PACKAGE --digest SHA-256\n";

static const char script[] =
    "\"\"\"Verifies the files and the audit trail of this folder; needs nothing but Python 3. Exit 1 if "
    "anything is "
    "wrong.\"\"\"\n"
    "import hashlib\n"
    "import json\n"
    "import os\n"
    "import sys\n"
    "\n"
    "os.chdir(os.path.dirname(os.path.abspath(__file__)))\n"
    "faults, listed, last, number, sealed = [], {\"SHA256SUMS\"}, \"00\" * 32, 0, 0\n"
    "for line in open(\"SHA256SUMS\", encoding=\"utf-8\"):\n"
    "    digest, name = line.rstrip(\"\\n\").split(\"  \", 1)\n"
    "    listed.add(name)\n"
    "    if not os.path.isfile(name):\n"
    "        faults.append(f\"{name} is missing\")\n"
    "    elif hashlib.sha256(open(name, \"rb\").read()).hexdigest() != digest:\n"
    "        faults.append(f\"{name} was changed\")\n"
    "for folder, _, names in os.walk(\".\"):\n"
    "    for name in names:\n"
    "        path = os.path.relpath(os.path.join(folder, name), \".\")\n"
    "        if path not in listed:\n"
    "            faults.append(f\"{path} is not listed\")\n"
    "for line in open(\"trail.jsonl\", encoding=\"utf-8\"):\n"
    "    e = json.loads(line)\n"
    "    number += 1\n"
    "    if e[\"number\"] != number or e[\"previous\"] != last:\n"
    "        faults.append(f\"entry {e['number']} does not follow the one before\")\n"
    "    last = e[\"digest\"]\n"
    "    if \"withheld\" in e:\n"
    "        continue\n"
    "    h = hashlib.sha256(b\"aftercare trail 1\\0\" + bytes.fromhex(e[\"previous\"]))\n"
    "    h.update(e[\"number\"].to_bytes(8, \"big\", signed=True) + e[\"at_us\"].to_bytes(8, \"big\", "
    "signed=True))\n"
    "    for key in (\"who\", \"what\", \"object\", \"old\", \"new\", \"why\"):\n"
    "        text = (e[key] or \"\").encode(\"utf-8\")\n"
    "        h.update(bytes([e[key] is not None]) + len(text).to_bytes(8, \"big\") + text)\n"
    "    sealed += 1\n"
    "    if h.hexdigest() != e[\"digest\"]:\n"
    "        faults.append(f\"entry {number} was changed\")\n"
    "print(\"\\n\".join(faults + [f\"{len(listed) - 1} files, {number} entries of the trail, {sealed} of "
    "them whole: \"\n"
    "                         f\"{len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}\"]))\n"
    "sys.exit(1 if faults else 0)\n";

void package_add(struct package *p, struct str name, const char *holds, struct str bytes)
{
	p->files = arena_room(p->arena, p->files, p->count, &p->room, sizeof(*p->files));
	p->files[p->count++] = (struct package_file){ name, bytes, holds };
}

static void put_digest(struct document *d, struct str bytes)
{
	struct sha256 digest = sha256_of(bytes);
	char hex[SHA256_HEX_SIZE];

	document_printf(d, RUN_CODE, "%s", sha256_hex(&digest, hex));
}

static struct document *index_document(const struct package *p, const struct package_subject *s)
{
	static const struct table_column columns[] = { { .title = "File", .percent = 26 },
		{ .title = "Holds", .percent = 28 }, { .title = "Bytes", .align = ALIGN_END },
		{ .title = "SHA-256", .percent = 34 } };
	struct document_meta meta = { .kind = "inspection",
		.title = STR("Inspection package"),
		.kicker = arena_printf(p->arena, "Casefiles %.*s", STR_WHOLE(s->casefiles)),
		.as_of = DATE_NONE,
		.at = s->at,
		.program = s->program,
		.author = s->firm };
	struct document *d = document_new(p->arena, &meta);
	char hex[SHA256_HEX_SIZE];

	document_fields(d, FIELDS_WIDE);
	document_field(d, "firm", STR("Manufacturer"));
	document_text_or_dash(d, s->firm);
	document_field(d, "state", STR("As of"));
	document_instant(d, s->at);
	document_printf(d, RUN_PLAIN, ", entry %" PRId64 " of the audit trail", s->head_number);
	document_field(d, "head", STR("Its seal"));
	document_printf(d, RUN_CODE, "%s", sha256_hex(&s->head, hex));
	document_field(d, "kept_until", STR("Casefiles are kept until"));
	document_text_or_dash(d, s->kept);
	document_field(d, "rules", STR("Rules"));
	document_text(d, s->rules);
	document_field(d, "policies", STR("Policies"));
	document_text(d, s->policies);
	document_field(d, "program", STR("Program"));
	document_text(d, s->program);
	document_section(d, "files", "Files", "Files");
	document_table(d, STR("How they are verified is in VERIFY.txt"), columns, COUNT(columns));
	for (size_t i = 0; i < p->count; i++) {
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_text(d, p->files[i].name);
		document_cell(d);
		document_say(d, p->files[i].holds);
		document_cell(d);
		document_printf(d, RUN_PLAIN, "%zu", p->files[i].bytes.len);
		document_cell(d);
		put_digest(d, p->files[i].bytes);
	}
	return d;
}

static struct str index_html(const struct package *p, const struct package_subject *s)
{
	SCOPED_BUF page = buf_new(LIMIT_INSPECTION_BYTES);
	struct html *h = html_buf(&page);

	document_write_html(index_document(p, s), h);
	html_close(h);
	return arena_copy(p->arena, buf_str(&page));
}

static struct str index_json(const struct package *p, const struct package_subject *s)
{
	SCOPED_BUF json = buf_new(LIMIT_INSPECTION_BYTES);
	struct json_out *w = json_out_buf(&json, true);
	char hex[SHA256_HEX_SIZE], at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "package", STR("inspection"));
	json_field_text(w, "program", s->program);
	json_field_text_or_null(w, "firm", s->firm.len ? s->firm : STR_NONE);
	json_field_text(w, "casefiles", s->casefiles);
	json_field_text(w, "kept_until", s->kept);
	json_field_text(w, "rules", s->rules);
	json_field_text(w, "policies", s->policies);
	json_field_text(w, "changed_at", str_of(instant_write(s->at, at)));
	json_field_int(w, "head", s->head_number);
	json_field_text(w, "head_digest", str_of(sha256_hex(&s->head, hex)));
	json_key(w, "files");
	json_open_array(w);
	for (size_t i = 0; i < p->count; i++) {
		struct sha256 digest = sha256_of(p->files[i].bytes);

		json_open_object(w);
		json_field_text(w, "name", p->files[i].name);
		json_field_text(w, "holds", str_of(p->files[i].holds));
		json_field_int(w, "bytes", (int64_t)p->files[i].bytes.len);
		json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(p->arena, buf_str(&json));
}

static struct str sums(const struct package *p)
{
	SCOPED_BUF out = buf_new(LIMIT_INSPECTION_BYTES);
	char hex[SHA256_HEX_SIZE];

	for (size_t i = 0; i < p->count; i++) {
		struct sha256 digest = sha256_of(p->files[i].bytes);

		buf_printf(&out, "%s  ", sha256_hex(&digest, hex));
		buf_add(&out, p->files[i].name);
		buf_byte(&out, '\n');
	}
	return arena_copy(p->arena, buf_str(&out));
}

void package_finish(struct package *p, const struct package_subject *s)
{
	struct str page, object;

	package_add(p, STR("VERIFY.txt"), "how the package is verified", str_of(instructions));
	package_add(p, STR("verify.py"), "a script that does it", str_of(script));
	page = index_html(p, s);
	object = index_json(p, s);
	package_add(p, STR("index.html"), "this list, for people", page);
	package_add(p, STR("index.json"), "this list, for machines", object);
	package_add(p, STR(PACKAGE_SUMS), "the digests of all others", sums(p));
}
