import { join } from 'node:path';
import type { Range } from '../../src/engagement/cells';
import {
  answerTables,
  clauseSettings,
  contractSettings,
  nameGroups,
  naturalKey,
  ownPrefix,
  rangeIn,
  rangeOfSetting,
  tables,
  words,
  years,
  type Table,
} from '../../src/engagement/register';
import { names } from '../../src/engagement/register/names';
import { expectGolden } from '../support/golden';

/** " 0..10 whole" */
const bounds = (range: Range | undefined) =>
  range ? ` ${range.min ?? ''}..${range.max ?? ''}${range.whole ? ' whole' : ''}` : '';

function* linesOf(name: string, table: Table) {
  const { columns, ...declared } = table;
  yield `${name} ${JSON.stringify(declared)}`;
  for (const [id, { role, kept, names: store, stem }] of Object.entries(columns)) {
    const refers = store === undefined ? '' : ` → ${store}`;
    const one = stem === undefined ? '' : ` of ${stem}`;
    yield `  ${id}: ${role}${kept ? ', kept' : ''}${bounds(rangeIn(table.id, id))}${refers}${one}`;
  }
}

/** Everything that workbooks and engagement files out there are read by, but what a cell may hold. */
function* register() {
  for (const [name, table] of Object.entries(tables)) yield* linesOf(name, table);
  for (const [name, { setting }] of Object.entries<{ setting?: string }>(names))
    yield `${name}${setting === undefined ? '' : ` = ${setting}${bounds(rangeOfSetting(setting))}`}`;
  for (const [list, entries] of Object.entries(words)) yield `${list}: ${entries.join(', ')}`;
}

test('tables, columns, names and lists are called as they were (UPDATE_GOLDEN=1 renews)', () => {
  expectGolden(join(__dirname, 'golden', 'register.txt'), [...register()]);
});

test('a table comes after those whose rows its natural key names', () => {
  const all = Object.values<Table>(tables);
  const early = all.flatMap(({ id, same, columns }, i) =>
    (Array.isArray(same) ? same : [])
      .map((column) => columns[column]?.names)
      .filter((store) => store && !all.slice(0, i).some((one) => one.store === store))
      .map((store) => `${id} before ${store}`),
  );
  expect(early).toEqual([]);
});

test('what follows from the register', () => {
  expect(years).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(nameGroups).toEqual([
    ...['Engagement', 'Value', 'Roi', 'Contract', 'Clause', 'Micro', 'Budget'],
    ...['Statement', 'Payoff', 'Dashboard', 'Checks'],
  ]);
  expect(contractSettings.slice(0, 2)).toEqual(['shareAtRisk', 'payFloor']);
  expect(contractSettings).toHaveLength(20);
  expect(clauseSettings).toEqual([
    ...['objectionDays', 'clientDuties', 'dataAccess', 'forceMajeure'],
    ...['termination', 'expert', 'expertName'],
  ]);
  expect(answerTables).toEqual(['Responses', 'Answers', 'Merged', 'Consensus']);
  // Ids of rows that people add: as declared, else by the table; the others have none to differ from.
  expect(['holidays', 'responses', 'roi.years'].map(ownPrefix)).toEqual([
    ...['holiday.', '', 'custom.roi.years.'],
  ]);
  expect(['readings', 'ledger', 'settlement'].map(naturalKey)).toEqual([
    ...[['metric', 'from', 'date'], ['item'], ['item']],
  ]);
  expect(rangeIn('periods', 'share')).toEqual({ min: 0, max: 1 });
  expect(rangeIn('periods', 'item')).toBeUndefined();
  expect(rangeIn('periods', 'none')).toBeUndefined();
  expect(rangeIn('none', 'share')).toBeUndefined();
  expect(rangeOfSetting('none')).toBeUndefined();
});
