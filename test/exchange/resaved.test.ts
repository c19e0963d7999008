import fc from 'fast-check';
import { readFilled } from '../../src/exchange';
import { openXlsx, saveXlsx } from '../../src/book';
import { edited } from '../engine/openpyxl';
import { available, recalculateAll, throughXls } from '../support/libreoffice';
import { openpyxlAvailable } from '../support/python';
import { thoroughness } from '../support/thoroughness';
import { mess, messUp } from './mess';
import { Paper, project, sendOut } from './paper';
import { department, meant, told, type, type Typed } from './typed';

/** Whatever is done to a file, and whichever program saves it then, what was typed comes back. */

let files: { typed: Typed[]; bytes: Uint8Array }[];
beforeAll(async () => {
  const asked = await sendOut(project());
  const drawn = fc.sample(fc.tuple(department, mess), { numRuns: 12 * thoroughness, seed: 5 });
  files = await Promise.all(
    drawn.map(async ([typed, edits]) => {
      const paper = await Paper.of(asked);
      type(paper, typed);
      messUp(paper, edits);
      return { typed, bytes: await saveXlsx(paper.book) };
    }),
  );
});

async function expectAnswers(saved: readonly Uint8Array[], of = files): Promise<void> {
  for (const [i, { typed }] of of.entries()) {
    const filled = readFilled(await openXlsx(saved[i] as Uint8Array));
    expect(told(filled)).toEqual(meant(typed));
    expect(filled.own).toEqual([]);
  }
}

(available() ? test : test.skip)(
  'saved by LibreOffice',
  async () => {
    await expectAnswers(await recalculateAll(files.map(({ bytes }) => bytes)));
  },
  300_000,
);

(available() ? test : test.skip)(
  'saved as an old .xls, and that as .xlsx again',
  async () => {
    const few = files.slice(0, 3);
    await expectAnswers(await throughXls(few.map(({ bytes }) => bytes)), few);
  },
  300_000,
);

(openpyxlAvailable() ? test : test.skip)(
  'saved by openpyxl',
  async () => {
    await expectAnswers(files.map(({ bytes }) => edited(bytes)));
  },
  300_000,
);
