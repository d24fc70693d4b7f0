#include "sources/lot_rows.h"

#include "limits.h"
#include "sources/named_columns.h"

#define COLUMN(member)                                                                                       \
	{                                                                                                    \
#member, offsetof(struct lot_listed, member)                                                 \
	}

static const struct named_column columns[] = {
	COLUMN(release),
	COLUMN(device),
	COLUMN(lot),
	COLUMN(serial),
	COLUMN(serial_from),
	COLUMN(serial_to),
	COLUMN(model_number),
	COLUMN(manufactured_on),
	COLUMN(expires_on),
	COLUMN(quantity),
	{ NULL, 0 },
};

struct taking {
	struct lot_listed row;
	struct lot_rows_sink sink;
};

static bool take(void *ctx, struct err *e)
{
	struct taking *t = ctx;

	return t->sink.row(t->sink.ctx, &t->row, e);
}

bool lot_rows_read(struct input *in, struct lot_rows_sink sink, struct err *e)
{
	struct taking t = { .sink = sink };
	struct named_list list = { columns, &t.row, &t, take, LIMIT_LOT_ROWS };

	return named_columns_read(in, &list, e);
}
