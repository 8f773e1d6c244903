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
export enum Direction {
  UP = 'UP',
  DOWN = 'DOWN',
  NONE = 'NONE',
}
export enum AreaKind {
  COUNCIL = 'COUNCIL',
  PARTNERSHIP = 'PARTNERSHIP',
  REGION = 'REGION',
  COUNTRY = 'COUNTRY',
}

const enums = {
  SubmissionStatus,
  Severity,
  ValueState,
  Standing,
  AlertState,
  ReturnStatus,
  Channel,
  SubmissionMode,
  RevisionReasonKind,
  Direction,
  AreaKind,
};
for (const [name, of] of Object.entries(enums)) registerEnumType(of, { name });
