import type { ReturnForm } from '#application/returns';
import type { Finding } from '#domain/intake';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, formatDay, formatMoment } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { permissionWords } from '../../words/permission.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import { returnsWords } from '../../words/returns.words.js';
import { returnWords } from '../../words/return.words.js';
import { dayBoxes } from '../form-fields.js';
import { findingsTable } from './findings.js';
import { boxOfFinding, presentBox } from './return-boxes.js';
import { hiddenOf, openedTexts, type Opened } from './typed-draft.js';
import type { ReturnOutcome } from './return-outcome.js';
import { needsReason, presentResult } from './return-result.js';

export type ReturnPage = {
  readonly form: ReturnForm;
  /** What was typed, to be shown again; null when the page is opened. */
  readonly typed: FormFields | null;
  /** What the page said when it was opened, and of which draft: saving and sending carry it. */
  readonly opened: Opened;
  readonly outcome: ReturnOutcome | null;
  readonly channel: 'page' | 'file';
  /** A new key for what is sent next: pressing a button twice then counts once. */
  readonly idempotencyKey: string;
  readonly maySend: boolean;
};

const findingsOf = (outcome: ReturnOutcome | null): readonly Finding[] =>
  outcome && outcome.kind !== 'fault' ? outcome.findings : [];

function themesOf({ form, outcome, channel }: ReturnPage, texts: FormFields) {
  const findings = channel === 'page' ? findingsOf(outcome) : [];
  return form.themes
    .map((theme) => ({
      title: theme.title,
      boxes: theme.boxes
        .filter((box) => box.asked)
        .map((box) =>
          presentBox(
            box,
            texts,
            findings.filter((finding) => boxOfFinding(form, finding)?.code === box.code),
          ),
        ),
    }))
    .filter((theme) => theme.boxes.length > 0);
}

const reasonOf = (texts: FormFields, findings: readonly Finding[]) => ({
  error: findings.some(needsReason) ? returnWords.reasonMissing : null,
  kinds: Object.entries(returnWords.reasonKinds).map(([value, text]) => ({
    value,
    text,
    checked: texts['reason-kind'] === value,
  })),
  text: texts['reason-text'] ?? '',
});

/** Who saved what is in the form, when, and until when it is kept. */
const draftOf = ({ form }: ReturnPage) =>
  form.draft && {
    text: returnWords.draft.saved(form.draft.savedBy, formatMoment(form.draft.savedAt)),
    until: returnWords.draft.until(formatDay(form.draft.expiresAt)),
    discard: addresses.discardDraft(form.period, form.council.key),
    version: form.draft.version,
  };

/** What had been typed of an answer that is no figure. */
const answerOf = (typed: FormFields | null) => ({
  kind: typed?.['kind'] ?? '',
  text: typed?.['text'] ?? '',
  day: dayBoxes(typed ?? {}, 'expected'),
});

/** The return page: the form by themes, a file instead, an answer instead, and what came of the last sending. */
export function presentReturn(page: ReturnPage) {
  const { form, typed, outcome, channel } = page;
  const { owed } = form;
  const texts = (channel === 'page' ? typed : null) ?? openedTexts(form);
  const month = formatPeriod(form.period);
  const result = presentResult(form, outcome, channel);
  const hasFigures = form.themes.some(({ boxes }) => boxes.some(({ current }) => current !== null));
  return {
    title: returnWords.title(form.council.name, month),
    section: 'home' as const,
    councilName: form.council.name,
    backLink: { href: `${addresses.council}?council=${form.council.key}`, text: form.council.name },
    hasErrors: result.errors !== null,
    ...result,
    due: returnWords.due(formatMoment(owed.dueAt)),
    extended: owed.extendedUntil ? returnsWords.extended(formatDate(owed.extendedUntil)) : null,
    askHref: page.maySend ? addresses.askForTime(form.period, form.council.key) : null,
    askText: permissionWords.ask.link,
    status: returnStatusWords[owed.status],
    answered: owed.answer
      ? returnWords.answered[owed.answer.kind](owed.answer.text, formatMoment(owed.answer.at))
      : null,
    maySend: page.maySend,
    action: addresses.returnOf(form.period, form.council.key),
    fileAction: addresses.returnFile(form.period, form.council.key),
    answerAction: addresses.returnAnswer(form.period, form.council.key),
    idempotencyKey: page.idempotencyKey,
    themes: themesOf(page, texts),
    draft: draftOf(page),
    draftAction: addresses.draft(form.period, form.council.key),
    templates: (['xlsx', 'csv'] as const).map((kind) => ({
      text: returnWords.templates[kind],
      href: addresses.template(kind, form.period, form.council.key),
    })),
    hidden: hiddenOf(page.opened),
    reason: hasFigures ? reasonOf(texts, channel === 'page' ? findingsOf(outcome) : []) : null,
    comment: texts['comment'] ?? '',
    answer: answerOf(typed),
    fault: outcome?.kind === 'fault' ? { field: outcome.field, message: outcome.message } : null,
    findings: channel === 'file' ? findingsTable(findingsOf(outcome), () => null) : null,
  };
}
