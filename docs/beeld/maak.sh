#!/usr/bin/env bash
# Makes the pictures of the real output that README and handbooks show. Needs LibreOffice, pdftoppm and ImageMagick
# (Debian: libreoffice-calc poppler-utils imagemagick). Run at the root, after: dotnet build
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run --no-build --project functions/Signalering.Cli -- \
  report --exports sample-data/exports --period 2026-Q3 --out "$work"
soffice --headless --convert-to pdf --outdir "$work" "$work/2026-Q3/signalering-2026-Q3.xlsx" > /dev/null
pdftoppm -r 80 -png "$work/signalering-2026-Q3.pdf" "$work/blad"
sheets=("$work"/blad-*.png)
montage "${sheets[0]}" "${sheets[1]}" "${sheets[2]}" -tile 1x3 -geometry +0+6 -trim -strip -colors 64 docs/beeld/rapport.png
