import { styled, type NamedStyle, type StylePart } from '../../../book';
import type { Engine } from '../engine';
import { instance, type Instance, type Kind } from '../kind';
import { change, dropStyle, shared, type Areas, type Named } from '../look';
import { HostRefusal, apiNotFound, invalidArgument, itemNotFound } from '../refusal';
import { borderCollection } from './borders';
import { alignment, protection, rangeFill, rangeFont } from './range-format';

const longest = 255;

/** Excel's own style for cells without another; it cannot be deleted, and the host does not change it. */
const NORMAL: NamedStyle = {
  name: 'Normal',
  sets: { number: true, font: true, alignment: true, border: true, fill: true, protection: true },
  look: {},
  builtIn: { id: 0, changed: false },
};

const all = ({ book }: Engine): NamedStyle[] => [NORMAL, ...book.styles];

const find = (engine: Engine, name: unknown): NamedStyle | undefined =>
  all(engine).find((one) => one.name.toLowerCase() === String(name).toLowerCase());

/** By its name, without case. */
function namedStyle(engine: Engine, name: unknown): NamedStyle {
  const found = find(engine, name);
  if (!found) throw itemNotFound();
  return found;
}

/** What setting `style` of cells does: the parts that the style sets replace theirs. */
export function applyStyle(areas: Areas, name: unknown, engine: Engine): void {
  const named = namedStyle(engine, name);
  change(
    areas,
    (look) => {
      const { named: base, ...rest } = styled(look, named);
      return named === NORMAL ? rest : { ...rest, named: base };
    },
    'allowFormatCells',
  );
}

const of = (engine: Engine, named: NamedStyle): Instance<Named> =>
  instance(style, { book: engine.book, named });

function add(engine: Engine, name: unknown): void {
  if (typeof name !== 'string' || name === '' || name.length > longest) throw invalidArgument();
  if (find(engine, name))
    throw new HostRefusal('InvalidArgument', `The cell style "${name}" is there already.`);
  engine.book.styles.push({ name, sets: { ...NORMAL.sets }, look: {} });
}

const item = (_: null, name: unknown, engine: Engine) => of(engine, namedStyle(engine, name));

export const styleCollection: Kind<null> = {
  name: 'StyleCollection',
  items: (_, engine) => all(engine).map((named) => of(engine, named)),
  item,
  call: {
    Add: (_, [name], engine) => add(engine, name),
    GetItem: (state, [name], engine) => item(state, name, engine),
    GetItemOrNullObject: (_, [name], engine) => {
      const found = find(engine, name);
      return found ? of(engine, found) : null;
    },
    GetItemAt: (_, [index], engine) => {
      const found = all(engine)[index];
      if (!found) throw itemNotFound();
      return of(engine, found);
    },
    GetCount: (_, _args, engine) => all(engine).length,
  },
};

/** The members that say which parts of a look the style sets. */
const INCLUDES: Record<string, StylePart> = {
  IncludeNumber: 'number',
  IncludeFont: 'font',
  IncludeAlignment: 'alignment',
  IncludeBorder: 'border',
  IncludePatterns: 'fill',
  IncludeProtection: 'protection',
};

const changeable = ({ named }: Named): NamedStyle => {
  if (named === NORMAL) throw apiNotFound('changing the style "Normal"');
  return named;
};

/** The same members, kept from the one style that stays as it is. */
const guarded = (set: NonNullable<Kind<Named>['set']>): NonNullable<Kind<Named>['set']> =>
  Object.fromEntries(
    Object.entries(set).map(([name, write]) => [
      name,
      (state: Named, value: unknown, engine: Engine) => {
        changeable(state);
        write(state, value, engine);
      },
    ]),
  );

const style: Kind<Named> = {
  name: 'Style',
  key: ({ named }) => ({ Name: named.name }),
  get: {
    ...alignment.get,
    ...protection.get,
    Name: ({ named }) => named.name,
    BuiltIn: ({ named }) => named.builtIn !== undefined,
    NumberFormat: (state) => shared(state, ({ numberFormat }) => numberFormat ?? 'General'),
    ...Object.fromEntries(
      Object.entries(INCLUDES).map(([name, part]) => [
        name,
        ({ named }: Named) => named.sets[part],
      ]),
    ),
  },
  set: guarded({
    ...alignment.set,
    ...protection.set,
    NumberFormat: (state, value) => {
      if (typeof value !== 'string' || value.length > longest) throw invalidArgument();
      const numberFormat = value === 'General' ? undefined : value;
      change(state, (look) => ({ ...look, numberFormat }));
    },
    ...Object.fromEntries(
      Object.entries(INCLUDES).map(([name, part]) => [
        name,
        ({ named }: Named, value: unknown) => {
          if (typeof value !== 'boolean') throw invalidArgument('true or false is needed.');
          named.sets = { ...named.sets, [part]: value };
        },
      ]),
    ),
  }),
  to: {
    Font: (state) => instance(rangeFont, { ...state, named: changeable(state) }),
    Fill: (state) => instance(rangeFill, { ...state, named: changeable(state) }),
    Borders: (state) => instance(borderCollection, { ...state, named: changeable(state) }),
  },
  call: {
    Delete: (state) => dropStyle({ ...state, named: changeable(state) }),
  },
};
