#!/usr/bin/env bash
# Installs the reference tools that the benches run beside ours, in .bench/venv (git-ignored). Nothing else is touched.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m venv .bench/venv
.bench/venv/bin/pip install --quiet --disable-pip-version-check -r bench/requirements.txt
.bench/venv/bin/pip list --disable-pip-version-check 2>/dev/null | grep -iE '^(numpy|rouge.score|sacrebleu|scikit-learn) '
