import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { mayWriteRules, type NotSaved } from '#application/alert-rules';
import type { RuleVersion } from '#application/ports';
import type { Reader } from '#domain/access';
import { isConditionKind, type ConditionKind } from '#domain/judgement';
import { addresses } from '../../addresses/addresses.js';
import { londonDay } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentKinds } from './alert-rules.presenter.js';
import { newRule } from './new-rule.js';
import { fieldsOfRule, typedRule } from './rule-fields.js';
import { presentRuleForm, type RuleForm } from './rule-form.presenter.js';

type Shown = Partial<Pick<RuleForm, 'faults' | 'problem' | 'changed' | 'checked'>> & {
  readonly kind: ConditionKind;
  /** The newest version of the rule that is changed; null for a new one. */
  readonly newest: RuleVersion | null;
  readonly base: number;
  readonly fields: FormFields | null;
};

/** Writing a rule: a new one, of a kind that is chosen first, or a new version of one. For analysts. */
@Controller('alert-rules')
export class RuleFormController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('new')
  async blank(
    @SignedIn() { reader }: Visitor,
    @Query('kind') kind: unknown,
    @Query('chosen') chosen: unknown,
  ): Promise<Page> {
    if (!mayWriteRules(reader)) throw new NotFoundException();
    if (!isConditionKind(kind)) {
      const isMissing = kind !== undefined || chosen !== undefined;
      return new Page('alert-rule-kinds', presentKinds(isMissing), isMissing ? 422 : 200);
    }
    return this.form({ kind, newest: null, base: 0, fields: null });
  }

  @Post('new')
  async add(
    @SignedIn() { reader }: Visitor,
    @Query('kind') kind: unknown,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    if (!mayWriteRules(reader) || !isConditionKind(kind)) throw new NotFoundException();
    return this.send(reader, { kind, newest: null, base: 0, fields });
  }

  @Get(':code/edit')
  async edit(@SignedIn() { reader }: Visitor, @Param('code') code: string): Promise<Page> {
    const newest = await this.newest(reader, code);
    const { condition, version } = newest.rule;
    return this.form({ kind: condition.kind, newest, base: version, fields: null });
  }

  @Post(':code/edit')
  async change(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const newest = await this.newest(reader, code);
    const base = Number(fields['base'] ?? 0);
    return this.send(reader, { kind: newest.rule.condition.kind, newest, base, fields });
  }

  /** Checks what was typed, or saves it. */
  private async send(
    reader: Reader,
    shown: Shown & { readonly fields: FormFields },
  ): Promise<Page | SeeOther> {
    const { kind, newest, base, fields } = shown;
    const { register } = await this.door.programme.current();
    const dryRun = fields['action'] !== 'save';
    const answer = await this.door.saveAlertRule.run({
      ...{ reader, rule: typedRule(kind, fields, register), dryRun },
      base: newest && { code: newest.rule.code, version: base },
    });
    if (!answer.ok) return this.form({ ...shown, ...problemOf(answer.error) });
    const { saved, warnings } = answer.value;
    if (!dryRun) return new SeeOther(addresses.alertRule(saved.rule.code));
    return this.form({ ...shown, checked: { rule: saved.rule, warnings } });
  }

  private async newest(reader: Reader, code: string): Promise<RuleVersion> {
    const story = mayWriteRules(reader) ? await this.door.readAlertRules.one(reader, code) : null;
    const newest = story?.versions[0];
    if (!newest) throw new NotFoundException();
    return newest;
  }

  private async form({ kind, newest, base, fields, ...of }: Shown): Promise<Page> {
    const programme = await this.door.programme.current();
    const { faults = [], problem = null, changed = null, checked = null } = of;
    const hasProblem = faults.length > 0 || problem !== null || changed !== null;
    const model = presentRuleForm({
      ...{ kind, base, faults, problem, changed, checked, programme },
      rule: newest?.rule ?? null,
      fields: fields ?? fieldsOfRule(newest?.rule ?? newRule(kind), programme.register),
      today: londonDay(this.door.clock.now()),
    });
    return new Page('alert-rule-form', model, hasProblem ? 422 : 200);
  }
}

function problemOf(error: NotSaved): Pick<Shown, 'faults' | 'problem' | 'changed'> {
  switch (error.kind) {
    case 'faults':
      return { faults: error.faults };
    case 'refused':
      return { problem: `${error.refusal.message} ${error.refusal.fix}` };
    case 'changed': {
      const { savedBy: by, savedAt: at, rule } = error.newest;
      return { changed: { by, at, version: rule.version } };
    }
  }
}
