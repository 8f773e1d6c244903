import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { addresses } from '../addresses/addresses.js';
import { words } from '../words/index.js';

const here = dirname(fileURLToPath(import.meta.url));
const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

/** Our templates and the design system's, with every word and address at hand. Text is escaped unless marked safe. */
export class PageRenderer {
  private readonly environment: nunjucks.Environment;

  constructor() {
    const folders = [join(here, '../../views'), join(govuk, 'dist')];
    this.environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    this.environment.addGlobal('w', words);
    this.environment.addGlobal('to', addresses);
    this.environment.addFilter('spoken', withSpokenPrefix);
  }

  /** The page as HTML: the template `name` under `views/pages`, with `layout` and `model` at hand. */
  render(name: string, context: { readonly layout: object; readonly model: object }): string {
    const html = this.environment.render(`pages/${name}.njk`, context);
    // The design system's macros are indented, which weighs; what is typed in a text area keeps its spaces.
    return html.includes('<textarea') ? html : html.replaceAll(/\n\s+/g, '\n');
  }
}

/** The error of a field for the design system's macros, which would read out an English word before it. */
const withSpokenPrefix = (error: { readonly text: string } | false | null | undefined) =>
  error && { ...error, visuallyHiddenText: words.site.error };
