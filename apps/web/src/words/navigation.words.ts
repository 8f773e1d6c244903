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
  | 'connections'
  | 'messages'
  | 'dashboard'
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
  connections: 'Connect a system',
  messages: 'Where alerts go',
  dashboard: 'Public dashboard',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
} as const;
