# Newsdesk's commands: `make help` lists them. Each makes .venv by itself when it is not there or the lock changed.
PYTHON ?= python3
ARGS ?=
VENV := .venv/bin
# A real site's settings, for the checks that ask what a real site must have.
PRODUCTION := env -u DEBUG -u DEMO HTTPS=yes ALLOWED_HOSTS=desk.example
COMPILE := $(VENV)/uv pip compile pyproject.toml --extra postgres --universal --generate-hashes --no-header \
	--no-emit-index-url --quiet

.PHONY: help run test check lock pictures coverage bench drill install

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

run: install ## serve the demo desk on 127.0.0.1:8000 (PORT moves it); Ctrl-C ends it
	@$(VENV)/python -m newsdesk.run

test: install ## run the whole suite on SQLite; DATABASE_URL=postgres://… for PostgreSQL; ARGS="-k name" for a part
	@$(VENV)/pytest -n 2 $(ARGS)

check: install ## style, templates, types, migrations, deployment, architecture
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	@echo djade --check templates
	@find templates -name '*.html' -print0 | xargs -0 $(VENV)/djade --check --target-version 5.2
	$(VENV)/mypy
	$(VENV)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(VENV)/python manage.py check --deploy --fail-level WARNING
	$(VENV)/pytest -q tests/test_architecture.py

coverage: install ## after runs with --cov on both databases: was every branch of every rule taken?
	@$(VENV)/coverage combine --quiet --keep var/coverage
	@$(VENV)/coverage report

pictures: install ## photograph the demo desk into var/pictures: phone and desktop, light and dark
	@DEMO=yes $(VENV)/python manage.py take_pictures

bench: install ## measure a demo desk and one of 100,000 articles; ARGS="--only pages --size demo" for a part
	@$(VENV)/python manage.py bench $(ARGS)

drill: install ## treat a throw-away desk badly: 1,000 hostile inputs, then five minutes of editors and readers
	@$(VENV)/python manage.py drill hostile $(ARGS)
	@$(VENV)/python manage.py drill traffic

lock: install ## make requirements.lock again from pyproject.toml, and the one of servers out of it
	$(COMPILE) --group dev -o requirements.lock
	$(COMPILE) --constraint requirements.lock -o requirements-production.lock

install:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit("Newsdesk needs Python 3.11 or newer, this is %d.%d: name another one, make run PYTHON=python3.12" % tuple(v[:2]) if tuple(v[:2]) < (3, 11) else 0)'
	@$(PYTHON) -m newsdesk.install
