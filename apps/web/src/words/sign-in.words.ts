export const signInWords = {
  title: 'Choose who to sign in as',
  intro:
    'This is the development sign-in. Each choice stands for a role at an organisation, not for a person.',
  returning: 'You need to sign in to open that page. We will take you back to it.',
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
