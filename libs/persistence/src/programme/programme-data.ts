import type { AgreedPlan } from '#domain/assessment';
import type { AlertRule } from '#domain/judgement';
import type { Metric, ReturnDefinition } from '#domain/metrics';
import type { ValidationRule } from '#domain/intake';
import type { Register } from '#domain/register';
import type { AreaFigure, EesDefinition, Neighbour, Persona, Programme } from '#application/ports';

/** A programme as it is written into the database: everything that `Programme` reads back, and what stands beside it. */
export type ProgrammeData = {
  readonly code: string;
  readonly name: string;
  readonly startsOn: string;
  readonly demonstration: boolean;
  readonly retention: Programme['retention'];
  readonly monthSoFarShared: boolean;
  readonly schoolTerms: Programme['schoolTerms'];
  readonly register: Omit<Register, 'programmeId' | 'programmeCode' | 'programmeName'>;
  readonly metrics: readonly Metric[];
  readonly returnDefinition: ReturnDefinition;
  readonly validationRules: readonly ValidationRule[];
  readonly alertRules: readonly AlertRule[];
  readonly inhibitions: Programme['inhibitions'];
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
  readonly publications: Programme['publications'];
  readonly areaFigures: readonly AreaFigure[];
  readonly neighbours: readonly (Omit<Neighbour, 'councilId'> & {
    readonly councilId: number;
    readonly neighbourId: number;
  })[];
  readonly ees: EesDefinition;
  readonly reforms: Programme['reforms'];
  readonly plans: readonly AgreedPlan[];
  readonly personas: readonly Persona[];
};
