import type { Validation, ValidationRule } from './book';
import { areasName, parseAreas } from './address';
import {
  formulaFromFile,
  formulaToFile,
  operandFromFile,
  operandToFile,
  quoteText,
  unquoteText,
} from './formula';
import { decodeText, encodeAttributeText, encodeText } from './text';
import { lower, operatorFromFile, operatorToFile, upper } from './vocabulary';
import { type Node, child, childrenOf, descendants, el, escapeText, flag } from './xml';

type AlertStyle = NonNullable<Validation['errorAlert']>['style'];
type RangeType = Exclude<ValidationRule['type'], 'list' | 'custom'>;

const TYPES: Record<RangeType, string> = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

export function validationsXml(validations: Validation[]): string {
  const kept = validations.filter(({ areas }) => areas.length > 0);
  return kept.length === 0
    ? ''
    : el('dataValidations', { count: kept.length }, kept.map(validationXml).join(''));
}

export function validationXml({
  areas,
  rule,
  ignoreBlanks,
  prompt,
  errorAlert,
}: Validation): string {
  const text = (value: string | undefined) =>
    value === undefined ? undefined : encodeAttributeText(value);
  return el(
    'dataValidation',
    {
      type: rule.type === 'list' || rule.type === 'custom' ? rule.type : TYPES[rule.type],
      errorStyle: errorAlert ? lower(errorAlert.style) : undefined,
      operator:
        'operator' in rule && rule.operator !== 'Between'
          ? operatorToFile(rule.operator)
          : undefined,
      allowBlank: ignoreBlanks,
      showDropDown: rule.type === 'list' && !rule.inCellDropDown ? true : undefined,
      showInputMessage: prompt?.showPrompt ?? true,
      showErrorMessage: errorAlert?.showAlert ?? true,
      errorTitle: text(errorAlert?.title),
      error: text(errorAlert?.message),
      promptTitle: text(prompt?.title),
      prompt: text(prompt?.message),
      sqref: areasName(areas),
    },
    formulas(rule)
      .map((formula, i) => el(`formula${i + 1}`, {}, escapeText(encodeText(formula))))
      .join(''),
  );
}

function formulas(rule: ValidationRule): string[] {
  if (rule.type === 'list')
    return [rule.source.startsWith('=') ? formulaToFile(rule.source) : quoteText(rule.source)];
  if (rule.type === 'custom') return [formulaToFile(rule.formula)];
  return [rule.formula1, rule.formula2]
    .filter((operand) => operand !== undefined)
    .map(operandToFile);
}

/** Validations of a sheet, those Excel keeps in its extension list included. */
export function readValidations(worksheet: Node): Validation[] {
  const extended = childrenOf(child(worksheet, 'extLst'), 'ext').flatMap((ext) =>
    descendants(ext, 'dataValidation'),
  );
  return [...childrenOf(child(worksheet, 'dataValidations'), 'dataValidation'), ...extended]
    .map(readValidation)
    .filter((validation) => validation !== undefined);
}

export function readValidation(node: Node): Validation | undefined {
  const rule = readRule(node);
  const areas = parseAreas(node.attributes['sqref'] ?? child(node, 'sqref')?.text ?? '');
  if (!rule || areas.length === 0) return undefined;
  const validation: Validation = { areas, rule, ignoreBlanks: flag(node, 'allowBlank') };
  const { promptTitle, prompt, errorTitle, error, errorStyle } = node.attributes;
  if (promptTitle !== undefined || prompt !== undefined)
    validation.prompt = {
      showPrompt: flag(node, 'showInputMessage'),
      title: decodeText(promptTitle ?? ''),
      message: decodeText(prompt ?? ''),
    };
  const showAlert = flag(node, 'showErrorMessage');
  if (!showAlert || [errorTitle, error, errorStyle].some((value) => value !== undefined))
    validation.errorAlert = {
      showAlert,
      style: upper(errorStyle ?? 'stop') as AlertStyle,
      title: decodeText(errorTitle ?? ''),
      message: decodeText(error ?? ''),
    };
  return validation;
}

function readRule(node: Node): ValidationRule | undefined {
  const formula = (n: 1 | 2) => {
    const element = child(node, `formula${n}`);
    const text = decodeText((child(element, 'f') ?? element)?.text ?? '');
    return text === '' ? undefined : text;
  };
  const first = formula(1);
  const type = node.attributes['type'];
  if (first === undefined) return undefined;
  if (type === 'list')
    return {
      type,
      source: unquoteText(first) ?? formulaFromFile(first),
      inCellDropDown: !flag(node, 'showDropDown'),
    };
  if (type === 'custom') return { type, formula: formulaFromFile(first) };
  const ranged = (Object.keys(TYPES) as RangeType[]).find((key) => TYPES[key] === type);
  if (!ranged) return undefined;
  const second = formula(2);
  return {
    type: ranged,
    operator: operatorFromFile(node.attributes['operator']),
    formula1: operandFromFile(first),
    ...(second !== undefined && { formula2: operandFromFile(second) }),
  };
}
