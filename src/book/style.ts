/** How a cell looks. Styles are interned: equal styles are the same object. */
export interface Style {
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
}

export interface Border {
  readonly style: 'Thin' | 'Medium' | 'Thick' | 'Hairline' | 'Dash' | 'Dot' | 'Double';
  readonly color: string;
}

const pool = new Map<string, Style>();

/** The one shared object for this look; undefined for the default look. */
export function internStyle(style: Style): Style | undefined {
  const entries = Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  const key = JSON.stringify(entries);
  let found = pool.get(key);
  if (!found) {
    found = Object.freeze(Object.fromEntries(entries)) as Style;
    pool.set(key, found);
  }
  return found;
}
