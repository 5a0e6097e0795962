#!/bin/sh
# Compiles the plug-in and packs it: ./build.sh [FOLDER], default target. Needs a JDK 17 and the project built by ./travel
# (any command builds it), or CLASSPATH naming the jars of smarttravel's ingest and events, and of jsoup.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
out=${1:-$here/target}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
library=$here/../../local-stack/target/lib

if [ -z "${CLASSPATH:-}" ]; then
    [ -d "$library" ] || { echo "build.sh: run ./travel in the project's folder first, it builds $library" >&2; exit 1; }
    CLASSPATH=$library/*
fi
export CLASSPATH

rm -rf "$out/classes"
mkdir -p "$out/classes"
"${bin}javac" --release 17 -proc:none -encoding UTF-8 -d "$out/classes" "$here"/src/main/java/velero/*.java
cp -R "$here/src/main/resources/." "$out/classes/"
"${bin}jar" --create --file "$out/velero.jar" -C "$out/classes" .
echo "$out/velero.jar"
