#!/bin/sh
# The command for machines without internet, with permission to write to $OUT alone. It bundles and downloads nothing.
cd "$(dirname "$0")/.." || exit 2
exec deno run --cached-only --frozen --allow-read=".,$OUT" --allow-write="$OUT" --allow-env=TERM command/main.ts "$@"
