/*
 * pdf_library - cairo and Pango, loaded when the first PDF is written.
 *
 * They bring some thirty libraries along, which no other command needs (docs/choices/pdf.md).
 */
#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/err.h"

/* Every function of theirs that is called, and the library it is in. */
#define PDF_FUNCTIONS(CAIRO, PANGO, PANGOCAIRO, GOBJECT)                                                     \
	CAIRO(cairo_arc)                                                                                     \
	CAIRO(cairo_close_path)                                                                              \
	CAIRO(cairo_create)                                                                                  \
	CAIRO(cairo_destroy)                                                                                 \
	CAIRO(cairo_fill)                                                                                    \
	CAIRO(cairo_fill_preserve)                                                                           \
	CAIRO(cairo_line_to)                                                                                 \
	CAIRO(cairo_move_to)                                                                                 \
	CAIRO(cairo_new_path)                                                                                \
	CAIRO(cairo_new_sub_path)                                                                            \
	CAIRO(cairo_pdf_surface_add_outline)                                                                 \
	CAIRO(cairo_pdf_surface_create_for_stream)                                                           \
	CAIRO(cairo_pdf_surface_set_metadata)                                                                \
	CAIRO(cairo_rectangle)                                                                               \
	CAIRO(cairo_set_dash)                                                                                \
	CAIRO(cairo_set_line_width)                                                                          \
	CAIRO(cairo_set_source_rgb)                                                                          \
	CAIRO(cairo_show_page)                                                                               \
	CAIRO(cairo_status_to_string)                                                                        \
	CAIRO(cairo_stroke)                                                                                  \
	CAIRO(cairo_surface_destroy)                                                                         \
	CAIRO(cairo_surface_finish)                                                                          \
	CAIRO(cairo_surface_status)                                                                          \
	CAIRO(cairo_tag_begin)                                                                               \
	CAIRO(cairo_tag_end)                                                                                 \
	PANGO(pango_attr_allow_breaks_new)                                                                   \
	PANGO(pango_attr_family_new)                                                                         \
	PANGO(pango_attr_foreground_new)                                                                     \
	PANGO(pango_attr_list_insert)                                                                        \
	PANGO(pango_attr_list_new)                                                                           \
	PANGO(pango_attr_list_unref)                                                                         \
	PANGO(pango_attr_size_new_absolute)                                                                  \
	PANGO(pango_attr_weight_new)                                                                         \
	PANGO(pango_context_set_base_dir)                                                                    \
	PANGO(pango_context_set_language)                                                                    \
	PANGO(pango_font_description_free)                                                                   \
	PANGO(pango_font_description_from_string)                                                            \
	PANGO(pango_font_map_create_context)                                                                 \
	PANGO(pango_language_from_string)                                                                    \
	PANGO(pango_layout_get_line_count)                                                                   \
	PANGO(pango_layout_get_line_readonly)                                                                \
	PANGO(pango_layout_get_size)                                                                         \
	PANGO(pango_layout_line_get_extents)                                                                 \
	PANGO(pango_layout_new)                                                                              \
	PANGO(pango_layout_set_attributes)                                                                   \
	PANGO(pango_layout_set_font_description)                                                             \
	PANGO(pango_layout_set_text)                                                                         \
	PANGO(pango_layout_set_width)                                                                        \
	PANGO(pango_layout_set_wrap)                                                                         \
	PANGOCAIRO(pango_cairo_font_map_new)                                                                 \
	PANGOCAIRO(pango_cairo_show_layout_line)                                                             \
	PANGOCAIRO(pango_cairo_update_context)                                                               \
	GOBJECT(g_object_unref)

/* Under their own names. */
struct pdf_library {
#define FUNCTION(name) __typeof__(name) *name;
	PDF_FUNCTIONS(FUNCTION, FUNCTION, FUNCTION, FUNCTION)
#undef FUNCTION
};

/* It stays loaded as long as the program runs. ERR_IO where it is not installed. */
MUST_CHECK bool pdf_library_load(struct pdf_library *out, struct err *e);
