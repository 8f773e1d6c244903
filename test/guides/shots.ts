import { demonstration, type Visit } from '../browser/states/visit.js';

/** A picture of a guide: what is opened, and from which part of the page on. */
export type Shot = { readonly visit: Visit; readonly from?: string };

const OFFICER = 'Rutland data officer';
const LEAD = 'Rutland SEND lead';
const ANALYST = 'DfE analyst';
const ADMINISTRATOR = 'Administrator';
const RETURN = '/council/return/2024-12';

/** The pictures of the guides, by the name of their file. */
export const SHOTS: Readonly<Record<string, Shot>> = {
  'officer-home': { visit: demonstration(OFFICER, '/council') },
  'officer-return': { visit: demonstration(OFFICER, RETURN), from: '#return-form' },
  'officer-problems': {
    visit: demonstration(OFFICER, RETURN, {
      type: { 'box-n_requests': '6', 'box-n_refused': '<5', 'box-n_plans': 'six' },
      press: 'Check without sending',
    }),
  },
  'officer-counting': { visit: demonstration(OFFICER, '/council/counting') },
  'lead-home': { visit: demonstration('Portsmouth SEND lead', '/council') },
  'lead-alerts': { visit: demonstration('Portsmouth SEND lead', '/alerts') },
  'lead-alert': {
    visit: demonstration('Portsmouth SEND lead', '/alerts', {
      follow: 'main a[href^="/alerts/"]',
    }),
  },
  'lead-key': { visit: demonstration(LEAD, '/connections/new') },
  'analyst-overview': { visit: demonstration(ANALYST, '/overview') },
  'analyst-measure': {
    visit: demonstration(ANALYST, '/councils/portsmouth/figures/plans_within_20_weeks'),
    from: '#how-to-read',
  },
  'analyst-rule': {
    visit: demonstration(ANALYST, '/alert-rules/getting_worse'),
    from: '.govuk-summary-list',
  },
  'analyst-back-test': {
    visit: demonstration(ANALYST, '/alert-rules/return_missing/versions/1/back-test'),
  },
  'administrator-connections': {
    visit: demonstration(ADMINISTRATOR, '/connections?council=rutland'),
  },
  'administrator-messages': { visit: demonstration(ADMINISTRATOR, '/messages?to=dfe') },
};
