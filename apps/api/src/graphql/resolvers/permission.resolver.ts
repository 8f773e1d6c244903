import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { refusal, type Refusal, type Result } from '#domain';
import type { Reader } from '#domain/access';
import type { Period } from '#domain/periods';
import type { Permission } from '#domain/returns';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { toPermission } from '../mappers/alert.mapper.js';
import { toAskedPeriod } from '../mappers/sent.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import { PermissionKind } from '../types/enums.js';
import type { RefusedType } from '../types/figure.type.js';
import type { PeriodInput } from '../types/inputs.js';
import { DayText } from '../scalars.js';
import {
  OpenClosedPeriodInput,
  PermissionResult,
  RequestExtensionInput,
  type PermissionType,
} from '../types/permission.type.js';

type Answer = Promise<PermissionType | RefusedType>;

/** More time for a return, and closed months that are opened for a while. */
@Resolver()
export class PermissionResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Mutation(() => PermissionResult, {
    description: 'Asks DfE for more time for one month’s return, or for a closed month.',
  })
  async requestExtension(
    @Context() context: RequestContext,
    @Args('input') input: RequestExtensionInput,
  ): Answer {
    const reader = readerIn(context);
    const of = await this.placeOf(reader, input);
    if (!of) return refusal('COUNCIL_NOT_YOURS');
    const kind = input.kind === PermissionKind.EXCEPTION ? 'exception' : 'extension';
    const { until, reason } = input;
    return this.answered(
      await this.service.permissions.ask({ reader, ...of, kind, until, reason }),
    );
  }

  @Mutation(() => PermissionResult, {
    description: 'DfE grants a request until a day, or declines it where no day is given.',
  })
  async answerExtension(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('text') text: string,
    @Args('until', { type: () => DayText, nullable: true }) until: string | null,
  ): Answer {
    return this.answered(
      await this.service.permissions.answer({
        reader: readerIn(context),
        permissionId: knownId(id),
        until: until ?? null,
        text,
      }),
    );
  }

  @Mutation(() => PermissionResult, {
    description: 'DfE opens a closed month of one council until the end of a day.',
  })
  async openClosedPeriod(
    @Context() context: RequestContext,
    @Args('input') input: OpenClosedPeriodInput,
  ): Answer {
    const reader = readerIn(context);
    const of = await this.placeOf(reader, input);
    if (!of) return refusal('NOT_FOUND');
    const { until, reason } = input;
    return this.answered(await this.service.permissions.open({ reader, ...of, until, reason }));
  }

  private async placeOf(
    reader: Reader,
    { council, period: asked }: { council?: string | null; period: PeriodInput },
  ): Promise<{ councilId: number; period: Period } | null> {
    const period = toAskedPeriod(asked);
    const named = await askedCouncilId(this.service, council);
    const [own] = reader.councilIds;
    const councilId = named === null ? own : named;
    return period && councilId !== undefined ? { councilId, period } : null;
  }

  private async answered(result: Result<Permission, Refusal>): Answer {
    if (!result.ok) return result.error;
    return toPermission(result.value, await this.service.programme.current());
  }
}
