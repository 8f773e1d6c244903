import type { Scope } from '#domain/access';
import type { Day } from '#domain/periods';
import type { Extension, Permission } from '#domain/returns';

/** An extension granted, with the council and month that it is for. */
export type GrantedExtension = Extension & { readonly councilId: number; readonly period: string };

export type OpenedMonth = {
  readonly councilId: number;
  readonly period: string;
  readonly start: Day;
};

/** Asking for more time or for a closed month, and the answers; nothing is ever taken back. */
export abstract class PermissionStore {
  /** Adds a request, or one with its answer. False when one of the kind waits for this council and month already. */
  abstract add(permission: Permission): Promise<boolean>;
  /** Answers a request that waits; null when it has been answered. */
  abstract answer(
    id: string,
    answer: NonNullable<Permission['answer']>,
  ): Promise<Permission | null>;
  /** The closed months of these councils that take changes on a day. */
  abstract opened(of: {
    programmeId: number;
    councilIds: readonly number[];
    today: Day;
  }): Promise<readonly OpenedMonth[]>;
  /** Every extension of the programme that ends on a day or later. */
  abstract extensionsFrom(programmeId: number, day: Day): Promise<readonly GrantedExtension[]>;
}

export type PermissionQuery = {
  readonly programmeId: number;
  readonly councilIds: 'all' | readonly number[];
  /** Days, half-open, on the start of the month; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Only those that wait for an answer. */
  readonly waiting: boolean;
};

export abstract class PermissionReadModel {
  /** Oldest first. */
  abstract list(scope: Scope, query: PermissionQuery): Promise<readonly Permission[]>;
  abstract byId(scope: Scope, id: string): Promise<Permission | null>;
  /** Every extension that these councils were granted. */
  abstract extensions(
    scope: Scope,
    query: Pick<PermissionQuery, 'programmeId' | 'councilIds'>,
  ): Promise<readonly GrantedExtension[]>;
}
