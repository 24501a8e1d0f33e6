#!/usr/bin/env bash
# Downloads the packages that the shipped model is trained on and keeps their source files.
#
#   benchmarks/corpus/fetch.sh CACHE [debian-binaries|debian-sources|npm|nuget|dotnet]...
#
# CACHE is a folder outside the repository. Each package becomes CACHE/src/KIND/NAME with its source
# files and its licence; archives are removed as soon as they are unpacked, and a package that is
# there already is not fetched again. Needs apt, dpkg-deb, tar, xz and, for the last two, npm and dotnet.
set -uo pipefail
[ $# -ge 1 ] || { sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//'; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"; cache=$(cd "$1" && pwd); shift
case "$cache/" in "$(cd "$here/../.." && pwd)"/*) echo "CACHE must lie outside the repository" >&2; exit 2;; esac
[ $# -gt 0 ] || set -- debian-binaries npm nuget dotnet debian-sources
jobs=${JOBS:-2}
export here cache

# Kept: source of the languages that StructIndex parses, and licences.
extensions='py js jsx mjs cjs ts tsx mts cts java kt kts scala go rs c h cc cpp cxx hh hpp hxx php rb swift sh bash lua zig hs ex exs cs ml mli jl dart m mm pl pm'
export wildcards="$(for e in $extensions; do printf -- '*.%s ' "$e"; done)"
export skipped='--exclude=*/test/* --exclude=*/tests/* --exclude=*/__tests__/* --exclude=*/testdata/* --exclude=*/vendor/* --exclude=*/third_party/* --exclude=*/node_modules/* --exclude=*.min.js --exclude=*/locale/* --exclude=*/locales/*'

keep() { # keep ARCHIVE-ON-STDIN DEST [tar options]: unpacks source files and licences
  local dest=$1; shift
  set -f # the patterns are for tar
  tar -x --no-same-owner --no-same-permissions --wildcards -C "$dest" "$@" $skipped $wildcards '*/copyright' '*/LICENSE*' '*/COPYING*' '*/package.json' 2>/dev/null
  set +f
}
tidy() { # tidy DEST: regular files only, none above 1 MB, no empty folder, no program
  find "$1" ! -type f ! -type d -delete 2>/dev/null
  find "$1" -type f -size +1000k -delete
  find "$1" -type f -exec chmod 644 {} +
  find "$1" -mindepth 1 -depth -type d -empty -delete 2>/dev/null
}
publish() { # publish WORK NAME: moves a finished package to its place
  tidy "$1"; mkdir -p "$1" "$(dirname "$cache/src/$2")"
  rm -rf "${cache:?}/src/$2"; mv "$1" "$cache/src/$2"
}
missing() { # missing KIND NAME...: those that are not there yet
  local kind=$1 name; shift
  for name in "$@"; do [ -d "$cache/src/$kind/$name" ] || echo "$name"; done
}
debian_binaries() { # several at once, because apt reads its whole list at each start
  local wanted work archive name; wanted=$(missing debian "$@"); [ -n "$wanted" ] || return 0
  work=$(mktemp -d -p "$cache/work")
  (cd "$work" && apt-get $apt -qq download $wanted) >/dev/null 2>&1
  for name in $wanted; do
    archive=$(ls "$work/${name}"_*.deb 2>/dev/null | head -1); [ -n "$archive" ] || { echo "debian $name: not found"; continue; }
    mkdir "$work/out"; dpkg-deb --fsys-tarfile "$archive" 2>/dev/null | keep "$work/out" -f -
    publish "$work/out" "debian/$name"; rm -f "$archive"
  done
  rm -rf "$work"
}
debian_sources() {
  local wanted work dsc name file; wanted=$(missing debian-src "$@"); [ -n "$wanted" ] || return 0
  work=$(mktemp -d -p "$cache/work")
  (cd "$work" && apt-get $apt -qq --download-only source $wanted) >/dev/null 2>&1 ||
    for name in $wanted; do # one that is missing stops them all
      (cd "$work" && apt-get $apt -qq --download-only source "$name") >/dev/null 2>&1 || echo "debian source $name: not found"
    done
  for dsc in "$work"/*.dsc; do
    [ -f "$dsc" ] || continue
    name=$(sed -n 's/^Source: //p' "$dsc" | head -1); mkdir "$work/out"
    for file in $(sed -n '/^Files:/,/^[^ ]/s/^ [0-9a-f]* [0-9]* //p' "$dsc" | grep '\.tar\.' | grep -v '\.asc$'); do
      keep "$work/out" -f "$work/$file"; rm -f "$work/$file"
    done
    publish "$work/out" "debian-src/$name"; rm -f "$dsc"
  done
  rm -rf "$work"
}
npm_package() {
  local name=$1 work flat=${1//\//+}; [ -d "$cache/src/npm/$flat" ] && return
  work=$(mktemp -d -p "$cache/work"); mkdir "$work/out"
  (cd "$work" && npm pack --silent --ignore-scripts "$name") >/dev/null 2>&1 || { rm -rf "$work"; echo "npm $name: not found"; return; }
  for archive in "$work"/*.tgz; do keep "$work/out" -z -f "$archive"; done
  publish "$work/out" "npm/$flat"; rm -rf "$work"
}
nuget_packages() { # several at once, because dotnet starts slowly; one by one where one of them is missing
  local wanted name flat work; wanted=$(for name in "$@"; do flat=$(echo "$name" | tr 'A-Z' 'a-z'); [ -d "$cache/src/nuget/$flat" ] || echo "$name"; done)
  [ -n "$wanted" ] || return 0
  work=$(mktemp -d -p "$cache/work")
  dotnet package download $wanted -o "$work" -v q >/dev/null 2>&1
  for name in $wanted; do
    flat=$(echo "$name" | tr 'A-Z' 'a-z')
    [ -d "$work/$flat" ] || dotnet package download "$name" -o "$work" -v q >/dev/null 2>&1
    [ -d "$work/$flat" ] || { echo "nuget $name: not found"; continue; }
    keep_assemblies "$work" "$flat"
  done
  rm -rf "$work"
}
keep_assemblies() { # the newest framework's assemblies alone
  local work=$1 flat=$2 best; mkdir "$work/out"
  best=$(find "$work/$flat" -ipath '*/lib/*' -name '*.xml' -printf '%h\n' | sort -u | awk -F/ '{ f = $NF; r = (f ~ /^net[0-9]+\.[0-9]/) ? 3 : (f ~ /^netstandard2/) ? 2 : (f ~ /^netstandard|^netcore/) ? 1 : 0; print r "\t" $0 }' | sort | tail -1 | cut -f2)
  [ -z "$best" ] || find "$best" -maxdepth 1 -name '*.xml' | while read -r xml; do
    [ -f "${xml%.xml}.dll" ] && mv "${xml%.xml}.dll" "$xml" "$work/out/"
  done
  find "$work/$flat" -maxdepth 2 \( -iname '*.nuspec' -o -iname 'license*' \) -exec cp {} "$work/out/" \;
  mkdir -p "$cache/src/nuget"; rm -rf "${cache:?}/src/nuget/$flat"; mv "$work/out" "$cache/src/nuget/$flat"; rm -rf "${work:?}/$flat"
}
export -f keep tidy publish missing debian_binaries debian_sources npm_package nuget_packages keep_assemblies

prepare_apt() { # a private package list that also knows source packages, from the machine's own sources
  mkdir -p "$cache/apt/lists/partial" "$cache/apt/cache/archives/partial" "$cache/apt/sources"
  if [ -f /etc/apt/sources.list.d/debian.sources ]; then
    sed 's/^Types:.*/Types: deb deb-src/' /etc/apt/sources.list.d/debian.sources > "$cache/apt/sources/debian.sources"
  else
    sed -n 's/^deb \(.*\)/deb \1\ndeb-src \1/p' /etc/apt/sources.list > "$cache/apt/sources/debian.list"
  fi
  apt="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$cache/apt/sources -o Dir::State::lists=$cache/apt/lists -o Dir::Cache=$cache/apt/cache -o APT::Sandbox::User=root"
  export apt
  [ -n "$(ls "$cache/apt/lists" | grep Sources)" ] || apt-get $apt -qq update
}
names() { grep -v -x -F -f "$here/excluded-projects.txt" "$here/$1.txt" | grep -v '^#' | grep .; }

mkdir -p "$cache/work" "$cache/src"
for kind in "$@"; do
  case "$kind" in
    debian-binaries) prepare_apt; names debian-binaries | { grep -x -F -f <(apt-cache $apt pkgnames) || true; } | xargs -P "$jobs" -n 24 bash -c 'debian_binaries "$@"' _;;
    debian-sources) prepare_apt; names debian-sources | xargs -P "$jobs" -n 8 bash -c 'debian_sources "$@"' _;;
    npm) names npm-packages | xargs -P "$jobs" -I{} bash -c 'npm_package "$1"' _ {};;
    nuget) # assemblies with the XML documentation beside them
      mkdir -p "$cache/src/nuget"
      names nuget-packages | xargs -P "$jobs" -n 16 bash -c 'nuget_packages "$@"' _;;
    dotnet) # the framework of the machine: one package an assembly, with the documentation of its reference pack
      mkdir -p "$cache/src/dotnet"
      sdk=$(dirname "$(readlink -f "$(command -v dotnet)")")
      for framework in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        docs=$(ls -d "$sdk/packs/$framework.Ref"/*/ref/*/ | sort -V | tail -1)
        for dll in "$(ls -d "$sdk/shared/$framework"/*/ | sort -V | tail -1)"*.dll; do
          name=$(basename "$dll" .dll)
          case "$name" in Microsoft.Extensions.*) continue;; esac
          case "$name" in
            System.Private.CoreLib) xml='System.Runtime System.Collections System.Threading System.Memory System.Runtime.InteropServices System.Runtime.Intrinsics System.Text.Encoding.Extensions System.Diagnostics.Tracing';;
            System.Private.Xml) xml='System.Xml.ReaderWriter System.Xml.XmlSerializer';;
            System.Private.Xml.Linq) xml='System.Xml.XDocument';;
            System.Private.Uri) xml='System.Runtime';;
            System.Private.DataContractSerialization) xml='System.Runtime.Serialization.Xml System.Runtime.Serialization.Json';;
            *) xml=$name;;
          esac
          for x in $xml; do
            [ -f "$docs$x.xml" ] || continue
            mkdir -p "$cache/src/dotnet/$name"; cp "$docs$x.xml" "$cache/src/dotnet/$name/"; cp "$dll" "$cache/src/dotnet/$name/"
          done
        done
      done;;
    *) echo "unknown kind $kind" >&2; exit 2;;
  esac
done
rmdir "$cache/work" 2>/dev/null
echo "$(find "$cache/src" -mindepth 2 -maxdepth 2 -type d | wc -l) packages, $(du -sh "$cache/src" | cut -f1)"
