#!/usr/bin/env bash
# Makes the pictures of the real output that README and handbooks show. Needs LibreOffice, pdftoppm, pdftotext and
# ImageMagick (Debian: libreoffice-calc poppler-utils imagemagick). Run at the root, after: dotnet build
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run --no-build --project functions/Signalering.Cli -- \
  report --exports sample-data/exports --period 2026-Q3 --out "$work"
team=oost
# Dutch points and commas, whatever the language of the machine.
mkdir -p "$work/profiel/user"
cat > "$work/profiel/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
</oor:items>
XCU
soffice "-env:UserInstallation=file://$work/profiel" --headless --convert-to pdf --outdir "$work" \
  "$work/2026-Q3/signalering-2026-Q3.xlsx" "$work/2026-Q3/teams/$team/team-$team-2026-Q3.xlsx" > /dev/null

# First page of a sheet: its name stands in the footer.
page_of() { # PDF SHEET
  local page last
  last=$(pdfinfo "$1" | awk '/^Pages:/ { print $2 }')
  for page in $(seq 1 "$last"); do
    if pdftotext -f "$page" -l "$page" "$1" - | grep -qxF "$2"; then echo "$page"; return; fi
  done
  echo "$2 is not in $1" >&2
  return 1
}

# A sheet's first page, without its margins; small enough for a page on a phone.
picture() { # PDF SHEET NAME
  pdftoppm -r 95 -png -singlefile -f "$(page_of "$1" "$2")" -l "$(page_of "$1" "$2")" "$1" "$work/$3"
  # The footer goes; what is left is cut to what is printed.
  convert "$work/$3.png" -gravity South -chop 0x60 -trim -bordercolor white -border 6 +repage -strip \
    -colors 48 -define png:compression-level=9 "docs/beeld/$3.png"
}

report=$work/signalering-2026-Q3.pdf
picture "$report" Leeswijzer leeswijzer
picture "$report" Agenda agenda
picture "$report" Dialoogkaarten dialoogkaart
picture "$report" Kwadranten kwadranten
picture "$report" Wijk_en_thema warmtekaart
picture "$report" Leveringen leveringen
picture "$work/team-$team-2026-Q3.pdf" Leeswijzer team
picture "$work/team-$team-2026-Q3.pdf" Geleverd team-geleverd
convert docs/beeld/leeswijzer.png docs/beeld/agenda.png -append -bordercolor white -strip -colors 48 docs/beeld/rapport.png
for file in docs/beeld/*.png; do
  size=$(stat -c %s "$file")
  [ "$size" -lt 150000 ] || { echo "$file is $size bytes: too large for a page." >&2; exit 1; }
done
