import { MAIN, ofSheet, property, withParts } from './planted-books-for-spec.js';
import type { Place } from './places-in-cells-for-spec.js';

export const IN_PARTS: readonly Place[] = [
  ['workbook properties, author', (x) => property('creator', x)],
  ['workbook properties, last saved by', (x) => property('lastModifiedBy', x)],
  ['workbook properties, title', (x) => property('title', x)],
  [
    'workbook properties, company',
    (x) => withParts({ 'docProps/app.xml': `<Properties><Company>${x}</Company></Properties>` }),
  ],
  [
    'workbook properties, own property',
    (x) =>
      withParts({
        'docProps/custom.xml': `<Properties xmlns:vt="v"><property name="a"><vt:lpwstr>${x}</vt:lpwstr></property></Properties>`,
      }),
  ],
  [
    'workbook properties, own property',
    (x) =>
      withParts({
        'docProps/custom.xml': `<Properties xmlns:vt="v"><property name="${x}"><vt:lpwstr>a</vt:lpwstr></property></Properties>`,
      }),
  ],
  [
    'another part of the file',
    (x) => withParts({ 'customXml/item1.xml': `<root><a>${x}</a></root>` }),
  ],
  ['another part of the file', (x) => withParts({ 'customXml/item1.xml': `<root a="${x}"/>` })],
  ['another part of the file', (_, raw) => withParts({ 'xl/notes.txt': `a\n${raw}\n` })],
  [
    'external link',
    (x) =>
      withParts({
        'xl/externalLinks/externalLink1.xml': `<externalLink ${MAIN}><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>${x}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      }),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'drawing',
        'xl/drawings/drawing1.xml',
        `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:txBody><a:p><a:r><a:t>${x}</a:t></a:r></a:p></xdr:txBody></xdr:wsDr>`,
      ),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'drawing',
        'xl/drawings/drawing1.xml',
        `<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="Picture 1" descr="${x}"/></xdr:wsDr>`,
      ),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'vmlDrawing',
        'xl/drawings/vmlDrawing1.vml',
        `<xml><v:textbox><div>${x}<br></div></v:textbox></xml>`,
      ),
  ],
  [
    'chart',
    (x) =>
      withParts({
        'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${x}</c:v></c:pt></c:strCache></c:chartSpace>`,
      }),
  ],
  [
    'table',
    (x) =>
      withParts({
        'xl/tables/table1.xml': `<table ${MAIN}><tableColumns><tableColumn id="1" name="${x}"/></tableColumns></table>`,
      }),
  ],
  [
    'data connection',
    (x) =>
      withParts({
        'xl/connections.xml': `<connections ${MAIN}><connection description="${x}"/></connections>`,
      }),
  ],
  [
    'styles and number formats',
    (x) =>
      withParts({
        'xl/styles.xml': `<styleSheet ${MAIN}><cellStyles><cellStyle name="${x}"/></cellStyles></styleSheet>`,
      }),
  ],
  [
    'name of a part',
    (_, raw) =>
      withParts({
        [`xl/media/${raw.replaceAll('/', '.').replaceAll(':', '.')}.png`]: Buffer.from(
          '89504e470d0a1a0a00',
          'hex',
        ),
      }),
  ],
  [
    'another part of the file',
    (x) => withParts({ 'customXml/item1.xml': `<root><!-- ${x.replaceAll('--', '')} --></root>` }),
  ],
];
