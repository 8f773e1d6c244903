import { Inject } from '@nestjs/common';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { byName } from '#application/figures';
import { londonDay } from '#domain/periods';
import { resolveCouncil } from '#domain/register';
import { scopeOf } from '#domain/access';
import { SERVICE } from '../../service-token.js';
import {
  LABEL,
  DEMONSTRATION,
  toCouncil,
  toMetric,
  toPartnership,
  toReform,
} from '../mappers/register.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import { connectionOf, pageOf, type Connection } from '../types/connection.js';
import {
  CouncilType,
  MetricType,
  PartnershipType,
  ProgrammeType,
  ReformType,
} from '../types/register.type.js';

const CouncilConnection = connectionOf(CouncilType, 'Council');
const MetricConnection = connectionOf(MetricType, 'Metric');

/** Who and what: councils are listed A to Z; there is no other order. */
@Resolver()
export class RegisterResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => ProgrammeType, { description: 'The programme that this service carries.' })
  async programme(@Context() context: RequestContext): Promise<ProgrammeType> {
    const reader = readerIn(context);
    const { register, demonstration } = await this.service.programme.current();
    const scope = scopeOf(reader);
    const seq =
      scope.database === 'app'
        ? (await this.service.figures.latest(scope, register.programmeId)).seq
        : 0;
    const label = demonstration ? `${DEMONSTRATION} ${LABEL}` : LABEL;
    return {
      code: register.programmeCode,
      name: register.programmeName,
      demonstration,
      latestSeq: String(seq),
      label,
    };
  }

  @Query(() => [PartnershipType], { description: 'The partnerships with their councils.' })
  async partnerships(@Context() context: RequestContext): Promise<PartnershipType[]> {
    readerIn(context);
    const { register } = await this.service.programme.current();
    return register.partnerships.map((partnership) => toPartnership(partnership, register));
  }

  @Query(() => CouncilConnection, {
    description: 'All councils A to Z, or those of the programme.',
  })
  async councils(
    @Context() context: RequestContext,
    @Args('inProgramme', { type: () => Boolean, nullable: true }) inProgramme: boolean | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<CouncilType>> {
    readerIn(context);
    const { register } = await this.service.programme.current();
    const members = new Set(register.memberships.map((membership) => membership.councilId));
    const listed = register.councils.filter(
      (council) => council.endedOn === null && (!inProgramme || members.has(council.id)),
    );
    const all = [...listed].sort(byName).map((council) => toCouncil(council, register));
    return pageOf(all, (council) => council.code, { first, after });
  }

  @Query(() => CouncilType, {
    nullable: true,
    description: 'By nine-character code, three-digit code or name.',
  })
  async council(
    @Context() context: RequestContext,
    @Args('code') code: string,
  ): Promise<CouncilType | null> {
    readerIn(context);
    const { register } = await this.service.programme.current();
    const found = resolveCouncil(register, code, londonDay(this.service.clock.now()));
    return found.ok ? toCouncil(found.value, register) : null;
  }

  @Query(() => MetricConnection, { description: 'Boxes, measures and published metrics, by code.' })
  async metrics(
    @Context() context: RequestContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<MetricType>> {
    readerIn(context);
    const { metrics } = await this.service.programme.current();
    return pageOf(metrics.map(toMetric), (metric) => metric.code, { first, after });
  }

  @Query(() => MetricType, { nullable: true, description: 'One metric or box, by its code.' })
  async metric(
    @Context() context: RequestContext,
    @Args('code') code: string,
  ): Promise<MetricType | null> {
    readerIn(context);
    const found = (await this.service.programme.current()).metrics.find(
      (metric) => metric.code === code,
    );
    return found ? toMetric(found) : null;
  }

  @Query(() => [ReformType], { description: 'What is being tried, and who takes part.' })
  async reforms(@Context() context: RequestContext): Promise<ReformType[]> {
    readerIn(context);
    const { reforms, register } = await this.service.programme.current();
    return reforms.map((reform) => toReform(reform, register));
  }

  @Query(() => ReformType, { nullable: true, description: 'One reform, by its code.' })
  async reform(
    @Context() context: RequestContext,
    @Args('code') code: string,
  ): Promise<ReformType | null> {
    readerIn(context);
    const { reforms, register } = await this.service.programme.current();
    const found = reforms.find((reform) => reform.code === code);
    return found ? toReform(found, register) : null;
  }
}
