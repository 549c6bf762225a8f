/** Made by `tools/fit_coefficients.ts`; no number here is written by hand. */

/** ln 2 / 64, the first part in 36 bits */
export const STEP = [0.010830424696223417, 2.572804622327669e-14] as const;

/** 64 / ln 2 */
export const STEPS_PER_UNIT = [92.33248261689366] as const;

/** ln 2, the first part in 43 bits: a multiple of 2^-43 */
export const DOUBLING = [0.6931471805598903, 5.497923018708371e-14] as const;

/** π, the first two parts in 33 bits each */
export const HALF_TURN = [
  3.1415926534682512,
  1.2154201012607932e-10,
  4.044532497591901e-21,
] as const;

/** 1 / π */
export const HALF_TURNS_PER_UNIT = [0.3183098861837907] as const;

/** 2 / √π, the slope of erf at 0 */
export const ERF_SLOPE = [1.1283791670955126, 1.533545961316588e-17] as const;

/** p in exp(r) ≈ 1 + r + r² p(r) for |r| < 0.0054155, as [a, b, c, d] in p(r) = a ((r + b) (r² + c) + d) */
export const EXP = [
  0.008333343407042185,
  5.000000760709201,
  19.999975823113008,
  -39.99996686040846,
] as const;

/** p in exp(r) ≈ 1 + r + r² p(r) for |r| < 0.0054155, relative to r */
export const EXPM1 = [
  0.5,
  0.16666666666659316,
  0.04166666666664379,
  0.008333341435123454,
  0.0013888902916009847,
] as const;

/** p in log(1 + r) ≈ r + r² p(r) for |r| < 0.0024, relative to r */
export const LOG = [
  -0.5,
  0.33333333333129156,
  -0.24999999999555594,
  0.20000114567270388,
  -0.16666805469455342,
] as const;

/** p in tanh(r) ≈ r + r³ p(r²) for |r| ≤ 0.00390625, relative to r */
export const TANH = [-0.3333333333279204, 0.1333321867922058] as const;

/** p in sin(r) ≈ r (1 + r² p(r²)) for |r| < 1.5715, relative to r */
export const SIN = [
  -0.16666666666666666,
  0.008333333333333212,
  -0.0001984126984121506,
  0.0000027557319212090746,
  -2.5052106956211668e-8,
  1.6058943721146259e-10,
  -7.643091765204704e-13,
  2.722190064668835e-15,
] as const;
