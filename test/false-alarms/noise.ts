import { binomialDraw, normalDraw, poissonDraw, t5Draw, type Random } from '#statistics/random';

/** The noise kinds of the table: `normal`, `ar:φ`, `binom:n`, `t5`. */
export type Noise = string;

/** How the level moves after the baseline, in standard deviations of the steady series; both 0 or below. */
export type Change = { readonly step: number; readonly ramp: number };

const SHARE = 0.6;

export type Stretch = {
  readonly baselineN: number;
  /** Baseline and monitored months together. */
  readonly length: number;
  readonly change: Change;
};

/** Writes one series into `out`, from its start: a baseline, then months whose level changes. */
export type FillSeries = (out: Float64Array, stretch: Stretch) => void;

/** The generator of one noise kind, by the protocol of the table. */
export function seriesOf(noise: Noise, random: Random): FillSeries {
  const [kind, parameter] = noise.split(':');
  const size = Number(parameter);
  if (kind === 'binom') return percentages(size, random);
  if (kind === 'ar') return autocorrelated(size, random);
  const scale = kind === 't5' ? Math.sqrt(3 / 5) : 1;
  const draw = kind === 't5' ? t5Draw : normalDraw;
  return (out, { baselineN, length, change }) => {
    for (let t = 0; t < length; t += 1)
      out[t] = scale * draw(random) + shiftAt(t - baselineN + 1, change);
  };
}

const shiftAt = (month: number, { step, ramp }: Change): number =>
  month >= 1 ? step + ramp * month : 0;

/** Stationary, with unit variance. */
function autocorrelated(correlation: number, random: Random): FillSeries {
  const fresh = Math.sqrt(1 - correlation ** 2);
  return (out, { baselineN, length, change }) => {
    let last = normalDraw(random);
    for (let t = 0; t < length; t += 1) {
      if (t > 0) last = correlation * last + fresh * normalDraw(random);
      out[t] = last + shiftAt(t - baselineN + 1, change);
    }
  };
}

/** x of n cases with n Poisson, at least 1; shifts are in standard deviations of the steady percentages. */
function percentages(cases: number, random: Random): FillSeries {
  const deviation = Math.sqrt(SHARE * (1 - SHARE) * meanReciprocal(cases));
  return (out, { baselineN, length, change }) => {
    for (let t = 0; t < length; t += 1) {
      const n = poissonDraw(random, cases) || 1;
      const shifted = SHARE + deviation * shiftAt(t - baselineN + 1, change);
      // The draw holds its chance to 0 to 1.
      out[t] = binomialDraw(random, n, shifted) / n;
    }
  };
}

/** The mean of 1/max(1, n) for Poisson n. */
function meanReciprocal(mean: number): number {
  let chance = Math.exp(-mean);
  let sum = chance;
  for (let n = 1; n < mean * 4 + 40; n += 1) {
    chance *= mean / n;
    sum += chance / n;
  }
  return sum;
}
