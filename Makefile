# Every verb sets itself up on a machine with Python 3.11 or later and make, and nothing else.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test extras check bench docs lock clean

demo: $(READY)  ## the example case, start to finish
	$(BIN)/rashomon demo -o build/demo

test: $(READY)  ## every test, on all cores
	$(BIN)/pytest -n auto --dist worksteal

extras:  ## the tests of the extras [analytics] and [cluster], in an environment of their own
	$(PYTHON) -m venv .venv-extras
	.venv-extras/bin/pip install --quiet --require-hashes -r requirements-cluster.lock
	.venv-extras/bin/pip install --quiet --no-deps --no-build-isolation -e .
	.venv-extras/bin/pytest tests/engines tests/accounts/test_parquets.py tests/reports/test_parquet.py

check: $(READY)  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## how good and how fast, in one run
	$(BIN)/python eval/gate.py
	$(BIN)/python bench/reading.py

docs: $(READY)  ## every page, with one for each family of rules, into site/
	$(BIN)/python docs/build.py site

lock:  ## the lock files anew, from the package index alone
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet pip-tools
	PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --strip-extras --extra dev --no-emit-index-url --no-emit-find-links --no-header \
	  --output-file=requirements.lock pyproject.toml
	PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --strip-extras --extra dev --extra analytics --extra cluster --no-emit-index-url --no-emit-find-links --no-header \
	  --output-file=requirements-cluster.lock pyproject.toml

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

clean:  ## what was built; the environment stays
	rm -rf build site dist
