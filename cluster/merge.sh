#!/bin/sh
# Merges all shards in $OUT:  OUT=/scratch/me/xor cluster/merge.sh [the words of the shards]
# Shards tell their settings, so of these words only --module is needed: where the code of an own experiment is.
set -eu
module= previous=
for word; do
  case $previous,$word in
  --module,*) module=$word ;;
  *,--module=*) module=${word#--module=} ;;
  esac
  previous=$word
done
exec "$(dirname "$0")/command.sh" merge "${OUT:-}/shards" --quiet ${module:+"--module=$module"} --out "${OUT:-}/results"
