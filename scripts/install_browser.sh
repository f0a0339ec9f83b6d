#!/bin/sh
# Install Chromium for the browser tests, if the machine has none. Debian and Ubuntu; elsewhere it says what to do.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install Chromium or Google Chrome, then run this again: the browser tests need it." >&2
    exit 1
fi
root=""
if [ "$(id -u)" -ne 0 ]; then root="sudo"; fi
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
