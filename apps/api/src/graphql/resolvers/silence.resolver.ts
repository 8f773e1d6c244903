import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain';
import type { Silence } from '#domain/notifications';
import { londonDay } from '#domain/periods';
import type { Register } from '#domain/register';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { toCouncil } from '../mappers/register.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import { SilencedMessages } from '../types/enums.js';
import type { RefusedType } from '../types/figure.type.js';
import {
  SilenceInput,
  SilenceResult,
  SilenceType,
  type SilenceFaultsType,
} from '../types/silence.type.js';

const MESSAGES = {
  council: SilencedMessages.COUNCIL,
  department: SilencedMessages.DEPARTMENT,
  all: SilencedMessages.ALL,
} as const;
const AUDIENCES = {
  [SilencedMessages.COUNCIL]: 'council',
  [SilencedMessages.DEPARTMENT]: 'department',
  [SilencedMessages.ALL]: 'all',
} as const;

/** About what no messages come. */
@Resolver()
export class SilenceResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => [SilenceType], {
    description: 'What stands, the first to end first: those about the councils that you see.',
  })
  async silences(@Context() context: RequestContext): Promise<SilenceType[]> {
    const { standing } = await this.service.silences.list(readerIn(context));
    const { register } = await this.service.programme.current();
    return standing.map(({ silence }) => toSilence(silence, register));
  }

  @Mutation(() => SilenceResult, {
    description:
      'A DfE analyst silences DEPARTMENT or ALL messages, a council’s approver its own COUNCIL messages.',
  })
  async silence(
    @Context() context: RequestContext,
    @Args('input') input: SilenceInput,
  ): Promise<SilenceType | SilenceFaultsType | RefusedType> {
    const councilId = await askedCouncilId(this.service, input.council);
    const added = await this.service.silences.add({
      reader: readerIn(context),
      audience: AUDIENCES[input.messages],
      ...{ ruleCode: input.rule ?? null, metric: input.metric ?? null },
      councilId: councilId === undefined ? -1 : councilId,
      partnership: input.partnership ?? null,
      from: input.from ?? londonDay(this.service.clock.now()),
      ...{ until: input.until, reason: input.reason },
    });
    if (added.ok) {
      const { register } = await this.service.programme.current();
      return toSilence(added.value, register);
    }
    if ('refusal' in added.error) return added.error.refusal;
    return {
      faults: added.error.faults.map(({ field, code }) => {
        const { message, fix } = refusal(code);
        return { field, code, message, fix };
      }),
    };
  }

  @Mutation(() => SilenceResult, {
    description: 'Ends a silence early: what it held goes out, as far as it is still news.',
  })
  async endSilence(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SilenceType | RefusedType> {
    const ended = await this.service.silences.end({ reader: readerIn(context), id: knownId(id) });
    if (!ended.ok) return ended.error;
    const { register } = await this.service.programme.current();
    return toSilence(ended.value, register);
  }
}

function toSilence(one: Silence, register: Register): SilenceType {
  const council = register.councils.find(({ id }) => id === one.councilId);
  return {
    ...{ id: one.id, rule: one.ruleCode, metric: one.metric, partnership: one.partnership },
    council: council ? toCouncil(council, register) : null,
    messages: MESSAGES[one.audience],
    ...{ from: one.from, until: one.until, reason: one.reason },
    ...{ createdAt: one.createdAt, createdBy: one.createdBy },
    ...{ endedAt: one.endedAt, endedBy: one.endedBy },
  };
}
