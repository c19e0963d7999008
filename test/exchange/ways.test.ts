import fc from 'fast-check';
import { readFilled } from '../../src/exchange';
import { thoroughness } from '../support/thoroughness';
import { mess, messUp } from './mess';
import { Paper, project, sendOut } from './paper';
import { department, meant, told, type } from './typed';
import { cuts, done, ways } from './ways';

/** Nothing of what people do to a template comes in wrong, or is lost without a word. */

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
