# The two commands of the README, and the few that a developer wants besides. `make help` lists them.

# A tool of the right version in the shared cache goes before whatever else is installed.
CACHE := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)
export PATH := $(CACHE)/interloop/tools/bin:$(CURDIR)/node_modules/.bin:$(if $(CARGO_HOME),$(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
# Trunk takes "1" in this variable, which some terminals set, for a mistake.
unexport NO_COLOR
SHELL := /bin/bash
RELEASE := $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)/release

.DEFAULT_GOAL := help
.PHONY: help serve test check dist cli native wasm browser shots lint bench conformance clean

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: dist ## builds the page and serves it at the address it prints (PORT=8080 unless you say another)
	@node www/serve.mjs dist

dist: ## builds the page into dist/, a folder that any host can serve, below any path
	@.ci/setup page
	@TRUNK_SKIP_VERSION_CHECK=true trunk build --release
	@echo "The page is in dist/; dist/hosting/ has samples for nginx and Apache, dist/_headers is for hosts that read it."

cli: ## builds the command line, with the heap image beside it
	@.ci/setup native
	cargo build --locked --release --bin interloop
	$(RELEASE)/interloop image $(RELEASE)/interloop.image

test: ## installs what is missing and runs every test: native, WebAssembly, the page in Chromium and Firefox
	@.ci/setup test
	@$(MAKE) --no-print-directory native wasm browser
	@echo "All tests passed."

check: ## the native tests only: seconds, once built
	@.ci/setup native
	@$(MAKE) --no-print-directory native

lint:
	cargo fmt --check

native:
	cargo test --locked --features page --lib --bin interloop --test it

# One profile and one set of features for the page, the engine and this suite, so that the machine and the compiler
# crates are built for WebAssembly once. The machine's suite needs longer than the runner's 20 seconds.
wasm:
	@if [ -n "$$CHROMIUM" ]; then \
	  mkdir -p target; \
	  printf '{"goog:chromeOptions": {"binary": "%s"}}\n' "$$CHROMIUM" >target/webdriver.json; \
	  export WASM_BINDGEN_TEST_WEBDRIVER_JSON="$(CURDIR)/target/webdriver.json"; \
	fi; \
	WASM_BINDGEN_TEST_TIMEOUT=900 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 \
	  wasm-pack test --headless --chrome --chromedriver "$${CHROMEDRIVER:-$$(command -v chromedriver)}" \
	  --release . --locked --features page --test wasm

browser: dist
	node --test --test-reporter=spec $(wildcard tests/browser/*.test.mjs)

shots: dist ## takes screenshots of the built page in three sizes and two themes into tests/browser/shots/
	@.ci/setup test
	node tests/browser/shots.mjs

bench: ## measures the machine against CPython (benches/README.md)
	@.ci/setup native
	python3 benches/run.py
	cargo bench --locked --bench states

conformance: cli ## runs CPython's own tests on the machine and compares with the ledger (tests/conformance)
	python3 tests/conformance/run.py $(RELEASE)/interloop $(MODULES)

clean: ## deletes what was built, but not the cached tools
	rm -rf dist target node_modules tests/browser/shots
