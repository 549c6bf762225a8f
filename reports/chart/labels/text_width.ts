/** The width of text, computed without a screen. */

/**
 * Widths of the letters from space to tilde, in thousandths of the font size.
 *
 * Those of DejaVu Sans, the widest of the system fonts that charts use, so that no font cuts anything.
 */
// deno-fmt-ignore
const WIDTHS: readonly number[] = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, // space to /
  636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
  1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, // @ to O
  603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, // P to _
  500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
  635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, // p to ~
];

/** The width of other letters: that of a minus sign, which is more than most. */
const OTHER = 838;

/** Superscripts and the dot, with their width. */
const SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·";
const SMALL_WIDTH = 528;

/** The width of a line of text in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const letter of text) {
    thousandths += WIDTHS[letter.codePointAt(0)! - 32] ?? (SMALL.includes(letter) ? SMALL_WIDTH : OTHER);
  }
  return thousandths * fontSize / 1000;
}
