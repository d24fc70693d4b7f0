#include "sources/consignee_rows.h"

#include "limits.h"
#include "sources/named_columns.h"

#define COLUMN(member)                                                                                       \
	{                                                                                                    \
#member, offsetof(struct consignee_row, member)                                              \
	}

static const struct named_column columns[] = {
	COLUMN(account),
	COLUMN(kind),
	COLUMN(name),
	COLUMN(role),
	COLUMN(contact),
	COLUMN(address),
	COLUMN(city),
	COLUMN(region),
	COLUMN(postal_code),
	COLUMN(country),
	COLUMN(telephone),
	COLUMN(email),
	COLUMN(device),
	COLUMN(release),
	COLUMN(shipment),
	COLUMN(lot),
	COLUMN(serial),
	COLUMN(serial_from),
	COLUMN(serial_to),
	COLUMN(shipped_on),
	COLUMN(quantity),
	COLUMN(returned),
	{ NULL, 0 },
};

struct taking {
	struct consignee_row row;
	struct consignee_rows_sink sink;
};

static bool take(void *ctx, struct err *e)
{
	struct taking *t = ctx;

	return t->sink.row(t->sink.ctx, &t->row, e);
}

bool consignee_rows_read(struct input *in, struct consignee_rows_sink sink, struct err *e)
{
	struct taking t = { .sink = sink };
	struct named_list list = { columns, &t.row, &t, take, LIMIT_CONSIGNEE_ROWS };

	return named_columns_read(in, &list, e);
}
