import type { Programme } from '#application/ports';
import { ruleKind, ruleSentence, type ConditionKind, type RuleFault } from '#domain/judgement';
import type { AlertRule } from '#domain/judgement';
import type { Day } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import type { FormFields } from '../../http/csrf.js';
import { formatMoment } from '../../format/format-time.js';
import { alertRuleWords as w } from '../../words/alert-rule.words.js';
import { formParts } from './form-parts.js';
import { placeOfField } from './rule-fields.js';

export type RuleForm = {
  readonly kind: ConditionKind;
  /** The rule that is changed; null for a new one. */
  readonly rule: AlertRule | null;
  /** The newest version as the person knows it. */
  readonly base: number;
  readonly fields: FormFields;
  readonly faults: readonly RuleFault[];
  /** Why it was not saved, of the rule as a whole. */
  readonly problem: string | null;
  readonly changed: {
    readonly by: string | null;
    readonly at: Date | null;
    readonly version: number;
  } | null;
  /** What the rule would be; null before it was checked. */
  readonly checked: {
    readonly rule: AlertRule;
    readonly warnings: readonly RuleFault[];
  } | null;
  readonly programme: Programme;
  readonly today: Day;
};

const said = ({ message, fix }: RuleFault): string => `${message} ${fix}`;

/** Everything that is wrong, each with where it is typed. */
function errorsOf({ faults, fields, problem, changed }: RuleForm) {
  const { by, at, version } = changed ?? { by: null, at: null, version: 0 };
  const items = [
    ...faults.map((fault) => ({
      text: said(fault),
      href: `#${placeOfField(fault.field, fields)}`,
    })),
    ...(problem === null ? [] : [{ text: problem, href: '#rule-form' }]),
    ...(changed
      ? [
          {
            text: w.form.changed(by ?? w.form.somebody, at ? formatMoment(at) : '', version),
            href: '#rule-form',
          },
        ]
      : []),
  ];
  return items.length > 0 ? { title: w.form.errors, items } : null;
}

/** The form of a rule, new or changed: what it would do when it was checked, then every field in its order. */
export function presentRuleForm(form: RuleForm) {
  const { kind, rule, fields, faults, checked, programme } = form;
  const errors = errorsOf(form);
  const messageAt = (place: string): { text: string } | false => {
    const found = faults.filter(({ field }) => placeOfField(field, fields) === place);
    return found.length > 0 && { text: found.map(said).join(' ') };
  };
  return {
    title: rule ? w.form.editTitle(rule.title) : w.form.newTitle,
    section: 'alerts' as const,
    backLink: rule
      ? { href: addresses.alertRule(rule.code), text: w.backTo }
      : { href: addresses.newAlertRule, text: w.kinds.title },
    hasErrors: errors !== null,
    errors,
    kind: ruleKind(kind).title,
    about: ruleKind(kind).about,
    newest: form.changed && rule ? addresses.alertRule(rule.code) : null,
    checked: checked && {
      sentence: ruleSentence(checked.rule, programme),
      warnings: checked.warnings.map(said),
    },
    address: rule ? addresses.editAlertRule(rule.code) : addresses.newAlertRuleOf(kind),
    base: form.changed?.version ?? form.base,
    parts: formParts({ kind, fields, messageAt, programme, today: form.today }),
  };
}
