import { registerEnumType } from '@nestjs/graphql';

export enum AlertConditionKind {
  RETURN_MISSING = 'RETURN_MISSING',
  OFF_TRAJECTORY = 'OFF_TRAJECTORY',
  PLAN_BAND = 'PLAN_BAND',
  TARGET_UNLIKELY = 'TARGET_UNLIKELY',
  GETTING_WORSE = 'GETTING_WORSE',
  BACKLOG_BUILDING = 'BACKLOG_BUILDING',
  GAIN_WITH_SIDE_EFFECT = 'GAIN_WITH_SIDE_EFFECT',
  UNLIKE_THE_OTHERS = 'UNLIKE_THE_OTHERS',
  PUBLISHED_FLOOR = 'PUBLISHED_FLOOR',
  MILESTONE_OVERDUE = 'MILESTONE_OVERDUE',
  ANSWER_OVERDUE = 'ANSWER_OVERDUE',
}
export enum AlertSeverity {
  ACT = 'ACT',
  LOOK = 'LOOK',
}
export enum AlertAudience {
  COUNCIL = 'COUNCIL',
  PARTNERSHIP = 'PARTNERSHIP',
  DFE = 'DFE',
  BOARD = 'BOARD',
}
export enum AlertMute {
  NEVER = 'NEVER',
  SCHOOL_HOLIDAYS = 'SCHOOL_HOLIDAYS',
}
export enum EscalationSparedBy {
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  PLANNED = 'PLANNED',
  CLEARED = 'CLEARED',
}

const enums = {
  AlertConditionKind: [
    AlertConditionKind,
    'The kinds of condition; each has parameters of its own.',
  ],
  AlertSeverity: [AlertSeverity, 'ACT: something has to be done. LOOK: a finding to look at.'],
  AlertAudience: [AlertAudience, 'Who is told; the board only when nothing was done.'],
  AlertMute: [AlertMute, 'When messages wait.'],
  EscalationSparedBy: [
    EscalationSparedBy,
    'What would have spared somebody from being told. CLEARED: only that it is over, or closed.',
  ],
} as const;
for (const [name, [of, description]] of Object.entries(enums))
  registerEnumType(of, { name, description });
