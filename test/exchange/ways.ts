import fc from 'fast-check';
import type { Issue } from '../../src/exchange';
import type { Cell } from '../../src/book';
import type { Paper } from './paper';

/** What people do to a template beside answering it. */

const pain = '3 PainPoints';

/** The cells of the four rows, from one column to another, in another order. */
function shuffle(paper: Paper, from: number, to: number, turn: number): void {
  const { cells } = paper.sheet(pain);
  const { row } = paper.find(pain, 'Pick *');
  const rows = [1, 2, 3, 4].map((n) => cells[row + n]?.slice(from, to) ?? []);
  rows.forEach((moved, i) => {
    const into = (cells[row + 1 + ((i + turn) % 4)] ??= []);
    for (let c = 0; c < to - from; c += 1) into[from + c] = moved[c] as Cell;
  });
}

/** @param n each way has a row of its own */
const below = (paper: Paper, n: number, words: Record<string, string | number>) => {
  paper.add(pain, n, words);
};

export interface Way {
  do(paper: Paper, n: number): void;
  /** As what it is told at least. */
  told: Issue['kind'][];
}

export const ways: Record<string, Way> = {
  'sorted without the ids': { do: (paper, n) => shuffle(paper, 1, 20, 1 + (n % 3)), told: ['rows-moved'] },
  'texts shifted alone': {
    do: (paper, n) => {
      const { column } = paper.find(pain, 'Pain point');
      shuffle(paper, column, column + 1, 1 + (n % 3));
    },
    told: ['table-shifted'],
  },
  'a block pasted elsewhere': {
    do: (paper) => {
      const { cells } = paper.sheet(pain);
      const { row } = paper.find(pain, 'Pick *');
      const copied = [1, 2].map((n) => cells[row + n]?.slice(1, 20) ?? []);
      copied.forEach((one, i) => {
        const into = (cells[row + 3 + i] ??= []);
        one.forEach((cell, c) => (into[1 + c] = cell && { ...cell }));
      });
    },
    told: ['rows-moved', 'table-shifted'],
  },
  'cells deleted, the others shifted up': {
    do: (paper, n) => {
      const { cells } = paper.sheet(pain);
      const { row } = paper.find(pain, 'Pick *');
      for (let r = row + 1 + (n % 3); r <= row + 4; r++) {
        const below = r < row + 4 ? (cells[r + 1]?.slice(1, 20) ?? []) : [];
        const into = (cells[r] ??= []);
        for (let c = 1; c < 20; c++) into[c] = below[c - 1] as Cell;
      }
    },
    told: ['rows-moved', 'table-shifted'],
  },
  'a total': { do: (paper) => below(paper, 1, { 'Pain point': 'Total', 'Cost hint': '7' }), told: ['row-no-item'] },
  'the header again': {
    do: (paper) => below(paper, 2, { 'Pain point': 'Pain point', Priority: 'Priority' }),
    told: ['row-no-item'],
  },
  'a line': { do: (paper) => below(paper, 3, { 'Pain point': '-----', Comment: '—' }), told: ['row-no-item'] },
  'a private column in place of the comment': {
    do: (paper, n) => {
      const { row, column } = paper.find(pain, 'Comment');
      paper.put(pain, row, column, 'Internal cost centre');
      paper.put(pain, row + 1 + (n % 4), column, 'CC-4711');
    },
    told: ['column-unknown'],
  },
  'a word that is not offered': {
    do: (paper) => paper.type(pain, 'Pain 4', 'Pick *', 'sometime'),
    told: ['value-unknown'],
  },
  'a note': {
    do: (paper, n) => {
      const { row, column } = paper.find(pain, 'Pick *');
      (paper.sheet(pain).notes ??= []).push({ row: row + 1 + (n % 4), column, text: 'urgent' });
    },
    told: ['note'],
  },
  'words beside the table': {
    do: (paper, n) => {
      const { row } = paper.find(pain, 'Pick *');
      paper.put(pain, row + 1 + (n % 4), 25, 'see mail');
    },
    told: ['column-unknown'],
  },
  'a picture': {
    do: (paper) => {
      (paper.sheet(pain).notes ??= []).push({ row: 9, column: 2, text: 'Picture 1', isPicture: true });
    },
    told: ['picture'],
  },
  'a coloured cell': {
    do: (paper, n) => {
      const { row, column } = paper.find(pain, 'Priority');
      const cells = (paper.sheet(pain).cells[row + 1 + (n % 4)] ??= []);
      const cell = (cells[column] ??= { value: null });
      cell.style = { ...cell.style, fill: '#92D050' };
    },
    told: ['marked'],
  },
  'words on the first sheet': {
    do: (paper) => {
      paper.put('Please fill', 40, 1, 'ask my deputy');
    },
    told: ['stray'],
  },
  'an empty copy of the sheet': {
    do: (paper) => {
      const copy = { ...structuredClone(paper.sheet(pain)), id: 'copy', name: 'Copy' };
      const { row } = paper.find(pain, 'Pick *');
      for (const cells of copy.cells.slice(row + 1))
        for (const cell of cells?.slice(5) ?? []) if (cell) cell.value = null;
      paper.book.sheets.push(copy);
    },
    told: ['table-doubled'],
  },
  'nothing to add': { do: (paper) => below(paper, 4, { 'Pain point': 'n/a' }), told: ['row-no-item'] },
  'words far below': {
    do: (paper) => {
      paper.put(pain, 1_000_000, 30, 'see mail');
    },
    told: ['column-unknown'],
  },
}; // prettier-ignore

/** The first two copy the table's own columns and no others; the others take away what tells rows apart. */
export const cuts = new Set(['columns moved', 'column added', 'explanation deleted', 'ids gone']);

const overwrites = ['a block pasted elsewhere', 'cells deleted, the others shifted up'];

const shifts = ['sorted without the ids', 'texts shifted alone', ...overwrites];

/** First what finds its place by a header or by words, then what takes these away. */
const turn = (way: string) =>
  shifts.includes(way) ? 2 : Number(way === 'a private column in place of the comment');

export const done = fc
  .uniqueArray(fc.record({ way: fc.constantFrom(...Object.keys(ways)), n: fc.nat({ max: 11 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ way }) => way,
  })
  // One after the other they may undo each other, or write over what was done before.
  .filter((doing) => doing.filter(({ way }) => shifts.includes(way)).length < 2)
  .filter((doing) => doing.length === 1 || !doing.some(({ way }) => overwrites.includes(way)))
  .map((doing) => [...doing].sort((a, b) => turn(a.way) - turn(b.way)));
