import { covers, scopeOf, type Reader } from '#domain/access';
import type { Unit } from '#domain/metrics';
import { TOTAL, type Revision, type Standing, type ValueState } from '#domain/observations';
import { monthsBefore, periodKey, type Period } from '#domain/periods';
import type { Permission } from '#domain/returns';
import type { Council } from '#domain/register';
import type { ReturnDraft } from '#domain/returns';
import type { DraftOf, UnitOfWork } from '../ports/index.js';
import { isAsked, returnView, type ReturnPorts } from './read-returns.js';
import type { ReturnView } from './return-types.js';

export type BoxCell = {
  readonly value: string | null;
  readonly state: ValueState;
  readonly standing: Standing;
  readonly comment: string | null;
};

export type FormBox = {
  readonly code: string;
  /** Place on the form, from 1: the `row` of a finding. */
  readonly number: number;
  readonly label: string;
  readonly helpText: string;
  readonly unit: Unit;
  readonly asked: boolean;
  readonly current: BoxCell | null;
  readonly lastMonth: BoxCell | null;
};

export type ReturnForm = {
  readonly council: Council;
  readonly period: Period;
  readonly owed: ReturnView;
  /** What somebody saved to come back to; null for who may not send for the council. */
  readonly draft: ReturnDraft | null;
  /** What was asked for this month, extensions and exceptions, oldest first. */
  readonly permissions: readonly Permission[];
  readonly themes: readonly { readonly title: string; readonly boxes: readonly FormBox[] }[];
};

/** One council's return of one month, as a form: every box with what stands and what last month said. */
export class ReadReturnForm {
  constructor(private readonly ports: ReturnPorts & { readonly unitOfWork: UnitOfWork }) {}

  /** Null when the council is not known or not the reader's to see. */
  async run(reader: Reader, of: { councilId: number; period: Period }): Promise<ReturnForm | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const council = programme.register.councils.find((candidate) => candidate.id === of.councilId);
    if (!council || !covers(scope.anyStatus, council.id)) return null;
    const now = this.ports.clock.now();
    const before = monthsBefore(of.period, 1);
    const codes = programme.returnDefinition.themes.flatMap((theme) => theme.boxes);
    const query = { programmeId: programme.register.programmeId, councilIds: [council.id], now };
    const [figures, facts, draft, permissions] = await Promise.all([
      this.ports.figures.figures(scope, {
        ...query,
        metrics: codes,
        breakdown: TOTAL,
        from: before.start,
        to: of.period.end,
        asKnownAt: null,
      }),
      this.ports.returns.facts(scope, { ...query, from: of.period.start, to: of.period.end }),
      this.draftOf(reader, { ...of, programmeId: query.programmeId }, now),
      this.ports.permissions.list(scope, {
        ...query,
        from: of.period.start,
        to: of.period.end,
        waiting: false,
      }),
    ]);
    const byPlace = new Map(
      figures.map((figure) => [`${figure.metric} ${periodKey(figure.period)}`, figure]),
    );
    const titles = new Map(programme.metrics.map((metric) => [metric.code, metric]));
    const box = (code: string): FormBox => {
      const metric = titles.get(code);
      return {
        code,
        number: codes.indexOf(code) + 1,
        label: metric?.title ?? code,
        helpText: metric?.traps ?? '',
        unit: metric?.unit ?? 'count',
        asked: isAsked(programme, council.id, code, of.period),
        current: cellOf(byPlace.get(`${code} ${periodKey(of.period)}`)),
        lastMonth: cellOf(byPlace.get(`${code} ${periodKey(before)}`)),
      };
    };
    return {
      council,
      period: of.period,
      owed: returnView({ programme, council, period: of.period, now }, facts[0], permissions),
      draft,
      permissions,
      themes: programme.returnDefinition.themes.map((theme) => ({
        title: theme.title,
        boxes: theme.boxes.map(box),
      })),
    };
  }

  private async draftOf(reader: Reader, of: DraftOf, now: Date): Promise<ReturnDraft | null> {
    const scope = scopeOf(reader);
    if (!covers(scope.writes, of.councilId)) return null;
    return this.ports.unitOfWork.run(scope, (stores) => stores.drafts.find(of, now));
  }
}

const cellOf = (figure: Revision | undefined): BoxCell | null =>
  figure
    ? {
        value: figure.value,
        state: figure.state,
        standing: figure.standing,
        comment: figure.comment,
      }
    : null;
