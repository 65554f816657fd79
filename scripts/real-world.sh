#!/usr/bin/env bash
#===- real-world.sh - Run the checks over real projects --------*- bash -*-===//
#
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
#
# Fetches the source package of a project from the machine's own Debian mirror,
# configures it (nothing is compiled but generators of headers), and runs
# `joinery check` over its units. Everything lies outside the source tree, and
# the system's apt configuration and package lists are not touched.
#
# A further project is a function recipe_NAME below and its name in Recipes.
#
#===-----------------------------------------------------------------------===//

set -euo pipefail

Root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

#===-----------------------------------------------------------------------===//
# Recipes
#
# A recipe sets what differs from one project to the next:
#   Source   the Debian source package (default: the recipe's name)
#   Below    the folder of the source that has the CMakeLists.txt
#   Needs    packages that configuring needs, beside those in CommonNeeds
#   Cmake    arguments for CMake
#   Targets  targets that generate headers; everything else stays uncompiled
#   Leave    a regular expression of units to leave out, on the path below the
#            source folder: copies of other projects
#===-----------------------------------------------------------------------===//

Recipes=(rocksdb poco abseil onetbb librdkafka mosquitto leveldb zeromq3
         civetweb nng libwebsockets mongo-c-driver x265 libzstd openjpeg2
         libsfml)
CommonNeeds=(dpkg-dev cmake ninja-build)

recipe_rocksdb() {
  Cmake=(-DWITH_GFLAGS=OFF -DFAIL_ON_WARNINGS=OFF -DPORTABLE=ON)
  Leave='^third-party/'
}

recipe_poco() {
  Cmake=(-DENABLE_TESTS=ON -DENABLE_DATA=OFF -DENABLE_MONGODB=OFF
         -DENABLE_JWT=OFF -DENABLE_CRYPTO=OFF -DENABLE_NETSSL=OFF)
}

recipe_abseil() {
  Needs=(libgtest-dev libgmock-dev)
  Cmake=(-DABSL_BUILD_TESTING=ON -DABSL_USE_EXTERNAL_GOOGLETEST=ON
         -DABSL_FIND_GOOGLETEST=ON)
}

recipe_onetbb() {
  Cmake=(-DTBB_TEST=ON)
}

recipe_librdkafka() {
  Needs=(libcurl4-openssl-dev liblz4-dev libsasl2-dev libssl-dev libzstd-dev
         pkgconf zlib1g-dev)
  Leave='^src/(cJSON|lz4|lz4frame|lz4hc|rdxxhash|snappy)\.c$'
}

recipe_mosquitto() {
  Needs=(libcjson-dev libssl-dev libwebsockets-dev uthash-dev)
  Cmake=(-DDOCUMENTATION=OFF -DWITH_BUNDLED_DEPS=OFF -DWITH_WEBSOCKETS=ON)
}

recipe_leveldb() {
  Needs=(libbenchmark-dev libgmock-dev libsnappy-dev)
}

recipe_zeromq3() {
  Needs=(libbsd-dev libsodium-dev pkgconf)
  Cmake=(-DENABLE_DRAFTS=ON -DWITH_DOC=OFF -DWITH_LIBSODIUM=ON -DWITH_TLS=OFF)
  Leave='^external/'
}

recipe_civetweb() {
  Needs=(libssl-dev zlib1g-dev)
  Cmake=(-DCIVETWEB_BUILD_TESTING=OFF -DCIVETWEB_ENABLE_CXX=ON
         -DCIVETWEB_ENABLE_WEBSOCKETS=ON)
}

recipe_nng() {
  Needs=(libmbedtls-dev)
  Cmake=(-DNNG_ENABLE_NNGCAT=ON -DNNG_ENABLE_TLS=ON -DNNG_TESTS=ON)
}

recipe_libwebsockets() {
  Needs=(libcap-dev libssl-dev zlib1g-dev)
  Cmake=(-DLWS_WITH_MINIMAL_EXAMPLES=ON -DLWS_WITH_THREADPOOL=ON)
}

recipe_mongo-c-driver() {
  Needs=(libsasl2-dev libssl-dev libsnappy-dev libzstd-dev pkgconf zlib1g-dev)
  # The project asks Git for its version, and the package has none.
  Cmake=(-DBUILD_VERSION=1.23.1)
}

recipe_x265() {
  Below=source
}

recipe_libzstd() {
  Below=build/cmake
  Needs=(liblz4-dev liblzma-dev zlib1g-dev)
  # The tests start threads only with the macro, which the library alone gets.
  Cmake=(-DCMAKE_C_FLAGS=-DZSTD_MULTITHREAD -DZSTD_BUILD_CONTRIB=ON
         -DZSTD_BUILD_TESTS=ON)
  Leave='\.S$'
}

recipe_openjpeg2() {
  Needs=(libcurl4-openssl-dev libfcgi-dev liblcms2-dev libpng-dev libtiff-dev
         zlib1g-dev)
  Cmake=(-DBUILD_JPIP=ON -DBUILD_JPIP_SERVER=ON -DBUILD_UNIT_TESTS=ON)
  Leave='^thirdparty/'
}

recipe_libsfml() {
  Needs=(libflac-dev libogg-dev libopenal-dev libvorbis-dev)
  Cmake=(-DSFML_BUILD_GRAPHICS=OFF -DSFML_BUILD_WINDOW=OFF)
}

#===-----------------------------------------------------------------------===//
# Arguments
#===-----------------------------------------------------------------------===//

usage() {
  cat <<END
usage: scripts/real-world.sh [options] NAME...
       scripts/real-world.sh [options] --all

Fetches, configures and checks: ${Recipes[*]}

  --all             every project
  --configure-only  fetch and configure, do not check
  --source PACKAGE  only fetch and unpack this source package, into PACKAGE/source
  --sample N        check N units chosen at random, always the same ones
  --seed S          another choice of units (default: 1)
  --jobs N          workers (default: the number of cores)
  --joinery FILE    the tool (default: build/bin/joinery of this tree)
  --cache DIR       where projects are kept; the same as JOINERY_REAL_WORLD
                    (default: \${XDG_CACHE_HOME:-~/.cache}/joinery/real-world)
  --output DIR      where results go, a folder per project in it
                    (default: DIR of --cache, in NAME/findings)
  --no-install      report missing packages instead of installing them
  --fresh           fetch and configure again
  -- ARGUMENT...    everything after it goes to \`joinery check\`, which runs in
                    the project's source folder

CC and CXX choose the compiler that is configured (default: clang-22).
END
}

fail() {
  echo "real-world.sh: $*" >&2
  exit 2
}

say() { echo "[$Name] $*" >&2; }

Cache=${JOINERY_REAL_WORLD:-${XDG_CACHE_HOME:-$HOME/.cache}/joinery/real-world}
Joinery=$Root/build/bin/joinery
Output=
Jobs=$(nproc)
Sample=0
Seed=1
Check=true
Install=true
Fresh=false
Names=()
Sources=()
ToolArguments=()

while (($#)); do
  case $1 in
  --sample | --seed | --jobs | --joinery | --cache | --output | --source)
    (($# > 1)) || fail "$1 needs a value"
    case $1 in
    --source) Sources+=("$2") ;;
    --sample) Sample=$2 ;;
    --seed) Seed=$2 ;;
    --jobs) Jobs=$2 ;;
    --joinery) Joinery=$2 ;;
    --cache) Cache=$2 ;;
    --output) Output=$2 ;;
    esac
    shift
    ;;
  --all) Names=("${Recipes[@]}") ;;
  --configure-only) Check=false ;;
  --no-install) Install=false ;;
  --fresh) Fresh=true ;;
  -h | --help)
    usage
    exit 0
    ;;
  --)
    shift
    ToolArguments=("$@")
    break
    ;;
  -*) fail "unknown option '$1'; see --help" ;;
  *)
    declare -F "recipe_$1" >/dev/null ||
      fail "no recipe for '$1'; there are: ${Recipes[*]}"
    Names+=("$1")
    ;;
  esac
  shift
done

((${#Names[@]} + ${#Sources[@]})) || fail "name a project, or give --all; see --help"
[[ $Sample =~ ^[0-9]+$ && $Seed =~ ^[0-9]+$ && $Jobs =~ ^[1-9][0-9]*$ ]] ||
  fail "--sample, --seed and --jobs need a number"
if $Check && ((${#Names[@]})); then
  [[ -x $Joinery ]] ||
    fail "no tool at '$Joinery': run \`make\` first, or give --joinery FILE"
  Joinery=$(realpath "$Joinery")
fi
mkdir -p "$Cache"
Cache=$(realpath "$Cache")

#===-----------------------------------------------------------------------===//
# Fetching
#===-----------------------------------------------------------------------===//

# Installs the packages that are missing, and only those.
need() {
  local Package Missing=() AsRoot=()
  for Package; do
    dpkg-query -W -f '${Status}' "$Package" 2>/dev/null |
      grep -q ' installed$' || Missing+=("$Package")
  done
  ((${#Missing[@]})) || return 0
  $Install || fail "packages are missing: apt-get install ${Missing[*]}"
  if ((EUID)); then
    command -v sudo >/dev/null ||
      fail "packages are missing, as root: apt-get install ${Missing[*]}"
    AsRoot=(sudo)
  fi
  say "installing ${Missing[*]}"
  # Standard output is the script's result; what apt says is not.
  "${AsRoot[@]}" apt-get install -y --no-install-recommends "${Missing[@]}" >&2
}

# apt-get with folders of our own: a list of sources made from the system's
# mirrors, private package lists, the system's keys and proxies.
private_apt() {
  apt-get -q \
    -o "Dir::State=$Cache/.apt/state" \
    -o "Dir::Cache=$Cache/.apt/cache" \
    -o "Dir::Etc::SourceList=$Cache/.apt/sources.list" \
    -o "Dir::Etc::SourceParts=$Cache/.apt/empty" \
    -o "Dir::State::Status=/var/lib/dpkg/status" \
    -o "APT::Sandbox::User=$(id -un)" \
    "$@" >&2
}

# Writes deb-src lines for the distribution's mirrors that the machine uses.
# Other vendors' repositories are left alone: the recipes need none.
prepare_apt() {
  local Apt=$Cache/.apt Distribution Keyring Signed=
  mkdir -p "$Apt"/{empty,state/lists/partial,cache/archives/partial}
  # shellcheck source=/dev/null
  Distribution=$(. /etc/os-release && echo "${ID:-debian}")
  Keyring=/usr/share/keyrings/$Distribution-archive-keyring.gpg
  [[ -e $Keyring ]] && Signed="[signed-by=$Keyring] "
  # shellcheck disable=SC2016 # apt expands these, not the shell.
  apt-get indextargets --format '$(ORIGIN)|$(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' |
    awk -F '|' -v Distribution="$Distribution" -v Signed="$Signed" \
      'tolower($1) == Distribution { print "deb-src " Signed $2 }' |
    sort -u >"$Apt/sources.list.new"
  [[ -s $Apt/sources.list.new ]] ||
    fail "no $Distribution mirror in the apt configuration: run apt-get update"
  # Fetch the lists once a day, or when the mirrors changed.
  if cmp -s "$Apt/sources.list.new" "$Apt/sources.list" &&
    [[ -n $(find "$Apt/updated" -mtime -1 2>/dev/null) ]]; then
    rm "$Apt/sources.list.new"
    return
  fi
  mv "$Apt/sources.list.new" "$Apt/sources.list"
  say "fetching the lists of source packages"
  private_apt update
  touch "$Apt/updated"
}

# Unpacks the source package into $Project/source.
fetch() {
  [[ -d $Project/source ]] && return
  prepare_apt
  rm -rf "$Project/package" "$Project/source"
  mkdir -p "$Project/package"
  say "fetching the source package $Source"
  (cd "$Project/package" && private_apt source --download-only "$Source")
  rm -rf "$Project/unpacked"
  dpkg-source --no-check --no-copy -x "$Project"/package/*.dsc \
    "$Project/unpacked" >&2
  mv "$Project/unpacked" "$Project/source"
}

#===-----------------------------------------------------------------------===//
# Configuring
#===-----------------------------------------------------------------------===//

configure() {
  local Log=$Project/configure.log
  [[ -e $Project/build/configured ]] && return
  if [[ -z ${CC:-} && -z ${CXX:-} ]] && command -v clang++-22 >/dev/null; then
    local CC=clang-22 CXX=clang++-22
    export CC CXX
  fi
  say "configuring"
  rm -rf "$Project/build"
  cmake -S "$Project/source/$Below" -B "$Project/build" -G Ninja \
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=Debug \
    "${Cmake[@]}" >"$Log" 2>&1 ||
    fail "configuring $Name failed; the end of $Log: $(tail -n 5 "$Log")"
  if ((${#Targets[@]})); then
    say "generating ${Targets[*]}"
    ninja -C "$Project/build" -j "$Jobs" "${Targets[@]}" >>"$Log" 2>&1 ||
      fail "generating failed; the end of $Log: $(tail -n 5 "$Log")"
  fi
  touch "$Project/build/configured"
}

# Writes the database that is checked: each file of the project once, in a fixed
# order, and a random sample of it where one is asked for. Sources that the
# build makes are left out. Prints the number of units.
select_units() {
  python3 - "$Project" "$Results" "$Leave" "$Sample" "$Seed" <<'END'
import json, os, random, re, sys

project, results, leave, sample, seed = sys.argv[1:]
source = os.path.join(project, "source")
units = {}
with open(os.path.join(project, "build", "compile_commands.json")) as file:
    for entry in json.load(file):
        path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        name = os.path.relpath(path, source)
        if name.startswith("..") or (leave and re.search(leave, name)):
            continue
        units.setdefault(name, entry)
names = sorted(units)
if 0 < int(sample) < len(names):
    names = sorted(random.Random(int(seed)).sample(names, int(sample)))
with open(os.path.join(results, "compile_commands.json"), "w") as file:
    json.dump([units[name] for name in names], file, indent=1)
print(len(names))
END
}

#===-----------------------------------------------------------------------===//
# Checking
#===-----------------------------------------------------------------------===//

# Runs the tool and writes into $Results:
#   findings.txt   what the tool prints, paths below the source folder
#   errors.txt     what it says beside that
#   counts.txt     findings per check
#   summary.txt    name, version, units, seconds, exit code, totals
#   row.md         the line of the table in docs/real-world.md
check() {
  local Units Version Chosen="" Began Ended Seconds Code=0 Total
  Results=${Output:+$Output/$Name}
  Results=${Results:-$Project/findings}
  mkdir -p "$Results"
  Results=$(realpath "$Results")
  Units=$(select_units)
  ((Units)) || fail "no units in $Project/build/compile_commands.json"
  ((Sample)) && Chosen=" (sample, seed $Seed)"
  Version=$(dpkg-parsechangelog -l "$Project/source/debian/changelog" -S Version)

  say "checking $Units units"
  Began=$(date +%s.%N)
  (cd "$Project/source" &&
    "$Joinery" check -p "$Results" -j "$Jobs" "${ToolArguments[@]}") \
    >"$Results/raw.txt" 2>"$Results/errors.txt" || Code=$?
  Ended=$(date +%s.%N)
  Seconds=$(awk "BEGIN { printf \"%.1f\", $Ended - $Began }")

  # Findings speak of the project's files, wherever the project lies.
  sed -e "s|$Project/source/||g" -e "s|$Project/build/|build/|g" \
    "$Results/raw.txt" >"$Results/findings.txt"
  rm "$Results/raw.txt"
  # A finding ends in the check's name; notes do not.
  grep -oE '(warning|error): .*\[joinery-[a-z-]+[],]' "$Results/findings.txt" |
    grep -oE 'joinery-[a-z-]+[],]$' | tr -d '],' | sort | uniq -c |
    awk '{ print $2, $1 }' >"$Results/counts.txt" || true
  Total=$(awk '{ Sum += $2 } END { print Sum + 0 }' "$Results/counts.txt")

  {
    echo "name: $Name"
    echo "version: $Version"
    echo "tool: $("$Joinery" --version 2>/dev/null | head -n 1 || true)"
    echo "units: $Units$Chosen"
    echo "jobs: $Jobs"
    echo "seconds: $Seconds"
    echo "exit code: $Code"
    echo "findings: $Total"
    sed 's/^\([^ ]*\) /  \1: /' "$Results/counts.txt"
  } | tee "$Results/summary.txt"
  echo "| $Name | $Version | $Units | $Seconds s | $Total | $(
    sed 's/^joinery-\([^ ]*\) \(.*\)/\2 \1/' "$Results/counts.txt" |
      paste -sd, - | sed 's/,/, /g'
  ) |" >"$Results/row.md"
  say "results are in $Results"
  # Findings are what is asked for; a job that could not be done is not.
  ((Code <= 1)) || Failed+=("$Name")
}

for Name in "${Sources[@]}"; do
  Source=$Name Project=$Cache/$Name
  mkdir -p "$Project"
  $Fresh && rm -rf "$Project/source"
  need dpkg-dev
  fetch
  say "unpacked in $Project/source"
done

Failed=()
for Name in "${Names[@]}"; do
  Source=$Name Below='' Needs=() Cmake=() Targets=() Leave=
  "recipe_$Name"
  Project=$Cache/$Name
  mkdir -p "$Project"
  $Fresh && rm -rf "$Project/source" "$Project/build"
  need "${CommonNeeds[@]}" "${Needs[@]}"
  fetch
  configure
  if $Check; then
    check
  else
    say "configured in $Project/build"
  fi
done
((${#Failed[@]} == 0)) ||
  fail "units of ${Failed[*]} could not be checked; see errors.txt"
