import type { Key } from "./drawing.ts";

/** The key to every decision surface, drawn here or in the page. */
export const SURFACE_KEY: Key = {
  title: "output y",
  entries: [
    { label: "near 0", style: { color: "low", dash: [], shape: "square" }, mark: "area" },
    { label: "near 1", style: { color: "high", dash: [], shape: "square" }, mark: "area" },
    { label: "½", style: { color: "ink", dash: [], shape: "square" }, mark: "line" },
  ],
};
