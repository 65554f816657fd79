# The front door. The build itself is CMake's: see CMakePresets.json.

LLVM := /usr/lib/llvm-22/bin
LIT := $(LLVM)/lit
JOBS ?= $(shell nproc)
TEST_JOBS ?= 2

.PHONY: help build demo test format clean

help:
	@echo "make build   the plugin build/lib/joinery-tidy.so and the tool build/bin/joinery"
	@echo "make demo    what the tool finds in examples/"
	@echo "make test    builds with warnings as errors and runs all tests"
	@echo "make format  clang-format over the sources"
	@echo "make clean   removes build/"

# The same preset as the tests, so that nothing is compiled twice.
build:
	scripts/install-deps.sh
	cmake --preset ci
	cmake --build build --parallel $(JOBS)

# Findings are what the demo is for: exit status 1. Only 2, the job could not
# be done, is a failure.
demo: build
	scripts/install-deps.sh --test
	cmake -S examples -B build/examples -G Ninja \
	  -DCMAKE_CXX_COMPILER=clang++-22 -DCMAKE_C_COMPILER=clang-22 \
	  -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
	build/bin/joinery check -p build/examples examples || [ $$? -eq 1 ]

test:
	scripts/install-deps.sh --test
	scripts/install-npm.sh
	cmake --preset ci
	cmake --build build --parallel $(JOBS)
	$(LIT) -v -j$(TEST_JOBS) --order=lexical \
	  --xunit-xml-output=build/test/results.xml build/test

format:
	scripts/install-deps.sh
	find checks tool \( -name '*.h' -o -name '*.cpp' \) -print0 | \
	  xargs -0 $(LLVM)/clang-format -i

clean:
	rm -rf build
