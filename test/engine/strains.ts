import fc from 'fast-check';
import { NothingToSignError, settlementFigures } from '../../src/workbook/figures';
import { signOff } from '../../src/workbook/signOff';
import { describeWorkbook } from '../../src/workbook';
import { compute } from '../../src/workbook/compute';
import { openProject } from '../../src/engagement/project';
import { type Engagement } from '../../src/engagement/schema';
import type { Host } from '../../src/host';
import { small } from '../rules/value/cases';

/** What happens to an engagement in use: cells that cannot be read, a signature, rows deleted. */
export interface Strain {
  /** Words where a number or a day was, by the cell's turn; LibreOffice takes TRUE for a number. */
  typed: [turn: number, word: string | number][];
  isSigned: boolean;
  /** Rows deleted in the workbook, by table and turn. */
  deleted: [table: string, turn: number][];
}

const turn = fc.nat({ max: 999 });
const sometimes = <T>(many: fc.Arbitrary<T[]>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: many });

export const strains: fc.Arbitrary<Strain> = fc.record({
  typed: sometimes(
    fc.array(
      fc.tuple(turn, fc.constantFrom<string | number>('about 90k', 'n/a', '2026-13-45', -7)),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  isSigned: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
  deleted: sometimes(
    fc.array(
      fc.tuple(
        fc.constantFrom(
          ...['Readings', 'Costs', 'Drivers', 'Benefits', 'Timing'],
          ...['Terms', 'Criteria', 'Points', 'Curves', 'Periods', 'Bands', 'Instalments'],
        ),
        turn,
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  ),
});

type Stored = Record<string, Record<string, Record<string, unknown>>>;

/** Cells in which a number or a day stands. */
function cellsOf(engagement: Engagement): [row: Record<string, unknown>, column: string][] {
  const { settings, ...rest } = engagement as unknown as Stored & { settings: object };
  const rows = [
    settings as Record<string, unknown>,
    ...['metrics', 'readings', 'drivers', 'monetisation', 'costs', 'ramp', 'periods', 'bands']
      .concat(['terms', 'criteria', 'points', 'curves', 'benefits', 'timing', 'instalments'])
      .flatMap((store) => Object.values(rest[store] ?? {})),
  ];
  const isFigure = (value: unknown) =>
    typeof value === 'number' || /^\d{4}-\d\d-\d\d$/.test(String(value));
  return rows.flatMap((row) =>
    Object.keys(row)
      .filter((column) => isFigure(row[column]))
      .map((column): [Record<string, unknown>, string] => [row, column]),
  );
}

/** The engagement with the first period signed on its date, if anything can be signed then. */
async function signedFirst(engagement: Engagement): Promise<Engagement> {
  const dates = Object.values(engagement.periods)
    .map(({ date }) => date)
    .filter((date): date is string => typeof date === 'string');
  const [asOf] = dates.sort();
  if (asOf === undefined) return engagement;
  const { catalog, catalogs } = await openProject(['case'], 'en', [small]);
  const dated = { ...engagement, settings: { ...engagement.settings, asOf } };
  const spec = describeWorkbook({
    ...{ lang: 'en' as const, catalog, catalogs, addInVersion: '0', engagement: dated },
  });
  const computed = compute(spec);
  try {
    const figures = settlementFigures(computed, 1);
    const signing = { asOf, signedOn: asOf, vendor: 'V', business: 'B' };
    const signed = signOff({ spec, computed }, dated, figures, signing);
    return { ...signed, settings: engagement.settings };
  } catch (error) {
    if (error instanceof NothingToSignError) return engagement;
    throw error;
  }
}

/** Signed first, then typed over: what was signed stays, whatever is typed. */
export async function strained(engagement: Engagement, strain: Strain): Promise<Engagement> {
  const signed = strain.isSigned ? await signedFirst(engagement) : engagement;
  const copy = structuredClone(signed);
  const cells = cellsOf(copy);
  for (const [at, word] of strain.typed) {
    const cell = cells[at % Math.max(1, cells.length)];
    // LibreOffice knows days before 1900, Excel does not.
    if (cell) cell[0][cell[1]] = typeof cell[0][cell[1]] === 'string' ? String(word) : word;
  }
  return copy;
}

/**
 * Deletes rows of the workbook's tables as a person does, the whole row of the sheet where another
 * table stands below; the last row of a table stays.
 */
export const deleteRows = (host: Host, deleted: Strain['deleted']): Promise<void> =>
  host.run(async (context) => {
    for (const [name, at] of deleted) {
      const table = context.workbook.tables.getItem(name);
      const rows = table.rows.load('count');
      await context.sync();
      if (rows.count <= 1) continue;
      const row = table.rows.getItemAt(at % rows.count);
      row.delete();
      await context.sync().catch(async () => {
        row.getRange().getEntireRow().delete('Up');
        await context.sync();
      });
    }
  });
