import fc from 'fast-check';
import { readFilled, type Issue } from '../../src/exchange';
import type { Cell } from '../../src/book';
import { thoroughness } from '../support/thoroughness';
import { mess, messUp } from './mess';
import { Paper, project, sendOut } from './paper';
import { department, meant, told, type } from './typed';

/** What people do to a template beside answering it: nothing of it comes in wrong, or is lost without a word. */

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

interface Way {
  do(paper: Paper, n: number): void;
  /** As what it is told at least. */
  told: Issue['kind'][];
}

const ways: Record<string, Way> = {
  'sorted without the ids': { do: (paper, n) => shuffle(paper, 1, 20, 1 + (n % 3)), told: ['rows-moved'] },
  'texts shifted alone': {
    do: (paper, n) => {
      const { column } = paper.find(pain, 'Pain point');
      shuffle(paper, column, column + 1, 1 + (n % 3));
    },
    told: ['table-shifted'],
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
  'words far below': {
    do: (paper) => {
      paper.put(pain, 1_000_000, 30, 'see mail');
    },
    told: ['column-unknown'],
  },
}; // prettier-ignore

/** The first two copy the table's own columns and no others; the others take away what tells rows apart. */
const cuts = new Set(['columns moved', 'column added', 'explanation deleted', 'ids gone']);

const shifts = ['sorted without the ids', 'texts shifted alone'];

const done = fc
  .uniqueArray(fc.record({ way: fc.constantFrom(...Object.keys(ways)), n: fc.nat({ max: 11 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ way }) => way,
  })
  // One after the other they may undo each other.
  .filter((doing) => doing.filter(({ way }) => shifts.includes(way)).length < 2);

test('whatever is done, nothing comes in wrong, and what does not come in is told', async () => {
  const asked = await sendOut(project());
  await fc.assert(
    fc.asyncProperty(department, done, mess, async (typed, doing, edits) => {
      const paper = await Paper.of(asked);
      type(paper, typed);
      for (const { way, n } of doing) ways[way]?.do(paper, n);
      messUp(paper, edits.filter(({ kind }) => !cuts.has(kind)).slice(0, 2));
      const filled = readFilled(paper.book);
      const [said, back] = [meant(typed), told(filled)];
      const kinds = new Set(filled.issues.map(({ kind }) => kind));
      const isRefused = kinds.has('table-shifted') || kinds.has('table-missing');
      // A cell that a way has written over says something else than was typed, and that is told.
      expect(Object.entries(back).filter(([cell, value]) => said[cell] !== value)).toEqual([]);
      expect(filled.own).toEqual([]);
      if (Object.keys(said).some((cell) => !(cell in back))) expect(kinds.size).toBeGreaterThan(0);
      if (!isRefused)
        for (const { way } of doing)
          expect([way, ways[way]?.told.some((kind) => kinds.has(kind))]).toEqual([way, true]);
    }),
    { numRuns: 30 * thoroughness },
  );
}, 600_000);
