import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { TOTAL } from '#domain/observations';
import { periodKey } from '#domain/periods';
import { scopeOf, type Scope } from '#domain/access';
import type { SubmissionView } from '#application/ports';
import { SERVICE } from '../../service-token.js';
import { toPoint, toSeries, toSubmission } from '../mappers/figure.mapper.js';
import { toAskedPeriod } from '../mappers/sent.mapper.js';
import { countLookup, readerIn, readerOfFigures, type RequestContext } from '../request-context.js';
import { PointType, SeriesType, SubmissionType } from '../types/figure.type.js';
import { SeriesByMetricArgs } from '../types/list.args.js';
import { SeriesArgs } from '../types/series.args.js';

/** Figures, as known now or at any earlier moment. Councils come A to Z; nothing orders them by a value. */
@Resolver(() => PointType)
export class SeriesResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => SeriesType, {
    nullable: true,
    description: 'One metric (or box) of a council, partnership, region or England.',
  })
  async series(
    @Context() context: RequestContext,
    @Args() args: SeriesArgs,
  ): Promise<SeriesType | null> {
    const { metric, area, breakdown, from, to, asKnownAt } = args;
    const question = {
      metric,
      area,
      breakdown: breakdown ?? null,
      from: from ?? null,
      to: to ?? null,
      asKnownAt: asKnownAt ?? null,
    };
    const view = await this.service.readSeries.run(readerOfFigures(context), question);
    return view && toSeries(view, { isAlone: true, asKnownAt: question.asKnownAt });
  }

  @Query(() => [SeriesType], {
    description: 'Every council’s series of one metric, A to Z; one period, or a window of days.',
  })
  async seriesByMetric(
    @Context() context: RequestContext,
    @Args() args: SeriesByMetricArgs,
  ): Promise<SeriesType[]> {
    const { metric, period, breakdown, from, to, inProgramme, asKnownAt } = args;
    const asked = toAskedPeriod(period);
    const view = await this.service.readSeriesByMetric.run(readerOfFigures(context), {
      metric,
      breakdown: breakdown ?? null,
      from: asked?.start ?? from ?? null,
      to: asked?.end ?? to ?? null,
      inProgramme: inProgramme ?? false,
      asKnownAt: asKnownAt ?? null,
    });
    return (view?.series ?? []).map((one) =>
      toSeries(one, { isAlone: false, asKnownAt: asKnownAt ?? null }),
    );
  }

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: 'The delivery behind the figure; null for published files and areas.',
  })
  async submission(
    @Context() context: RequestContext,
    @Parent() point: PointType,
  ): Promise<SubmissionType | null> {
    const { submissionId } = point;
    if (submissionId === null) return null;
    const reader = readerIn(context);
    const view = await this.submissionOnce(context, scopeOf(reader), submissionId);
    return view?.councilId
      ? toSubmission(view, (await this.service.programme.current()).register)
      : null;
  }

  @ResolveField(() => [PointType], {
    description: 'Every revision of a council’s figure, newest first.',
  })
  async revisions(
    @Context() context: RequestContext,
    @Parent() point: PointType,
  ): Promise<PointType[]> {
    const { councilId, metric, breakdown } = point.of;
    if (councilId === null) return [];
    countLookup(context);
    const period = periodKey(point.period);
    const points = await this.service.readFigureRevisions.run(readerIn(context), {
      councilId,
      metric,
      period,
      breakdown: breakdown || TOTAL,
    });
    return points.map((revision) => toPoint(revision, point.of));
  }
  /** Many points come from one delivery: it is read once a request. */
  private submissionOnce(
    context: RequestContext,
    scope: Scope,
    id: string,
  ): Promise<SubmissionView | null> {
    const kept = context.submissions.get(id);
    if (kept) return kept;
    countLookup(context);
    const read = this.service.submissions.byId(scope, id);
    context.submissions.set(id, read);
    return read;
  }
}
