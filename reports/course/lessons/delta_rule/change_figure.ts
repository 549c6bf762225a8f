/** The figure of a unit with what the delta rule changes: the error, δ, and a change below each weight. */
import { formatSignificant } from "../../../../experiments/format.ts";
import { type Html, markup } from "../../../html.ts";
import { belowPart, unitFigure, type UnitLabel } from "../../figures/unit_figure.ts";
import type { Values } from "../../formula/expression.ts";
import type { FigureTexts } from "../../lesson.ts";

/** The unit before an update, and below it in colour what the update does. */
export function changeFigure(texts: FigureTexts<UnitLabel>, values: Values): Html {
  const { e, δ, α } = values as Record<string, number>;
  const changes = [0, 1, 2].map((i) => belowPart(i, signed(α! * δ! * values[`x_${i + 1}`]!), "change"));
  return unitFigure(
    texts,
    values,
    markup`${changes}${belowPart("sum", `δ = ${formatSignificant(δ!)}`, "change plus")}${
      belowPart("sum", `∂E/∂v = ${formatSignificant(-δ!)}`, "change minus")
    }${belowPart("output", `e = ${formatSignificant(e!)}`, "change")}`,
  );
}

/** A number with its sign, also if it is positive. */
function signed(value: number): string {
  return value > 0 ? `+${formatSignificant(value, 3)}` : formatSignificant(value, 3);
}
