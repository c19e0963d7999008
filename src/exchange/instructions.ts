import type { Audience } from '../engagement/register';
import { message, type Lang, type MessageKey, type MessageParams } from '../messages';
import {
  add,
  choose,
  countIfs,
  equal,
  join,
  num,
  numName,
  nums,
  subtract,
  sum,
  txts,
  when,
  type Num,
} from '../rules';
import type { ColumnSpec, FieldSpec, SheetSpec, TableBlock, TextCell } from '../workbook';
import type { Part } from './audience';

interface Facts {
  lang: Lang;
  audience: Audience;
  respondent: string;
  due: string;
  client: string;
  identity: { id: string; name: string };
}

interface Asked {
  block: TableBlock;
  part: Part;
  /** Id and name of its sheet. */
  sheet: string;
  name: string;
}

/** The named cell in which a respondent may correct its name. */
export const respondentName = 'Template.Respondent';
const instructionSheetId = 'fill';
const progressTable = 'TemplateProgress';
const leftName = 'Template.Left';
const askedName = 'Template.Asked';

declare module '../rules/register' {
  interface Tables {
    TemplateProgress: 'no' | 'asked' | 'left';
  }
  interface Names {
    'Template.Left': unknown;
    'Template.Asked': unknown;
  }
}

/** The first sheet: who is asked what until when, how to fill it, and how far it is. */
export function instructionSheet(facts: Facts, asked: readonly Asked[]): SheetSpec {
  const { lang } = facts;
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const rules: TextCell[][] = ([1, 2, 3, 4, 5, 6] as const).map((n) => [
    { text: `${n}`, look: 'step' },
    { text: say(`template.rule.${n}`), look: 'text' },
  ]);
  return {
    id: instructionSheetId,
    name: say('template.sheet'),
    tab: 'guide',
    visibility: 'Visible',
    flow: 'down',
    widths: [22, 60, 12, 12, 12, 12],
    page: { orientation: 'Portrait' },
    blocks: [
      {
        kind: 'text',
        id: 'fill.head',
        rows: [
          [{ text: say('template.title', { client: facts.client }), look: 'title' }],
          [{ text: say('template.lead'), look: 'subtitle' }],
        ],
      },
      { kind: 'fields', id: 'fill.facts', fields: factFields(facts) },
      {
        kind: 'text',
        id: 'fill.progress',
        rows: [[{ text: say('template.progress'), look: 'heading' }]],
      },
      progress(lang, asked),
      {
        kind: 'text',
        id: 'fill.rules',
        rows: [[{ text: say('template.howTo'), look: 'heading' }], ...rules],
      },
    ],
  };
}

function factFields({ lang, identity, audience, respondent, due }: Facts): FieldSpec[] {
  const field = (id: string, label: MessageKey, value: string): FieldSpec => ({
    id,
    name: `Template.${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    label: message(lang, label),
    role: 'calc',
    kind: 'text',
    value,
  });
  const [left, all] = [numName(leftName), numName(askedName)];
  const [before = '', between = '', after = ''] = message(lang, 'template.filled', {
    filled: '|',
    asked: '|',
  }).split('|');
  return [
    field('project', 'template.project', identity.name),
    field('engagement', 'template.engagement', identity.id),
    field('audience', 'template.audience', message(lang, `exchange.audience.${audience}`)),
    {
      ...field('respondent', 'template.respondent', respondent),
      role: 'input',
      note: message(lang, 'template.respondent.note'),
    },
    field('due', 'template.due', due),
    {
      ...field('asked', 'template.column.asked', ''),
      kind: 'integer',
      formula: sum(nums(progressTable, 'asked')),
    },
    {
      ...field('left', 'template.column.left', ''),
      kind: 'integer',
      formula: sum(nums(progressTable, 'left')),
    },
    {
      ...field('verdict', 'template.progress', ''),
      formula: when(
        equal(left, 0),
        message(lang, 'template.complete'),
        join(before, subtract(all, left), between, all, ...(after === '' ? [] : [after])),
      ),
    },
  ];
}

/** One row a sheet; the formula picks the sheet's count by the row's number. */
function progress(lang: Lang, asked: readonly Asked[]): TableBlock {
  const say = (key: MessageKey) => message(lang, key);
  const column = (
    id: string,
    key: MessageKey,
    width: number,
    rest: Partial<ColumnSpec> = {},
  ): ColumnSpec => ({ id, header: say(key), role: 'fixed', kind: 'text', width, ...rest });
  const whole = { kind: 'integer' as const, align: 'Center' as const };
  const perSheet = (of: (one: Asked) => Num) => choose(num('no'), ...asked.map(of));
  const rowsOf = ({ part }: Asked) => countIfs([txts(part.name, 'id'), '?*']);
  const filled = ({ part }: Asked): Num => {
    const [first, ...rest] = part.required.map((id) =>
      countIfs([txts(part.name, 'id'), '?*'], [txts(part.name, id), '<>']),
    );
    const [own = 'item'] = part.fill;
    return first ? add(first, ...rest) : countIfs([txts(part.name, own), '<>']);
  };
  const askedOf = (one: Asked): Num =>
    one.part.required.length === 0 ? add(0, 0) : required(one, rowsOf(one));
  const calc = { role: 'calc' as const, ...whole };
  return {
    kind: 'table',
    id: 'progress',
    name: progressTable,
    columns: [
      column('no', 'column.no', 22, whole),
      column('sheet', 'template.column.sheet', 60, { look: 'link' }),
      column('rows', 'template.column.own', 12, { ...calc, formula: perSheet(rowsOf) }),
      column('asked', 'template.column.asked', 12, { ...calc, formula: perSheet(askedOf) }),
      column('filled', 'template.column.filled', 12, { ...calc, formula: perSheet(filled) }),
      column('left', 'template.column.left', 12, {
        ...calc,
        formula: perSheet((one) =>
          one.part.required.length === 0 ? add(0, 0) : subtract(askedOf(one), filled(one)),
        ),
      }),
    ],
    rows: asked.map(({ block, sheet, name }, i) => ({
      id: block.id,
      cells: { no: i + 1, sheet: name },
      links: { sheet },
    })),
    spare: 0,
    filter: false,
  };
}

const required = ({ part }: Asked, rows: Num): Num => {
  const [first, ...rest] = part.required.map(() => rows);
  return add(first as Num, ...rest);
};
