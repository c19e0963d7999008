import { CellError, type DefinedName } from '../../../book';
import { formatAddress } from '../area';
import type { Engine } from '../engine';

import { instance, isInstance, type Instance, type Kind } from '../kind';
import { findName, findTable, resolvePlace, sheetById } from '../lookup';
import { assertNameForm } from '../naming';
import { HostRefusal, invalidArgument, itemNotFound } from '../refusal';
import { assertFormula } from '../write';
import { rangeOf, type RangeState, worksheetOf } from './place';

/** Workbook names, or those of one sheet. */
interface Scope {
  scope?: string;
}

const of = (name: DefinedName | undefined): Instance<DefinedName> | null =>
  name ? instance(namedItem, name) : null;

function item({ scope }: Scope, key: unknown, engine: Engine): Instance<DefinedName> {
  const found = of(findName(engine.book, String(key), scope));
  if (!found) throw itemNotFound();
  return found;
}

const homeOf = ({ scope }: Scope, engine: Engine) =>
  sheetById(engine.book, scope ?? engine.book.activeSheet);

/** What a name stands for, with "=": ranges absolute, structured references turned into ranges (as Excel does). */
function formulaFor(scope: Scope, reference: unknown, engine: Engine): string {
  if (isInstance(reference)) {
    const { sheet, area } = reference.state as RangeState;
    return `=${formatAddress(sheet, area, '$')}`;
  }
  if (typeof reference !== 'string' || reference === '') throw invalidArgument();
  if (!reference.startsWith('=')) return `="${reference.replace(/"/g, '""')}"`;
  const home = homeOf(scope, engine);
  assertFormula(engine, home, reference, 0, 0);
  if (reference.includes('[')) {
    const place = resolvePlace(engine.book, reference, home);
    if (place) return `=${formatAddress(place.sheet, place.area, '$')}`;
  }
  return reference;
}

function add(scope: Scope, [name, reference, comment]: unknown[], engine: Engine): Instance | null {
  assertNameForm(name);
  if (findName(engine.book, name, scope.scope) || findTable(engine.book, name)) {
    throw new HostRefusal('InvalidArgument', `The name "${name}" is taken.`);
  }
  const entry: DefinedName = {
    name,
    formula: formulaFor(scope, reference, engine),
    visible: true,
    comment: typeof comment === 'string' ? comment : '',
  };
  if (scope.scope) entry.scope = scope.scope;
  engine.book.names.push(entry);
  engine.nameChanged(name);
  return of(entry);
}

export const nameCollection: Kind<Scope> = {
  name: 'NamedItemCollection',
  items: ({ scope }, engine) =>
    engine.book.names
      .filter((name) => name.scope === scope)
      .map((name) => instance(namedItem, name)),
  item,
  call: {
    Add: add,
    GetItem: (scope, [key], engine) => item(scope, key, engine),
    GetItemOrNullObject: ({ scope }, [key], engine) =>
      of(findName(engine.book, String(key), scope)),
    GetCount: ({ scope }, _args, engine) =>
      engine.book.names.filter((name) => name.scope === scope).length,
  },
};

function rangeNamed(name: DefinedName, engine: Engine): Instance<RangeState> | null {
  const place = resolvePlace(engine.book, name.formula, homeOf(name, engine));
  return place ? rangeOf(place.sheet, place.area) : null;
}

/** The constant a name holds; undefined for a range or a formula. */
function constantOf({ formula }: DefinedName): string | number | boolean | undefined {
  const text = formula.slice(1);
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  if (text !== '' && Number.isFinite(Number(text))) return Number(text);
  return /^(true|false)$/i.test(text) ? /^true$/i.test(text) : undefined;
}

function typeOf(name: DefinedName, engine: Engine): string {
  if (rangeNamed(name, engine)) return 'Range';
  const value = valueOf(name, engine);
  if (typeof value === 'string' && value.startsWith('#')) return 'Error';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

function valueOf(name: DefinedName, engine: Engine): unknown {
  const range = rangeNamed(name, engine);
  if (range) return formatAddress(range.state.sheet, range.state.area, '$');
  const constant = constantOf(name);
  if (constant !== undefined) return constant;
  const value = engine.evaluate(name.formula, {
    sheetId: homeOf(name, engine).id,
    row: 0,
    column: 0,
  });
  return value instanceof CellError ? value.code : (value ?? '');
}

const namedItem: Kind<DefinedName> = {
  name: 'NamedItem',
  key: ({ name }) => ({ Name: name, _Id: name }),
  get: {
    Name: ({ name }) => name,
    Type: typeOf,
    Value: valueOf,
    Formula: ({ formula }) => formula,
    Visible: ({ visible }) => visible,
    Scope: ({ scope }) => (scope ? 'Worksheet' : 'Workbook'),
    Comment: ({ comment }) => comment,
  },
  set: {
    Visible: (name, value) => void (name.visible = value === true),
    Comment: (name, value) => void (name.comment = String(value)),
    Formula: (name, value, engine) => {
      name.formula = formulaFor(name, value, engine);
      engine.nameChanged(name.name);
    },
  },
  to: {
    Worksheet: (name, engine) => {
      if (!name.scope) throw itemNotFound();
      return worksheetOf(sheetById(engine.book, name.scope));
    },
  },
  call: {
    GetRange: (name, _args, engine) => {
      const range = rangeNamed(name, engine);
      if (!range) throw itemNotFound();
      return range;
    },
    GetRangeOrNullObject: (name, _args, engine) => rangeNamed(name, engine),
    Delete: (name, _args, engine) => {
      engine.book.names = engine.book.names.filter((other) => other !== name);
      engine.nameChanged(name.name);
    },
  },
};
