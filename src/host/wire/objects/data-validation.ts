import type { Area, Sheet, Validation, ValidationOperator, ValidationRule } from '../../../book';
import { contains, formatAddress, overlaps, subtract } from '../area';
import type { Engine } from '../engine';
import { isInstance, type Kind, type Wire } from '../kind';
import { assertAllowed } from '../protection';
import { invalidArgument, itemNotFound } from '../refusal';
import { invalidCells } from '../validate';
import { assertFormula } from '../write';
import type { RangeState } from './place';
import { areasOf } from './range-areas';

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

/** The validations that touch the area. */
const touching = ({ sheet, area }: RangeState): Validation[] =>
  sheet.validations.filter((validation) => validation.areas.some((part) => overlaps(part, area)));

/** The one validation that covers the whole area; undefined when there is none or several. */
function covering(state: RangeState): Validation | undefined {
  const [only, ...more] = touching(state);
  if (!only || more.length > 0) return undefined;
  return only.areas.some((part) => contains(part, state.area)) ? only : undefined;
}

function takeOut(sheet: Sheet, area: Area): void {
  for (const validation of sheet.validations) {
    validation.areas = validation.areas.flatMap((part) => subtract(part, area));
  }
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
}

/** The validation of exactly this area, split from a larger one when needed; fresh when there is none. */
function own(state: RangeState): Validation | undefined {
  const found = covering(state);
  if (!found) return undefined;
  if (found.areas.length === 1 && contains(state.area, found.areas[0]!)) return found;
  const copy = structuredClone(found);
  takeOut(state.sheet, state.area);
  copy.areas = [state.area];
  state.sheet.validations.push(copy);
  return copy;
}

function formulaOf(operand: unknown, { sheet, area }: RangeState, engine: Engine): string {
  if (isInstance(operand)) {
    const place = operand.state as RangeState;
    return `=${formatAddress(place.sheet, place.area, '$')}`;
  }
  if (typeof operand === 'number') return String(operand);
  if (typeof operand !== 'string' || operand === '')
    throw invalidArgument('The rule lacks a formula.');
  if (operand.startsWith('=')) assertFormula(engine, sheet, operand, area.row, area.column);
  return operand;
}

function readRule(input: Wire, state: RangeState, engine: Engine): ValidationRule | undefined {
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

function setRule(state: RangeState, input: unknown, engine: Engine): void {
  assertAllowed(state.sheet, 'allowFormatCells');
  const rule = readRule(input, state, engine);
  const before = covering(state);
  takeOut(state.sheet, state.area);
  if (!rule) return;
  const validation: Validation = {
    areas: [state.area],
    rule,
    ignoreBlanks: before?.ignoreBlanks ?? true,
  };
  if (before?.prompt) validation.prompt = { ...before.prompt };
  if (before?.errorAlert) validation.errorAlert = { ...before.errorAlert };
  state.sheet.validations.push(validation);
}

function needRule(state: RangeState): Validation {
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

export const dataValidation: Kind<RangeState> = {
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
      const wrong = invalidCells(engine, state.sheet, state.area).length;
      return wrong === 0 ? true : wrong === state.area.rows * state.area.columns ? false : null;
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
    Clear: ({ sheet, area }) => {
      assertAllowed(sheet, 'allowFormatCells');
      takeOut(sheet, area);
    },
    GetInvalidCells: (state, _args, engine) => {
      const found = invalid(state, engine);
      if (!found) throw itemNotFound();
      return found;
    },
    GetInvalidCellsOrNullObject: (state, _args, engine) => invalid(state, engine),
  },
};

function invalid({ sheet, area }: RangeState, engine: Engine) {
  const cells = invalidCells(engine, sheet, area);
  return cells.length === 0
    ? null
    : areasOf(
        sheet,
        cells.map((cell) => ({ ...cell, rows: 1, columns: 1 })),
      );
}
