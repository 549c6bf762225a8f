/** The outputs of a run for the four rows of a function of two inputs. */

/** The columns of the outputs, in the order of the rows. */
export const OUTPUT_COLUMNS = ["output_00", "output_01", "output_10", "output_11"] as const;
