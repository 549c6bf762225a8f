#!/bin/sh
# The command for machines without internet, with permission to write to $OUT alone. It bundles and downloads nothing.
refuse() {
  echo "cluster/command.sh: $*" >&2
  exit 2
}
cd "$(dirname "$0")/.." || exit 2
[ -n "${OUT:-}" ] || refuse 'OUT must be the folder of the output, on a disk that all machines share'
[ -e .build/lesson.js ] || refuse 'the scripts of the pages are missing; "deno task scripts" makes them, with internet'
exec deno run --cached-only --frozen --allow-read=".,$OUT" --allow-write="$OUT" --allow-env=TERM command/main.ts "$@"
