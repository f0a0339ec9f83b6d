#!/bin/sh
# Install what the PDF tests need, if the machine has none: a Java compiler for veraPDF, and poppler to read PDFs.
set -eu
missing=""
if ! command -v javac >/dev/null 2>&1; then missing="$missing default-jdk-headless"; fi
if ! command -v pdftotext >/dev/null 2>&1; then missing="$missing poppler-utils"; fi
if [ -z "$missing" ]; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install a JDK (11 or later) and poppler-utils, then run this again: the PDF tests need them." >&2
    exit 1
fi
root=""
if [ "$(id -u)" -ne 0 ]; then root="sudo"; fi
$root apt-get update -qq
# Word splitting is meant: each name is a package.
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing
