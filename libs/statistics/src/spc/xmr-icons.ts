import type { AssuranceType, ImprovementDirection, PointType } from './xmr-types.js';

/** A state by letter as well as by colour; never red, amber or green. Common cause has no letter. */
export type VariationIcon = {
  readonly colour: 'blue' | 'orange' | 'purple' | 'grey';
  readonly letter: 'H' | 'L' | null;
};

export type AssuranceIcon = {
  readonly colour: 'blue' | 'orange' | 'grey';
  readonly letter: 'P' | 'F' | '?';
};

/**
 * The icon of a variation: improvement blue, concern orange, neither purple, common cause grey; H where the values run high,
 * L where they run low. Source: NHS England "Making Data Count".
 */
export function variationIcon(type: PointType, better: ImprovementDirection): VariationIcon {
  switch (type) {
    case 'common_cause':
      return { colour: 'grey', letter: null };
    case 'special_cause_improvement':
      return { colour: 'blue', letter: better === 'decrease' ? 'L' : 'H' };
    case 'special_cause_concern':
      return { colour: 'orange', letter: better === 'decrease' ? 'H' : 'L' };
    case 'special_cause_neutral_high':
      return { colour: 'purple', letter: 'H' };
    case 'special_cause_neutral_low':
      return { colour: 'purple', letter: 'L' };
  }
}

const ASSURANCE: Readonly<Record<AssuranceType, AssuranceIcon>> = {
  consistent_pass: { colour: 'blue', letter: 'P' },
  consistent_fail: { colour: 'orange', letter: 'F' },
  inconsistent: { colour: 'grey', letter: '?' },
};

/** The icon of an assurance: the target is met every time (P), never (F), or as chance has it (?). Source: as above. */
export const assuranceIcon = (type: AssuranceType): AssuranceIcon => ASSURANCE[type];
