/*
 * pdf_font_embed - the objects of a font: its used glyphs, their widths, and what each of them says.
 */
#include <math.h>

#include "formats/pdf/pdf_font_parts.h"
#include "formats/pdf/pdf_syntax.h"
#include "limits.h"

#define NAME_BYTES 64
#define SYMBOLIC 4  /* flag: not of the standard Latin set alone (9.8.2) */
#define STEM 80	    /* of its strokes; a guess, as readers take it only to replace the font */
#define MAPPED 100  /* glyphs in one section of a CMap (Adobe Technical Note 5014) */
#define HEAD_BOX 36 /* where the head table (OpenType) has the box around all glyphs */

/* Tables of the font that are of no use within a PDF. */
static const char *const dropped[] = { "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "name", "OS/2", "post",
	"cmap", "kern", "gasp", "DSIG", "hdmx", "VDMX", "LTSH", "vhea", "vmtx", "VORG", "meta", "FFTM",
	"STAT", "PCLT" };

static hb_tag_t tag_of(const char *name)
{
	return HB_TAG(name[0], name[1], name[2], name[3]);
}

/* The font with the glyphs that are used, each with the number it had; NULL where it cannot be made. */
static hb_face_t *subset(const struct pdf_font *font)
{
	const struct pdf_library *lib = font->lib;
	hb_subset_input_t *input = lib->hb_subset_input_create_or_fail();
	hb_face_t *face;
	hb_set_t *glyphs, *tables;

	if (!input)
		return NULL;
	glyphs = lib->hb_subset_input_set(input, HB_SUBSET_SETS_GLYPH_INDEX);
	tables = lib->hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (unsigned i = 0; i < font->glyph_count; i++)
		if (font->glyphs[i].used)
			lib->hb_set_add(glyphs, i);
	for (size_t i = 0; i < COUNT(dropped); i++)
		lib->hb_set_add(tables, tag_of(dropped[i]));
	lib->hb_subset_input_set_flags(
	    input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	face = lib->hb_subset_or_fail(font->face, input);
	lib->hb_subset_input_destroy(input);
	return face;
}

static struct str bytes_of(const struct pdf_library *lib, hb_blob_t *blob)
{
	unsigned length = 0;
	const char *bytes = lib->hb_blob_get_data(blob, &length);

	return (struct str){ bytes, length };
}

/* The font's file, or of CFF outlines its table alone. */
static bool put_file(const struct pdf_font *font, struct pdf_file *file, int number)
{
	const struct pdf_library *lib = font->lib;
	bool cff = font->outlines == OUTLINES_CFF;
	SCOPED_BUF entries = buf_new(LIMIT_RECORD_BYTES);
	hb_face_t *face = subset(font);
	hb_blob_t *blob;
	struct str bytes;

	if (!face)
		return false;
	blob = cff ? lib->hb_face_reference_table(face, tag_of("CFF ")) : lib->hb_face_reference_blob(face);
	bytes = bytes_of(lib, blob);
	if (cff)
		pdf_say(&entries, "/Subtype/CIDFontType0C");
	else
		buf_printf(&entries, "/Length1 %zu", bytes.len);
	pdf_file_stream(file, number, buf_str(&entries), bytes);
	lib->hb_blob_destroy(blob);
	lib->hb_face_destroy(face);
	return bytes.len > 0;
}

/* Six letters before the name tell that it is a part of the font (9.6.4): its rank among those of the file.
 */
static void put_name(const struct pdf_font *font, struct buf *out)
{
	const struct pdf_library *lib = font->lib;
	char name[NAME_BYTES] = "";
	unsigned length = sizeof(name), rank = (unsigned)font->rank;

	lib->hb_ot_name_get_utf8(
	    font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, lib->hb_language_from_string("en", -1), &length, name);
	buf_printf(out, "/AAAA%c%c+", 'A' + rank / 26 % 26, 'A' + rank % 26);
	for (const char *c = name; *c; c++)
		if (char_is_alnum(*c) || *c == '-')
			buf_byte(out, *c);
}

static int from_big_endian(struct str bytes, size_t at)
{
	return (int16_t)((unsigned char)bytes.ptr[at] << 8 | (unsigned char)bytes.ptr[at + 1]);
}

static void put_box(const struct pdf_font *font, struct buf *out)
{
	hb_blob_t *head = font->lib->hb_face_reference_table(font->face, tag_of("head"));
	struct str bytes = bytes_of(font->lib, head);

	for (size_t i = 0; i < 4; i++) {
		int n = bytes.len >= HEAD_BOX + 8 ? from_big_endian(bytes, HEAD_BOX + 2 * i) : 0;

		pdf_put_int(out, lround(n * font->scale));
		buf_byte(out, ' ');
	}
	font->lib->hb_blob_destroy(head);
}

static void put_descriptor(const struct pdf_font *font, struct pdf_file *file, int number, int font_file)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	hb_font_extents_t extents = { 0 };
	int ascent;

	font->lib->hb_font_get_h_extents(font->shaper, &extents);
	ascent = (int)lround(extents.ascender * font->scale);
	pdf_say(&out, "<</Type/FontDescriptor/FontName");
	put_name(font, &out);
	pdf_say(&out, "/FontBBox[");
	put_box(font, &out);
	buf_printf(&out,
	    "]/Flags %d/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile%c %d 0 R>>",
	    SYMBOLIC, ascent, (int)lround(extents.descender * font->scale), ascent, STEM,
	    font->outlines == OUTLINES_CFF ? '3' : '2', font_file);
	pdf_file_put(file, number, buf_str(&out));
}

/* Runs of glyphs whose numbers follow one another. */
static void put_widths(const struct pdf_font *font, struct buf *out)
{
	bool open = false;

	for (unsigned i = 0; i < font->glyph_count; i++) {
		if (!font->glyphs[i].used) {
			pdf_say(out, open ? "]" : "");
			open = false;
			continue;
		}
		if (open) {
			buf_byte(out, ' ');
		} else {
			pdf_put_int(out, i);
			buf_byte(out, '[');
		}
		open = true;
		pdf_put_int(out, pdf_font_width(font, i));
	}
	pdf_say(out, open ? "]" : "");
}

static void put_descendant(const struct pdf_font *font, struct pdf_file *file, int number, int descriptor)
{
	SCOPED_BUF out = buf_new(LIMIT_PDF_BYTES);

	pdf_say(&out, "<</Type/Font/Subtype/CIDFontType");
	pdf_say(&out, font->outlines == OUTLINES_CFF ? "0" : "2/CIDToGIDMap/Identity");
	pdf_say(&out, "/BaseFont");
	put_name(font, &out);
	pdf_say(&out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
	pdf_put_reference(&out, descriptor);
	pdf_say(&out, "/DW 1000/W[");
	put_widths(font, &out);
	pdf_say(&out, "]>>");
	pdf_file_put(file, number, buf_str(&out));
}

static void end_section(struct buf *out, struct buf *section, unsigned count)
{
	if (!count)
		return;
	buf_printf(out, "%u beginbfchar\n", count);
	buf_add(out, buf_str(section));
	pdf_say(out, "endbfchar\n");
	buf_clear(section);
}

/* What each glyph says, where that is told of the glyph (9.10.3). */
static void put_texts(const struct pdf_font *font, struct pdf_file *file, int number)
{
	SCOPED_BUF out = buf_new(LIMIT_PDF_BYTES), section = buf_new(LIMIT_RECORD_BYTES);
	unsigned count = 0;

	pdf_say(&out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
		      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (unsigned i = 0; i < font->glyph_count; i++) {
		const struct glyph *g = &font->glyphs[i];

		if (!g->used || !g->text_len)
			continue;
		buf_printf(&section, "<%04X> <", i);
		pdf_put_utf16(&section, str_first(str_from(buf_str(&font->texts), g->text_at), g->text_len));
		pdf_say(&section, ">\n");
		if (++count == MAPPED) {
			end_section(&out, &section, count);
			count = 0;
		}
	}
	end_section(&out, &section, count);
	pdf_say(&out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	pdf_file_stream(file, number, STR(""), buf_str(&out));
}

bool pdf_font_embed(struct pdf_font *font, struct pdf_file *file, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	int descendant = pdf_file_number(file), descriptor = pdf_file_number(file),
	    font_file = pdf_file_number(file), texts = pdf_file_number(file);

	font->number = pdf_file_number(file);
	pdf_font_keep(font, 0); /* what is drawn where a glyph is not there must be */
	pdf_say(&out, "<</Type/Font/Subtype/Type0/BaseFont");
	put_name(font, &out);
	buf_printf(
	    &out, "/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", descendant, texts);
	if (!put_file(font, file, font_file))
		return err_fail(e, ERR_IO, "the font " STR_FMT " cannot be embedded", STR_ARG(buf_str(&out)));
	put_descriptor(font, file, descriptor, font_file);
	put_descendant(font, file, descendant, descriptor);
	put_texts(font, file, texts);
	pdf_file_put(file, font->number, buf_str(&out));
	return true;
}
