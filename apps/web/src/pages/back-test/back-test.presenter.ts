import type { BackTest, BackTestEpisode, Programme } from '#application/ports';
import { CSV_START, csvLine } from '#domain/intake';
import { ruleSentence, type AlertRule } from '#domain/judgement';
import { addresses } from '../../addresses/addresses.js';
import { drawBackTest } from '../../charts/back-test-chart.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDay, formatMoment, londonDay } from '../../format/format-time.js';
import { backTestWords as w } from '../../words/back-test.words.js';
import { alertWords } from '../../words/alert.words.js';
import { cell, numberCell, type Table } from '../tables.js';
import { headlineOf, notesOf, stretchesOf } from './back-test-lines.js';

/** How often a page looks again at a back-test that is under way. */
/** A longer table is read in the file. */
const MOST_ROWS = 300;
const DAY_MS = 86_400_000;
const DAYS_IN_MONTH = 30.4;

type Known = {
  readonly programme: Pick<Programme, 'register' | 'metrics'>;
  readonly mayStart: boolean;
  readonly fault: string | null;
};

/** A version of a rule with its newest back-test. */
export function presentBackTest(rule: AlertRule, latest: BackTest | null, known: Known) {
  const { mayStart, fault } = known;
  const isUnderWay = latest !== null && latest.finishedAt === null;
  const back = addresses.backTest(rule.code, rule.version);
  return {
    title: w.title(rule.title, rule.version),
    section: 'alerts' as const,
    backLink: { href: addresses.alerts, text: alertWords.inboxTitle },
    sentence: ruleSentence(rule, known.programme),
    hasErrors: fault !== null,
    errors:
      fault === null ? null : { title: w.start.errors, items: [{ text: fault, href: '#start' }] },
    lines: latest ? linesOf(latest) : [],
    underWay: isUnderWay
      ? {
          text: progressOf(latest),
          again: back,
          stop: mayStart ? addresses.stopBackTest(rule.code, rule.version) : null,
        }
      : null,
    start:
      mayStart && !isUnderWay
        ? { action: back, heading: latest ? w.start.again : w.start.heading, kinds: kindsOf() }
        : null,
    result: latest?.result ? presentResult(latest, known) : null,
  };
}

const kindsOf = () =>
  (['at-each-moment', 'now'] as const).map((value) => ({
    value,
    text: w.start.kinds[value].text,
    hint: { text: w.start.kinds[value].hint },
    checked: value === 'at-each-moment',
  }));

const progressOf = ({ status, done, of }: BackTest): string =>
  status === 'waiting' ? w.waiting : w.running(done, of);

const linesOf = (one: BackTest): readonly string[] => [
  w.asked(one.askedBy, formatMoment(one.askedAt)),
  ...(one.status === 'cancelled' && one.finishedAt
    ? [w.cancelled(formatMoment(one.finishedAt))]
    : []),
  ...(one.status === 'failed' ? [w.failed(one.sentence ?? '')] : []),
];

function presentResult(one: BackTest, known: Known) {
  const { result } = one;
  if (!result) return null;
  const { episodes } = result;
  return {
    headline: headlineOf(result, one.of),
    notes: notesOf(one),
    years:
      result.firedByYear.length > 0
        ? {
            caption: w.years.caption,
            head: [{ text: w.years.year }, { text: w.years.fired, numeric: true }],
            rows: result.firedByYear.map(({ year, fired }) => [
              cell(String(year)),
              numberCell(fired.toLocaleString('en-GB')),
            ]),
          }
        : null,
    picture: episodes.length > 0 ? pictureOf(one, episodes, known) : null,
    table: episodes.length > 0 ? tableOf(one, episodes.slice(0, MOST_ROWS), known) : null,
    file: episodes.length > 0 ? addresses.backTestFile(one.rule.code, one.rule.version) : null,
  };
}

const nameOf = ({ councilId }: BackTestEpisode, { programme }: Pick<Known, 'programme'>): string =>
  programme.register.councils.find(({ id }) => id === councilId)?.name ?? '';

const measureOf = ({ metric }: BackTestEpisode, { programme }: Pick<Known, 'programme'>): string =>
  programme.metrics.find(({ code }) => code === metric)?.title ?? w.table.returns;

function pictureOf(one: BackTest, episodes: readonly BackTestEpisode[], known: Known): string {
  const names = [...new Set(episodes.map((episode) => nameOf(episode, known)))];
  const from = Math.min(...episodes.map(({ openedAt }) => openedAt.getTime()));
  const to = one.askedAt;
  return drawBackTest({
    id: 'back-test',
    title: w.picture.title,
    description: w.picture.description(names.length, formatDay(new Date(from)), formatDay(to)),
    from,
    to: to.getTime(),
    lines: names.map((name) => ({
      name,
      stretches: stretchesOf(
        episodes.filter((episode) => nameOf(episode, known) === name),
        to,
      ),
    })),
    key: {
      pending: w.picture.pending,
      recovering: w.picture.recovering,
      'no-data': w.picture.noData,
      firing: w.picture.firing,
    },
  });
}

function tableOf(
  { result, askedAt }: BackTest,
  episodes: readonly BackTestEpisode[],
  known: Known,
): Table {
  const fired = result?.fired ?? 0;
  return {
    caption: w.table.caption,
    head: Object.values(w.table.head).map((text) => ({ text })),
    rows: episodes.map((one) => [
      cell(nameOf(one, known)),
      cell(measureOf(one, known)),
      cell(one.firedBy === null ? '' : formatPeriodKey(one.firedBy)),
      cell(one.firedAt ? formatDay(one.firedAt) : ''),
      cell(clearedWords(one)),
      cell(howLong(one, askedAt)),
    ]),
    ...(episodes.length < fired ? { notes: [w.result.cut(episodes.length, fired)] } : {}),
  };
}

function clearedWords({ clearedBy, noData }: BackTestEpisode): string {
  if (clearedBy !== null) return formatPeriodKey(clearedBy);
  return noData ? w.table.openNoData : w.table.open;
}

/** From firing until it cleared, or until it was asked. */
function howLong({ firedAt, clearedAt }: BackTestEpisode, asked: Date): string {
  if (!firedAt) return '';
  const days = Math.round(((clearedAt ?? asked).getTime() - firedAt.getTime()) / DAY_MS);
  return days < 60 ? w.table.days(days) : w.result.months(Math.round(days / DAYS_IN_MONTH));
}

/** What is listed of a result, as a file. */
export function backTestFile(
  { result }: BackTest,
  known: Pick<Known, 'programme'>,
): readonly string[] {
  const head = ['council', 'measure', 'opened_by', 'opened_on', 'fired_by', 'fired_on'];
  return [
    CSV_START,
    csvLine([...head, 'cleared_by', 'cleared_on', 'state', 'no_data', 'why']),
    ...(result?.episodes ?? []).map((one) =>
      csvLine([
        ...[nameOf(one, known), one.metric ?? one.seriesKey, one.openedBy],
        ...[londonDay(one.openedAt), one.firedBy, one.firedAt && londonDay(one.firedAt)],
        ...[one.clearedBy, one.clearedAt && londonDay(one.clearedAt), one.state],
        ...[String(one.noData), one.why],
      ]),
    ),
  ];
}
