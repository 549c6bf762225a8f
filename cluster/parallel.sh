#!/bin/sh
# Trains all shards with GNU parallel, and merges them:  SHARDS=8 OUT=/tmp/xor cluster/parallel.sh ID… [settings]
# On several machines that share $OUT and this folder: HOSTS=a,b. The same command again runs only what failed.
set -eu
: "${SHARDS:?the number of shards}" "${OUT:?a folder on a disk that all machines share}"
export SHARDS OUT
cd "$(dirname "$0")/.."
mkdir -p "$OUT"
# a log for these words alone: GNU parallel would skip the shards of other words as done
log=$OUT/jobs-$(printf '%s\n' "$SHARDS" "$@" | cksum | cut -d ' ' -f 1).log
# shellcheck disable=SC2086
seq "$SHARDS" | parallel --joblog "$log" --resume-failed --env OUT --workdir "$PWD" \
  ${HOSTS:+--sshlogin "$HOSTS"} --quote \
  cluster/command.sh run "$@" --quiet --jobs 1 --shard "{}/$SHARDS" --out "$OUT/shards"
exec cluster/merge.sh "$@"
