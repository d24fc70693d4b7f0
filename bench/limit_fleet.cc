#include "limit_fleet.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <thread>

#include "draw.h"

using namespace simdjson;

LimitFleet::LimitFleet(const std::string &sbom, uint32_t releases, uint32_t components)
    : release_count(releases), in_each(components), drawn(size_t{ releases } * components)
{
	padded_string text = padded_string::load(sbom);
	ondemand::parser parser;
	ondemand::document document = parser.iterate(text);

	for (auto component : document["components"].get_array()) {
		std::string_view cpe;

		cpes.emplace_back(component["cpe"].get(cpe) == SUCCESS ? cpe : "");
	}
	if (cpes.size() < components)
		throw std::runtime_error("the SBOM has too few components");
	struct draw draw = draw_new(cpes.size());
	for (uint32_t i = 0; i < releases; i++)
		draw_release(&draw, components, &drawn[size_t{ i } * components]);
	draw_free(&draw);
}

void LimitFleet::match(Ranges &ranges)
{
	for (uint32_t i = 0; i < cpes.size(); i++) {
		size_t first = met.size();

		starts.push_back(static_cast<uint32_t>(first));
		ranges.match(cpes[i], [&](uint32_t record) { met.push_back({ i, record }); });
		/* a record's ranges of one package stand side by side */
		met.erase(std::unique(met.begin() + static_cast<long>(first), met.end()), met.end());
	}
	starts.push_back(static_cast<uint32_t>(met.size()));
}

/* Every second release from first on. */
uint64_t LimitFleet::expand_share(size_t record_count, uint32_t first) const
{
	std::vector<uint64_t> bits((record_count + 63) / 64);
	uint64_t pairs = 0;

	for (uint32_t r = first; r < release_count; r += 2) {
		for (uint32_t k = 0; k < in_each; k++) {
			uint32_t component = drawn[size_t{ r } * in_each + k];

			for (uint32_t i = starts[component]; i < starts[component + 1]; i++)
				bits[met[i].record / 64] |= uint64_t{ 1 } << met[i].record % 64;
		}
		for (uint64_t &word : bits) {
			pairs += static_cast<uint64_t>(__builtin_popcountll(word));
			word = 0;
		}
	}
	return pairs;
}

uint64_t LimitFleet::expand(size_t record_count) const
{
	uint64_t second = 0;
	std::thread other([&]() { second = expand_share(record_count, 1); });
	uint64_t first = expand_share(record_count, 0);

	other.join();
	return first + second;
}

size_t LimitFleet::delta() const
{
	std::vector<Met> before;
	size_t appeared = 0, next = 0;

	for (const Met &m : met)
		if (m.record % 50 != 0)
			before.push_back(m);
	for (const Met &m : met) {
		while (next < before.size() && before[next] < m)
			next++;
		appeared += next == before.size() || !(before[next] == m);
	}
	return appeared;
}

void LimitFleet::write_pairs(const Ranges &ranges, const std::string &path) const
{
	FILE *file = fopen(path.c_str(), "w");

	if (!file)
		throw std::runtime_error("the pairs cannot be written");
	for (const Met &m : met)
		fprintf(file, "%s\t%s\n", cpes[m.component].c_str(), ranges.id_of(m.record).data());
	if (fclose(file) != 0)
		throw std::runtime_error("the pairs cannot be written");
}
