// The counting page's own part: reads a list in the browser, shows what was counted, and offers the file to send.
import { countList, proposeColumns, readList, readText, writeReturn } from './counting-rules.js';

const MOST_LEFT_SHOWN = 500;
const { words, lists, boxes, months } = JSON.parse(
  document.getElementById('counting-data').textContent,
);
const at = (id) => document.getElementById(id);
const fill = (text, values) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
const labelOf = new Map(boxes.map(({ code, label }) => [code, label]));

/** An element with its class, attributes and children; texts become text, never markup. */
function make(name, { text, children = [], ...attributes }) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

const cell = (text, more = {}) => make('td', { class: 'govuk-table__cell', text, ...more });
const numeric = { class: 'govuk-table__cell govuk-table__cell--numeric' };
const rowHead = (text) => make('th', { scope: 'row', class: 'govuk-table__header', text });

const table = (caption, head, rows) =>
  make('table', {
    class: 'govuk-table',
    children: [
      make('caption', { class: 'govuk-table__caption govuk-table__caption--s', text: caption }),
      make('thead', {
        class: 'govuk-table__head',
        children: [
          make('tr', {
            class: 'govuk-table__row',
            children: head.map((text) =>
              make('th', { scope: 'col', class: 'govuk-table__header', text }),
            ),
          }),
        ],
      }),
      make('tbody', {
        class: 'govuk-table__body',
        children: rows.map((children) => make('tr', { class: 'govuk-table__row', children })),
      }),
    ],
  });

let read = null;
/** What was counted, by list; every list of one month. */
let counted = new Map();

const chosenList = () => lists.find(({ code }) => code === at('list').value);
const say = (text) => {
  at('said').textContent = text;
};

function chosenMonth() {
  const year = at('year').value.trim();
  return /^\d{4}$/.test(year) ? `${year}-${at('month').value}` : null;
}

async function givenText() {
  const [file] = at('file').files;
  return file ? readText(new Uint8Array(await file.arrayBuffer())) : at('paste').value;
}

async function readGiven() {
  const given = readList(await givenText());
  read = given.rows.length > 0 ? given : null;
  at('columns').hidden = read === null;
  say(read ? fill(words.read1, { rows: read.rows.length }) : words.nothingRead);
  if (read) askColumns();
}

/** A choice for each column of the list, with what its name says chosen already. */
function askColumns() {
  const list = chosenList();
  const places = proposeColumns(read.columns, list);
  const option = (value, text, selected) =>
    make('option', { value: String(value), text, ...(selected ? { selected: '' } : {}) });
  at('places').replaceChildren(
    ...list.columns.map(({ label }, index) => {
      const id = `place-${index}`;
      const options = read.columns.map((name, place) =>
        option(place, name, place === places[index]),
      );
      return make('div', {
        class: 'govuk-form-group',
        children: [
          make('label', { class: 'govuk-label', for: id, text: label }),
          make('select', {
            class: 'govuk-select',
            id,
            children: [option(-1, words.notThere, places[index] < 0), ...options],
          }),
        ],
      });
    }),
  );
}

function count() {
  const month = chosenMonth();
  if (!read || !month) return say(read ? words.noMonth : words.nothingRead);
  const list = chosenList();
  const places = list.columns.map((_, index) => Number(at(`place-${index}`).value));
  const result = countList({ list, rows: read.rows, places, month });
  counted.set(list.code, { list, ...result });
  show(month);
  const left = result.left.length;
  say(fill(words.counted, { counted: result.rows - left, left }));
}

function show(month) {
  const [year, number] = month.split('-');
  const results = [...counted.values()];
  const rows = results.flatMap(({ list, rows: all, left, boxes: numbers }) =>
    numbers.map((one) => ({
      ...one,
      from: fill(words.from, { rows: all - left.length, list: list.title }),
    })),
  );
  const caption = fill(words.caption, { month: `${months[Number(number) - 1]} ${year}` });
  const { head } = words;
  const inOrder = boxes.flatMap(({ code }) => rows.filter(({ box }) => box === code));
  const numbers = inOrder.map(({ box, count: value, from }) => [
    rowHead(labelOf.get(box) ?? box),
    cell(String(value), { ...numeric, 'data-box': box }),
    cell(from),
  ]);
  const missing = results
    .flatMap(({ notCounted }) => notCounted)
    .map((box) => labelOf.get(box) ?? box);
  at('numbers').replaceChildren(
    inOrder.length > 0
      ? make('div', {
          class: 'cpm-scroll',
          tabindex: '0',
          role: 'group',
          'aria-label': caption,
          children: [table(caption, [head.box, head.value, head.from], numbers)],
        })
      : make('p', { class: 'govuk-body', text: words.nothing }),
    ...(missing.length > 0
      ? [
          make('p', {
            class: 'govuk-body',
            text: fill(words.notCounted, { boxes: missing.join('; ') }),
          }),
        ]
      : []),
  );
  at('save').hidden = inOrder.length === 0;
  at('results').hidden = false;
  showLeft(results.filter(({ left }) => left.length > 0));
}

function showLeft(results) {
  const { reasons, leftHead } = words;
  const named = (list, code) => list.columns.find((column) => column.code === code)?.label ?? '';
  at('left').hidden = results.length === 0;
  at('left-rows').replaceChildren(
    ...results.flatMap(({ list, left }) => {
      const shown = left.slice(0, MOST_LEFT_SHOWN);
      const rows = shown.map(({ row, kind, column, other }) => [
        rowHead(String(row)),
        cell(fill(reasons[kind], { column: named(list, column), other: named(list, other) })),
      ]);
      const more =
        left.length > shown.length
          ? [
              make('p', {
                class: 'govuk-body',
                text: fill(words.leftMore, { shown: shown.length, all: left.length }),
              }),
            ]
          : [];
      const caption = fill(words.leftCaption, { list: list.title });
      return [table(caption, [leftHead.row, leftHead.reason], rows), ...more];
    }),
  );
}

/** The file is made here and handed to the browser to save: nothing is asked of any server. */
function save() {
  const month = chosenMonth();
  const counts = new Map(
    [...counted.values()].flatMap((one) => one.boxes.map(({ box, count: n }) => [box, n])),
  );
  const text = writeReturn({ council: at('council').value, month, boxes, counts });
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  make('a', { href: address, download: `return-${month}.csv` }).click();
  URL.revokeObjectURL(address);
}

/** Numbers of another month are not these. */
function startAgain() {
  counted = new Map();
  at('results').hidden = true;
}

at('read').addEventListener('click', () => void readGiven());
at('count').addEventListener('click', count);
at('save').addEventListener('click', save);
at('list').addEventListener('change', () => read && askColumns());
for (const id of ['month', 'year', 'council']) at(id).addEventListener('change', startAgain);
at('form').hidden = false;
