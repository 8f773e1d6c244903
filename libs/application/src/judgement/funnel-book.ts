import type { UnlikeTheOthers } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type { AlertStore, Programme } from '../ports/index.js';
import { FunnelHistory, quarterMoments } from './funnel-history.js';
import { PointHistory } from './point-history.js';

/** The funnels that rules compare councils by, each read once for however many councils are judged together. */
export class FunnelBook {
  /** `read`: what was read before, for councils that are judged in transactions of their own. */
  constructor(
    private readonly alerts: Pick<AlertStore, 'revisions'>,
    private readonly of: { readonly programme: Programme; readonly now: Date },
    private readonly read: Map<string, FunnelHistory> = new Map(),
  ) {}

  /** The funnels of a metric, of every member of the programme. */
  async funnelsOf(rule: UnlikeTheOthers, metric: Metric): Promise<FunnelHistory> {
    const key = `${metric.code} ${rule.minimumCases} ${rule.partOf[metric.code] ?? ''}`;
    const known = this.read.get(key) ?? (await this.make(rule, metric));
    this.read.set(key, known);
    return known;
  }

  private async make(rule: UnlikeTheOthers, metric: Metric): Promise<FunnelHistory> {
    const { programme, now } = this.of;
    const { register } = programme;
    const whole = programme.metrics.find(({ code }) => code === rule.partOf[metric.code]) ?? null;
    const councilIds = [...new Set(register.memberships.map(({ councilId }) => councilId))];
    const revisions = await this.alerts.revisions({
      programmeId: register.programmeId,
      councilIds,
      metrics: [...storedCodes(metric), ...(whole ? storedCodes(whole) : [])],
    });
    const members = councilIds.map((councilId) => {
      const own = revisions.filter((revision) => revision.councilId === councilId);
      const history = (of: Metric): PointHistory =>
        new PointHistory({ programme, councilId, metric: of, revisions: own });
      return { councilId, part: history(metric), whole: whole && history(whole) };
    });
    const changes = members.flatMap(({ part }) => part.moments());
    const moments =
      metric.type === 'published'
        ? [...new Set(changes)].filter((at) => at <= now.getTime())
        : quarterMoments(programme, now);
    return new FunnelHistory(metric, members, { rule, moments });
  }
}
