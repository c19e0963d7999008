import type { ConditionalFormat, ConditionalStyle, ValidationOperator } from '../../../book';
import type { Engine } from '../engine';
import { instance, type Kind, type Wire } from '../kind';
import { apiNotFound, invalidArgument } from '../refusal';
import { assertFormula } from '../write';
import { colorOf } from './color';
import type { FormatState } from './conditional-formats';

type Rule = ConditionalFormat['rule'];
type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>;

const ruleOf = <T extends Rule['type']>({ format }: FormatState): RuleOf<T> =>
  format.rule as RuleOf<T>;

function formula(value: unknown, { sheet, format }: FormatState, engine: Engine): string {
  if (typeof value === 'number') return `=${value}`;
  if (typeof value !== 'string' || value === '') throw invalidArgument('The rule lacks a formula.');
  const text = value.startsWith('=') ? value : `=${value}`;
  const [area] = format.areas;
  assertFormula(engine, sheet, text, area!.row, area!.column);
  return text;
}

const styleOf = (state: FormatState): ConditionalStyle => ruleOf<'custom'>(state).style;

function change(state: FormatState, patch: ConditionalStyle): void {
  Object.assign(styleOf(state), patch);
}

const fill: Kind<FormatState> = {
  name: 'ConditionalRangeFill',
  get: { Color: (state) => styleOf(state).fill ?? '' },
  set: { Color: (state, value) => change(state, { fill: colorOf(value) }) },
  call: { Clear: (state) => void delete styleOf(state).fill },
};

const font: Kind<FormatState> = {
  name: 'ConditionalRangeFont',
  get: {
    Color: (state) => styleOf(state).fontColor ?? '',
    Bold: (state) => styleOf(state).bold ?? null,
    Italic: (state) => styleOf(state).italic ?? null,
    Strikethrough: (state) => styleOf(state).strikethrough ?? null,
    Underline: (state) => (styleOf(state).underline ? 'Single' : 'None'),
  },
  set: {
    Color: (state, value) => change(state, { fontColor: colorOf(value) }),
    Bold: (state, value) => change(state, { bold: value === true }),
    Italic: (state, value) => change(state, { italic: value === true }),
    Strikethrough: (state, value) => change(state, { strikethrough: value === true }),
    Underline: (state, value) => change(state, { underline: value !== 'None' }),
  },
  call: {
    Clear: (state) => {
      const { fill: color } = styleOf(state);
      ruleOf<'custom'>(state).style = color === undefined ? {} : { fill: color };
    },
  },
};

const rangeFormat: Kind<FormatState> = {
  name: 'ConditionalRangeFormat',
  to: { Fill: (state) => instance(fill, state), Font: (state) => instance(font, state) },
};

const toFormat = { Format: (state: FormatState) => instance(rangeFormat, state) };

const customRule: Kind<FormatState> = {
  name: 'ConditionalFormatRule',
  get: { Formula: (state) => ruleOf<'custom'>(state).formula },
  set: {
    Formula: (state, value, engine) =>
      void (ruleOf<'custom'>(state).formula = formula(value, state, engine)),
  },
};

const custom: Kind<FormatState> = {
  name: 'CustomConditionalFormat',
  to: { Rule: (state) => instance(customRule, state), ...toFormat },
};

const OPERATORS: ValidationOperator[] = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
];

/** The client names two operators differently here than in data validation. */
const SHORT: Record<string, ValidationOperator> = {
  GreaterThanOrEqual: 'GreaterThanOrEqualTo',
  LessThanOrEqual: 'LessThanOrEqualTo',
};

const cellValue: Kind<FormatState> = {
  name: 'CellValueConditionalFormat',
  get: {
    Rule: (state) => {
      const { operator, formula1, formula2 } = ruleOf<'cellValue'>(state);
      const short = Object.keys(SHORT).find((name) => SHORT[name] === operator) ?? operator;
      return { operator: short, formula1, ...(formula2 !== undefined && { formula2 }) };
    },
  },
  set: {
    Rule: (state, value, engine) => {
      const operator = SHORT[value?.operator] ?? value?.operator;
      if (!OPERATORS.includes(operator))
        throw invalidArgument(`There is no operator "${operator}".`);
      const rule = ruleOf<'cellValue'>(state);
      rule.formula1 = formula(value.formula1, state, engine);
      rule.operator = operator;
      if (operator === 'Between' || operator === 'NotBetween') {
        rule.formula2 = formula(value.formula2, state, engine);
      } else delete rule.formula2;
    },
  },
  to: toFormat,
};

const TEXT_OPERATORS = ['Contains', 'NotContains', 'BeginsWith', 'EndsWith'];

const textComparison: Kind<FormatState> = {
  name: 'TextConditionalFormat',
  get: {
    Rule: (state) => {
      const { operator, text } = ruleOf<'containsText'>(state);
      return { operator, text };
    },
  },
  set: {
    Rule: (state, value) => {
      if (!TEXT_OPERATORS.includes(value?.operator)) throw invalidArgument();
      const rule = ruleOf<'containsText'>(state);
      rule.operator = value.operator;
      rule.text = String(value.text);
    },
  },
  to: toFormat,
};

const bound = (value: unknown, automatic: string) => ({
  type: value === undefined ? automatic : 'Number',
  ...(value !== undefined && { formula: String(value) }),
});

function boundOf(value: Wire): number | undefined {
  if (
    value?.type === 'Automatic' ||
    value?.type === 'LowestValue' ||
    value?.type === 'HighestValue'
  ) {
    return undefined;
  }
  const number = Number(String(value?.formula ?? '').replace(/^=/, ''));
  if (value?.type !== 'Number' || !Number.isFinite(number)) {
    throw apiNotFound('data bar bounds other than automatic or a number');
  }
  return number;
}

const positiveFormat: Kind<FormatState> = {
  name: 'ConditionalDataBarPositiveFormat',
  get: {
    FillColor: (state) => ruleOf<'dataBar'>(state).color,
    GradientFill: (state) => ruleOf<'dataBar'>(state).gradient,
  },
  set: {
    FillColor: (state, value) => void (ruleOf<'dataBar'>(state).color = colorOf(value)),
    GradientFill: (state, value) => void (ruleOf<'dataBar'>(state).gradient = value === true),
  },
};

const dataBar: Kind<FormatState> = {
  name: 'DataBarConditionalFormat',
  get: {
    ShowDataBarOnly: (state) => !ruleOf<'dataBar'>(state).showValue,
    LowerBoundRule: (state) => bound(ruleOf<'dataBar'>(state).min, 'Automatic'),
    UpperBoundRule: (state) => bound(ruleOf<'dataBar'>(state).max, 'Automatic'),
  },
  set: {
    ShowDataBarOnly: (state, value) => void (ruleOf<'dataBar'>(state).showValue = value !== true),
    LowerBoundRule: (state, value) => setBound(state, 'min', value),
    UpperBoundRule: (state, value) => setBound(state, 'max', value),
  },
  to: { PositiveFormat: (state) => instance(positiveFormat, state) },
};

function setBound(state: FormatState, key: 'min' | 'max', value: unknown): void {
  const rule = ruleOf<'dataBar'>(state);
  const number = boundOf(value);
  if (number === undefined) delete rule[key];
  else rule[key] = number;
}

const STOPS = ['minimum', 'midpoint', 'maximum'] as const;

const colorScale: Kind<FormatState> = {
  name: 'ColorScaleConditionalFormat',
  get: {
    ThreeColorScale: (state) => ruleOf<'colorScale'>(state).stops.length === 3,
    Criteria: (state) => {
      const { stops } = ruleOf<'colorScale'>(state);
      const names = stops.length === 3 ? STOPS : (['minimum', 'maximum'] as const);
      return Object.fromEntries(
        stops.map(({ kind, value, color }, index) => [
          names[index],
          { type: kind, color, ...(value !== undefined && { formula: String(value) }) },
        ]),
      );
    },
  },
  set: {
    Criteria: (state, value) => {
      if (!value?.minimum || !value?.maximum) throw invalidArgument();
      const given = STOPS.filter((name) => value[name]);
      ruleOf<'colorScale'>(state).stops = given.map((name) => {
        const { type, formula: text, color } = value[name];
        return {
          kind: String(type),
          color: colorOf(color),
          ...(text !== undefined && text !== null && { value: text }),
        };
      });
    },
  },
};

const iconSet: Kind<FormatState> = {
  name: 'IconSetConditionalFormat',
  get: {
    Style: (state) => ruleOf<'iconSet'>(state).set,
    ShowIconOnly: (state) => ruleOf<'iconSet'>(state).showIconOnly,
    ReverseIconOrder: (state) => ruleOf<'iconSet'>(state).reverse,
  },
  set: {
    Style: (state, value) => {
      if (!/^(Three|Four|Five)\w+$/.test(value)) throw invalidArgument();
      ruleOf<'iconSet'>(state).set = value;
    },
    ShowIconOnly: (state, value) => void (ruleOf<'iconSet'>(state).showIconOnly = value === true),
    ReverseIconOrder: (state, value) => void (ruleOf<'iconSet'>(state).reverse = value === true),
  },
};

/** Child member of ConditionalFormat → the rule type it belongs to and its class. */
export const ruleKinds: Record<string, { type: Rule['type']; kind: Kind<FormatState> }> = {
  Custom: { type: 'custom', kind: custom },
  CellValue: { type: 'cellValue', kind: cellValue },
  TextComparison: { type: 'containsText', kind: textComparison },
  DataBar: { type: 'dataBar', kind: dataBar },
  ColorScale: { type: 'colorScale', kind: colorScale },
  IconSet: { type: 'iconSet', kind: iconSet },
};
