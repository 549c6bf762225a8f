#!/bin/sh
# Trains all shards with GNU parallel, and merges them:  SHARDS=8 OUT=/tmp/xor cluster/parallel.sh ID… [settings]
# On several machines that share $OUT and this folder: HOSTS=a,b. The same command again runs only what failed.
set -eu
: "${SHARDS:?the number of shards}" "${OUT:?a folder on a disk that all machines share}"
export SHARDS OUT
cd "$(dirname "$0")/.."
mkdir -p "$OUT"
# shellcheck disable=SC2086
seq "$SHARDS" | parallel --joblog "$OUT/jobs.log" --resume-failed --env OUT --workdir "$PWD" \
  ${HOSTS:+--sshlogin "$HOSTS"} --quote \
  cluster/command.sh run "$@" --quiet --jobs 1 --shard "{}/$SHARDS" --out "$OUT/shards"
exec cluster/command.sh merge "$OUT/shards" --quiet --out "$OUT/results"
