import type { Planted } from './row-matrix.js';

/** Where an intruder aims: the other council's rows, and the codes and names that it goes by. */
export type Aim = Planted & {
  readonly code: string;
  readonly dfeCode: string;
  readonly name: string;
  readonly key: string;
};

/** One call of the GraphQL api. */
export type GraphqlAttack = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
};

/** One request; `fields` are those of a form, `file` the text of the file beside them. */
export type HttpAttack = {
  readonly url: string;
  readonly type?: string;
  readonly body?: string;
  readonly fields?: Record<string, string>;
  readonly file?: string;
};

export type Attacks<Attack> = Readonly<Record<string, readonly Attack[]>>;

/** A reason for a correction, as an intruder gives it. */
export const REASON = { kind: 'ERROR', text: 'an intruder' };

export const forged = (aim: Aim): string =>
  `council,period,measure,value,reason,reason_text\n${aim.code},2024-12,n_requests,1,error,an intruder\n`;

/** What people do about an alert, aimed at the other council's. */
