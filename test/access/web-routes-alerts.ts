import type { Aim, Attacks, HttpAttack } from './attack.js';

/** The 3rd of February 2025, as a due day. */
const DUE = { 'due-day': '3', 'due-month': '2', 'due-year': '2025' };
/** A rule of the programme. */
const BACK_TEST = '/alert-rules/getting_worse/versions/1/back-test';

/** What people do about an alert, by form. */
const DEEDS: readonly (readonly [string, Record<string, string>])[] = [
  ['comment', {}],
  ['assign', { side: 'council' }],
  ['plan', { 'due-day': '1', 'due-month': '2', 'due-year': '2025' }],
  ['action?action=1', { change: 'drop' }],
  ['agree', {}],
  ['close', { useful: 'yes' }],
  ['reopen', {}],
];

/** A rule about one council's returns, by form. */
const A_RULE = (council: string): Record<string, string> => ({
  ...{ title: 'An intruder', 'p-graceWorkingDays': '3', 'p-at': '17:00', action: 'save' },
  ...{ forPeriods: '1', keepFiringFor: '0', severity: 'act', mute: 'never' },
  ...{ 'tell-dfe': 'yes', 'after-dfe': '0', councils: council },
});

/** The routes of the pages about alerts and their rules. */
export const alertRoutes = (aim: Aim): Attacks<HttpAttack> => ({
  'GET /alerts': [{ url: `/alerts?council=${aim.key}` }],
  'GET /alerts/:id': [{ url: `/alerts/${aim.alertId}` }],
  'GET /alert-rules/:code/versions/:version/back-test': [{ url: BACK_TEST }],
  'POST /alert-rules/:code/versions/:version/back-test': [
    { url: BACK_TEST, fields: { 'as-known': 'now' } },
  ],
  'POST /alert-rules/:code/versions/:version/back-test/stop': [
    { url: `${BACK_TEST}/stop`, fields: {} },
  ],
  'GET /alert-rules/:code/versions/:version/back-test/file': [{ url: `${BACK_TEST}/file` }],
  'GET /alert-quality': [{ url: '/alert-quality' }],
  'GET /silences': [{ url: '/silences' }],
  'POST /silences': [
    {
      url: '/silences',
      fields: {
        ...{ council: aim.key, audience: 'council', reason: 'an intruder was here' },
        ...{ 'from-day': '15', 'from-month': '1', 'from-year': '2025' },
        ...{ 'until-day': '22', 'until-month': '1', 'until-year': '2025' },
      },
    },
  ],
  'POST /silences/:id/end': [{ url: `/silences/${aim.silenceId}/end`, fields: {} }],
  'GET /alerting': [{ url: '/alerting' }],
  'GET /alert-rules': [{ url: '/alert-rules' }],
  'GET /alert-rules/:code': [{ url: '/alert-rules/off_trajectory' }],
  'GET /alert-rules/new': [
    { url: '/alert-rules/new' },
    { url: '/alert-rules/new?kind=return-missing' },
  ],
  'POST /alert-rules/new': [
    { url: '/alert-rules/new?kind=return-missing', fields: A_RULE(aim.name) },
  ],
  'GET /alert-rules/:code/edit': [{ url: '/alert-rules/return_missing/edit' }],
  'POST /alert-rules/:code/edit': [
    {
      url: '/alert-rules/return_missing/edit',
      fields: { ...A_RULE(aim.name), base: '1' },
    },
  ],
  'GET /alert-rules/:code/switch': [{ url: '/alert-rules/off_trajectory/switch?to=off' }],
  'POST /alert-rules/:code/switch': [
    {
      url: '/alert-rules/off_trajectory/switch?to=off',
      fields: { version: '1', reason: 'an intruder was here' },
    },
  ],
  'GET /alerts/:id/:deed': DEEDS.map(([deed]) => ({ url: `/alerts/${aim.alertId}/${deed}` })),
  'POST /alerts/:id/:deed': DEEDS.map(([deed, fields]) => ({
    url: `/alerts/${aim.alertId}/${deed}`,
    fields: { words: 'an intruder was here', who: 'an intruder', ...fields },
  })),
  'POST /alerts/:id/acknowledge': [{ url: `/alerts/${aim.alertId}/acknowledge`, fields: {} }],
  'GET /packs': [{ url: '/packs' }],
  'GET /packs/new': [{ url: '/packs/new' }, { url: `/packs/new?again=${aim.packId}` }],
  'POST /packs/new': [
    {
      url: '/packs/new',
      fields: {
        ...{ title: 'an intruder', question: 'What does the other council send?', whose: 'some' },
        ...{ [`council-${aim.key}`]: 'yes', 'measure-requests_received': 'yes' },
      },
    },
  ],
  'GET /packs/:id': [{ url: `/packs/${aim.packId}` }],
  'GET /packs/:id/print': [{ url: `/packs/${aim.packId}/print` }],
  'GET /packs/:id/manifest.json': [{ url: `/packs/${aim.packId}/manifest.json` }],
  'GET /packs/:id/pack.zip': [{ url: `/packs/${aim.packId}/pack.zip` }],
  'GET /packs/:id/files/:kind': [{ url: `/packs/${aim.packId}/files/document.html` }],
  'GET /packs/:id/files/:kind/:measure/:name': [
    { url: `/packs/${aim.packId}/files/data/requests_received/${aim.key}.csv` },
  ],
  'GET /more': [{ url: '/more' }],
  'GET /partnerships': [{ url: '/partnerships' }],
  'GET /partnerships/:code': [{ url: '/partnerships/yorkshire-and-the-humber' }],
  'GET /regions': [{ url: '/regions' }],
  'GET /regions/:code': [{ url: '/regions/E12000003' }],
  'GET /reforms': [{ url: '/reforms' }],
  'GET /reforms/:code': [{ url: '/reforms/standard-template' }],
  'GET /milestones': [{ url: '/milestones' }, { url: `/milestones?council=${aim.key}&state=open` }],
  'GET /milestones/new': [{ url: `/milestones/new?council=${aim.key}` }],
  'POST /milestones/new': [
    {
      url: '/milestones/new',
      fields: {
        ...{ council: aim.key, reform: 'standard-template 2', title: 'an intruder' },
        ...{ who: 'an intruder', ...DUE },
      },
    },
  ],
  'GET /milestones/:id': [{ url: `/milestones/${aim.milestoneId}` }],
  'POST /milestones/:id': ['done', 'redate'].map((change) => ({
    url: `/milestones/${aim.milestoneId}`,
    fields: { change, words: 'an intruder was here', ...DUE },
  })),
  'GET /feedback': [{ url: '/feedback' }],
  'GET /feedback/new': [{ url: '/feedback/new' }],
  'POST /feedback/new': [
    {
      url: '/feedback/new',
      fields: { council: aim.key, about: 'service', words: 'an intruder was here' },
    },
  ],
  'GET /feedback/:id': [{ url: `/feedback/${aim.feedbackId}` }],
  'POST /feedback/:id': [
    {
      url: `/feedback/${aim.feedbackId}`,
      fields: { words: 'an intruder was here', who: 'an intruder' },
    },
  ],
});
