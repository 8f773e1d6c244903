import type { Metric } from '#domain/metrics';
import type { Council, Register } from '#domain/register';
import type { Area } from '#application/figures';
import type { Programme } from '#application/ports';
import { AreaKind, Direction } from '../types/enums.js';
import type {
  AreaType,
  CouncilType,
  MetricType,
  PartnershipType,
  ReformType,
} from '../types/register.type.js';

/** Shown with every figure. */
export const LABEL =
  'Management information from councils’ own records. Not official statistics. Do not quote or publish without the department’s clearance.';
export const DEMONSTRATION =
  'Demonstration data: monthly figures were made up so that each year adds up to the published figures.';

const AREA_KINDS = {
  council: AreaKind.COUNCIL,
  partnership: AreaKind.PARTNERSHIP,
  region: AreaKind.REGION,
  country: AreaKind.COUNTRY,
};
const DIRECTIONS = { up: Direction.UP, down: Direction.DOWN, none: Direction.NONE };

const inForce = (council: Council, kind: 'ons' | 'dfe'): string | null =>
  council.codes.find((code) => code.kind === kind && code.validTo === null)?.code ?? null;

export const toCouncil = (council: Council, register: Register): CouncilType => ({
  code: inForce(council, 'ons') ?? council.key,
  dfeCode: inForce(council, 'dfe'),
  name: council.name,
  region: register.regions.find((region) => region.code === council.regionCode)?.name ?? '',
  type: council.type,
  inProgramme: register.memberships.some((membership) => membership.councilId === council.id),
  partnership:
    register.partnerships.find((p) => p.members.some((m) => m.councilId === council.id))?.code ??
    null,
});

/** The council with this id; figures always have one. */
export function councilById(id: number, register: Register): CouncilType {
  const found = register.councils.find((council) => council.id === id);
  if (!found) throw new Error(`no council ${id}`);
  return toCouncil(found, register);
}

export const toArea = (area: Area): AreaType => ({
  kind: AREA_KINDS[area.kind],
  code: area.code,
  name: area.name,
});

export const toMetric = (metric: Metric): MetricType => ({
  code: metric.code,
  type: metric.type,
  majorVersion: metric.major,
  minorVersion: metric.minor,
  validFrom: metric.validFrom,
  title: metric.title,
  unit: metric.unit,
  decimals: metric.decimals,
  basis: metric.basis,
  direction: DIRECTIONS[metric.direction],
  why: metric.why,
  readBy: metric.readBy,
  numerator: metric.numeratorWords,
  denominator: metric.denominatorWords,
  balancedBy: metric.balancedBy.map((one) => one.metric),
  prePublication: metric.prePublication,
  source: metric.source,
});

export const toPartnership = (
  partnership: Register['partnerships'][number],
  register: Register,
): PartnershipType => ({
  code: partnership.code,
  name: partnership.name,
  members: partnership.members.map(({ councilId, role }) => ({
    council: councilById(councilId, register),
    role,
  })),
});

export const toReform = (reform: Programme['reforms'][number], register: Register): ReformType => ({
  code: reform.code,
  name: reform.name,
  versions: reform.versions.map((version) => ({ ...version })),
  participations: register.participations
    .filter((participation) => participation.reform === reform.code)
    .map(({ councilId, version, from, to, haltedReason }) => ({
      council: councilById(councilId, register),
      version,
      from,
      to,
      haltedReason,
    })),
});
