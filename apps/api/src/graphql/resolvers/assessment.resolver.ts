import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { refusal, type Refusal, type Result } from '#domain';
import type { Reader } from '#domain/access';
import type { RebaseGround } from '#domain/assessment';
import { TOTAL } from '#domain/observations';
import type { AssessedAsKnown } from '#application/assessments';
import type { LimitDecision } from '#application/ports';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { toAssessment, toLimitDecision } from '../mappers/assessment.mapper.js';
import { countLookup, readerIn, type RequestContext } from '../request-context.js';
import {
  AssessmentType,
  ConfirmBaselineInput,
  LimitDecisionResult,
  LimitGround,
  StartNewLimitsInput,
  type LimitDecisionType,
} from '../types/assessment.type.js';
import { SeriesType, type RefusedType } from '../types/figure.type.js';

type Assessments = Promise<ReadonlyMap<string, AssessedAsKnown>>;
type Answer = Promise<LimitDecisionType | RefusedType>;

const GROUNDS: Readonly<Record<LimitGround, RebaseGround>> = {
  [LimitGround.PROCESS_CHANGED]: 'process-changed',
  [LimitGround.CAUSE_OF_SHIFT_KNOWN]: 'cause-of-shift-known',
};

/** What the statistics say of series, and what people decide of their limits. */
@Resolver(() => SeriesType)
export class AssessmentResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @ResolveField(() => AssessmentType, {
    nullable: true,
    description:
      'Of the whole series, whatever window is asked for: as it stands, or as it was known at the moment asked for. Null for boxes and breakdowns, and where the reader sees only a part of what it rests on.',
  })
  async assessment(
    @Context() context: RequestContext,
    @Parent() { of, breakdown }: SeriesType,
  ): Promise<AssessmentType | null> {
    if (breakdown !== TOTAL) return null;
    // An earlier moment is worked out, series by series, so that each counts.
    if (of.asKnownAt !== null) countLookup(context);
    const found = (await this.metricOnce(context, of)).get(of.subject);
    return found ? toAssessment(found) : null;
  }

  @Mutation(() => LimitDecisionResult, {
    description: 'A DfE analyst starts new limits for a council’s series; the old ones stay.',
  })
  async startNewLimits(
    @Context() context: RequestContext,
    @Args('input') { council, ground, ...input }: StartNewLimitsInput,
  ): Answer {
    const reader = readerIn(context);
    const councilId = await askedCouncilId(this.service, council);
    if (typeof councilId !== 'number') return refusal('NOT_FOUND');
    return answered(
      await this.service.limits.rebase({ reader, councilId, ...input, ground: GROUNDS[ground] }),
    );
  }

  @Mutation(() => LimitDecisionResult, {
    description: 'A DfE analyst confirms the baseline of a council’s series, which then stands.',
  })
  async confirmBaseline(
    @Context() context: RequestContext,
    @Args('input') { council, ...input }: ConfirmBaselineInput,
  ): Answer {
    const reader = readerIn(context);
    const councilId = await askedCouncilId(this.service, council);
    if (typeof councilId !== 'number') return refusal('NOT_FOUND');
    return answered(await this.service.limits.confirmBaseline({ reader, councilId, ...input }));
  }

  /** The series of one metric, as known at one moment, share what is read for them. */
  private metricOnce(context: RequestContext, of: SeriesType['of']): Assessments {
    const { metric, subject, isAlone, asKnownAt } = of;
    const key = [metric, isAlone ? subject : '', asKnownAt?.getTime() ?? ''].join(' ');
    const kept = context.assessments.get(key);
    if (kept) return kept;
    countLookup(context);
    const reader = readerIn(context);
    const read = asKnownAt ? this.past(reader, { ...of, asKnownAt }) : this.now(reader, of);
    context.assessments.set(key, read);
    return read;
  }

  private async now(reader: Reader, { metric, subject, isAlone }: SeriesType['of']): Assessments {
    const subjects = isAlone ? [subject] : null;
    return (await this.service.readAssessments.ofMetric(reader, { metric, subjects })).series;
  }

  private past(reader: Reader, of: SeriesType['of'] & { readonly asKnownAt: Date }): Assessments {
    const { metric, subject, asKnownAt } = of;
    const { assessAsKnown } = this.service;
    if (!of.isAlone) return assessAsKnown.ofMetric(reader, { metric, asKnownAt });
    return of.isCouncil
      ? assessAsKnown.ofCouncil(reader, { councilId: Number(subject), metric, asKnownAt })
      : assessAsKnown.ofArea(reader, { area: subject, metric, asKnownAt });
  }
}

const answered = (result: Result<LimitDecision, Refusal>): LimitDecisionType | RefusedType =>
  result.ok ? toLimitDecision(result.value) : result.error;
