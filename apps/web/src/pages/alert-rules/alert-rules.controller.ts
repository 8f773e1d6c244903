import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { mayWriteRules } from '#application/alert-rules';
import { isOfCouncil, isOfDepartment } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { addresses } from '../../addresses/addresses.js';
import { ServiceDoor } from '../../service-door.js';
import { presentAlertRule, presentAlertRules, presentSwitch } from './alert-rules.presenter.js';

/** What the alert rules say, for whoever is judged by them or reads alerts; switching one, for analysts. */
@Controller('alert-rules')
export class AlertRulesController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(@SignedIn() { reader }: Visitor): Promise<Page> {
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const rules = await this.door.readAlertRules.list(reader);
    const programme = await this.door.programme.current();
    return new Page('alert-rules', presentAlertRules(rules, programme, mayWriteRules(reader)));
  }

  @Get(':code')
  async show(@SignedIn() { reader }: Visitor, @Param('code') code: string): Promise<Page> {
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const story = await this.door.readAlertRules.one(reader, code);
    const programme = await this.door.programme.current();
    const model = story && presentAlertRule(story, programme, mayWriteRules(reader));
    if (!model) throw new NotFoundException();
    return new Page('alert-rule', model);
  }

  @Get(':code/switch')
  async confirm(
    @SignedIn() visitor: Visitor,
    @Param('code') code: string,
    @Query('to') to: unknown,
  ): Promise<Page> {
    return this.switching(visitor, { code, on: to === 'on', reason: '', problems: [] });
  }

  @Post(':code/switch')
  async switch(
    @SignedIn() visitor: Visitor,
    @Param('code') code: string,
    @Query('to') to: unknown,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const { reader } = visitor;
    if (!mayWriteRules(reader)) throw new NotFoundException();
    const reason = fields['reason'] ?? '';
    const on = to === 'on';
    const version = Number(fields['version'] ?? 0);
    const done = await this.door.switchAlertRule.run({ reader, code, version, on, reason });
    if (done.ok) return new SeeOther(addresses.alertRule(code));
    const { error } = done;
    const problems =
      error.kind === 'faults'
        ? error.faults.map(({ message, fix }) => `${message} ${fix}`)
        : [`${error.refusal.message} ${error.refusal.fix}`];
    return this.switching(visitor, { code, on, reason, problems });
  }

  private async switching(
    { reader }: Visitor,
    of: { code: string; on: boolean; reason: string; problems: readonly string[] },
  ): Promise<Page> {
    const story = mayWriteRules(reader)
      ? await this.door.readAlertRules.one(reader, of.code)
      : null;
    const newest = story?.versions[0];
    if (!story || !newest) throw new NotFoundException();
    const programme = await this.door.programme.current();
    const version = of.on ? newest : (story.current ?? newest);
    const model = presentSwitch({ ...of, version, programme });
    const status = of.problems.length > 0 ? 422 : 200;
    return new Page('alert-rule-switch', { ...model, newest: newest.rule.version }, status);
  }
}
