/*
 * pdf_library - Pango, HarfBuzz and cairo, loaded when the first PDF is written.
 *
 * They bring some thirty libraries along, which no other command needs (docs/choices/pdf.md).
 */
#pragma once
#include <cairo.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#include "base/err.h"

/* Every function of theirs that is called, and the library it is in. */
#define PDF_FUNCTIONS(CAIRO, PANGO, PANGOCAIRO, GOBJECT, HARFBUZZ, SUBSET)                                   \
	CAIRO(cairo_create)                                                                                  \
	CAIRO(cairo_destroy)                                                                                 \
	CAIRO(cairo_font_options_create)                                                                     \
	CAIRO(cairo_font_options_destroy)                                                                    \
	CAIRO(cairo_font_options_set_hint_metrics)                                                           \
	CAIRO(cairo_font_options_set_hint_style)                                                             \
	CAIRO(cairo_image_surface_create)                                                                    \
	CAIRO(cairo_image_surface_get_data)                                                                  \
	CAIRO(cairo_image_surface_get_stride)                                                                \
	CAIRO(cairo_move_to)                                                                                 \
	CAIRO(cairo_scale)                                                                                   \
	CAIRO(cairo_surface_destroy)                                                                         \
	CAIRO(cairo_surface_flush)                                                                           \
	PANGO(pango_attr_family_new)                                                                         \
	PANGO(pango_attr_foreground_new)                                                                     \
	PANGO(pango_attr_insert_hyphens_new)                                                                 \
	PANGO(pango_attr_list_insert)                                                                        \
	PANGO(pango_attr_list_new)                                                                           \
	PANGO(pango_attr_list_unref)                                                                         \
	PANGO(pango_attr_size_new_absolute)                                                                  \
	PANGO(pango_attr_weight_new)                                                                         \
	PANGO(pango_context_load_font)                                                                       \
	PANGO(pango_context_set_base_dir)                                                                    \
	PANGO(pango_context_set_language)                                                                    \
	PANGO(pango_context_set_round_glyph_positions)                                                       \
	PANGO(pango_font_description_free)                                                                   \
	PANGO(pango_font_description_from_string)                                                            \
	PANGO(pango_font_description_set_absolute_size)                                                      \
	PANGO(pango_font_description_set_weight)                                                             \
	PANGO(pango_font_get_hb_font)                                                                        \
	PANGO(pango_font_map_create_context)                                                                 \
	PANGO(pango_glyph_string_free)                                                                       \
	PANGO(pango_glyph_string_new)                                                                        \
	PANGO(pango_glyph_string_set_size)                                                                   \
	PANGO(pango_language_from_string)                                                                    \
	PANGO(pango_layout_get_line_count)                                                                   \
	PANGO(pango_layout_get_line_readonly)                                                                \
	PANGO(pango_layout_get_text)                                                                         \
	PANGO(pango_layout_line_get_extents)                                                                 \
	PANGO(pango_layout_new)                                                                              \
	PANGO(pango_layout_set_attributes)                                                                   \
	PANGO(pango_layout_set_font_description)                                                             \
	PANGO(pango_layout_set_text)                                                                         \
	PANGO(pango_layout_set_width)                                                                        \
	PANGO(pango_layout_set_wrap)                                                                         \
	PANGOCAIRO(pango_cairo_context_set_font_options)                                                     \
	PANGOCAIRO(pango_cairo_font_map_new)                                                                 \
	PANGOCAIRO(pango_cairo_show_glyph_string)                                                            \
	GOBJECT(g_object_unref)                                                                              \
	HARFBUZZ(hb_blob_destroy)                                                                            \
	HARFBUZZ(hb_blob_get_data)                                                                           \
	HARFBUZZ(hb_buffer_add_utf8)                                                                         \
	HARFBUZZ(hb_buffer_create)                                                                           \
	HARFBUZZ(hb_buffer_destroy)                                                                          \
	HARFBUZZ(hb_buffer_get_glyph_infos)                                                                  \
	HARFBUZZ(hb_buffer_get_glyph_positions)                                                              \
	HARFBUZZ(hb_buffer_guess_segment_properties)                                                         \
	HARFBUZZ(hb_buffer_reset)                                                                            \
	HARFBUZZ(hb_buffer_set_language)                                                                     \
	HARFBUZZ(hb_face_destroy)                                                                            \
	HARFBUZZ(hb_face_get_glyph_count)                                                                    \
	HARFBUZZ(hb_face_get_upem)                                                                           \
	HARFBUZZ(hb_face_reference)                                                                          \
	HARFBUZZ(hb_face_reference_blob)                                                                     \
	HARFBUZZ(hb_face_reference_table)                                                                    \
	HARFBUZZ(hb_font_create)                                                                             \
	HARFBUZZ(hb_font_destroy)                                                                            \
	HARFBUZZ(hb_font_get_face)                                                                           \
	HARFBUZZ(hb_font_get_glyph_h_advance)                                                                \
	HARFBUZZ(hb_font_get_h_extents)                                                                      \
	HARFBUZZ(hb_language_from_string)                                                                    \
	HARFBUZZ(hb_ot_color_has_layers)                                                                     \
	HARFBUZZ(hb_ot_color_has_png)                                                                        \
	HARFBUZZ(hb_ot_color_has_svg)                                                                        \
	HARFBUZZ(hb_ot_name_get_utf8)                                                                        \
	HARFBUZZ(hb_set_add)                                                                                 \
	HARFBUZZ(hb_shape)                                                                                   \
	SUBSET(hb_subset_input_create_or_fail)                                                               \
	SUBSET(hb_subset_input_destroy)                                                                      \
	SUBSET(hb_subset_input_set)                                                                          \
	SUBSET(hb_subset_input_set_flags)                                                                    \
	SUBSET(hb_subset_or_fail)

/* Under their own names. */
struct pdf_library {
#define FUNCTION(name) __typeof__(name) *name;
	PDF_FUNCTIONS(FUNCTION, FUNCTION, FUNCTION, FUNCTION, FUNCTION, FUNCTION)
#undef FUNCTION
};

/* It stays loaded as long as the program runs. ERR_IO where it is not installed. */
MUST_CHECK bool pdf_library_load(struct pdf_library *out, struct err *e);
