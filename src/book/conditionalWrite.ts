import type { ConditionalFormat } from './book';
import { areasName, cellName } from './address';
import { argb } from './colors';
import {
  EXTENDED_ICON_SETS,
  STOP_TO_FILE,
  TEXT_RULES,
  iconSetToFile,
  thresholds,
} from './conditionalTerms';
import { formulaToFile, operandToFile, quoteText } from './formula';
import type { Looks } from './stylesWrite';
import { encodeAttributeText, encodeText } from './text';
import { X14, XM, operatorToFile } from './vocabulary';
import { el, escapeText } from './xml';

type Rule<T extends ConditionalFormat['rule']['type']> = Extract<
  ConditionalFormat['rule'],
  { type: T }
>;

export interface ConditionalXml {
  /** conditionalFormatting elements of the sheet. */
  main: string;
  /** The sheet's extension: what only Excel 2010 and later have. */
  extension: string;
}

/** `id` gives each rule with an extension its identity in the file. */
export function conditionalXml(
  formats: ConditionalFormat[],
  styles: Looks,
  id: () => string,
): ConditionalXml {
  const main: string[] = [];
  const extended: string[] = [];
  for (const format of formats) {
    if (format.areas.length === 0) continue;
    const { rule } = format;
    const sqref = areasName(format.areas);
    if (rule.type === 'iconSet' && EXTENDED_ICON_SETS.has(iconSetToFile(rule.set))) {
      extended.push(extendedXml(sqref, iconSetXml(rule, 'x14:', ruleAttributes(format, id()))));
      continue;
    }
    const extensionId = rule.type === 'dataBar' ? id() : undefined;
    main.push(el('conditionalFormatting', { sqref }, ruleXml(format, styles, extensionId)));
    if (rule.type === 'dataBar')
      extended.push(extendedXml(sqref, extendedDataBarXml(rule, extensionId!)));
  }
  const extension =
    extended.length === 0
      ? ''
      : el(
          'ext',
          { 'xmlns:x14': X14, uri: '{78C0D931-6437-407d-A8EE-F0AAD7539E65}' },
          el('x14:conditionalFormattings', {}, extended.join('')),
        );
  return { main: main.join(''), extension };
}

const formulaXml = (formula: string) => el('formula', {}, escapeText(encodeText(formula)));

/** Files count priorities from 1. */
const ruleAttributes = ({ priority, stopIfTrue }: ConditionalFormat, id?: string) => ({
  priority: priority + 1,
  stopIfTrue: stopIfTrue || undefined,
  id,
});

function ruleXml(format: ConditionalFormat, styles: Looks, extensionId?: string): string {
  const { rule } = format;
  const common = ruleAttributes(format);
  switch (rule.type) {
    case 'custom':
      return el(
        'cfRule',
        { type: 'expression', dxfId: styles.difference(rule.style), ...common },
        formulaXml(formulaToFile(rule.formula)),
      );
    case 'cellValue':
      return el(
        'cfRule',
        {
          type: 'cellIs',
          dxfId: styles.difference(rule.style),
          ...common,
          operator: operatorToFile(rule.operator),
        },
        [rule.formula1, rule.formula2]
          .filter((operand) => operand !== undefined)
          .map((operand) => formulaXml(operandToFile(operand)))
          .join(''),
      );
    case 'containsText':
      return textXml(format, rule, styles);
    case 'dataBar':
      return dataBarXml(rule, common, extensionId!);
    case 'colorScale':
      return colorScaleXml(rule, common);
    case 'iconSet':
      return iconSetXml(rule, '', common);
  }
}

function textXml(format: ConditionalFormat, rule: Rule<'containsText'>, styles: Looks): string {
  const { type, operator, formula } = TEXT_RULES[rule.operator];
  const [{ row, column }] = format.areas as [ConditionalFormat['areas'][0]];
  return el(
    'cfRule',
    {
      type,
      dxfId: styles.difference(rule.style),
      ...ruleAttributes(format),
      operator,
      text: encodeAttributeText(rule.text),
    },
    formulaXml(formula(quoteText(rule.text), cellName(row, column))),
  );
}

function dataBarXml(rule: Rule<'dataBar'>, common: object, extensionId: string): string {
  const bound = (value: number | undefined, automatic: string) =>
    el('cfvo', value === undefined ? { type: automatic } : { type: 'num', val: value });
  const bar = el(
    'dataBar',
    { showValue: rule.showValue ? undefined : false },
    bound(rule.min, 'min') + bound(rule.max, 'max') + el('color', { rgb: argb(rule.color) }),
  );
  const link = el(
    'ext',
    { 'xmlns:x14': X14, uri: '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}' },
    el('x14:id', {}, extensionId),
  );
  return el('cfRule', { type: 'dataBar', ...common }, bar + el('extLst', {}, link));
}

function extendedDataBarXml(rule: Rule<'dataBar'>, id: string): string {
  const bound = (value: number | undefined, automatic: string) =>
    value === undefined
      ? el('x14:cfvo', { type: automatic })
      : el('x14:cfvo', { type: 'num' }, el('xm:f', {}, String(value)));
  const bar = el(
    'x14:dataBar',
    {
      minLength: 0,
      maxLength: 100,
      showValue: rule.showValue ? undefined : false,
      gradient: rule.gradient ? undefined : false,
    },
    bound(rule.min, 'autoMin') +
      bound(rule.max, 'autoMax') +
      el('x14:negativeFillColor', { rgb: 'FFFF0000' }) +
      el('x14:axisColor', { rgb: 'FF000000' }),
  );
  return el('x14:cfRule', { type: 'dataBar', id }, bar);
}

function colorScaleXml(rule: Rule<'colorScale'>, common: object): string {
  const values = rule.stops.map(({ kind, value }) =>
    el('cfvo', {
      type: STOP_TO_FILE[kind] ?? kind,
      val: typeof value === 'string' ? formulaToFile(value) : value,
    }),
  );
  const colors = rule.stops.map(({ color }) => el('color', { rgb: argb(color) }));
  const scale = el('colorScale', {}, [...values, ...colors].join(''));
  return el('cfRule', { type: 'colorScale', ...common }, scale);
}

function iconSetXml(rule: Rule<'iconSet'>, prefix: '' | 'x14:', common: object): string {
  const iconSet = iconSetToFile(rule.set);
  const values = thresholds(iconSet).map((val) =>
    prefix
      ? el('x14:cfvo', { type: 'percent' }, el('xm:f', {}, String(val)))
      : el('cfvo', { type: 'percent', val }),
  );
  const icons = el(
    `${prefix}iconSet`,
    {
      iconSet,
      showValue: rule.showIconOnly ? false : undefined,
      reverse: rule.reverse || undefined,
    },
    values.join(''),
  );
  return el(`${prefix}cfRule`, { type: 'iconSet', ...common }, icons);
}

const extendedXml = (sqref: string, rule: string) =>
  el('x14:conditionalFormatting', { 'xmlns:xm': XM }, rule + el('xm:sqref', {}, sqref));
