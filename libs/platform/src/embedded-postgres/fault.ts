/** What can keep the embedded PostgreSQL from starting; `message` is one sentence that says what to do. */
export type EmbeddedPostgresFault = {
  readonly kind:
    | 'missing-binary'
    | 'other-major-version'
    | 'no-user'
    | 'not-ours'
    | 'password-lost'
    | 'initdb-failed'
    | 'start-failed';
  readonly message: string;
};
