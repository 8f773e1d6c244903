import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheerioAPI } from 'cheerio';
import type { Programme } from '#application/ports';
import { CONDITION_KINDS, parametersOf, ruleKind, ruleSentence } from '#domain/judgement';
import { MONTHS } from '#domain/periods';

/** A checksum is the same in every language. */
const DIGEST = /^[0-9a-f]{64}$/;

/** Every text of a page that somebody reads or hears. */
export function textsOf($: CheerioAPI): readonly string[] {
  $('script, style').remove();
  for (const hidden of $('noscript').toArray()) $(hidden).replaceWith($(hidden).text());
  const texts = [$('title').text()];
  for (const element of $('body, body *').toArray()) {
    const { attribs } = element;
    texts.push(
      ...['aria-label', 'title', 'alt', 'placeholder', 'label'].map((name) => attribs[name] ?? ''),
    );
    for (const node of element.childNodes) if ('data' in node) texts.push(node.data);
  }
  return texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !DIGEST.test(text));
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** What dates and lists bring of their own, in the language of the page. */
const LOCALE = [
  ...MONTHS,
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ...[
    'and',
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Sept',
    'Oct',
    'Nov',
    'Dec',
  ],
];

/** What visits type, and names that the service has for who is told and what is in a file. */
const NAMES = [
  ...['nowhere', 'wieviel', 'intern', 'https://pages.example', '/councils/', '/board/plans'],
  ...['Department for Education', 'Programme board', 'sen2-timeliness', 'cpm_live_'],
];

/** What people and the programme of the fakes say: every text that stands in their code. */
function textsOfFakes(): readonly string[] {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../libs/testing/src/web');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((code) => [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)])
    .flatMap(([, text, template = '']) => text ?? template.split(/\$\{[^}]*\}/))
    .filter((text) => /^[A-Z“.]|[\s@._]/.test(text));
}

/** The sentences of rules: they are one language with what a rule can say, and stand beside it in the domain. */
function textsOfRules(programme: Programme): readonly string[] {
  const rules = programme.alertRules.flatMap((rule) => [rule, { ...rule, forPeriods: 3 }]);
  return [
    ...rules.map((rule) => ruleSentence(rule, programme)),
    ...CONDITION_KINDS.flatMap((kind) => {
      const { title, about } = ruleKind(kind);
      return [title, about, ...parametersOf(kind).flatMap(([, one]) => textsIn(one))];
    }),
  ];
}

/** What stands on pages and is not of the catalogue, longest first: the programme, what people typed, names, dates. */
export const textsOfData = (programme: Programme): readonly string[] =>
  [...textsOfFakes(), ...textsIn(programme), ...textsOfRules(programme), ...LOCALE, ...NAMES]
    .filter((text) => /[A-Za-z]{3}/.test(text))
    .sort((a, b) => b.length - a.length);

/** The words of a text that are neither data nor in the pseudo-language. */
export const untranslated = (text: string, data: readonly string[]): string =>
  data
    .reduce((left, one) => left.replaceAll(one, ' '), text)
    .replaceAll(/[^A-Za-z]+/g, ' ')
    .trim();
