/*
 * pdf_pango - Pango as PDF needs it: its fonts, by what they are used for, and layouts without hints for
 * screens.
 *
 * Neither the locale nor the text decides of language or direction: English, from left to right.
 */
#pragma once
#include "formats/pdf/pdf_library.h"

/* The fonts that a look asks for. */
#define PDF_FACE_COUNT 4
static inline unsigned pdf_face(bool bold, bool mono)
{
	return (bold ? 1U : 0U) + (mono ? 2U : 0U);
}

struct pdf_pango;

struct pdf_pango *pdf_pango_new(const struct pdf_library *lib);
void pdf_pango_free(struct pdf_pango *p);      /* NULL is fine */
bool pdf_pango_has_fonts(struct pdf_pango *p); /* without any, nothing else may be asked for */
PangoFont *pdf_pango_font(struct pdf_pango *p, unsigned face); /* borrowed; at some size */
PangoLayout *pdf_pango_layout(struct pdf_pango *p);	       /* the caller's to g_object_unref() */
const char *pdf_pango_mono(void);			       /* the families of what is set in code */
