/** What became of a form that was sent after its session had ended. */
export type LostWhat = 'kept' | 'other' | 'file';

export const signInWords = {
  title: 'Choose who to sign in as',
  intro:
    'This is the development sign-in. Each choice stands for a role at an organisation, not for a person.',
  returning: 'You need to sign in to open that page. We will take you back to it.',
  typed: {
    kept: 'Your session had ended, so nothing was sent. What you typed is kept for 30 minutes. Sign in as the same person, and it is in the form again.',
    other:
      'You were signed in as somebody else by then, so nothing was sent. What was typed is kept for 30 minutes, for the person who typed it. Sign in as that person, and it is in the form again.',
    file: 'Your session had ended, so the file was not sent. We cannot keep a file: choose it again when you have signed in.',
  } satisfies Readonly<Record<LostWhat, string>>,
  as: 'Sign in',
  nobody: 'Nobody can sign in here at the moment.',
  roles: {
    'council-submitter': 'Sends figures',
    'council-approver': 'Approves figures',
    'partnership-lead': 'Leads a partnership',
    'dfe-analyst': 'Analyst',
    'dfe-policy': 'Policy lead',
    board: 'Board member',
    'delivery-partner': 'Delivery partner',
    evaluator: 'Evaluator',
    auditor: 'Auditor',
    admin: 'Administrator',
    system: 'Case-management system',
  } as Readonly<Record<string, string>>,
} as const;
