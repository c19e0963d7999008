import fc from 'fast-check';
import { applyToEngagement, merge, readFilled, type Incoming } from '../../src/exchange';
import { openXlsx, saveXlsx } from '../../src/book';
import { thoroughness } from '../support/thoroughness';
import { amountWord, countWord, dayWord, mess, messUp, type Spelled } from './mess';
import { Paper, project, sendOut, specOf } from './paper';
import { cell, department, meant, once, told, type, type Typed } from './typed';

/** Whatever is done to a file, what its respondent typed comes back. */

const pain = '3 PainPoints';
const costs: [string, string][] = [
  ['cost.software', 'Software and subscriptions'],
  ['cost.labour', 'Internal labour'],
];

let asked: Uint8Array;
let money: Uint8Array;
beforeAll(async () => {
  asked = await sendOut(project());
  money = await sendOut(project(), { audience: 'finance', steps: ['costs', 'readings'] });
});

/** A file of each person. */
const answered = (people: readonly (readonly Typed[])[]): Promise<Incoming[]> =>
  Promise.all(
    people.map(async (typed, i) => {
      const paper = await Paper.of(asked);
      type(paper, typed);
      const filled = { ...readFilled(paper.book), respondent: `P${i}`, digest: `d${i}` };
      return { file: `${i}`, filled };
    }),
  );

test('answers survive whatever is done to their sheet', async () => {
  await fc.assert(
    fc.asyncProperty(department, mess, async (typed, edits) => {
      const paper = await Paper.of(asked);
      type(paper, typed);
      messUp(paper, edits);
      const filled = readFilled(paper.book);
      expect(told(filled)).toEqual(meant(typed));
      expect(filled.own).toEqual([]);
    }),
    { numRuns: 150 * thoroughness },
  );
});

test('rows of one’s own come back, however amounts and days are written', async () => {
  const own = fc.record({ metric: fc.constantFrom(1, 2, 3), date: dayWord, value: countWord });
  const amounts = once(cell('costs', 'Costs', costs, 'y1', 'Year 1', amountWord));
  await fc.assert(
    fc.asyncProperty(own, amounts, mess, async ({ metric, date, value }, typed, edits) => {
      const paper = await Paper.of(money);
      type(paper, typed);
      const { row } = paper.find('Readings', 'Metric');
      const put = (header: string, word: Spelled['typed']) =>
        paper.put('Readings', row + 3, paper.find('Readings', header).column, word);
      put('Metric', `Metric ${metric}`);
      put('Date', date.typed);
      put('Value', value.typed);
      messUp(paper, edits);
      const filled = readFilled(paper.book);
      expect(filled.own.map(({ cells }) => cells)).toEqual([
        { metric: `s.metric.${metric}`, date: date.means, value: value.means },
      ]);
      expect(told(filled)).toEqual(meant(typed));
    }),
    { numRuns: 60 * thoroughness },
  );
});

test('the order of files and their repetition do not count', async () => {
  const people = fc.tuple(department, department, department);
  const engagement = project();
  const spec = await specOf(engagement);
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.constantFrom(undefined, 'majority', 'keep-both'),
      async (all, rule) => {
        const files = await answered(all);
        const options = { on: '2026-04-01', ...(rule && { rule }) };
        const straight = merge({ engagement, spec }, files, options);
        const turned = merge({ engagement, spec }, [...files, ...files].reverse(), options);
        expect(turned.changes).toEqual(straight.changes);
        expect(turned.open).toEqual(straight.open);
      },
    ),
    { numRuns: 40 * thoroughness },
  );
});

test('the Consensus sheet leaves open what the merge leaves open', async () => {
  const held = project({ pain: { 's.pain.1': { pick: 'no', comment: 'here already' } } });
  const spec = await specOf(held);
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(department, department),
      fc.constantFrom(undefined, 'majority', 'keep-both'),
      async (all, rule) => {
        const files = await answered(all);
        const outcome = merge({ engagement: held, spec }, files, {
          on: '2026-04-01',
          ...(rule && { rule }),
        });
        const after = await specOf(applyToEngagement(held, spec, outcome));
        const rows = after.sheets.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.kind === 'table' && block.id === 'consensus' ? block.rows : [],
          ),
        );
        const open = rows.filter(({ cells }) => cells.state === 'Open').map(({ id }) => id);
        expect(open.sort()).toEqual(
          outcome.open.map(({ table, row, column }) => `${table} ${row} ${column}`).sort(),
        );
      },
    ),
    { numRuns: 25 * thoroughness },
  );
});

test('saved and opened again it says the same', async () => {
  const paper = await Paper.of(asked);
  paper.type(pain, 'Pain 1', 'Pick *', 'Yes').add(pain, 2, { 'Pain point': 'Own', 'Pick *': 'x' });
  const again = readFilled(await openXlsx(await saveXlsx(paper.book)));
  expect(again).toEqual(readFilled(paper.book));
});
