import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who put a version of a rule in force, and why a rule was switched; a rule's sentence is made of the rule, and no longer kept.
 * Rules are read without a scope, with the programme, so it is a trigger that lets nobody but DfE write what people write.
 */
export class RulesByPeople1764720000022 implements MigrationInterface {
  readonly name = 'RulesByPeople1764720000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update alert_rule set definition = definition - 'sentence';
      alter table alert_rule
        add switched_by text, add reason text,
        add constraint alert_rule_switched check ((switched_by is null) = (reason is null)),
        add constraint alert_rule_in_force check (switched_by is null or in_force_from is not null);
      create function alert_rule_by_department() returns trigger language plpgsql as $$
      begin
        if new.saved_at is not null and not scope_all('grants') then
          raise exception 'only DfE writes alert rules' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger alert_rule_by_department before insert or update on alert_rule
        for each row execute function alert_rule_by_department();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
