import type { ConditionalFormat, Sheet } from '../../../book';
import { overlaps, subtract } from '../area';
import type { Engine } from '../engine';
import { instance, type Instance, type Kind } from '../kind';
import { assertAllowed } from '../protection';
import { apiNotFound, invalidArgument, itemNotFound } from '../refusal';
import { ruleKinds } from './conditional-rules';
import type { Areas } from '../look';
import { areasOf, rangeOf } from './place';

export interface FormatState {
  sheet: Sheet;
  format: ConditionalFormat;
}

type Rule = ConditionalFormat['rule'];

/** Office.js type → rule type and a fresh rule. */
const TYPES: Record<string, Rule> = {
  Custom: { type: 'custom', formula: '=FALSE', style: {} },
  CellValue: { type: 'cellValue', operator: 'EqualTo', formula1: '=0', style: {} },
  ContainsText: { type: 'containsText', operator: 'Contains', text: '', style: {} },
  DataBar: { type: 'dataBar', color: '#638EC6', gradient: true, showValue: true },
  ColorScale: {
    type: 'colorScale',
    stops: [
      { kind: 'LowestValue', color: '#F8696B' },
      { kind: 'HighestValue', color: '#63BE7B' },
    ],
  },
  IconSet: { type: 'iconSet', set: 'ThreeTrafficLights1', showIconOnly: false, reverse: false },
};

const typeOf = ({ format }: FormatState): string =>
  Object.keys(TYPES).find((name) => TYPES[name]!.type === format.rule.type)!;

const within = ({ sheet, areas: wanted }: Areas): ConditionalFormat[] =>
  sheet.conditionalFormats
    .filter(({ areas }) => areas.some((part) => wanted.some((area) => overlaps(part, area))))
    .sort((a, b) => a.priority - b.priority);

const of = (sheet: Sheet, format: ConditionalFormat | undefined): Instance<FormatState> | null =>
  format ? instance(conditionalFormat, { sheet, format }) : null;

function item(state: Areas, id: unknown): Instance<FormatState> {
  const found = of(
    state.sheet,
    within(state).find((format) => format.id === id),
  );
  if (!found) throw itemNotFound();
  return found;
}

/** Priorities count from 0, first wins. */
function renumber(sheet: Sheet): void {
  sheet.conditionalFormats
    .sort((a, b) => a.priority - b.priority)
    .forEach((format, index) => (format.priority = index));
}

export const conditionalFormatCollection: Kind<Areas> = {
  name: 'ConditionalFormatCollection',
  items: (state) =>
    within(state).map((format) => instance(conditionalFormat, { sheet: state.sheet, format })),
  item,
  call: {
    Add: ({ sheet, areas }, [type], engine: Engine) => {
      assertAllowed(sheet, 'allowFormatCells');
      const rule = TYPES[String(type)];
      if (!rule) throw apiNotFound(`the conditional format "${type}"`);
      const id = `{00000000-0003-0000-${String(engine.nextId()).padStart(4, '0')}-000000000000}`;
      const format: ConditionalFormat = {
        id,
        areas: areas.map((area) => ({ ...area })),
        priority: -1,
        stopIfTrue: false,
        rule: structuredClone(rule),
      };
      sheet.conditionalFormats.push(format);
      renumber(sheet);
      return of(sheet, format);
    },
    ClearAll: ({ sheet, areas }) => {
      assertAllowed(sheet, 'allowFormatCells');
      for (const format of sheet.conditionalFormats) {
        for (const area of areas)
          format.areas = format.areas.flatMap((part) => subtract(part, area));
      }
      sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
      renumber(sheet);
    },
    GetCount: (state) => within(state).length,
    GetItem: (state, [id]) => item(state, id),
    GetItemOrNullObject: (state, [id]) =>
      of(
        state.sheet,
        within(state).find((format) => format.id === id),
      ),
    GetItemAt: (state, [index]) => {
      const found = of(state.sheet, within(state)[index]);
      if (!found) throw itemNotFound();
      return found;
    },
  },
};

const conditionalFormat: Kind<FormatState> = {
  name: 'ConditionalFormat',
  key: ({ format }) => ({ Id: format.id }),
  get: {
    Id: ({ format }) => format.id,
    Type: typeOf,
    Priority: ({ format }) => format.priority,
    StopIfTrue: ({ format }) => format.stopIfTrue,
  },
  set: {
    Priority: ({ sheet, format }, value) => {
      if (!Number.isInteger(value) || value < 0) throw invalidArgument();
      const others = sheet.conditionalFormats.filter((other) => other !== format);
      others.sort((a, b) => a.priority - b.priority).splice(value, 0, format);
      others.forEach((other, index) => (other.priority = index));
    },
    StopIfTrue: ({ format }, value) => void (format.stopIfTrue = value === true),
  },
  to: Object.fromEntries(
    Object.entries(ruleKinds).flatMap(([name, { type, kind }]) => [
      [
        name,
        (state: FormatState) => {
          if (state.format.rule.type !== type) throw itemNotFound();
          return instance(kind, state);
        },
      ],
      [
        `${name}OrNullObject`,
        (state: FormatState) =>
          (state.format.rule.type === type ? instance(kind, state) : null) as Instance,
      ],
    ]),
  ),
  call: {
    Delete: ({ sheet, format }) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
      renumber(sheet);
    },
    GetRange: ({ sheet, format }) => {
      if (format.areas.length !== 1) throw invalidArgument('The format lies on several ranges.');
      return rangeOf(sheet, format.areas[0]!);
    },
    GetRanges: ({ sheet, format }) => areasOf(sheet, format.areas),
    GetRangeOrNullObject: ({ sheet, format }) =>
      format.areas.length === 1 ? rangeOf(sheet, format.areas[0]!) : null,
  },
};
