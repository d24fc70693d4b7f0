#include "limit_ranges.h"

#include <cstring>
#include <functional>

uint32_t Names::number_of(std::string_view text)
{
	uint64_t hash = std::hash<std::string_view>{}(text);

	if (entries.size() * 2 >= slots.size())
		grow();
	for (size_t i = hash & (slots.size() - 1);; i = (i + 1) & (slots.size() - 1)) {
		if (slots[i] == 0) {
			slots[i] = static_cast<uint32_t>(entries.size() + 1);
			entries.push_back({ hash, static_cast<uint32_t>(bytes.size()),
			    static_cast<uint32_t>(text.size()) });
			bytes.insert(bytes.end(), text.begin(), text.end());
			return slots[i] - 1;
		}
		const Entry &e = entries[slots[i] - 1];
		if (e.hash == hash && e.len == text.size() && memcmp(&bytes[e.at], text.data(), e.len) == 0)
			return slots[i] - 1;
	}
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

/* Numbers as four bytes, the highest first, behind a 2; words as they are behind a 1; the rest separates. */
static char *write_key(std::string_view text, char *to)
{
	for (size_t i = 0; i < text.size();) {
		if (is_digit(text[i])) {
			uint32_t n = 0;

			for (; i < text.size() && is_digit(text[i]); i++)
				n = n * 10 + static_cast<uint32_t>(text[i] - '0');
			*to++ = 2;
			n = __builtin_bswap32(n);
			memcpy(to, &n, sizeof(n));
			to += sizeof(n);
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

uint32_t Ranges::key(std::string_view version, std::string_view update)
{
	size_t at = keys.size();
	char *end;
	uint16_t len;

	if (version.empty())
		return 0;
	keys.resize(at + sizeof(len) + 5 * (version.size() + update.size()));
	end = write_key(update, write_key(version, &keys[at + sizeof(len)]));
	len = static_cast<uint16_t>(end - &keys[at + sizeof(len)]);
	memcpy(&keys[at], &len, sizeof(len));
	keys.resize(at + sizeof(len) + len);
	return static_cast<uint32_t>(at);
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

	ranges.push_back(
	    { packages.number_of(package), static_cast<uint32_t>(ids.size() - 1), low_key, high_key });
}

/* The end of the attribute that begins at from: the next colon without a backslash. */
static size_t attribute_end(std::string_view cpe, size_t from)
{
	while (from < cpe.size() && cpe[from] != ':')
		from += cpe[from] == '\\' ? 2 : 1;
	return from < cpe.size() ? from : cpe.size();
}

void Ranges::add_cpe(std::string_view cpe, std::string_view low, std::string_view high)
{
	constexpr size_t prefix = sizeof("cpe:2.3:") - 1;
	size_t product_end = attribute_end(cpe, attribute_end(cpe, attribute_end(cpe, prefix) + 1) + 1);
	size_t version_end, update_end;
	uint32_t one;

	if (product_end == cpe.size())
		return;
	std::string_view package = cpe.substr(prefix, product_end - prefix);
	if (!low.empty() || !high.empty()) {
		add(package, low, high);
		return;
	}
	version_end = attribute_end(cpe, product_end + 1);
	update_end = attribute_end(cpe, version_end + 1);
	if (update_end <= version_end)
		return;
	one = key(cpe.substr(product_end + 1, version_end - product_end - 1),
	    cpe.substr(version_end + 1, update_end - version_end - 1));
	ranges.push_back({ packages.number_of(package), static_cast<uint32_t>(ids.size() - 1), one, one });
}

void Ranges::sort()
{
	std::vector<uint32_t> place(packages.count() + 1);
	std::vector<Range> sorted(ranges.size());

	for (const Range &r : ranges)
		place[r.package + 1]++;
	for (size_t i = 1; i < place.size(); i++)
		place[i] += place[i - 1];
	for (const Range &r : ranges)
		sorted[place[r.package]++] = r;
	ranges.swap(sorted);
}
