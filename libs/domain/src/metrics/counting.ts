/** One thing that a row must meet to count; `at`, `from` and `to` name a column, or `month-end`. */
export type CountingCondition =
  | { readonly kind: 'in-month'; readonly date: string; readonly monthsBefore?: number | undefined }
  | { readonly kind: 'in-year'; readonly date: string; readonly from: number }
  | { readonly kind: 'by'; readonly date: string; readonly at: string }
  | {
      readonly kind: 'days';
      readonly from: string;
      readonly to: string;
      readonly over?: number | undefined;
      readonly atMost?: number | undefined;
    }
  | { readonly kind: 'older'; readonly date: string; readonly months: number }
  | { readonly kind: 'is'; readonly column: string; readonly value: string }
  | { readonly kind: 'not'; readonly of: readonly CountingCondition[] };

type Asked = {
  readonly code: string;
  readonly label: string;
  /** What councils' systems call it. */
  readonly names: readonly string[];
  readonly required?: boolean | undefined;
  readonly requiredWith?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly notBefore?: string | undefined;
  readonly notAfter?: 'month-end' | undefined;
};
export type CountingColumn =
  | (Asked & { readonly kind: 'date' })
  | (Asked & {
      readonly kind: 'choice';
      readonly values: Readonly<Record<string, readonly string[]>>;
      /** What an empty cell says. */
      readonly empty?: string | undefined;
    });

/**
 * A list that councils keep, a row a child or request, and which boxes of the return it feeds: data of the programme, read
 * by the counting page on the sender's own computer (apps/web/public/counting-rules.js). No list ever reaches the service.
 */
export type CountingList = {
  readonly code: string;
  readonly title: string;
  readonly rows: string;
  readonly columns: readonly CountingColumn[];
  readonly boxes: readonly {
    readonly box: string;
    readonly counts: readonly CountingCondition[];
  }[];
};
