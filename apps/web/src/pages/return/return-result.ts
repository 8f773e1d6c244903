import type { Finding } from '#domain/intake';
import { addresses } from '../../addresses/addresses.js';
import { returnWords } from '../../words/return.words.js';
import type { ReturnForm } from '#application/returns';
import { findingText } from './findings.js';
import { boxOfFinding } from './return-boxes.js';
import type { ReturnOutcome } from './return-outcome.js';
import { boxField } from './typed-return.js';

type ErrorItem = { readonly text: string; readonly href: string };
export type ReturnResult = {
  readonly errors: { readonly title: string; readonly items: readonly ErrorItem[] } | null;
  readonly lines: readonly string[];
  readonly receiptHref: string | null;
  /** Where the sender can say which column is which. */
  readonly columnsHref: string | null;
  /** Where a list of people is counted without sending it, after one was refused. */
  readonly countingHref: string | null;
};

const { result } = returnWords;

/** Where the reason for a change is chosen, far from the box that changes. */
const REASON_FIELD = `reason-kind-${Object.keys(returnWords.reasonKinds)[0] ?? ''}`;

/** What is to be fixed is not the number, but that it changes without a reason. */
export const needsReason = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'REVISION_NEEDS_REASON';

function errorItems(
  form: ReturnForm,
  outcome: Exclude<ReturnOutcome, { kind: 'fault' }>,
  anchor: string,
): readonly ErrorItem[] {
  return outcome.findings
    .filter(({ severity }) => severity === 'block')
    .map((finding) => {
      const box = anchor === '#findings' ? undefined : boxOfFinding(form, finding);
      return {
        text: placed(box?.label ?? null, findingText(finding)),
        href: box ? `#${needsReason(finding) ? REASON_FIELD : boxField(box.code)}` : anchor,
      };
    });
}

function linesOf(outcome: Exclude<ReturnOutcome, { kind: 'fault' }>, blocks: number): string[] {
  if (outcome.kind === 'refused') {
    const reference = outcome.submissionId ? [result.reference(outcome.submissionId)] : [];
    return [outcome.refusal.message, outcome.refusal.fix, ...reference];
  }
  const { accepted, received } = outcome;
  if (outcome.kind === 'checked') {
    return blocks === 0
      ? [result.checkTitle, `${result.clean} ${result.cleanCount(accepted)}`]
      : [
          result.checkTitle,
          result.checkCounts(accepted, received - accepted),
          ...(received - accepted > blocks ? [result.together] : []),
        ];
  }
  return accepted === 0 ? [result.noneIn] : [result.partly(accepted, received - accepted)];
}

/** Only a file that was sent is kept for its columns to be explained; one that was only checked is not. */
const columnsHrefOf = (outcome: Exclude<ReturnOutcome, { kind: 'fault' }>): string | null =>
  outcome.kind === 'refused' &&
  outcome.submissionId !== null &&
  outcome.findings.some(({ code }) => code === 'COLUMN_MISSING')
    ? addresses.columns(outcome.submissionId)
    : null;

const isAboutPeople = ({ code }: Finding): boolean =>
  code.startsWith('PERSONAL_DATA_') && code !== 'PERSONAL_DATA_COMMENT';

/** After the refusal of what looks like a list of people: the page that counts it on the sender's own computer. */
export const countingHrefOf = (findings: readonly Finding[]): string | null =>
  findings.some(isAboutPeople) ? addresses.counting : null;

const NOTHING: ReturnResult = {
  errors: null,
  lines: [],
  receiptHref: null,
  columnsHref: null,
  countingHref: null,
};

/** What came of it: the summary at the top with a link to each field, and the sentences beneath. */
export function presentResult(
  form: ReturnForm,
  outcome: ReturnOutcome | null,
  channel: 'page' | 'file',
): ReturnResult {
  if (!outcome) return NOTHING;
  if (outcome.kind === 'fault') {
    const items = [{ text: outcome.message, href: `#${outcome.field}` }];
    return { ...NOTHING, errors: { title: result.toFix(1), items } };
  }
  const found = errorItems(form, outcome, channel === 'file' ? '#findings' : '#return-form');
  const items =
    found.length === 0 && outcome.kind === 'refused'
      ? [{ text: outcome.refusal.message, href: channel === 'file' ? '#file' : '#return-form' }]
      : found;
  return {
    errors: items.length > 0 ? { title: result.toFix(items.length), items } : null,
    lines: linesOf(outcome, items.length),
    receiptHref:
      outcome.kind === 'partly' && outcome.accepted > 0
        ? addresses.receipt(outcome.submissionId)
        : null,
    columnsHref: columnsHrefOf(outcome),
    countingHref: countingHrefOf(outcome.findings),
  };
}

/** A message with the box that it speaks of, unless it begins with that itself. */
const placed = (label: string | null, text: string): string =>
  label === null || text.startsWith(`${label}:`) ? text : `${label}: ${text}`;
