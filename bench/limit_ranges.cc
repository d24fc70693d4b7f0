#include "limit_ranges.h"

#include <cstring>
#include <functional>

size_t Names::slot_of(uint64_t hash, std::string_view text) const
{
	for (size_t i = hash & (slots.size() - 1);; i = (i + 1) & (slots.size() - 1)) {
		if (slots[i] == 0)
			return i;
		const Entry &e = entries[slots[i] - 1];
		if (e.hash == hash && e.len == text.size() && memcmp(&bytes[e.at], text.data(), e.len) == 0)
			return i;
	}
}

uint32_t Names::find(std::string_view text) const
{
	return slots.empty() ? NONE : slots[slot_of(std::hash<std::string_view>{}(text), text)] - 1;
}

uint32_t Names::number_of(std::string_view text)
{
	uint64_t hash = std::hash<std::string_view>{}(text);
	size_t at;

	if (entries.size() * 2 >= slots.size())
		grow();
	at = slot_of(hash, text);
	if (slots[at] == 0) {
		slots[at] = static_cast<uint32_t>(entries.size() + 1);
		entries.push_back(
		    { hash, static_cast<uint32_t>(bytes.size()), static_cast<uint32_t>(text.size()) });
		bytes.insert(bytes.end(), text.begin(), text.end());
	}
	return slots[at] - 1;
}

void Names::grow()
{
	slots.assign(slots.empty() ? 1 << 16 : slots.size() * 2, 0);
	for (size_t n = 0; n < entries.size(); n++) {
		size_t i = entries[n].hash & (slots.size() - 1);

		while (slots[i] != 0)
			i = (i + 1) & (slots.size() - 1);
		slots[i] = static_cast<uint32_t>(n + 1);
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Numbers as their bytes, the highest first, behind 1 + how many; words as they are behind a 1; the rest
 * separates. */
static char *write_key(std::string_view text, char *to)
{
	for (size_t i = 0; i < text.size();) {
		if (is_digit(text[i])) {
			uint32_t n = 0;

			for (; i < text.size() && is_digit(text[i]); i++)
				n = n * 10 + static_cast<uint32_t>(text[i] - '0');
			int size = n < 1u << 8 ? 1 : n < 1u << 16 ? 2 : n < 1u << 24 ? 3 : 4;

			*to++ = static_cast<char>(1 + size);
			n = __builtin_bswap32(n << 8 * (4 - size));
			memcpy(to, &n, sizeof(n));
			to += size;
		} else if (is_letter(text[i])) {
			*to++ = 1;
			for (; i < text.size() && is_letter(text[i]); i++)
				*to++ = static_cast<char>(text[i] | 0x20);
			*to++ = 0;
		} else {
			i++;
		}
	}
	return to;
}

Key make_key(std::string_view version, std::vector<char> *made)
{
	made->resize(5 * version.size() + 4); /* a number is written as four bytes, of which less may count */
	return { made->data(), static_cast<size_t>(write_key(version, made->data()) - made->data()) };
}

uint32_t Ranges::key(std::string_view version)
{
	size_t at = keys.size();
	char *end;
	uint16_t len;

	if (version.empty())
		return 0;
	keys.resize(at + sizeof(len) + 5 * version.size() + 4);
	end = write_key(version, &keys[at + sizeof(len)]);
	len = static_cast<uint16_t>(end - &keys[at + sizeof(len)]);
	memcpy(&keys[at], &len, sizeof(len));
	keys.resize(at + sizeof(len) + len);
	return static_cast<uint32_t>(at);
}

Key Ranges::key_at(uint32_t at) const
{
	uint16_t len;

	memcpy(&len, &keys[at], sizeof(len));
	return { &keys[at + sizeof(len)], len };
}

uint64_t first_bytes(Key key)
{
	uint64_t first = 0;

	memcpy(&first, key.data(), key.size() < sizeof(first) ? key.size() : sizeof(first));
	return __builtin_bswap64(first);
}

bool Ranges::holds(const Range &r, uint64_t first, Key version) const
{
	if (r.is_platform || (r.low && r.low_first > first) || (r.high && r.high_first < first))
		return false;
	if (r.low && r.low_first == first) {
		int sign = key_at(r.low).compare(version);

		if (sign > 0 || (sign == 0 && r.without_low))
			return false;
	}
	if (r.high && r.high_first == first) {
		int sign = version.compare(key_at(r.high));

		if (sign > 0 || (sign == 0 && r.without_high))
			return false;
	}
	return true;
}

void Ranges::begin_record()
{
	ids.push_back(0);
}

void Ranges::set_id(std::string_view id)
{
	ids.back() = static_cast<uint32_t>(id_bytes.size());
	id_bytes.insert(id_bytes.end(), id.begin(), id.end());
	id_bytes.push_back('\0');
}

void Ranges::add(std::string_view package, std::string_view low, std::string_view high)
{
	uint32_t low_key = key(low), high_key = high.data() == low.data() ? low_key : key(high);

	ranges.push_back({ 0, 0, packages.number_of(package), static_cast<uint32_t>(ids.size() - 1), low_key,
	    high_key, false, false, false });
}

/* The end of the attribute that begins at from: the next colon without a backslash. */
static size_t attribute_end(std::string_view cpe, size_t from)
{
	while (from < cpe.size() && cpe[from] != ':')
		from += cpe[from] == '\\' ? 2 : 1;
	return from < cpe.size() ? from : cpe.size();
}

bool split_cpe(std::string_view cpe, CpeParts *out)
{
	constexpr size_t prefix = sizeof("cpe:2.3:") - 1;
	size_t product_end = attribute_end(cpe, attribute_end(cpe, attribute_end(cpe, prefix) + 1) + 1);
	size_t version_end;

	if (product_end == cpe.size())
		return false;
	version_end = attribute_end(cpe, product_end + 1);
	out->package = cpe.substr(prefix, product_end - prefix);
	out->version = cpe.substr(product_end + 1, version_end - product_end - 1);
	return version_end < cpe.size();
}

void Ranges::add_cpe(std::string_view cpe, const Bounds &bounds, bool is_platform)
{
	uint32_t record = static_cast<uint32_t>(ids.size() - 1), low, high;
	CpeParts parts;

	if (!split_cpe(cpe, &parts))
		return;
	uint32_t package = packages.number_of(parts.package);
	if (!bounds.low.empty() || !bounds.high.empty()) {
		low = key(bounds.low);
		high = key(bounds.high);
		ranges.push_back({ 0, 0, package, record, low, high, bounds.without_low, bounds.without_high,
		    is_platform });
		return;
	}
	/* "-" is no version at all: it meets none */
	low = parts.version == "*" ? 0 : key(parts.version);
	ranges.push_back(
	    { 0, 0, package, record, low, low, false, false, is_platform || parts.version == "-" });
}

void Ranges::sort()
{
	std::vector<uint32_t> place(packages.count() + 1);
	std::vector<Range> sorted(ranges.size());

	for (const Range &r : ranges)
		place[r.package + 1]++;
	for (size_t i = 1; i < place.size(); i++)
		place[i] += place[i - 1];
	starts = place;
	for (const Range &r : ranges)
		sorted[place[r.package]++] = r;
	ranges.swap(sorted);
	for (Range &r : ranges) {
		r.low_first = r.low ? first_bytes(key_at(r.low)) : 0;
		r.high_first = r.high ? first_bytes(key_at(r.high)) : 0;
	}
}
