import { emptyEngagement } from '../../src/engagement/project';
import type { Engagement } from '../../src/engagement/schema';
import { layTemplate, templateOf } from '../../src/exchange';
import { gridOf } from '../../src/exchange/grid';
import { createHost } from '../../src/host';
import { type Book, type Scalar, openXlsx } from '../../src/book';
import type { Lang } from '../../src/messages';
import { describe } from '../../src/office';
import type { TemplateOptions } from '../../src/exchange/template';
import { smallCatalog } from '../support/smallCatalog';

/** Templates of the small model, and what people do to them. */

export const catalogs = [smallCatalog()];

export const project = (said: Partial<Engagement> = {}): Engagement => ({
  ...emptyEngagement([{ id: 'small' }], 'en'),
  settings: { client: 'Acme', project: 'Service' },
  ...said,
});

export const specOf = (engagement: Engagement, lang: Lang = 'en') =>
  describe(engagement, lang, { catalogs });

const asked = {
  audience: 'department',
  respondent: 'Li',
  due: '2026-03-30',
  sent: '2026-03-01',
} as const;

/** A template as a file. */
export async function sendOut(
  engagement: Engagement,
  options: Partial<TemplateOptions> = {},
  lang: Lang = 'en',
): Promise<Uint8Array> {
  const { spec } = templateOf(await specOf(engagement, lang), engagement, { ...asked, ...options });
  const host = createHost();
  await host.run((context) => layTemplate(context, spec));
  return host.save();
}

/** A file in someone's hands. */
export class Paper {
  constructor(readonly book: Book) {}

  static async of(bytes: Uint8Array): Promise<Paper> {
    return new Paper(await openXlsx(bytes));
  }

  sheet(name: string) {
    const found = this.book.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`No sheet ${name}`);
    return found;
  }

  /** Row and column of the first cell that says so. */
  find(sheet: string, text: Scalar): { row: number; column: number } {
    const grid = gridOf(this.sheet(sheet));
    for (let row = 0; row < grid.rows; row += 1)
      for (let column = 0; column < grid.columns; column += 1)
        if (grid.at(row, column) === text) return { row, column };
    throw new Error(`${sheet} does not say ${String(text)}`);
  }

  /** Types into the row that says `item`, under a header; `item` null is the first empty row. */
  type(sheet: string, item: string, header: string, value: Scalar): this {
    const { row } = this.find(sheet, item);
    return this.put(sheet, row, this.find(sheet, header).column, value);
  }

  /** A row of one's own in the n-th empty row. */
  add(sheet: string, n: number, cells: Record<string, Scalar>): this {
    const last = Math.max(
      ...this.sheet(sheet).cells.flatMap((row, r) =>
        typeof row?.[0]?.value === 'string' ? [r] : [],
      ),
    );
    for (const [header, value] of Object.entries(cells))
      this.put(sheet, last + n, this.find(sheet, header).column, value);
    return this;
  }

  put(sheet: string, row: number, column: number, value: Scalar): this {
    const rows = (this.sheet(sheet).cells[row] ??= []);
    rows[column] = { ...rows[column], value };
    return this;
  }
}
