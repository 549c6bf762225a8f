#!/bin/sh
# Submits an array of shards to Slurm, and their merge:  SHARDS=8 OUT=/scratch/me/xor cluster/submit.sh ID… [settings]
# Options of sbatch for the array, such as a time limit or only some shards, go into $SBATCH_OPTIONS.
set -eu
: "${SHARDS:?the number of shards}" "${OUT:?a folder on a disk that all nodes share}"
export SHARDS OUT
cd "$(dirname "$0")/.."
# a wrong word is refused here rather than by every task, after it has waited
cluster/command.sh run "$@" --dry-run >/dev/null
mkdir -p "$OUT"
# shellcheck disable=SC2086
array=$(sbatch --parsable --array="1-$SHARDS" --output="$OUT/%A_%a.log" ${SBATCH_OPTIONS:-} cluster/shard.sbatch "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$OUT/%j.log" cluster/merge.sbatch "$@")
echo "array $array, merge $merge"
