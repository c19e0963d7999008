import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx } from '../../src/book';
import { readFilled } from '../../src/exchange';
import { available, flat } from '../support/libreoffice';
import { Paper, project, sendOut } from './paper';

/** Check boxes and lists that somebody has laid over a template are told with what they say; none is an answer. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

interface Control {
  kind: 'Checkbox' | 'Radio' | 'Drop' | 'List' | 'Button' | 'Note' | 'Pict';
  caption?: string;
  name?: string;
  /** What the drawing of old says of it. */
  drawn?: string;
  /** Attributes of its own part, where it has one. */
  state?: string;
  activeX?: string;
  /** The bytes of one, in hexadecimal signs. */
  bytes?: string;
}

let asked: Uint8Array;
beforeAll(async () => {
  asked = await sendOut(project());
});

/** The template with controls below one another in column F, as Excel writes them. */
function controlled(controls: readonly Control[]): Uint8Array {
  const parts = unzipSync(asked);
  const change = (path: string, how: (text: string) => string) =>
    (parts[path] = strToU8(how(strFromU8(parts[path] ?? new Uint8Array()))));
  const drawn = controls.map(
    ({ kind, caption = '', drawn = '' }, i) =>
      `<v:shape id="_x0000_s${5001 + i}" type="#_x0000_t201" style="position:absolute;width:90pt;height:20pt"><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"><font face="Tahoma" size="160" color="auto">${caption}</font></div></v:textbox><x:ClientData ObjectType="${kind}"><x:Anchor>\n 5, 4, ${5 + i}, 3, 7, 4, ${6 + i}, 3</x:Anchor>${drawn}</x:ClientData></v:shape>`,
  );
  parts['xl/drawings/more.vml'] = strToU8(
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/>${drawn.join('')}</xml>`,
  );
  const listed = controls.flatMap(({ kind, name, state, activeX, bytes }, i) => {
    if (state === undefined && activeX === undefined) return [];
    const path = activeX === undefined ? `ctrlProps/ctrlProp${i}.xml` : `activeX/activeX${i}.xml`;
    const objectType = kind === 'Checkbox' ? 'CheckBox' : kind;
    parts[`xl/${path}`] = strToU8(
      activeX ?? `<formControlPr xmlns="${x14}" objectType="${objectType}" ${state}/>`,
    );
    if (bytes !== undefined) {
      parts[`xl/activeX/activeX${i}.bin`] = Uint8Array.from(Buffer.from(bytes, 'hex'));
      parts[`xl/activeX/_rels/activeX${i}.xml.rels`] = strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary" Target="activeX${i}.bin"/></Relationships>`,
      );
    }
    return [{ i, name, path, type: activeX === undefined ? 'ctrlProp' : 'control' }];
  });
  const sheet = 'xl/worksheets/sheet3.xml';
  change('[Content_Types].xml', (text) =>
    text.replace(
      '<Override',
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${listed
        .map(
          ({ path, type }) =>
            `<Override PartName="/xl/${path}" ContentType="application/vnd.ms-${type === 'control' ? 'office.activeX' : 'excel.controlproperties'}+xml"/>`,
        )
        .join('')}<Override`,
    ),
  );
  change('xl/worksheets/_rels/sheet3.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="vml" Type="${office}/vmlDrawing" Target="../drawings/more.vml"/>${listed
        .map(
          ({ i, path, type }) =>
            `<Relationship Id="c${i}" Type="${office}/${type}" Target="../${path}"/>`,
        )
        .join('')}</Relationships>`,
    ),
  );
  const newer = (inside: string) =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14" xmlns:x14="${x14}">${inside}</mc:Choice></mc:AlternateContent>`;
  const corner = (name: string, column: number, row: number) =>
    `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
  const entries = listed.map(({ i, name }) =>
    newer(
      `<control shapeId="${5001 + i}" r:id="c${i}" name="${name ?? `Box ${i}`}"><controlPr defaultSize="0"><anchor moveWithCells="1" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${corner('from', 5, 5 + i)}${corner('to', 7, 6 + i)}</anchor></controlPr></control>`,
    ),
  );
  change(sheet, (text) =>
    text.replace(
      /(<tableParts)/,
      `<legacyDrawing r:id="vml"/>${entries.length > 0 ? newer(`<controls>${entries.join('')}</controls>`) : ''}$1`,
    ),
  );
  return zipSync(parts);
}

async function told(controls: readonly Control[]): Promise<string[]> {
  const { answers, own, issues } = readFilled(await openXlsx(controlled(controls)));
  expect([answers, own]).toEqual([[], []]);
  return issues.map(({ kind, place, found }) => `${kind} ${place.replace(/^.*!/, '')}: ${found}`);
}

const checked = '<x:Checked>1</x:Checked>';

test('boxes that are drawn as long ago, ticked, blank and in between', async () => {
  expect(
    await told([
      { kind: 'Checkbox', caption: 'Approved', drawn: checked },
      { kind: 'Checkbox', caption: 'Not<br>needed' },
      { kind: 'Checkbox', caption: 'Partly', drawn: '<x:Checked>2</x:Checked>' },
      { kind: 'Radio', caption: 'Option &amp; A', drawn: checked },
      { kind: 'Radio', caption: 'Option B' },
      { kind: 'Button', caption: 'Send' },
      { kind: 'Note', caption: 'the box of a comment' },
    ]),
  ).toEqual([
    'note F6: ☑ Approved',
    'note F7: ☐ Not needed',
    'note F8: ▣ Partly',
    'note F9: ◉ Option & A',
    'note F10: ○ Option B',
    'note F11: Send',
  ]);
});

test('what a newer Excel says of a box counts before how it was drawn', async () => {
  expect(
    await told([
      { kind: 'Checkbox', caption: 'Yes', state: 'checked="Checked" lockText="1"' },
      { kind: 'Checkbox', caption: 'No', drawn: checked, state: 'lockText="1"' },
      { kind: 'Checkbox', name: 'Check Box 3', state: 'checked="Mixed"' },
    ]),
  ).toEqual(['note F6: ☑ Yes', 'note F7: ☐ No', 'note F8: ▣ Check Box 3']);
});

test('lists by the entries that are chosen', async () => {
  const { row, column } = (await Paper.of(asked)).find('3 PainPoints', 'Pain 1');
  const at = (n: number) => `$${String.fromCharCode(65 + column)}$${row + n}`;
  const range = `${at(1)}:${at(4)}`;
  expect(
    await told([
      { kind: 'Drop', name: 'Drop 1', state: `fmlaRange="${range}" sel="2"` },
      {
        kind: 'List',
        name: 'List 2',
        state: `fmlaRange="${range}" multiSel="1 3" seltype="multi"`,
      },
      { kind: 'Drop', drawn: `<x:FmlaRange>${range}</x:FmlaRange><x:Sel>4</x:Sel>` },
      { kind: 'Drop', name: 'Drop 4', state: 'sel="3"' },
      { kind: 'Drop', name: 'Drop 5', state: `fmlaRange="${range}" sel="0"` },
      { kind: 'Drop', drawn: '<x:UIObj/><x:Sel>1</x:Sel>' },
    ]),
  ).toEqual([
    'note F6: Drop 1: Pain 2',
    'note F7: List 2: Pain 1, Pain 3',
    'note F8: Pain 4',
    'note F9: Drop 4: 3',
    'note F10: Drop 5',
  ]);
});

test('controls of ActiveX by what their file says in words, else by name', async () => {
  const ocx = (classid: string, inside: string) =>
    `<ax:ocx ax:classid="{${classid}}" xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" xmlns:r="${office}" ax:persistence="persistPropertyBag">${inside}</ax:ocx>`;
  const box = '8BD21D40-EC42-11CE-9E0D-00AA006002F3';
  const property = (name: string, value: string) =>
    `<ax:ocxPr ax:name="${name}" ax:value="${value}"/>`;
  expect(
    await told([
      {
        ...{ kind: 'Pict', name: 'CheckBox1' },
        activeX: ocx(box, property('Caption', 'In scope') + property('Value', '1')),
      },
      {
        ...{ kind: 'Pict', name: 'TextBox1' },
        activeX: ocx('8BD21D10-EC42-11CE-9E0D-00AA006002F3', property('Value', 'see mail')),
      },
      { kind: 'Pict', name: 'ComboBox1', activeX: ocx('8BD21D30-EC42-11CE-9E0D-00AA006002F3', '') },
    ]),
  ).toEqual(['note F6: ☑ In scope', 'note F7: TextBox1: see mail', 'note F8: ComboBox1']);
});

/** A check box that Excel has written, of which LibreOffice too says that it is ticked. */
const ticked =
  '401dd28b42ecce119e0d00aa006002f3000244004601c080010000000d0000800a00008004000000010000800e00008006000080d91000000707000031000000437573746f6d2043617074696f6e00005368656574312043000218003500000007000080e1000000ee02000043616c6962726900';

test.each([
  ['ticked', ticked, '☑ Custom Caption'],
  ['blank', ticked.replace('31000000437573', '30000000437573'), '☐ Custom Caption'],
  ['cut off', ticked.slice(0, 100), 'CheckBox1'],
  ['of a later version', ticked.replace('00024400', '00034400'), 'CheckBox1'],
])('a control of ActiveX in bytes: %s', async (_, bytes, said) => {
  const activeX = `<ax:ocx ax:classid="{8BD21D40-EC42-11CE-9E0D-00AA006002F3}" xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:persistence="persistStreamInit"/>`;
  expect(await told([{ kind: 'Pict', name: 'CheckBox1', activeX, bytes }])).toEqual([
    `note F6: ${said}`,
  ]);
});

test('a drawing that nobody can read loses no answer', async () => {
  expect(await told([{ kind: 'Checkbox', caption: '<b>open', drawn: checked }])).toEqual([]);
});

(available() ? test : test.skip)(
  'LibreOffice reads the same boxes in the file',
  async () => {
    const file = controlled([
      { kind: 'Checkbox', caption: 'Approved', drawn: checked, state: 'checked="Checked"' },
      { kind: 'Checkbox', caption: 'Not needed', state: 'lockText="1"' },
    ]);
    const boxes = [...(await flat(file)).matchAll(/<form:checkbox [^>]*>/g)].map(([box]) => [
      /form:label="([^"]*)"/.exec(box)?.[1],
      box.includes('form:current-state="checked"'),
    ]);
    expect(boxes).toEqual([
      ['Approved', true],
      ['Not needed', false],
    ]);
  },
  120_000,
);
