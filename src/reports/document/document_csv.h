/*
 * document_csv - the tables of a document as CSV: its head and its rows; of several
 * tables the caption of each in a row before.
 */
#pragma once
#include "formats/csv_write.h"
#include "reports/document/document.h"

void document_write_csv(const struct document *d, struct csv_out *w);
