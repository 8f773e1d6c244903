import type { Section } from '../words/navigation.words.js';

/** What every page gives to the layout, beside its own content. */
export type PageModel = {
  readonly title: string;
  readonly section?: Section;
  /** The title is read out with "Error: " before it. */
  readonly hasErrors?: boolean;
  /** Named in the demonstration label; without it the label speaks of any council. */
  readonly councilName?: string;
  readonly backLink?: { readonly href: string; readonly text: string };
};

/** A page to be rendered: the name of its template and everything that it says. */
export class Page<Model extends PageModel = PageModel> {
  constructor(
    readonly template: string,
    readonly model: Model,
    readonly status: number = 200,
  ) {}
}

/** Go and get another page, after a form was sent. */
export class SeeOther {
  constructor(readonly location: string) {}
}
