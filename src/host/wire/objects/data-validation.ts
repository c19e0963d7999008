import type { Area, Validation, ValidationOperator, ValidationRule } from '../../../book';
import { contains, formatAddress, overlaps, subtract } from '../area';
import type { Engine } from '../engine';
import { isInstance, type Kind, type Wire } from '../kind';
import { assertAllowed } from '../protection';
import { invalidArgument, itemNotFound } from '../refusal';
import { invalidCells } from '../validate';
import { assertFormula } from '../write';
import type { Areas } from '../look';
import { areasOf, type RangeState } from './place';

const TYPES: Record<ValidationRule['type'], string> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
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

const NO_PROMPT = { showPrompt: true, title: '', message: '' };
const NO_ALERT = { showAlert: true, style: 'Stop' as const, title: '', message: '' };

/** The validations that touch the areas. */
const touching = ({ sheet, areas }: Areas): Validation[] =>
  sheet.validations.filter((validation) =>
    validation.areas.some((part) => areas.some((area) => overlaps(part, area))),
  );

const covers = (parts: readonly Area[], areas: readonly Area[]) =>
  areas.every((area) => parts.some((part) => contains(part, area)));

/** The one validation that covers the areas wholly; undefined when there is none or several. */
function covering(state: Areas): Validation | undefined {
  const [only, ...more] = touching(state);
  if (!only || more.length > 0) return undefined;
  return covers(only.areas, state.areas) ? only : undefined;
}

function takeOut({ sheet, areas }: Areas): void {
  for (const validation of sheet.validations)
    for (const area of areas)
      validation.areas = validation.areas.flatMap((part) => subtract(part, area));
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
}

/** The validation of exactly these areas, split from a larger one when needed; fresh when there is none. */
function own(state: Areas): Validation | undefined {
  const found = covering(state);
  if (!found) return undefined;
  if (covers(state.areas, found.areas)) return found;
  const copy = structuredClone(found);
  takeOut(state);
  copy.areas = [...state.areas];
  state.sheet.validations.push(copy);
  return copy;
}

function formulaOf(operand: unknown, { sheet, areas }: Areas, engine: Engine): string {
  if (isInstance(operand)) {
    const place = operand.state as RangeState;
    return `=${formatAddress(place.sheet, place.area, '$')}`;
  }
  if (typeof operand === 'number') return String(operand);
  if (typeof operand !== 'string' || operand === '')
    throw invalidArgument('The rule lacks a formula.');
  if (operand.startsWith('='))
    assertFormula(engine, sheet, operand, areas[0]!.row, areas[0]!.column);
  return operand;
}

function readRule(input: Wire, state: Areas, engine: Engine): ValidationRule | undefined {
  const entries = Object.entries(input ?? {}).filter(([, value]) => value);
  if (entries.length === 0) return undefined;
  if (entries.length > 1) throw invalidArgument('A validation has one rule.');
  const [type, body] = entries[0] as [string, Wire];
  if (!(type in TYPES)) throw invalidArgument(`There is no validation "${type}".`);
  if (type === 'list') {
    const source = formulaOf(body.source, state, engine);
    if (!source.startsWith('=') && source.length > 255) {
      throw invalidArgument('A list typed into a rule holds 255 characters: refer to a range.');
    }
    return { type, source, inCellDropDown: body.inCellDropDown !== false };
  }
  if (type === 'custom') {
    const formula = formulaOf(body.formula, state, engine);
    return { type, formula: formula.startsWith('=') ? formula : `=${formula}` };
  }
  const { operator } = body;
  if (!OPERATORS.includes(operator)) throw invalidArgument(`There is no operator "${operator}".`);
  const rule = {
    type: type as 'wholeNumber',
    operator,
    formula1: formulaOf(body.formula1, state, engine),
  };
  if (operator !== 'Between' && operator !== 'NotBetween') return rule;
  return { ...rule, formula2: formulaOf(body.formula2, state, engine) };
}

function ruleOf(validation: Validation | undefined): Record<string, unknown> {
  if (!validation) return {};
  const { type, ...rest } = validation.rule;
  return { [type]: rest };
}

function setRule(state: Areas, input: unknown, engine: Engine): void {
  assertAllowed(state.sheet, 'allowFormatCells');
  const rule = readRule(input, state, engine);
  const before = covering(state);
  takeOut(state);
  if (!rule) return;
  const validation: Validation = {
    areas: [...state.areas],
    rule,
    ignoreBlanks: before?.ignoreBlanks ?? true,
  };
  if (before?.prompt) validation.prompt = { ...before.prompt };
  if (before?.errorAlert) validation.errorAlert = { ...before.errorAlert };
  state.sheet.validations.push(validation);
}

function needRule(state: Areas): Validation {
  const found = own(state);
  if (!found) throw invalidArgument('Set the rule on the same range first.');
  return found;
}

const limited = (text: unknown, length: number): string => {
  const value = String(text ?? '');
  if (value.length > length)
    throw invalidArgument(`The text has ${value.length} characters; ${length} fit.`);
  return value;
};

export const dataValidation: Kind<Areas> = {
  name: 'DataValidation',
  get: {
    Type: (state) => {
      const all = touching(state);
      if (all.length === 0) return 'None';
      const rule = covering(state)?.rule;
      return rule ? TYPES[rule.type] : all.length === 1 ? 'Inconsistent' : 'MixedCriteria';
    },
    Rule: (state) => ruleOf(covering(state)),
    IgnoreBlanks: (state) => covering(state)?.ignoreBlanks ?? true,
    Prompt: (state) => covering(state)?.prompt ?? NO_PROMPT,
    ErrorAlert: (state) => covering(state)?.errorAlert ?? NO_ALERT,
    Valid: (state, engine) => {
      const wrong = wrongCells(state, engine).length;
      const cells = state.areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      return wrong === 0 ? true : wrong === cells ? false : null;
    },
  },
  set: {
    Rule: setRule,
    IgnoreBlanks: (state, value) => {
      const found = own(state);
      if (found) found.ignoreBlanks = value === true;
    },
    Prompt: (state, value) => {
      needRule(state).prompt = {
        showPrompt: value?.showPrompt !== false,
        title: limited(value?.title, 32),
        message: limited(value?.message, 255),
      };
    },
    ErrorAlert: (state, value) => {
      const style = value?.style ?? 'Stop';
      if (!['Stop', 'Warning', 'Information'].includes(style)) throw invalidArgument();
      needRule(state).errorAlert = {
        showAlert: value?.showAlert !== false,
        style,
        title: limited(value?.title, 32),
        message: limited(value?.message, 225),
      };
    },
  },
  call: {
    Clear: (state) => {
      assertAllowed(state.sheet, 'allowFormatCells');
      takeOut(state);
    },
    GetInvalidCells: (state, _args, engine) => {
      const found = invalid(state, engine);
      if (!found) throw itemNotFound();
      return found;
    },
    GetInvalidCellsOrNullObject: (state, _args, engine) => invalid(state, engine),
  },
};

const wrongCells = ({ sheet, areas }: Areas, engine: Engine) =>
  areas.flatMap((area) => invalidCells(engine, sheet, area));

function invalid(state: Areas, engine: Engine) {
  const cells = wrongCells(state, engine);
  return cells.length === 0
    ? null
    : areasOf(
        state.sheet,
        cells.map((cell) => ({ ...cell, rows: 1, columns: 1 })),
      );
}
