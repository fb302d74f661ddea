#!/bin/sh
# Find a Chromium for the browser tests; install Debian's where we may; else say the one line to run and fail.
# A browser suite that is skipped would look like one that passed, so it is never skipped.
if [ -n "${PORCHLIGHT_CHROMIUM:-}" ]; then
    [ -x "$PORCHLIGHT_CHROMIUM" ] && exit 0
    echo "PORCHLIGHT_CHROMIUM names $PORCHLIGHT_CHROMIUM, which is no program: correct it or leave it out." >&2
    exit 1
fi
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    echo "There is no Chromium for the browser tests, so Debian's is installed now (about 290 MB) …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "The browser tests need Chromium. Install it with:  sudo apt-get install chromium" >&2
echo "or set PORCHLIGHT_CHROMIUM to one that is here already, then run make test again." >&2
exit 1
