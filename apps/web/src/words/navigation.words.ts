/** The parts of the service that the navigation names. */
export type Section =
  | 'home'
  | 'overview'
  | 'returns'
  | 'metrics'
  | 'published'
  | 'councils'
  | 'alerts'
  | 'figures'
  | 'packs'
  | 'partnership'
  | 'partnerships'
  | 'regions'
  | 'reforms'
  | 'milestones'
  | 'feedback'
  | 'rules'
  | 'connections'
  | 'messages'
  | 'dashboard'
  | 'more'
  | 'sign-in';

export const navigationWords = {
  label: 'Main',
  menu: 'Menu',
  home: 'Home',
  overview: 'Overview',
  returns: 'Returns',
  metrics: 'Measures',
  published: 'Yearly files',
  councils: 'Councils',
  alerts: 'Alerts',
  figures: 'Our figures',
  packs: 'Evidence packs',
  partnership: 'Our partnership',
  partnerships: 'Partnerships',
  regions: 'Regions',
  reforms: 'Reforms',
  milestones: 'Delivery milestones',
  feedback: 'Feedback',
  rules: 'Alert rules',
  connections: 'Connect a system',
  messages: 'Where alerts go',
  dashboard: 'Public dashboard',
  more: 'More',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
} as const;
