import type { Day } from '../periods/period.js';

type Dated = { readonly validFrom: Day | null; readonly validTo: Day | null };
export type CouncilCode = Dated & { readonly kind: 'ons' | 'dfe'; readonly code: string };
export type CouncilName = Dated & { readonly name: string };

/** A local authority: an identity that outlives its codes. `id` is the platform's own key. */
export type Council = {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly regionCode: string;
  readonly type: string;
  readonly codes: readonly CouncilCode[];
  readonly names: readonly CouncilName[];
  readonly successors: readonly { readonly key: string; readonly on: Day }[];
  readonly endedOn: Day | null;
};

export type PartnershipRole = 'lead' | 'joint-lead' | 'partner';
export type Partnership = {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly members: readonly { readonly councilId: number; readonly role: PartnershipRole }[];
};

/** A council owes returns for the months of its membership. Half-open. */
export type Membership = {
  readonly councilId: number;
  readonly from: Day;
  readonly to: Day | null;
};

/** This council tests this reform version from this day, up to that day or until it was halted. */
export type Participation = {
  readonly councilId: number;
  readonly reform: string;
  readonly version: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly haltedReason: string | null;
};

export type Region = { readonly code: string; readonly name: string };

/** Everything dated about who takes part: small, read often, changed seldom. */
export type Register = {
  readonly programmeId: number;
  readonly programmeCode: string;
  readonly programmeName: string;
  readonly regions: readonly Region[];
  readonly councils: readonly Council[];
  readonly partnerships: readonly Partnership[];
  readonly memberships: readonly Membership[];
  readonly participations: readonly Participation[];
};
