/** How a cell looks. Styles are interned: equal styles are the same object. */
export interface Style {
  /** The named cell style that the look is based on; absent = Normal. */
  readonly named?: string;
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** "#RRGGBB" */
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontal?: 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'General';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly borderTop?: Border;
  readonly borderBottom?: Border;
  readonly borderLeft?: Border;
  readonly borderRight?: Border;
  /** Default true, as in Excel. */
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  /** Which look of which file it began as, where that has more than is said here: shades, theme colours, … */
  readonly origin?: string;
}

export interface Border {
  readonly style: 'Thin' | 'Medium' | 'Thick' | 'Hairline' | 'Dash' | 'Dot' | 'Double';
  readonly color: string;
}

/** What of a look a named style sets together, or leaves to the cell. */
export type StylePart = 'number' | 'font' | 'alignment' | 'border' | 'fill' | 'protection';

/** The parts of a look, in the order in which Excel lists them. */
export const styleParts: Readonly<Record<StylePart, readonly (keyof Style)[]>> = {
  number: ['numberFormat'],
  font: ['fontName', 'fontSize', 'bold', 'italic', 'underline', 'strikethrough', 'fontColor'],
  alignment: ['horizontal', 'vertical', 'wrap', 'indent', 'rotation'],
  border: ['borderTop', 'borderBottom', 'borderLeft', 'borderRight'],
  fill: ['fill'],
  protection: ['locked', 'formulaHidden'],
};

/** A look that has a name, as Excel's gallery of cell styles shows it. */
export interface NamedStyle {
  name: string;
  /** What it sets; of the rest, a cell keeps its own. */
  sets: Readonly<Record<StylePart, boolean>>;
  look: Style;
  /** Where it is one of Excel's own: its number, its level, and whether someone changed it. */
  builtIn?: { id: number; level?: number; changed: boolean };
  /** Not shown in the gallery. */
  hidden?: boolean;
}

/** One part of the look alone. */
export const partOf = (style: Style, part: StylePart): Style =>
  Object.fromEntries(
    styleParts[part].flatMap((key) => (style[key] === undefined ? [] : [[key, style[key]]])),
  );

/** Whether two looks are equal in this part. */
export const samePart = (a: Style, b: Style, part: StylePart): boolean =>
  internStyle(partOf(a, part)) === internStyle(partOf(b, part));

/** A cell's look once the named style is put over it. */
export function styled(look: Style, { name, sets, look: wanted }: NamedStyle): Style {
  const parts = Object.keys(styleParts) as StylePart[];
  return Object.assign(
    { named: name },
    ...parts.map((part) => partOf(sets[part] ? wanted : look, part)),
  ) as Style;
}

const styleKeys: (keyof Style)[] = ['named', 'origin', ...Object.values(styleParts).flat()];
styleKeys.sort();

const pool = new Map<string, Style>();

/** The one shared object for this look; undefined for the default look. */
export function internStyle(style: Style): Style | undefined {
  let key = '';
  for (const name of styleKeys) {
    const value = style[name];
    if (value === undefined) continue;
    const text = typeof value === 'object' ? `${value.style} ${value.color}` : value;
    key += `${name}\0${text}\0`;
  }
  if (key === '') return undefined;
  let found = pool.get(key);
  if (!found) {
    const said = styleKeys.flatMap((name) =>
      style[name] === undefined ? [] : [[name, style[name]] as const],
    );
    found = Object.freeze(Object.fromEntries(said)) as Style;
    pool.set(key, found);
  }
  return found;
}
