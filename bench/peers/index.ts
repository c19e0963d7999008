import { readFileSync } from 'node:fs';
import path from 'node:path';
import { betOf, readingCell, type Size } from '../bet';
import { laidOut } from '../layout';
import { median, stopwatch, summary, type Runs } from '../measure';
import type { Report } from '../report';
import { agrees, inA1, type PlainSheet } from './inA1';

/** What others make of the same cells. */
export interface Engine {
  /** Ends when all that depends on the cell is computed. */
  edit(sheet: PlainSheet, row: number, column: number, value: number): void | Promise<void>;
  value(sheet: PlainSheet, row: number, column: number): unknown;
  close(): void;
}

type Open = (sheets: readonly PlainSheet[]) => Engine | Promise<Engine>;

/** Each is loaded when it is measured. */
const engines = {
  hyperformula: async (): Promise<Open> => (await import('./hyperformula')).hyperFormula,
  '@univerjs/engine-formula': async (): Promise<Open> => (await import('./univer')).univer,
};

export type Peer = keyof typeof engines;

const versionOf = (name: string): string =>
  (
    JSON.parse(
      readFileSync(path.join(__dirname, '../../node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string }
  ).version;

/**
 * An edited reading in engines that compute what depends on it, too: the formulas of one workbook, the
 * references to tables and names replaced by cells.
 */
export async function peersReports(
  sizes: readonly (Size & { peers: readonly Peer[] })[],
  runs: Runs,
): Promise<Report[]> {
  const rows: Report['rows'] = [];
  for (const { peers, ...size } of sizes) {
    const one = betOf(size);
    const host = await laidOut(one);
    const sheets = inA1(host);
    const formulas = sheets.flatMap((sheet) =>
      sheet.cells.filter(({ isFormula }) => isFormula).map((cell) => ({ sheet, ...cell })),
    );
    const at = readingCell(host, Math.min(11, size.months - 1));
    const readings = sheets.find(({ name }) => name === at.sheet)!;
    const ours: number[] = [];
    for (let run = 0; run <= runs.measured + 1; run += 1)
      ours.push((await stopwatch(() => host.edit(at.sheet, at.address, 80 + run))).ms);
    // The first two of ours rank the formulas.
    const our = summary(ours.slice(2));
    for (const name of peers) {
      const open = await engines[name]();
      const { ms: build, value: engine } = await stopwatch(() => open(sheets));
      const same = formulas.filter(({ sheet, row, column, value }) =>
        agrees(value, engine.value(sheet, row, column)),
      );
      const theirs: number[] = [];
      for (let run = 0; run < runs.measured; run += 1)
        theirs.push((await stopwatch(() => engine.edit(readings, at.row, at.column, 80 + run))).ms);
      engine.close();
      const share = `${((100 * same.length) / formulas.length).toFixed(1)} %`;
      const peer = `${name} ${versionOf(name)}`;
      const ratio = (our.median / median(theirs)).toPrecision(2);
      rows.push([
        one.name,
        formulas.length,
        peer,
        share,
        summary([build]),
        summary(theirs),
        our,
        ratio,
      ]);
    }
  }
  return [
    {
      title:
        'Peers: an edited reading until all that depends on it is computed, ms, median (min–max)',
      columns: [
        'metrics × months',
        'formulas',
        'peer',
        'of them with our value',
        'peer opens',
        'peer, each edit',
        'ours, each further edit',
        'ours / peer',
      ],
      rows,
    },
  ];
}
