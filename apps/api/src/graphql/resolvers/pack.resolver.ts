import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { toOpenedPack, toPack } from '../mappers/pack.mapper.js';
import { readerIn, readerOfPacks, type RequestContext } from '../request-context.js';
import { connection, connectionOf, sizeOf, type Connection } from '../types/connection.js';
import type { RefusedType } from '../types/figure.type.js';
import { PageArgs } from '../types/list.args.js';
import {
  BuildPackInput,
  BuildPackResult,
  OpenedPackType,
  PackType,
  type PackFaultsType,
} from '../types/pack.type.js';

const PackConnection = connectionOf(PackType, 'EvidencePack');

/** Evidence packs. */
@Resolver()
export class PackResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => PackConnection, { description: 'Newest first.' })
  async packs(
    @Context() context: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<PackType>> {
    const reader = readerOfPacks(context);
    const asked = { after: after ?? null, first: sizeOf(first) };
    const page = await this.service.readPacks.list(reader, asked);
    const items = page.items.map((one, index) => ({
      node: toPack(one),
      cursor: page.cursors[index] ?? '',
    }));
    return connection(items, page.next !== null, asked.after !== null);
  }

  @Query(() => OpenedPackType, { nullable: true, description: 'Each opening is recorded.' })
  async pack(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OpenedPackType | null> {
    const found = await this.service.readPacks.one(readerOfPacks(context), knownId(id));
    const { register } = await this.service.programme.current();
    return found && toOpenedPack(found, register);
  }

  @Mutation(() => BuildPackResult, {
    description:
      'Freezes figures and charts of some measures and councils as known now, or at an earlier moment. For DfE analysts and policy leads.',
  })
  async buildPack(
    @Context() context: RequestContext,
    @Args('input') input: BuildPackInput,
  ): Promise<OpenedPackType | PackFaultsType | RefusedType> {
    const reader = readerIn(context);
    const built = await this.service.buildPack.run({
      ...{ reader, title: input.title, question: input.question, note: input.note ?? '' },
      measures: input.measures,
      councils: input.councils ? await this.keysOf(input.councils) : 'all',
      asKnownAt: input.asKnownAt ?? null,
    });
    if (!built.ok) return 'faults' in built.error ? toFaults(built.error) : built.error.refusal;
    const opened = await this.service.readPacks.one(reader, built.value.id);
    const { register } = await this.service.programme.current();
    return opened ? toOpenedPack(opened, register) : refusal('NOT_FOUND');
  }

  /** Keys of the councils that are named; one that is not known has none. */
  private async keysOf(named: readonly string[]): Promise<readonly string[]> {
    const { register } = await this.service.programme.current();
    const ids = await Promise.all(named.map((one) => askedCouncilId(this.service, one)));
    return ids.map((id) => register.councils.find((council) => council.id === id)?.key ?? '');
  }
}

const toFaults = ({
  faults,
}: {
  readonly faults: readonly {
    readonly field: string;
    readonly code: Parameters<typeof refusal>[0];
  }[];
}): PackFaultsType => ({
  faults: faults.map(({ field, code }) => {
    const { message, fix } = refusal(code);
    return { field, code, message, fix };
  }),
});
