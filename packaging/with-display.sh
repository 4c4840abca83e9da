#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs a command on the present X11 display, or on a virtual one that is started and stopped here when there is none
# (no display, or a Wayland session, which step 1 cannot capture). With --virtual: always on one of its own.
set -euo pipefail
own=no
if [ "${1:-}" = --virtual ]; then own=yes; shift; fi
if [ "$(uname)" != Linux ]; then exec "$@"; fi
[ -n "${DISPLAY:-}" ] || own=yes
[ -z "${WAYLAND_DISPLAY:-}" ] && [ "${XDG_SESSION_TYPE:-x11}" != wayland ] || own=yes
if [ "$own" = no ]; then exec "$@"; fi

work=$(mktemp -d)
finish() { kill "${wm:-}" "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1600x900x24 -dpi 96 -nolisten tcp -noreset 3>"$work/number" 2>"$work/log" &
server=$!
read -r -t 20 number <"$work/number" || { echo "The virtual screen did not start: $(cat "$work/log")" >&2; exit 2; }
export DISPLAY=":$number" XDG_SESSION_TYPE=x11 QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
openbox >/dev/null 2>&1 &
wm=$!
for _ in $(seq 100); do wmctrl -m >/dev/null 2>&1 && break; sleep 0.05; done
xsetroot -solid '#5a6b78' || true
"$@"
