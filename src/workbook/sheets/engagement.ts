import { cellName } from '../../engagement/register';
import type { MessageKey } from '../../messages';
import { numName } from '../../rules';
import { dayAround } from '../../rules/value/inputs';
import { read, say, type Context } from '../context';
import type { FieldSpec, SheetSpec, ValueKind } from '../spec';
import { guideLink, sheetHead } from '../texts';

export const settingName = <const Id extends string>(id: Id) => cellName('Engagement', id);

const settings: { id: string; kind: ValueKind; list?: string; note?: true }[] = [
  { id: 'project', kind: 'text' },
  { id: 'client', kind: 'text' },
  { id: 'vendor', kind: 'text' },
  { id: 'industry', kind: 'text' },
  { id: 'consultant', kind: 'text' },
  { id: 'businessLead', kind: 'text', note: true },
  { id: 'itLead', kind: 'text', note: true },
  { id: 'stage', kind: 'text', list: 'stage', note: true },
  { id: 'currency', kind: 'text', note: true },
  { id: 'fee', kind: 'money', note: true },
  { id: 'startDate', kind: 'date', note: true },
  { id: 'goLiveDate', kind: 'date' },
  { id: 'endDate', kind: 'date' },
  { id: 'afterGoLiveShare', kind: 'percent', note: true },
];

/** The engagement's settings, every one a named cell. */
export function engagementSheet(context: Context): SheetSpec {
  const inputs: FieldSpec[] = settings.map(({ id, kind, list, note }) => ({
    id,
    name: settingName(id),
    label: say(context, `field.${id}` as MessageKey),
    ...(note && { note: say(context, `field.note.${id}` as MessageKey) }),
    role: 'input',
    kind,
    ...(list && { list }),
    stored: true,
  }));
  const model: FieldSpec = {
    id: 'model',
    name: settingName('model'),
    label: say(context, 'field.model'),
    note: say(context, 'field.note.model'),
    role: 'calc',
    kind: 'text',
    value: read(context, context.catalog.name),
  };
  /** Between which days a day may lie that somebody types. */
  const days = (['first', 'last'] as const).map((side): FieldSpec => ({
    id: `${side}Day`,
    name: settingName(`${side}Day`),
    label: say(context, `field.${side}Day`),
    role: 'calc',
    kind: 'date',
    formula: dayAround(numName(settingName('startDate')), side),
  }));
  return {
    id: 'engagement',
    name: say(context, 'sheet.engagement'),
    tab: 'guide',
    visibility: 'Visible',
    flow: 'down',
    widths: [30, 46, 60],
    page: { orientation: 'Portrait' },
    blocks: [
      sheetHead(context, 'engagement', 'engagement.title', 'engagement.lead', [
        guideLink(context),
        {
          text: say(context, 'step.next', { sheet: say(context, 'sheet.ask') }),
          look: 'link',
          link: 'ask',
        },
      ]),
      { kind: 'fields', id: 'engagement.settings', fields: [model, ...inputs, ...days] },
    ],
  };
}
