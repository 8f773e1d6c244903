import type { ReturnDefinition, Metric } from '#domain/metrics';
import type { AlertRule, RuleInForce } from '#domain/judgement';
import type { Inhibition } from '#domain/notifications';
import type { Day, Period } from '#domain/periods';
import type { SchoolTerm } from '#domain/calendar';
import type { Register } from '#domain/register';
import type { ValidationRule } from '#domain/intake';

/** A period of a published series and the day its figures became known. */
export type PublicationDay = {
  readonly series: string;
  readonly metrics: readonly string[];
  readonly period: Period;
  readonly publishedOn: Day;
};

/** How long what is not a figure is kept, by class. */
export type Retention = {
  /** Files of submissions that were accepted, whole or in part. */
  readonly acceptedFilesMonths: number;
  readonly refusedFilesDays: number;
  readonly idempotencyKeysDays: number;
  readonly draftsDays: number;
};

/** Everything about a programme that is data and changes seldom: read as a whole and kept until it changes. */
export type Programme = {
  readonly register: Register;
  readonly metrics: readonly Metric[];
  readonly returnDefinition: ReturnDefinition;
  readonly validationRules: readonly ValidationRule[];
  /** The newest version of each rule that is no draft, on or off. */
  readonly alertRules: readonly AlertRule[];
  /** Every version of each that was ever in force, and for what time. */
  readonly ruleHistory: readonly RuleInForce[];
  /** What keeps an alert quiet beside another. */
  readonly inhibitions: readonly Inhibition[];
  readonly holidays: ReadonlySet<Day>;
  readonly publications: readonly PublicationDay[];
  readonly reforms: readonly {
    readonly code: string;
    readonly name: string;
    readonly versions: readonly {
      readonly version: number;
      readonly title: string;
      readonly validFrom: Day;
    }[];
  }[];
  /** True when the programme runs on invented returns: every page, export and API answer says so. */
  readonly demonstration: boolean;
  readonly startsOn: Day;
  readonly retention: Retention;
  /** Whether DfE sees what councils push of a month that has not ended. */
  readonly monthSoFarShared: boolean;
  readonly schoolTerms: readonly SchoolTerm[];
};

/** The programme in force; cached, and read again when its version in the database has changed. */
export abstract class ProgrammeSource {
  abstract current(): Promise<Programme>;
}
