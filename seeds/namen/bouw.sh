#!/usr/bin/env bash
# Builds namen.txt and woorden.bloom again from Debian packages with an open licence; --check compares with what is committed.
# Needs Debian or Ubuntu (apt-get, dpkg) and the .NET SDK. Nothing is installed: the packages are unpacked in a folder.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download hunspell-nl wdutch php-faker
for package in ./*.deb; do dpkg -x "$package" unpacked; done
dotnet run --project "$here/generator" -- \
  --dic unpacked/usr/share/hunspell/nl.dic --woorden unpacked/usr/share/dict/dutch \
  --faker unpacked/usr/share/php/Faker/Provider --eigen "$here/bron/eigen-namen.txt" --out "$here" "$@"
