import type { AlertingStatus, StageStatus } from '#application/alerting';
import type { Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatMoment } from '../../format/format-time.js';
import { alertWords } from '../../words/alert.words.js';
import { alertingWords as w } from '../../words/alerting.words.js';
import { cell, numberCell, type Table } from '../tables.js';

const headOf = (head: Readonly<Record<string, string>>) =>
  Object.values(head).map((text) => ({ text }));
const shown = (at: Date | null): string => (at === null ? w.never : formatMoment(at));

/** Whether each part of alerting does its work, and how the rules on a schedule are doing. */
export function presentAlerting(
  { stages, schedules, failed, putAside }: AlertingStatus,
  { alertRules, register }: Pick<Programme, 'alertRules' | 'register'>,
) {
  const nameOf = (code: string): string =>
    alertRules.find((rule) => rule.code === code)?.title ?? code;
  const scheduleTable: Table = {
    caption: w.schedulesCaption,
    head: headOf(w.schedulesHead),
    rows: schedules.map(({ ruleCode, schedule, lastDone, next, waiting }) => [
      { text: nameOf(ruleCode), note: schedule },
      cell(shown(lastDone)),
      cell(shown(next)),
      numberCell(String(waiting)),
    ]),
  };
  const failedTable: Table = {
    caption: w.failedCaption,
    head: headOf(w.failedHead),
    rows: failed.map(({ ruleCode, dueAt, tries, detail }) => [
      cell(nameOf(ruleCode)),
      cell(formatMoment(dueAt)),
      numberCell(String(tries)),
      cell(detail),
    ]),
    notes: [w.failedNote],
  };
  const councilOf = (id: number): string =>
    register.councils.find((council) => council.id === id)?.name ?? '';
  const asideTable: Table = {
    caption: w.asideCaption,
    head: headOf(w.asideHead),
    rows: putAside
      .map(({ councilId, tries, nextAt, detail }) => [
        cell(councilOf(councilId)),
        numberCell(String(tries)),
        cell(formatMoment(nextAt)),
        cell(detail),
      ])
      .sort(([a], [b]) => (a?.text ?? '').localeCompare(b?.text ?? '', 'en-GB')),
    notes: [w.asideNote],
  };
  return {
    title: w.title,
    section: 'alerts' as const,
    backLink: { href: addresses.alerts, text: alertWords.inboxTitle },
    headline: headlineOf(stages),
    stages: stageTable(stages),
    schedules: schedules.length > 0 ? scheduleTable : null,
    failed: failed.length > 0 ? failedTable : null,
    putAside: putAside.length > 0 ? asideTable : null,
  };
}

function headlineOf(stages: readonly StageStatus[]): string {
  const stopped = stages.filter((one) => one.stopped).map(({ stage }) => w.stage[stage]);
  if (stopped.length > 0) return w.stopped(stopped.join(', ').toLowerCase());
  const last = Math.min(...stages.map((one) => one.last?.getTime() ?? 0));
  return w.works(formatMoment(new Date(last)));
}

const stageTable = (stages: readonly StageStatus[]): Table => ({
  caption: w.stagesCaption,
  head: headOf(w.stagesHead),
  rows: stages.map(({ stage, last, stopped }) => [
    cell(w.stage[stage]),
    cell(shown(last)),
    cell(stopped ? w.stageState.stopped : w.stageState.works),
  ]),
});
