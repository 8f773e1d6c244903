import type { AlertRule } from '#domain/judgement';

/** Whether chance could have opened an alert, by the kind of its rule; null where nothing is left to chance. */
export const isChanceWords: Readonly<Record<AlertRule['condition']['kind'], string | null>> = {
  'off-trajectory':
    'Very unlikely. The rule adds up how far each month falls short of the plan, beside how much months vary by themselves: one bad month seldom opens an alert.',
  'getting-worse':
    'Very unlikely. The rule compares each month with how much this council’s own months varied before: chance alone seldom opens an alert.',
  'plan-band':
    'It can be, in part. The rule takes the figures as they are; what it leaves to chance is the plan’s own tolerance, and for a yearly percentage its exact interval. Look at how much the figures vary.',
  'target-unlikely':
    'This is a forecast, not an event. It says how likely the plan is to be met if things go on as they are.',
  'backlog-building':
    'The rule takes the numbers as they are: who waits, beside who leaves. Look at how much both vary.',
  'gain-with-side-effect':
    'Unlikely: both moved by more than chance explains. Whether one came of the other, the figures cannot say.',
  'unlike-the-others':
    'Very unlikely: about one figure in 500 lies outside these limits by chance. It may be a way of recording.',
  'published-floor':
    'Very unlikely. Even the highest percentage that chance would explain is below the floor.',
  'return-missing': null,
  'milestone-overdue': null,
  'answer-overdue': null,
};
