import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { toDataQuality } from '../mappers/quality.mapper.js';
import { readerOfReturns, type RequestContext } from '../request-context.js';
import { DataQualityType } from '../types/quality.type.js';

/** What can be said of the quality of a council's figures. */
@Resolver()
export class QualityResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => DataQualityType, {
    nullable: true,
    description:
      'The data-quality statement of one council; null when there is none that you can see.',
  })
  async dataQuality(
    @Context() context: RequestContext,
    @Args('council') council: string,
  ): Promise<DataQualityType | null> {
    const reader = readerOfReturns(context);
    const councilId = await askedCouncilId(this.service, council);
    if (typeof councilId !== 'number') return null;
    const statement = await this.service.readQuality.run(reader, councilId);
    if (!statement) return null;
    return toDataQuality(statement, (await this.service.programme.current()).register);
  }
}
