import { registerEnumType } from '@nestjs/graphql';

export enum SubmissionStatus {
  RECEIVED = 'RECEIVED',
  VALIDATING = 'VALIDATING',
  ACCEPTED = 'ACCEPTED',
  ACCEPTED_IN_PART = 'ACCEPTED_IN_PART',
  REFUSED = 'REFUSED',
  APPROVED = 'APPROVED',
  WITHDRAWN = 'WITHDRAWN',
  SUPERSEDED = 'SUPERSEDED',
}
export enum Severity {
  BLOCK = 'BLOCK',
  WARN = 'WARN',
  NOTE = 'NOTE',
}
export enum ValueState {
  VALUE = 'VALUE',
  MISSING = 'MISSING',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  UNAVAILABLE = 'UNAVAILABLE',
  SUPPRESSED = 'SUPPRESSED',
  LOW = 'LOW',
}
export enum Standing {
  PROVISIONAL = 'PROVISIONAL',
  APPROVED = 'APPROVED',
  PUBLISHED = 'PUBLISHED',
}
export enum AlertState {
  PENDING = 'PENDING',
  FIRING = 'FIRING',
  RECOVERING = 'RECOVERING',
  RESOLVED = 'RESOLVED',
}
export enum ReturnStatus {
  NOT_DUE = 'NOT_DUE',
  DUE = 'DUE',
  LATE = 'LATE',
  RECEIVED_IN_PART = 'RECEIVED_IN_PART',
  RECEIVED = 'RECEIVED',
  NIL = 'NIL',
  NOT_AVAILABLE = 'NOT_AVAILABLE',
  APPROVED = 'APPROVED',
}
export enum Channel {
  PAGE = 'PAGE',
  FILE = 'FILE',
  API = 'API',
}
export enum SubmissionMode {
  PARTIAL = 'PARTIAL',
  ATOMIC = 'ATOMIC',
}
export enum RevisionReasonKind {
  LATE_RECORD = 'LATE_RECORD',
  RECOUNT = 'RECOUNT',
  DEFINITION = 'DEFINITION',
  ERROR = 'ERROR',
}
export enum PermissionKind {
  EXTENSION = 'EXTENSION',
  EXCEPTION = 'EXCEPTION',
}
export enum SilencedMessages {
  COUNCIL = 'COUNCIL',
  DEPARTMENT = 'DEPARTMENT',
  ALL = 'ALL',
}
export enum MessageChannel {
  EMAIL = 'EMAIL',
  WEBHOOK = 'WEBHOOK',
}
export enum Direction {
  UP = 'UP',
  DOWN = 'DOWN',
  NONE = 'NONE',
}
export enum AlertSide {
  COUNCIL = 'COUNCIL',
  DFE = 'DFE',
}
export enum NotUseful {
  WRONG_DATA = 'WRONG_DATA',
  KNOWN_ALREADY = 'KNOWN_ALREADY',
  NOT_IMPORTANT = 'NOT_IMPORTANT',
  OTHER = 'OTHER',
}
export enum RecoveryActionState {
  OPEN = 'OPEN',
  DONE = 'DONE',
  DROPPED = 'DROPPED',
}
export enum RecoveryActionChange {
  DONE = 'DONE',
  REDATE = 'REDATE',
  DROP = 'DROP',
}
export enum AreaKind {
  COUNCIL = 'COUNCIL',
  PARTNERSHIP = 'PARTNERSHIP',
  REGION = 'REGION',
  COUNTRY = 'COUNTRY',
}
export enum MilestoneStanding {
  OPEN = 'OPEN',
  OVERDUE = 'OVERDUE',
  DONE = 'DONE',
  DROPPED = 'DROPPED',
}
export enum FeedbackAbout {
  REFORM = 'REFORM',
  MEASURE = 'MEASURE',
  SERVICE = 'SERVICE',
}

const enums = {
  SubmissionStatus: [SubmissionStatus, 'How far a delivery has come.'],
  Severity: [
    Severity,
    'BLOCK: the figure is not accepted. WARN: accepted, and to be looked at. NOTE: good to know.',
  ],
  ValueState: [
    ValueState,
    'Zero is a VALUE. Missing, not applicable, unavailable, suppressed and low are five other things.',
  ],
  Standing: [
    Standing,
    'PROVISIONAL until another person at the council approves it; PUBLISHED as official statistics.',
  ],
  AlertState: [AlertState, 'Open is PENDING, FIRING or RECOVERING. No data is apart from these.'],
  ReturnStatus: [ReturnStatus, 'Worked out from the calendar and what came; never set by hand.'],
  Channel: [Channel, 'How a delivery came.'],
  SubmissionMode: [SubmissionMode, 'Whether the good figures of a delivery are kept.'],
  RevisionReasonKind: [RevisionReasonKind, 'The kinds of reason for a revision.'],
  PermissionKind: [
    PermissionKind,
    'EXTENSION: more time for a return. EXCEPTION: a closed month that takes changes for a while.',
  ],
  AlertSide: [AlertSide, 'With whom an alert is.'],
  NotUseful: [NotUseful, 'Why a person found an alert not useful.'],
  RecoveryActionState: [
    RecoveryActionState,
    'A dropped action stays on record and counts no more.',
  ],
  RecoveryActionChange: [
    RecoveryActionChange,
    'DONE with a note, REDATE with a new day and a reason, DROP with a reason.',
  ],
  MilestoneStanding: [
    MilestoneStanding,
    'OVERDUE from the day after it was due; DROPPED with the test of its reform.',
  ],
  FeedbackAbout: [FeedbackAbout, 'What feedback is about.'],
  SilencedMessages: [
    SilencedMessages,
    'Whose messages are silenced: a council’s own; DfE’s, partnerships’ and the board’s; everybody’s.',
  ],
  MessageChannel: [MessageChannel, 'How a message leaves the service.'],
  Direction: [Direction, 'Which way is better; a rise is not always good.'],
  AreaKind: [AreaKind, 'What an area is.'],
} as const;
for (const [name, [of, description]] of Object.entries(enums))
  registerEnumType(of, { name, description });
