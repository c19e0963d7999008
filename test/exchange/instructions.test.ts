import { instructionSheet, respondentName } from '../../src/exchange/instructions';
import { namingOf } from '../../src/office';
import { render } from '../../src/rules';

/** The first sheet of a template, as it says and computes. */
const made = (lang: 'en' | 'zh-CN' = 'en') => {
  const sheet = instructionSheet(
    {
      ...{ lang, audience: 'it', respondent: 'Li', due: '2026-03-30', client: 'Acme' },
      identity: { id: 'f00', name: 'Acme · Service' },
    } as never,
    [
      {
        ...{ block: { id: 'pain' }, sheet: 'ask.pain', name: 'Pains' },
        part: { name: 'PainPoints', required: ['pick', 'priority'], fill: ['pick'] },
      },
      {
        ...{ block: { id: 'costs' }, sheet: 'ask.costs', name: 'Costs' },
        part: { name: 'Costs', required: [], fill: ['y0', 'y1'] },
      },
      {
        ...{ block: { id: 'notes' }, sheet: 'ask.notes', name: 'Notes' },
        part: { name: 'Readings', required: [], fill: [] },
      },
    ] as never,
  );
  const columns = (table: string, ...ids: string[]) => ({
    ...{ kind: 'table', name: table },
    columns: ids.map((id) => ({ id, header: id })),
  });
  const asked = [
    columns('PainPoints', 'id', 'pick', 'priority'),
    columns('Costs', 'id', 'y0', 'y1'),
    columns('Readings', 'id', 'item'),
  ];
  const naming = namingOf([sheet, { blocks: asked }] as never);
  const [head, facts, title, progress, rules] = sheet.blocks;
  return { sheet, naming, head, facts, title, progress, rules } as const;
};

test('who is asked what until when', () => {
  const { facts, naming } = made();
  if (facts?.kind !== 'fields') throw new Error('No fields');
  expect(
    facts.fields.map(({ id, name, label, role, kind, value, formula, note }) =>
      [id, name, label, role, kind, formula ? render(formula.node, naming) : value, note].join(
        ' | ',
      ),
    ),
  ).toEqual([
    'project | Template.Project | Project | calc | text | Acme · Service | ',
    'engagement | Template.Engagement | Engagement id | calc | text | f00 | ',
    'audience | Template.Audience | Asked as | calc | text | IT | ',
    'respondent | Template.Respondent | Answered by | input | text | Li | Correct the name if someone else answers.',
    'due | Template.Due | Please return by | calc | text | 2026-03-30 | ',
    'asked | Template.Asked | To fill | calc | integer | =SUM(TemplateProgress[To fill]) | ',
    'left | Template.Left | Left | calc | integer | =SUM(TemplateProgress[Left]) | ',
    'verdict | Template.Verdict | How far you are | calc | text | =IF(Template.Left=0,"Complete. Please send the file back.","Filled: "&Template.Asked-Template.Left&" of "&Template.Asked) | ',
  ]);
  expect(respondentName).toBe('Template.Respondent');
});

test('how far each sheet is', () => {
  const { progress, naming } = made();
  if (progress?.kind !== 'table') throw new Error('No table');
  expect(progress).toMatchObject({
    id: 'progress',
    name: 'TemplateProgress',
    spare: 0,
    filter: false,
  });
  expect(
    progress.columns.map(({ id, header, role, kind, width, align, look, formula }) =>
      [
        id,
        header,
        role,
        kind,
        width,
        align,
        look,
        formula && render(formula.node, naming, 'TemplateProgress'),
      ].join(' | '),
    ),
  ).toEqual([
    'no | No | fixed | integer | 22 | Center |  | ',
    'sheet | Sheet | fixed | text | 60 |  | link | ',
    'rows | Rows | calc | integer | 12 | Center |  | =CHOOSE([@No],COUNTIFS(PainPoints[id],"?*"),COUNTIFS(Costs[id],"?*"),COUNTIFS(Readings[id],"?*"))',
    'asked | To fill | calc | integer | 12 | Center |  | =CHOOSE([@No],COUNTIFS(PainPoints[id],"?*")+COUNTIFS(PainPoints[id],"?*"),0+0,0+0)',
    'filled | Filled | calc | integer | 12 | Center |  | =CHOOSE([@No],COUNTIFS(PainPoints[id],"?*",PainPoints[pick],"<>")+COUNTIFS(PainPoints[id],"?*",PainPoints[priority],"<>"),COUNTIFS(Costs[y0],"<>"),COUNTIFS(Readings[item],"<>"))',
    'left | Left | calc | integer | 12 | Center |  | =CHOOSE([@No],COUNTIFS(PainPoints[id],"?*")+COUNTIFS(PainPoints[id],"?*")-(COUNTIFS(PainPoints[id],"?*",PainPoints[pick],"<>")+COUNTIFS(PainPoints[id],"?*",PainPoints[priority],"<>")),0+0,0+0)',
  ]);
  expect(progress.rows).toEqual([
    { id: 'pain', cells: { no: 1, sheet: 'Pains' }, links: { sheet: 'ask.pain' } },
    { id: 'costs', cells: { no: 2, sheet: 'Costs' }, links: { sheet: 'ask.costs' } },
    { id: 'notes', cells: { no: 3, sheet: 'Notes' }, links: { sheet: 'ask.notes' } },
  ]);
});

test('the sheet, its words and how to fill it', () => {
  const { sheet, head, title, rules } = made();
  expect(sheet).toMatchObject({
    ...{ id: 'fill', name: 'Please fill', tab: 'guide', visibility: 'Visible', flow: 'down' },
    ...{ widths: [22, 60, 12, 12, 12, 12], page: { orientation: 'Portrait' } },
  });
  const words = (block: typeof head) =>
    block?.kind === 'text'
      ? [
          block.id,
          ...block.rows.map((row) =>
            row.map(({ text, look }) => `${look}: ${text?.slice(0, 24)}`).join(' | '),
          ),
        ]
      : [];
  expect([head, title, rules].map(words)).toEqual([
    ['fill.head', 'title: Please fill in: Acme', 'subtitle: Only what you know is as'],
    ['fill.progress', 'heading: How far you are'],
    [
      ...['fill.rules', 'heading: How to fill'],
      ...['step: 1 | text: Columns with * are requi', 'step: 2 | text: Choose from the drop-dow'],
      ...['step: 3 | text: What is missing in a lis', 'step: 4 | text: Sorting, filtering, hidi'],
      ...['step: 5 | text: Dates as 2026-03-01, sha', 'step: 6 | text: Each person fills a file'],
    ],
  ]);
});

test('words after the last figure are said where a language has them', () => {
  const { facts, naming } = made('zh-CN');
  const verdict = facts?.kind === 'fields' ? facts.fields.at(-1)?.formula : undefined;
  expect(render(verdict!.node, naming)).toBe(
    '=IF(Template.Left=0,"已填完，请把文件发回。","已填 "&Template.Asked-Template.Left&" 格，共 "&Template.Asked&" 格")',
  );
});
