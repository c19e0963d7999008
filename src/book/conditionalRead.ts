import type { ConditionalFormat, ConditionalStyle } from './book';
import { parseAreas } from './address';
import { type Palette, readColor } from './colors';
import { TEXT_RULES, iconSetFromFile, stopFromFile } from './conditionalTerms';
import { formulaFromFile, operandFromFile } from './formula';
import { decodeText } from './text';
import { operatorFromFile } from './vocabulary';
import { type Node, child, childrenOf, descendants, flag, numeric } from './xml';

type Rule = ConditionalFormat['rule'];

export interface ConditionalContext {
  differences: ConditionalStyle[];
  palette: Palette;
  newId: () => string;
}

/** A conditional format, and where the sheet has it. */
export interface PlacedFormat {
  format: ConditionalFormat;
  /** Stands in the sheet's extension alone. */
  extended: boolean;
  /** Which block of those, and which rule of the block. */
  block: number;
  rule: number;
}

/** A sheet's conditional formats in file order; kinds the book cannot hold are left out. */
export const readConditionalFormats = (
  worksheet: Node,
  context: ConditionalContext,
): ConditionalFormat[] => placedFormats(worksheet, context).map(({ format }) => format);

/** The same, with where they stand. */
export function placedFormats(worksheet: Node, context: ConditionalContext): PlacedFormat[] {
  const extended = childrenOf(child(worksheet, 'extLst'), 'ext').flatMap((ext) =>
    descendants(ext, 'conditionalFormatting'),
  );
  const extensions = new Map(
    extended.flatMap((block) =>
      childrenOf(block, 'cfRule').map((rule) => [rule.attributes['id'] ?? '', rule]),
    ),
  );
  const found: PlacedFormat[] = [];
  const read = (block: Node, index: number, sqref: string, isExtended: boolean) => {
    const areas = parseAreas(sqref);
    childrenOf(block, 'cfRule').forEach((node, number) => {
      if (isExtended && numeric(node, 'priority') === undefined) return;
      const rule = readRule(node, extensions, context);
      if (!rule || areas.length === 0) return;
      const format = {
        id: context.newId(),
        areas,
        priority: (numeric(node, 'priority') ?? 1) - 1,
        stopIfTrue: flag(node, 'stopIfTrue'),
        rule,
      };
      found.push({ format, extended: isExtended, block: index, rule: number });
    });
  };
  childrenOf(worksheet, 'conditionalFormatting').forEach((block, index) =>
    read(block, index, block.attributes['sqref'] ?? '', false),
  );
  extended.forEach((block, index) => read(block, index, child(block, 'sqref')?.text ?? '', true));
  return found;
}

function readRule(
  node: Node,
  extensions: Map<string, Node>,
  { differences, palette }: ConditionalContext,
): Rule | undefined {
  const type = node.attributes['type'] ?? '';
  const style = differences[numeric(node, 'dxfId') ?? -1] ?? {};
  const formulas = [...childrenOf(node, 'formula'), ...childrenOf(node, 'f')].map((formula) =>
    decodeText(formula.text),
  );
  const [first, second] = formulas;
  switch (type) {
    case 'expression':
      return first === undefined
        ? undefined
        : { type: 'custom', formula: formulaFromFile(first), style };
    case 'cellIs':
      return first === undefined
        ? undefined
        : {
            type: 'cellValue',
            operator: operatorFromFile(node.attributes['operator']),
            formula1: operandFromFile(first),
            ...(second !== undefined && { formula2: operandFromFile(second) }),
            style,
          };
    case 'dataBar':
      return readDataBar(node, extensions, palette);
    case 'colorScale':
      return readColorScale(child(node, 'colorScale'), palette);
    case 'iconSet': {
      const icons = child(node, 'iconSet');
      return {
        type,
        set: iconSetFromFile(icons?.attributes['iconSet'] ?? '3TrafficLights1'),
        showIconOnly: !flag(icons, 'showValue', true),
        reverse: flag(icons, 'reverse'),
      };
    }
    default:
      return readTextRule(type, node, style);
  }
}

function readTextRule(type: string, node: Node, style: ConditionalStyle): Rule | undefined {
  const operators = Object.keys(TEXT_RULES) as (keyof typeof TEXT_RULES)[];
  const operator = operators.find((key) => TEXT_RULES[key].type === type);
  const text = node.attributes['text'];
  return operator && text !== undefined
    ? { type: 'containsText', operator, text: decodeText(text), style }
    : undefined;
}

function readDataBar(node: Node, extensions: Map<string, Node>, palette: Palette): Rule {
  const bar = child(node, 'dataBar');
  const id = descendants(child(node, 'extLst'), 'id')[0]?.text.trim();
  const extension = child(extensions.get(id ?? ''), 'dataBar');
  const [low, high] = childrenOf(bar, 'cfvo').map((bound) =>
    bound.attributes['type'] === 'num' ? numeric(bound, 'val') : undefined,
  );
  return {
    type: 'dataBar',
    color: readColor(child(bar, 'color'), palette) ?? '#638EC6',
    gradient: flag(extension, 'gradient', true),
    showValue: flag(bar, 'showValue', true),
    ...(low !== undefined && { min: low }),
    ...(high !== undefined && { max: high }),
  };
}

function readColorScale(scale: Node | undefined, palette: Palette): Rule {
  const colors = childrenOf(scale, 'color').map((color) => readColor(color, palette) ?? '#FFFFFF');
  const stops = childrenOf(scale, 'cfvo').map((bound, i) => {
    const kind = stopFromFile(bound.attributes['type'] ?? 'num');
    const number = numeric(bound, 'val');
    const text = bound.attributes['val'];
    const extreme = kind === 'LowestValue' || kind === 'HighestValue';
    const value = extreme || text === undefined ? undefined : (number ?? formulaFromFile(text));
    return { kind, ...(value !== undefined && { value }), color: colors[i] ?? '#FFFFFF' };
  });
  return { type: 'colorScale', stops };
}
