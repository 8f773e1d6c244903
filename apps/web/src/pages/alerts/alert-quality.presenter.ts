import { falseAlarmsPerSeriesYear, type AlertQuality } from '#application/alerts';
import type { Programme, RuleQuality } from '#application/ports';
import type { AlertRule } from '#domain/judgement';
import { addresses } from '../../addresses/addresses.js';
import { formatDate } from '../../format/format-time.js';
import { alertQualityWords as w } from '../../words/alert-quality.words.js';
import { alertWords } from '../../words/alert.words.js';
import { numberCell, type Cell, type Table } from '../tables.js';

type Row = { readonly rule: AlertRule; readonly counts: RuleQuality };

const whole = (count: number): string => count.toLocaleString('en-GB');
const oneDecimal = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const hundredths = (value: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What each rule did in a year, in the order of the programme's rules: counts and sentences, no score and no council. */
export function presentAlertQuality(
  { from, to, rules }: AlertQuality,
  { alertRules }: Pick<Programme, 'alertRules'>,
) {
  const rows = alertRules.flatMap((rule): readonly Row[] => {
    const counts = rules.find(({ ruleCode }) => ruleCode === rule.code);
    return counts ? [{ rule, counts }] : [];
  });
  return {
    title: w.title,
    section: 'alerts' as const,
    backLink: { href: addresses.alerts, text: alertWords.inboxTitle },
    intro: w.intro(formatDate(from), formatDate(to)),
    table: rows.length > 0 ? tableOf(rows) : null,
    sentences: rows.filter(({ counts }) => counts.fired > 0).map(sentenceOf),
  };
}

function tableOf(rows: readonly Row[]): Table {
  const { rule, ...numbers } = w.head;
  return {
    caption: w.caption,
    head: [{ text: rule }, ...Object.values(numbers).map((text) => ({ text, numeric: true }))],
    rows: rows.map(({ rule: { title, condition }, counts }) => [
      {
        text: title,
        note:
          condition.kind === 'return-missing'
            ? w.judges.councils(whole(counts.councils))
            : w.judges.series(whole(counts.series)),
      },
      ...[counts.fired, counts.cleared, counts.useful, counts.notUseful].map(countCell),
      numberCell(
        counts.hoursToAcknowledge === null ? w.notSeen : oneDecimal(counts.hoursToAcknowledge),
      ),
      countCell(counts.refired),
      falseAlarmCell(counts),
    ]),
    notes: w.notes,
  };
}

const countCell = (count: number): Cell => numberCell(whole(count));

function falseAlarmCell(counts: RuleQuality): Cell {
  const rate = falseAlarmsPerSeriesYear(counts);
  return numberCell(rate === null ? w.notJudged : hundredths(rate));
}

function sentenceOf({ rule, counts }: Row): string {
  const { fired, cleared, useful, notUseful, hoursToAcknowledge: hours } = counts;
  const judged = useful + notUseful;
  const said = w.sentences.fired(rule.title, whole(fired), cleared);
  const seen = hours === null ? w.sentences.unseen : w.sentences.seen(oneDecimal(hours));
  return `${said} ${seen} ${judged === 0 ? w.sentences.unjudged : w.sentences.judged(whole(useful), whole(judged))}`;
}
