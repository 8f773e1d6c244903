import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain';
import type { Deed } from '#domain/follow-up';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { knownId } from '../known-id.js';
import { notUsefulBecause, toAlertQuality, toWholeAlert } from '../mappers/follow-up.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import { AlertFollowUpResult, type AlertType } from '../types/alert.type.js';
import { AlertSide, RecoveryActionChange } from '../types/enums.js';
import type { RefusedType } from '../types/figure.type.js';
import { AlertQualityType, RecoveryActionInput } from '../types/follow-up.type.js';
import { ChangeActionArgs, CloseAlertArgs } from '../types/follow-up.args.js';

type Answer = Promise<AlertType | RefusedType>;
const KINDS = {
  [RecoveryActionChange.DONE]: 'done',
  [RecoveryActionChange.REDATE]: 'redate',
  [RecoveryActionChange.DROP]: 'drop',
} as const;

/** What people do about an alert beyond acknowledging it, and how good the alerts were. */
@Resolver()
export class FollowUpResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Mutation(() => AlertFollowUpResult, {
    description: 'Says something about the service to whoever sees the alert.',
  })
  commentOnAlert(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('text') words: string,
  ): Answer {
    return this.run(context, id, { kind: 'comment', words });
  }

  @Mutation(() => AlertFollowUpResult, {
    description: 'Says who looks after it, at the council or at DfE: a role or a name at work.',
  })
  assignAlert(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('side', { type: () => AlertSide }) side: AlertSide,
    @Args('who') who: string,
  ): Answer {
    return this.run(context, id, {
      ...{ kind: 'assign', side: side === AlertSide.DFE ? 'dfe' : 'council', who },
    });
  }

  @Mutation(() => AlertFollowUpResult, {
    description: 'Adds actions to the recovery plan: all of them, or none.',
  })
  planRecovery(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('actions', { type: () => [RecoveryActionInput] }) actions: RecoveryActionInput[],
  ): Answer {
    if (actions.length === 0) return Promise.resolve(refusal('NO_PLAN'));
    const deeds = actions.map(({ what: words, owner: who, due }): Deed => ({
      kind: 'action',
      words,
      who,
      due,
    }));
    return this.run(context, id, ...deeds);
  }

  @Mutation(() => AlertFollowUpResult, {
    description: 'An action is done, due on another day, or dropped.',
  })
  changeRecoveryAction(
    @Context() context: RequestContext,
    @Args() { id, action, change, due, words }: ChangeActionArgs,
  ): Answer {
    return this.run(
      context,
      id,
      change === RecoveryActionChange.REDATE
        ? { kind: 'redate', action, due: due ?? '', words }
        : { kind: KINDS[change], action, words },
    );
  }

  @Mutation(() => AlertFollowUpResult, { description: 'A DfE analyst agrees the recovery plan.' })
  agreeRecovery(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Answer {
    return this.run(context, id, { kind: 'agree' });
  }

  @Mutation(() => AlertFollowUpResult, {
    description:
      'Closes an alert that has cleared, with evidence. A DfE analyst closes a finding to look at earlier, until a review.',
  })
  closeAlert(@Context() context: RequestContext, @Args() asked: CloseAlertArgs): Answer {
    const { id, evidence: words, useful, reviewOn } = asked;
    const because = useful ? null : notUsefulBecause(asked.because);
    return this.run(context, id, {
      ...{ kind: 'close', words, useful, because, reviewOn: reviewOn ?? null },
    });
  }

  @Mutation(() => AlertFollowUpResult, { description: 'Within 90 days of closing.' })
  reopenAlert(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') words: string,
  ): Answer {
    return this.run(context, id, { kind: 'reopen', words });
  }

  @Query(() => AlertQualityType, {
    nullable: true,
    description: 'How good the alerts of the last 365 days were, rule by rule; for DfE alone.',
  })
  async alertQuality(@Context() context: RequestContext): Promise<AlertQualityType | null> {
    const quality = await this.service.readAlerts.quality(readerIn(context));
    return quality && toAlertQuality(quality, await this.service.programme.current());
  }

  private async run(context: RequestContext, id: string, ...deeds: readonly Deed[]): Answer {
    const reader = readerIn(context);
    const alertId = knownId(id);
    const answer = await this.service.followUpAlert.run({ reader, alertId, deeds });
    if (!answer.ok) return answer.error;
    const story = await this.service.readAlerts.one(reader, alertId);
    const programme = await this.service.programme.current();
    return story ? toWholeAlert(story, programme, this.service.clock.now()) : refusal('NOT_FOUND');
  }
}
