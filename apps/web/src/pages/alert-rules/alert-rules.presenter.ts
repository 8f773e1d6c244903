import type { RuleStanding, RuleStory } from '#application/alert-rules';
import type { Programme, RuleVersion } from '#application/ports';
import { CONDITION_KINDS, ruleKind, ruleSentence, type AlertRule } from '#domain/judgement';
import { addresses } from '../../addresses/addresses.js';
import { formatMoment } from '../../format/format-time.js';
import { alertRuleWords as w } from '../../words/alert-rule.words.js';
import { alertWords } from '../../words/alert.words.js';
import { cell, tagCell, type Table } from '../tables.js';

const tagOf = ({ draft, rule }: RuleVersion) =>
  draft ? w.tags.draft : rule.enabled ? w.tags.on : w.tags.off;

const lineOf = ({ rule }: RuleVersion, programme: Programme) => ({
  title: rule.title,
  href: addresses.alertRule(rule.code),
  sentence: ruleSentence(rule, programme),
});

/** The rules as they stand: on, drafts that wait, off; each with what it does. */
export function presentAlertRules(
  rules: readonly RuleStanding[],
  programme: Programme,
  writes: boolean,
) {
  const current = rules.flatMap((one) => (one.current ? [one.current] : []));
  const group = (heading: string, of: readonly RuleVersion[], empty: string) => ({
    ...{ heading, empty },
    rules: of.map((version) => lineOf(version, programme)),
  });
  const groups = [
    group(
      w.groups.on,
      current.filter(({ rule }) => rule.enabled),
      w.none.on,
    ),
    group(
      w.groups.drafts,
      rules.flatMap(({ draft }) => (draft ? [draft] : [])),
      w.none.drafts,
    ),
    group(
      w.groups.off,
      current.filter(({ rule }) => !rule.enabled),
      w.none.off,
    ),
  ];
  return {
    title: w.title,
    section: 'alerts' as const,
    backLink: { href: addresses.alerts, text: alertWords.inboxTitle },
    write: writes ? addresses.newAlertRule : null,
    groups: groups.filter((one) => one.rules.length > 0 || one.empty !== ''),
  };
}

const since = ({ inForceFrom, draft }: RuleVersion): string =>
  draft
    ? w.notInForce
    : inForceFrom === null
      ? w.fromTheBeginning
      : w.since(formatMoment(inForceFrom));

function summaryOf(version: RuleVersion) {
  const { condition, severity, forPeriods, keepFiringFor, recipients }: AlertRule = version.rule;
  const told = recipients.map(({ audience, afterWorkingDays }) =>
    w.told(alertWords.audience[audience] ?? audience, afterWorkingDays),
  );
  return [
    [w.rows.kind, ruleKind(condition.kind).title],
    [w.rows.severity, w.severities[severity]],
    [w.rows.lasting, w.periods(forPeriods)],
    [w.rows.clear, w.periods(keepFiringFor)],
    [w.rows.told, told.join('; ')],
    [w.rows.schedule, version.rule.schedule ?? w.always],
    [w.rows.since, since(version)],
  ].map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

const versionTable = (versions: readonly RuleVersion[], title: string): Table => ({
  caption: `${w.versions}: ${title}`,
  head: Object.values(w.versionHead).map((text) => ({ text })),
  rows: versions.map((version) => [
    cell(String(version.rule.version)),
    tagCell(tagOf(version)),
    {
      ...cell(since(version)),
      ...(version.switchedBy !== null && version.reason !== null
        ? { note: w.switched(version.switchedBy, version.reason) }
        : {}),
    },
    cell(
      version.savedAt && version.savedBy
        ? w.saved(version.savedBy, formatMoment(version.savedAt))
        : w.cameWithProgramme,
    ),
  ]),
});

/** One rule: what it does, first, then its parts, what waits, what can be done, and its versions. */
export function presentAlertRule(
  { code, current, draft, versions }: RuleStory,
  programme: Programme,
  writes: boolean,
) {
  const shown = current ?? draft;
  if (!shown) return null;
  const isOn = current?.rule.enabled === true;
  const waits = current && draft ? draft : null;
  const newest = versions[0]?.rule.version ?? shown.rule.version;
  const switching = [
    ...(draft ? [{ href: `${addresses.switchAlertRule(code)}?to=on`, text: w.switchOnDraft }] : []),
    ...(!draft && !isOn
      ? [{ href: `${addresses.switchAlertRule(code)}?to=on`, text: w.switchOn }]
      : []),
    ...(isOn ? [{ href: `${addresses.switchAlertRule(code)}?to=off`, text: w.switchOff }] : []),
  ];
  return {
    title: shown.rule.title,
    section: 'alerts' as const,
    backLink: { href: addresses.alertRules, text: w.back },
    state: tagOf(shown),
    version: w.version(shown.rule.version),
    sentence: ruleSentence(shown.rule, programme),
    summary: summaryOf(shown),
    waits: waits && {
      version: w.version(waits.rule.version),
      sentence: ruleSentence(waits.rule, programme),
    },
    links: [
      ...(current ? [{ href: addresses.alertsOfRule(code), text: w.alerts }] : []),
      ...(writes
        ? [
            { href: addresses.editAlertRule(code), text: draft ? w.editDraft : w.edit },
            { href: addresses.backTest(code, newest), text: w.backTest(newest) },
            ...switching,
          ]
        : []),
    ],
    versions: versionTable(versions, shown.rule.title),
  };
}

/** Which kind of rule a new one is: asked first, since everything else follows from it. */
export const presentKinds = (isMissing: boolean) => ({
  title: w.kinds.title,
  section: 'alerts' as const,
  backLink: { href: addresses.alertRules, text: w.back },
  hasErrors: isMissing,
  errors: isMissing
    ? { title: w.form.errors, items: [{ text: w.kinds.missing, href: '#kind' }] }
    : null,
  error: isMissing && { text: w.kinds.missing },
  items: CONDITION_KINDS.map((kind) => ({
    value: kind,
    text: ruleKind(kind).title,
    hint: { text: ruleKind(kind).about },
  })),
});

/** Asks before a rule is switched, and why. */
export function presentSwitch(of: {
  readonly version: RuleVersion;
  readonly on: boolean;
  readonly reason: string;
  readonly problems: readonly string[];
  readonly programme: Programme;
}) {
  const { rule } = of.version;
  const [title, body, confirm] = of.on
    ? [w.switch.on(rule.title), w.switch.onBody, w.switch.confirmOn]
    : [w.switch.off(rule.title), w.switch.offBody, w.switch.confirmOff];
  return {
    ...{ title, body, confirm, section: 'alerts' as const },
    backLink: { href: addresses.alertRule(rule.code), text: w.backTo },
    hasErrors: of.problems.length > 0,
    errors:
      of.problems.length > 0
        ? {
            title: w.form.errors,
            items: of.problems.map((text) => ({ text, href: '#reason' })),
          }
        : null,
    error: of.problems.length > 0 && { text: of.problems.join(' ') },
    sentence: ruleSentence(rule, of.programme),
    reason: of.reason,
    address: `${addresses.switchAlertRule(rule.code)}?to=${of.on ? 'on' : 'off'}`,
    keepHref: addresses.alertRule(rule.code),
  };
}
