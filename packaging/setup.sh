#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what is missing and says what it does. On Debian and its kin: system packages by apt when root, else the
# one line to run. Everywhere: a virtual environment with the locked packages.
set -euo pipefail
cd "$(dirname "$0")/.."

"$PYTHON" - <<'CHECK' || { echo "Python 3.11 to 3.14 is needed; set PYTHON=..." >&2; exit 1; }
import sys
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
CHECK

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  missing=()
  for package in $(cat packaging/debian-packages.txt); do
    # Ubuntu has Chromium as a snap only; where Chrome is installed the tests use it
    [ "$package" = chromium ] && command -v google-chrome >/dev/null && continue
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed' \
      || dpkg-query -W -f='${db:Status-Status}' "${package}t64" 2>/dev/null | grep -q '^installed' || missing+=("$package")
  done
  "$PYTHON" -c "import ensurepip" 2>/dev/null || missing+=(python3-venv)  # Debian ships venv apart
  if ((${#missing[@]})); then
    if [ "$(id -u)" = 0 ]; then
      echo "Installing system packages: ${missing[*]}"
      apt-get update -qq
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
      echo "Some system packages are missing. Please run this once, then try again:" >&2
      echo "  sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
  fi
fi

if [ ! -x "$VENV/bin/python" ]; then
  echo "Making the virtual environment in $VENV"
  "$PYTHON" -m venv "$VENV"
fi
echo "Installing the locked packages"
PIP_DISABLE_PIP_VERSION_CHECK=1 "$VENV/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
