import type { ValidationOperator } from './book';
import type { Border, StylePart } from './style';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
export const XR = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

export const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

/** `GreaterThan` → `greaterThan`, and back. */
export const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
export const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const OPERATORS: Record<ValidationOperator, string> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

export const operatorToFile = (operator: ValidationOperator) => OPERATORS[operator];

/** Files leave out "between". */
export const operatorFromFile = (word: string | undefined): ValidationOperator =>
  (Object.keys(OPERATORS) as ValidationOperator[]).find((key) => OPERATORS[key] === word) ??
  'Between';

export const BORDER_TO_FILE: Record<Border['style'], string> = {
  Thin: 'thin',
  Medium: 'medium',
  Thick: 'thick',
  Hairline: 'hair',
  Dash: 'dashed',
  Dot: 'dotted',
  Double: 'double',
};

export const BORDER_FROM_FILE: Record<string, Border['style']> = {
  thin: 'Thin',
  medium: 'Medium',
  thick: 'Thick',
  hair: 'Hairline',
  dashed: 'Dash',
  dotted: 'Dot',
  double: 'Double',
  mediumDashed: 'Dash',
  dashDot: 'Dash',
  mediumDashDot: 'Dash',
  dashDotDot: 'Dash',
  mediumDashDotDot: 'Dash',
  slantDashDot: 'Dash',
};

/** The attributes by which a look says that it sets a part. */
export const APPLIES: Readonly<Record<StylePart, string>> = {
  number: 'applyNumberFormat',
  font: 'applyFont',
  alignment: 'applyAlignment',
  border: 'applyBorder',
  fill: 'applyFill',
  protection: 'applyProtection',
};
