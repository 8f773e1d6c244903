import { readDay, readList, readText, writeReturn } from '../../../public/counting-rules.js';

describe('readDay', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  it.each([
    ['2024-12-03', '2024-12-03'],
    ['03/12/2024', '2024-12-03'],
    ['3.12.2024', '2024-12-03'],
    ['3 December 2024', '2024-12-03'],
    ['03-Dec-2024', '2024-12-03'],
    ['2 Sept 2024', '2024-09-02'],
    ['2024-12-03T09:30:00Z', '2024-12-03'],
    ['03/12/2024 00:00', '2024-12-03'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s as %s', (text, iso) => {
    expect(readDay(text)).toBe(day(iso));
  });

  it.each(['', '29/02/2023', '12/13/2024', '03/12/24', '45629', 'December', '3 Foo 2024', 'tbc'])(
    'takes “%s” for no date',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});

describe('readList', () => {
  it('reads commas, semicolons and tabs, quotes with line ends in them, and counts rows as a spreadsheet does', () => {
    const rows = [
      { row: 2, cells: ['a, "b"\nc', '1'] },
      { row: 4, cells: ['d', '2'] },
    ];
    for (const mark of [',', ';', '\t']) {
      const text = `\uFEFFname ${mark} n\r\n"a, ""b""\nc"${mark}1\r\n${mark}\r\nd${mark}2`;
      expect(readList(text)).toEqual({ columns: ['name', 'n'], rows });
    }
    expect(readList('')).toEqual({ columns: [], rows: [] });
  });

  it('reads what older spreadsheets write', () => {
    expect(readText(new Uint8Array([0x5a, 0x6f, 0xeb]))).toBe('Zoë');
    expect(readText(new TextEncoder().encode('Zoë'))).toBe('Zoë');
  });
});

describe('writeReturn', () => {
  it('writes the return in the form of its template, in the order of the return, and nothing of the list', () => {
    const boxes = [
      { code: 'n_requests', label: 'Requests received' },
      { code: 'n_decisions', label: 'Decisions to assess, or not, notified' },
      { code: 'n_plans', label: 'New plans issued' },
    ];
    const counts = new Map([
      ['n_decisions', 0],
      ['n_requests', 6],
    ]);
    expect(writeReturn({ council: 'E06000017', month: '2024-12', boxes, counts })).toBe(
      [
        '\uFEFFcouncil,period,measure,label,last month,value,state,comment,reason,reason_text',
        'E06000017,2024-12,n_requests,Requests received,,6,,,,',
        'E06000017,2024-12,n_decisions,"Decisions to assess, or not, notified",,0,,,,',
        '',
      ].join('\r\n'),
    );
  });
});
