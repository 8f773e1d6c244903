import { alertWords } from './alert.words.js';
import { alertQualityWords } from './alert-quality.words.js';
import { alertingWords } from './alerting.words.js';
import { alertRuleWords } from './alert-rule.words.js';
import { followUpWords } from './follow-up.words.js';
import { compareWords } from './compare.words.js';
import { areaWords } from './area.words.js';
import { moreWords } from './more.words.js';
import { reformWords } from './reform.words.js';
import { backTestWords } from './back-test.words.js';
import { besideWords } from './beside.words.js';
import { boardWords } from './board.words.js';
import { chartWords } from './chart.words.js';
import { connectionWords } from './connection.words.js';
import { councilListWords } from './council-list.words.js';
import { councilWords } from './council.words.js';
import { errorWords } from './error.words.js';
import { exportWords } from './export.words.js';
import { funnelWords } from './funnel.words.js';
import { sparkWords } from './spark.words.js';
import { feedbackWords } from './feedback.words.js';
import { figuresWords } from './figures.words.js';
import { filesWords } from './files.words.js';
import { countingWords } from './counting.words.js';
import { historyWords } from './history.words.js';
import { ledToWords } from './led-to.words.js';
import { messageWords } from './message.words.js';
import { metricWords } from './metric.words.js';
import { milestoneWords } from './milestone.words.js';
import { monthSoFarWords } from './month-so-far.words.js';
import { navigationWords } from './navigation.words.js';
import { overviewWords } from './overview.words.js';
import { columnsWords } from './columns.words.js';
import { packWords } from './pack.words.js';
import { permissionWords } from './permission.words.js';
import { publishedWords } from './published.words.js';
import { qualityWords } from './quality.words.js';
import { readingWords } from './reading.words.js';
import { receiptWords } from './receipt.words.js';
import { reconciliationWords } from './reconciliation.words.js';
import { returnWords } from './return.words.js';
import { returnsWords } from './returns.words.js';
import { silenceWords } from './silence.words.js';
import { signInWords } from './sign-in.words.js';
import { submissionsWords } from './submissions.words.js';
import { siteWords } from './site.words.js';

/** The one catalogue of words: everything that a page says, apart from data. Templates know it as `w`. */
export const words = {
  alert: alertWords,
  alertQuality: alertQualityWords,
  alerting: alertingWords,
  alertRule: alertRuleWords,
  area: areaWords,
  compare: compareWords,
  more: moreWords,
  reform: reformWords,
  backTest: backTestWords,
  followUp: followUpWords,
  beside: besideWords,
  board: boardWords,
  chart: chartWords,
  connection: connectionWords,
  council: councilWords,
  councilList: councilListWords,
  counting: countingWords,
  error: errorWords,
  export: exportWords,
  funnel: funnelWords,
  spark: sparkWords,
  feedback: feedbackWords,
  figures: figuresWords,
  files: filesWords,
  history: historyWords,
  ledTo: ledToWords,
  message: messageWords,
  metric: metricWords,
  milestone: milestoneWords,
  monthSoFar: monthSoFarWords,
  navigation: navigationWords,
  overview: overviewWords,
  columns: columnsWords,
  pack: packWords,
  permission: permissionWords,
  published: publishedWords,
  reading: readingWords,
  receipt: receiptWords,
  returns: returnsWords,
  quality: qualityWords,
  reconciliation: reconciliationWords,
  return: returnWords,
  signIn: signInWords,
  silence: silenceWords,
  site: siteWords,
  submissions: submissionsWords,
} as const;
