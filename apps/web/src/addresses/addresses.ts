import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import { addressOfPeriod } from './period-address.js';
import { addressOfTheme } from './theme-address.js';

type PeriodName = Pick<Period, 'timePeriod' | 'timeIdentifier'>;

type MetricName = Pick<Metric, 'code' | 'type' | 'theme'>;

/** What a list is narrowed to, and where a page of it begins. */
type ListPart = { readonly month?: string; readonly after?: string };

const queryOf = (part: ListPart, first: '?' | '&'): string => {
  const query = Object.entries(part)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return query === '' ? '' : `${first}${query}`;
};

/** Every address of the pages, in one place. */
export const addresses = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  council: '/council',
  ownFiguresOfAny: '/council/figures',
  ownFigures: (councilKey: string) => `/council/figures?council=${councilKey}`,
  returnOf: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}?council=${councilKey}`,
  returnAnswer: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/answer?council=${councilKey}`,
  returnFile: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/file?council=${councilKey}`,
  draft: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/draft?council=${councilKey}`,
  discardDraft: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/draft/discard?council=${councilKey}`,
  template: (kind: 'csv' | 'xlsx', period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/template.${kind}?council=${councilKey}`,
  askForTime: (period: PeriodName, councilKey: string) =>
    `/council/return/${addressOfPeriod(period)}/time?council=${councilKey}`,
  counting: '/council/counting',
  countingTool: '/council/counting/tool',
  countingFile: '/council/counting/file',
  columns: (submissionId: string) => `/council/columns/${submissionId}`,
  receipt: (submissionId: string) => `/council/receipt/${submissionId}`,
  findingsFile: (submissionId: string) => `/council/receipt/${submissionId}/findings.csv`,
  receivedFile: (submissionId: string) => `/council/receipt/${submissionId}/file`,
  everythingSent: '/council/submissions',
  submissions: (councilKey: string, part: ListPart = {}) =>
    `/council/submissions?council=${councilKey}${queryOf(part, '&')}`,
  councilSubmissions: (councilKey: string, part: ListPart = {}) =>
    `/councils/${councilKey}/submissions${queryOf(part, '?')}`,
  explain: (submissionId: string) => `/council/receipt/${submissionId}/explain`,
  withdraw: (submissionId: string) => `/council/receipt/${submissionId}/withdraw`,
  approve: (submissionId: string) => `/council/receipt/${submissionId}/approve`,
  figure: (councilKey: string, metric: string, period: PeriodName) =>
    `/figures/${councilKey}/${metric}/${addressOfPeriod(period)}`,
  ownQuality: (councilKey: string) => `/council/quality?council=${councilKey}`,
  councilQuality: (councilKey: string) => `/councils/${councilKey}/quality`,
  ownReconciliation: (year: number, councilKey: string) =>
    `/council/reconciliation/${year}?council=${councilKey}`,
  councilReconciliation: (councilKey: string, year: number) =>
    `/councils/${councilKey}/reconciliation/${year}`,
  overview: '/overview',
  returns: '/returns',
  everyReturn: '/returns?month=all',
  returnsPart: (month: string, partnership: string, part: number) =>
    `/returns?month=${month}&partnership=${partnership}&part=${part}#board`,
  returnsFile: (month: string, partnership: string) =>
    `/returns/file?month=${month}&partnership=${partnership}`,
  published: '/published',
  publishedImport: (id: string) => `/published/${id}`,
  confirmImport: (id: string) => `/published/${id}/confirm`,
  openMonth: '/requests/new',
  request: (id: string) => `/requests/${id}`,
  metrics: '/metrics',
  metric: (code: string) => `/metrics/${code}`,
  metricFunnel: (code: string) => `/metrics/${code}/funnel`,
  metricTable: (code: string) => `/metrics/${code}/table`,
  metricExport: (code: string) => `/metrics/${code}/export`,
  metricFile: (code: string, format: string) => `/metrics/${code}/export/${format}`,
  more: '/more',
  compare: '/compare',
  compareOf: (councilKey: string, metric: string) =>
    `/compare?council=${councilKey}&metric=${metric}`,
  partnerships: '/partnerships',
  partnership: (code: string) => `/partnerships/${code}`,
  regions: '/regions',
  region: (code: string) => `/regions/${code}`,
  reforms: '/reforms',
  reform: (code: string) => `/reforms/${code}`,
  milestonesOfReform: (code: string) => `/milestones?reform=${code}`,
  councils: '/councils',
  councilPage: (councilKey: string) => `/councils/${councilKey}`,
  monthlySeries: (councilKey: string, metric: string) =>
    `/councils/${councilKey}/figures/${metric}`,
  monthlyFile: (councilKey: string, metric: string) =>
    `/councils/${councilKey}/figures/${metric}/csv`,
  publishedHistory: (councilKey: string, theme: string) =>
    `/councils/${councilKey}/published/${addressOfTheme(theme)}`,
  board: (councilKey: string, theme: string) =>
    `/councils/${councilKey}/board/${addressOfTheme(theme)}`,
  alerts: '/alerts',
  alert: (id: string) => `/alerts/${id}`,
  alertsWithoutPlan: '/alerts?plan=overdue',
  alertQuality: '/alert-quality',
  alerting: '/alerting',
  alertRules: '/alert-rules',
  newAlertRule: '/alert-rules/new',
  newAlertRuleOf: (kind: string) => `/alert-rules/new?kind=${kind}`,
  alertRule: (code: string) => `/alert-rules/${code}`,
  editAlertRule: (code: string) => `/alert-rules/${code}/edit`,
  switchAlertRule: (code: string) => `/alert-rules/${code}/switch`,
  backTest: (code: string, version: number) => `/alert-rules/${code}/versions/${version}/back-test`,
  alertsOfRule: (code: string) => `/alerts?rule=${code}`,
  stopBackTest: (code: string, version: number) =>
    `/alert-rules/${code}/versions/${version}/back-test/stop`,
  backTestFile: (code: string, version: number) =>
    `/alert-rules/${code}/versions/${version}/back-test/file`,
  alertDeed: (id: string, deed: string, action?: number) =>
    `/alerts/${id}/${deed}${action === undefined ? '' : `?action=${action}`}`,
  acknowledge: (id: string) => `/alerts/${id}/acknowledge`,
  milestones: '/milestones',
  milestonesOf: (councilKey: string) => `/milestones?council=${councilKey}`,
  milestonesAfter: (after: string, filter: { council: string; reform: string; state: string }) =>
    `/milestones?council=${filter.council}&reform=${filter.reform}&state=${filter.state}&after=${after}`,
  milestone: (id: string) => `/milestones/${id}`,
  newMilestone: (councilKey?: string) =>
    `/milestones/new${councilKey === undefined ? '' : `?council=${councilKey}`}`,
  feedback: '/feedback',
  feedbackAfter: (after: string) => `/feedback?after=${after}`,
  feedbackItem: (id: string) => `/feedback/${id}`,
  newFeedback: '/feedback/new',
  silences: '/silences',
  endSilence: (id: string) => `/silences/${id}/end`,
  messages: '/messages',
  messagesOf: (recipient: string) => `/messages?to=${encodeURIComponent(recipient)}`,
  testMessage: (recipient: string) => `/messages/test?to=${encodeURIComponent(recipient)}`,
  removeSubscription: (id: string) => `/messages/${id}/remove`,
  sendAgain: (id: string) => `/messages/${id}/again`,
  connections: '/connections',
  connectionsOf: (councilKey: string) => `/connections?council=${councilKey}`,
  newKey: (councilKey: string) => `/connections/new?council=${councilKey}`,
  replaceKey: (id: string) => `/connections/${id}/replace`,
  revokeKey: (id: string) => `/connections/${id}/revoke`,
  packs: '/packs',
  packsAfter: (after: string) => `/packs?after=${after}`,
  newPack: '/packs/new',
  packAgain: (id: string) => `/packs/new?again=${id}`,
  pack: (id: string) => `/packs/${id}`,
  packPrint: (id: string) => `/packs/${id}/print`,
  packManifest: (id: string) => `/packs/${id}/manifest.json`,
  packArchive: (id: string) => `/packs/${id}/pack.zip`,
  packFile: (id: string, path: string) => `/packs/${id}/files/${path}`,
  dashboard: '/dashboard',
  help: '/help',
  howToGiveFeedback: '/help#feedback',
  privacy: '/privacy',
  cookies: '/cookies',
  accessibility: '/accessibility',
} as const;

/** Where a series of a council is drawn: a published one on the page of its theme, any other on `monthlyPage`. */
export const addressOfSeries = (
  councilKey: string,
  metric: MetricName,
  monthlyPage: string,
): string =>
  `${metric.type === 'published' ? addresses.publishedHistory(councilKey, metric.theme) : monthlyPage}#${metric.code}`;
