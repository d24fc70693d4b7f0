# Thin: the work is done by meson and by the scripts in tools/.
prefix ?= /usr/local
DESTDIR ?=

.PHONY: all packages demo check validation bench lint fuzz format install deb clean

all: packages build/build.ninja
	@ninja -C build $$([ -t 1 ] || echo --quiet) aftercare

packages:
	@tools/install-packages build

build/build.ninja:
	@said=$$(meson setup build 2>&1) || { echo "$$said"; exit 1; }

# Fills a store with a fictional manufacturer and serves it.
demo:
	@SERVE=$(SERVE) tools/demo

# Everything that must hold before a change is taken.
check:
	@tools/check

# The manufacturer's validation pack: requirement, test, result, in build/validation.
validation:
	@tools/install-packages build check
	@tools/validation

# Slower tools that also have to be silent: ThreadSanitizer, clang, gcc -fanalyzer, clang-tidy.
lint:
	@tools/check lint-packages tsan clang analyzer tidy

# Each fuzz target for a while: make fuzz SECONDS=600
fuzz:
	@tools/fuzz $(SECONDS)

bench:
	@tools/install-packages build bench
	@bench/run

format:
	@tools/install-packages check
	@git ls-files -zco --exclude-standard -- '*.c' '*.h' '*.cc' | xargs -0 clang-format -i

install: all
	@meson configure build --prefix=$(prefix)
	@ninja -C build installed
	@DESTDIR=$(DESTDIR) meson install -C build --no-rebuild

# The Debian package, in build-deb.
deb:
	@tools/deb

clean:
	rm -rf build build-deb build-asan build-tsan build-clang build-analyzer build-fuzz build-bench
