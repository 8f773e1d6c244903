import { load } from 'cheerio';
import { fillForm } from './fill-form.js';

const NOTICE = { title: 'Not sent yet', text: 'It is here <again>.' };
const page = (forms: string): string =>
  `<!DOCTYPE html><html><body><main id="main-content"><h1>A page</h1>${forms}</main></body></html>`;
const fill = (forms: string, action: string, fields: Record<string, string | string[]>) => {
  const filled = fillForm(page(forms), { page: '/a', action, fields }, NOTICE);
  return filled === null ? null : load(filled);
};

describe('fillForm', () => {
  it('fills every kind of field as it was typed, escapes it, and says so above the heading', () => {
    const $ = fill(
      `<form method="post" action="/a"><input type="hidden" name="csrf" value="new"><input type="hidden" name="version" value="8">
       <input name="one" value="old"><textarea name="two">old</textarea>
       <select name="three"><option value="" selected>None</option><option value="x">X</option></select>
       <input type="radio" name="four" value="yes" checked><input type="radio" name="four" value="no">
       <input type="checkbox" name="five" value="a"><input type="checkbox" name="five" value="b">
       <input type="checkbox" name="six" value="a" checked></form>`,
      '/a',
      {
        version: '7',
        one: '<b>"6"',
        two: '</textarea>&',
        three: 'x',
        four: 'no',
        five: ['a', 'b'],
        csrf: 'old',
      },
    );
    expect($?.('[name=one]').val()).toBe('<b>"6"');
    expect($?.('[name=two]').val()).toBe('</textarea>&');
    expect($?.('[name=three]').val()).toBe('x');
    expect($?.('[name=four][checked]').attr('value')).toBe('no');
    expect($?.('[name=five][checked]')).toHaveLength(2);
    expect($?.('[name=six][checked]')).toHaveLength(0);
    expect($?.('[name=csrf]').val()).toBe('new');
    expect($?.('[name=version]').val()).toBe('7');
    expect($?.('#main-content').children().first().text()).toBe('Not sent yetIt is here <again>.');
  });

  it('opens what the filled field is folded in', () => {
    const folded = `<details><summary>More</summary><input name="note" value=""></details><details><summary>Other</summary><input name="other" value=""></details>`;
    const $ = fill(`<form method="post" action="/a">${folded}</form>`, '/a', {
      note: 'Two teams were merged.',
      other: '',
    });
    expect($?.('details[open] [name=note]')).toHaveLength(1);
    expect($?.('details[open]')).toHaveLength(1);
  });

  it('finds the form by its button’s address, and of several the one that says the same', () => {
    const saved = fill(
      `<form method="post" action="/a?b=1&amp;c=2"><input name="one"><button formaction="/a/draft?b=1&amp;c=2">Save</button></form>`,
      '/a/draft?b=1&c=2',
      { one: '6' },
    );
    expect(saved?.('[name=one]').val()).toBe('6');
    const form = (n: number): string =>
      `<form method="post" action="/a/explain"><input type="hidden" name="n" value="${n}"><textarea name="text"></textarea></form>`;
    const $ = fill(form(1) + form(2) + form(3), '/a/explain', { n: '2', text: 'A new team.' });
    expect(
      $?.('textarea')
        .map((_, one) => $(one).val())
        .toArray(),
    ).toEqual(['', 'A new team.', '']);
  });

  it('leaves a page alone that has no such form, or where nothing was typed', () => {
    const form = `<form method="post" action="/a"><input type="hidden" name="version" value="8"><input name="one"></form>`;
    expect(fill(form, '/b', { one: '6' })).toBeNull();
    expect(fill(form, '/a', { version: '7', one: '' })).toBeNull();
    expect(fill('', '/a', { one: '6' })).toBeNull();
  });
});
