import type { Making } from './council-figures.js';
import { MONTHS_IN_ALL } from './months.js';
import type { Random } from './random.js';

/** Invented: of a thousand plans, or of the new plans or requests of the month. */
const AP_TIERS = [
  ['n_ap_tier_1', 42],
  ['n_ap_tier_2', 17],
  ['n_ap_tier_3', 11],
] as const;
const LISTS_PER_PLAN = 0.42;
const CHOSEN_FROM_LIST = 0.52;
const PANELS_PER_REQUEST = 0.32;
/** The share of new plans on the template in the first month, and what it comes to over half a year. */
const TEMPLATE = { first: 0.2, after: 0.72, months: 6 };
const LANGUAGE_PER_PLAN = 0.011;
const LANGUAGE_SEASON = [110, 95, 105, 85, 95, 85, 45, 4, 130, 140, 130, 76];
/** Support lasts about a term. */
const LANGUAGE_LAG = 3;
const ASSESSED = 0.86;
/**
 * The true effect of early language support: 45 in 100 are at the expected level when their support began before the
 * reform, 54 when it began in it.
 */
const EXPECTED = { before: 0.45, effect: 0.09 };

/** Boxes of the reforms that a council tests, from the month in which it began; every number here is invented. */
export function reformBoxes(making: Making): void {
  const { inputs, council, put } = making;
  const testing = (reform: string, box: string, of: Month): void => {
    const began = inputs.began(council, reform);
    if (began === undefined) return;
    const chance = making.random(box);
    const months = Array.from({ length: MONTHS_IN_ALL }, (_, month) =>
      month < began ? 0 : of(month, month - began, chance),
    );
    put(box, months);
  };
  const at = making.at;
  testing('standard-template', 'n_template', (month, since, chance) => {
    const ramp = Math.min(1, since / TEMPLATE.months);
    const share = TEMPLATE.first + (TEMPLATE.after - TEMPLATE.first) * ramp;
    return drawn(at('n_plans', month), share, chance);
  });
  testing('tailored-lists', 'n_placements_listed', (month, _, chance) =>
    drawn(at('n_plans', month), LISTS_PER_PLAN, chance),
  );
  testing('tailored-lists', 'n_placements_from_list', (month, _, chance) =>
    drawn(at('n_placements_listed', month), CHOSEN_FROM_LIST, chance),
  );
  testing('multi-agency-panels', 'n_panel', (month, since, chance) =>
    drawn(at('n_requests', month), PANELS_PER_REQUEST * (since === 0 ? 0.5 : 1), chance),
  );
  for (const [box, perThousand] of AP_TIERS)
    testing('three-tier-ap', box, (month) => onLastDay(making, box, month, perThousand / 1_000));
  earlyLanguage(making, testing);
}

type Month = (month: number, since: number, chance: Random) => number;

const drawn = (whole: number, share: number, chance: Random): number =>
  Array.from({ length: whole }, chance.unit).filter((u) => u < share).length;

/** Places fill through the school year; in August July's stands. */
function onLastDay({ at, random }: Making, box: string, month: number, share: number): number {
  const stands = month % 12 === 7 ? month - 1 : month;
  const sinceSeptember = (stands + 4) % 12;
  const noise = 1 + 0.015 * random(box, String(stands)).normal();
  return Math.round(at('n_caseload', stands) * share * (0.9 + 0.012 * sinceSeptember) * noise);
}

function earlyLanguage(
  making: Making,
  testing: (reform: string, box: string, of: Month) => void,
): void {
  const { at } = making;
  const begun = (month: number): number =>
    (at('n_caseload', month) * LANGUAGE_PER_PLAN * (LANGUAGE_SEASON[month % 12] ?? 0)) / 100;
  testing('early-language', 'n_el_supported', (month, _, chance) =>
    Math.round(begun(month) * (1 + 0.08 * chance.normal())),
  );
  testing('early-language', 'n_el_assessed', (month, since, chance) => {
    const began = begun(since < LANGUAGE_LAG ? month : month - LANGUAGE_LAG);
    return drawn(Math.round(began * (since < LANGUAGE_LAG ? 0.4 : 1)), ASSESSED, chance);
  });
  testing('early-language', 'n_el_expected', (month, since, chance) =>
    drawn(
      at('n_el_assessed', month),
      EXPECTED.before + (since < LANGUAGE_LAG ? 0 : EXPECTED.effect),
      chance,
    ),
  );
}
