import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain';
import { resolveCouncil } from '#domain/register';
import { londonDay } from '#domain/periods';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { toAlertRule, toSave } from '../mappers/rule.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import type { RefusedType } from '../types/figure.type.js';
import {
  AlertRuleType,
  SaveAlertRuleInput,
  SaveAlertRuleResult,
  SwitchAlertRuleResult,
  type AlertRuleFaultType,
  type AlertRuleRefusedType,
  type AlertRuleSavedType,
} from '../types/rule.type.js';
import { SwitchAlertRuleArgs } from '../types/rule.args.js';

const copies = (faults: readonly AlertRuleFaultType[]): AlertRuleFaultType[] =>
  faults.map((one) => ({ ...one }));

/** The rules behind alerts: what each does, and for analysts, writing them. */
@Resolver()
export class RuleResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => [AlertRuleType], {
    description: 'The rules in force, by code; for those who write them, also what is off.',
  })
  async alertRules(
    @Context() context: RequestContext,
    @Args('drafts', {
      ...{ type: () => Boolean, nullable: true },
      description: 'With drafts that are not in force, for those who write rules.',
    })
    drafts?: boolean | null,
  ): Promise<AlertRuleType[]> {
    const rules = await this.service.readAlertRules.list(readerIn(context));
    const programme = await this.service.programme.current();
    return rules
      .flatMap(({ current, draft }) => [current, drafts ? draft : null])
      .filter((one) => one !== null)
      .map((one) => toAlertRule(one, programme));
  }

  @Query(() => AlertRuleType, {
    nullable: true,
    description: 'One rule with its versions; null when there is none that you can see.',
  })
  async alertRule(
    @Context() context: RequestContext,
    @Args('code') code: string,
    @Args('version', {
      ...{ type: () => Int, nullable: true },
      description: 'Left out: the one in force.',
    })
    version?: number | null,
  ): Promise<AlertRuleType | null> {
    const story = await this.service.readAlertRules.one(readerIn(context), code);
    if (!story) return null;
    const { versions, current, draft } = story;
    const asked = version ?? null;
    const found =
      asked === null ? (current ?? draft) : versions.find(({ rule }) => rule.version === asked);
    return found ? toAlertRule(found, await this.service.programme.current(), versions) : null;
  }

  @Mutation(() => SaveAlertRuleResult, {
    description: 'For DfE analysts. Saves a draft, which judges nothing until it is switched on.',
  })
  async saveAlertRule(
    @Context() context: RequestContext,
    @Args('input') input: SaveAlertRuleInput,
  ): Promise<AlertRuleSavedType | AlertRuleRefusedType | RefusedType> {
    const reader = readerIn(context);
    const programme = await this.service.programme.current();
    const today = londonDay(this.service.clock.now());
    const keyOf = (text: string): string => {
      const found = resolveCouncil(programme.register, text, today);
      return found.ok ? found.value.key : text;
    };
    const { code, baseVersion } = input;
    const answer = await this.service.saveAlertRule.run({
      reader,
      rule: toSave(input, keyOf),
      base: code ? { code, version: baseVersion ?? 0 } : null,
      dryRun: input.dryRun === true,
    });
    if (answer.ok) {
      const { saved, warnings } = answer.value;
      return { rule: toAlertRule(saved, programme), warnings: copies(warnings) };
    }
    const { error } = answer;
    return error.kind === 'faults' ? { faults: copies(error.faults) } : error.refusal;
  }

  @Mutation(() => SwitchAlertRuleResult, {
    description:
      'For DfE analysts. Puts the draft in force from now on, or switches a rule off or on again.',
  })
  async switchAlertRule(
    @Context() context: RequestContext,
    @Args() { code, version, on, reason }: SwitchAlertRuleArgs,
  ): Promise<AlertRuleType | AlertRuleRefusedType | RefusedType> {
    const reader = readerIn(context);
    const answer = await this.service.switchAlertRule.run({ reader, code, version, on, reason });
    if (!answer.ok)
      return answer.error.kind === 'faults'
        ? { faults: copies(answer.error.faults) }
        : answer.error.refusal;
    const programme = await this.service.programme.current();
    const story = await this.service.readAlertRules.one(reader, code);
    return story ? toAlertRule(answer.value, programme, story.versions) : refusal('NOT_FOUND');
  }
}
