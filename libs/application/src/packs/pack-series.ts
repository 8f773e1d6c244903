import type { Scope } from '#domain/access';
import { assessSeries } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { TOTAL, type Revision, type Standing } from '#domain/observations';
import { periodKey, type Period } from '#domain/periods';
import type { Council } from '#domain/register';
import { knownBy, planInForce } from '../assessments/assess-view.js';
import { councilInput } from '../assessments/council-candidate.js';
import { byCode, improvementBeside } from '../assessments/improvement-of.js';
import type { AssessedSeries } from '../assessments/read-assessed-series.js';
import { OPTIONS, type Setting } from '../assessments/world.js';
import { councilArea } from '../figures/areas.js';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo } from '../figures/read-series.js';
import { storedCodes } from '../figures/stored-codes.js';
import { countingOf } from '../judgement/standing-at.js';
import type {
  AlertReadModel,
  AssessmentReadModel,
  KnownBy,
  KnownRevision,
  LeftOut,
  PermissionReadModel,
  Programme,
  UnitOfWork,
} from '../ports/index.js';

export type PackSeriesPorts = {
  readonly unitOfWork: UnitOfWork;
  readonly alertReads: AlertReadModel;
  readonly assessments: AssessmentReadModel;
  readonly permissions: PermissionReadModel;
};

/** One measure of one council, as a pack has it. */
export type PackSeries = {
  readonly council: Council;
  readonly metric: Metric;
  readonly assessed: AssessedSeries;
  /** Periods that were sent and do not count yet. */
  readonly waiting: readonly Period[];
};

/** What decides the series of a pack. */
export type PackAsk = {
  readonly scope: Scope;
  readonly programme: Programme;
  readonly metrics: readonly Metric[];
  readonly councils: readonly Council[];
  readonly by: KnownBy;
};

/** Stored codes of the figures that measures are worked out from. */
export const codesOf = (metrics: readonly Metric[]): readonly string[] => [
  ...new Set(metrics.flatMap(storedCodes)),
];

/** What was granted, agreed and decided by then: a fixed number of statements. */
export async function settingOf(ports: PackSeriesPorts, ask: PackAsk): Promise<Setting> {
  const { scope, programme, by } = ask;
  const { programmeId } = programme.register;
  const councilIds = ask.councils.map(({ id }) => id);
  const [extensions, plans, limits] = await Promise.all([
    ports.permissions.extensions(scope, { programmeId, councilIds }),
    ports.alertReads.plans(scope, { programmeId, councilIds, metric: null }),
    ports.assessments.decisions(scope, { programmeId, councilIds, metric: null }),
  ]);
  const decided = { plans, limits };
  return knownBy(
    { programme, now: by.asKnownAt, decided, extensions, out: new Map() },
    by.asKnownAt,
  );
}

/**
 * The series of some councils as one version of the data has them, in one statement: of each figure the last revision that counts as
 * alerts count it (approved, published, or provisional and matured). Balancing measures are read beside them, for what is said
 * of an improvement. Councils in the order given, each with every measure.
 */
export async function readPackSeries(
  ports: PackSeriesPorts,
  ask: PackAsk,
  setting: Setting,
): Promise<{ readonly series: readonly PackSeries[]; readonly leftOut: readonly LeftOut[] }> {
  const { programme, metrics, by } = ask;
  const balancing = new Set(
    metrics.flatMap(({ balancedBy }) => balancedBy.map((one) => one.metric)),
  );
  const beside = programme.metrics.filter(
    (metric) => balancing.has(metric.code) && !metrics.includes(metric),
  );
  const revisions = await ports.unitOfWork.run(ask.scope, (stores) =>
    stores.packs.revisions({
      ...by,
      programmeId: programme.register.programmeId,
      metrics: codesOf([...metrics, ...beside]),
      councilIds: ask.councils.map(({ id }) => id),
    }),
  );
  const codes = new Set(codesOf(metrics));
  const leftOut: LeftOut[] = [];
  const series = ask.councils.flatMap((council) => {
    const own = figuresAt(
      revisions.filter(({ councilId }) => councilId === council.id),
      { programme, at: by.asKnownAt },
    );
    leftOut.push(...own.leftOut.filter(({ metric }) => codes.has(metric)));
    const views = [...metrics, ...beside].map((metric) =>
      viewOf({ council, metric, own, setting }),
    );
    const said = new Map(views.map(({ metric, view }) => [metric.code, view.assessment]));
    return views
      .filter(({ metric }) => metrics.includes(metric))
      .map(({ metric, series, view, waiting }) => {
        const of = { metric, assessment: view.assessment };
        return {
          ...{ council, metric, waiting },
          assessed: {
            ...{ series, ...view },
            plan: planInForce(setting.decided.plans, series),
            ...improvementBeside(of, byCode(programme.metrics), (code) => said.get(code)),
          },
        };
      });
  });
  return { series, leftOut };
}

type Figures = {
  readonly counted: readonly Revision[];
  readonly sent: readonly Revision[];
  readonly leftOut: readonly LeftOut[];
};

/** One council's figures at a moment: those that count, and all that were sent and stand. `revisions`: by period, then by seq. */
function figuresAt(
  revisions: readonly KnownRevision[],
  { programme, at }: { readonly programme: Programme; readonly at: Date },
): Figures {
  const moment = at.getTime();
  const [counted, sent] = [new Map<string, Revision>(), new Map<string, Revision>()];
  const leftOut = new Map<string, LeftOut[]>();
  for (const revision of revisions) {
    const { from, until } = countingOf(revision, programme);
    if (revision.breakdown !== TOTAL || until <= moment) continue;
    const place = `${revision.metric} ${periodKey(revision.period)}`;
    const figure = { ...revision, standing: standingOf(revision) };
    sent.set(place, figure);
    if (from <= moment) {
      counted.set(place, figure);
      leftOut.delete(place);
    } else {
      const { councilId, metric, knownSeq } = revision;
      const period = periodKey(revision.period);
      const one = { councilId, metric, period, knownSeq };
      leftOut.set(place, [...(leftOut.get(place) ?? []), one]);
    }
  }
  return {
    counted: [...counted.values()],
    sent: [...sent.values()],
    leftOut: [...leftOut.values()].flat(),
  };
}

/** What is not known to be approved by a version of the data has no moment of approval in it. */
const standingOf = ({ standing, approvedAt }: KnownRevision): Standing =>
  standing === 'provisional' && approvedAt !== null ? 'approved' : standing;

function viewOf(of: {
  readonly council: Council;
  readonly metric: Metric;
  readonly own: Figures;
  readonly setting: Setting;
}) {
  const { council, metric, own, setting } = of;
  const applies = appliesTo(setting.programme, metric, council.id);
  const codes = new Set(storedCodes(metric));
  const pointsIn = (figures: readonly Revision[]) =>
    pointsOf(
      metric,
      figures.filter((figure) => codes.has(figure.metric)),
      TOTAL,
      applies,
    );
  const points = pointsIn(own.counted);
  const counted = new Set(points.map(({ period }) => periodKey(period)));
  const sent = own.sent.length === own.counted.length ? points : pointsIn(own.sent);
  const waiting = sent
    .map(({ period }) => period)
    .filter((period) => !counted.has(periodKey(period)));
  const input = councilInput(setting, metric, {
    councilId: council.id,
    points,
    waiting: new Set(waiting.map(periodKey)),
  });
  const series = { metric, area: councilArea(council), breakdown: TOTAL, points };
  const view = {
    points: input.points,
    assessment: assessSeries(input, OPTIONS),
    isWithheld: false,
  };
  return { metric, series, view, waiting };
}
