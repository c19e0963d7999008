import type { Ref } from '../../src/explain';
import { readerOf } from '../../src/office';
import { RuleError } from '../../src/rules';
import { described, Small } from './small';

/** What a small workbook shows, by the ids of its description. */
async function read(act: (small: Small) => void | Promise<void> = () => undefined) {
  const spec = described();
  const small = await Small.of(spec);
  await act(small);
  const seen = await small.seen(spec);
  const computed = {
    cell: (...at: unknown[]) => ['rule', ...at].join(' '),
    name: (id: string) => `rule ${id}`,
    text: () => 'rule',
    rows: () => 99,
  };
  const finder = readerOf({ ...seen, computed } as never);
  const at = (place: { sheet: string; address: string }) => {
    const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(place.address)!;
    return finder.refAt(place.sheet, Number(row) - 1, column.charCodeAt(0) - 65);
  };
  return { small, finder, at, spec };
}
const cell = (row: number, column: string, table = 'PainPoints'): Ref => ({
  ...{ kind: 'cell', table, row, column },
});

test('cells are found by their places, and places by cells', async () => {
  const { small, finder, at } = await read();
  const item = small.at('Main', 'Dear');
  expect(at(item)).toEqual(cell(1, 'item'));
  expect(finder.place?.(cell(1, 'item'))).toEqual({ sheet: 'Main', cell: item.address });
  expect(at(small.at('Main', 'Dear', 0, 4))).toEqual(cell(1, 'called'));
  expect(at(small.at('Main', 'Item'))).toBeUndefined();
  expect(at(small.at('Main', 'Slow', -1))).toBeUndefined();
  expect(at(small.at('Main', 'Loud', 2))).toEqual(cell(4, 'item'));
  expect(at(small.at('Main', 'Loud', 3))).toBeUndefined();
  expect(at({ ...item, sheet: 'Other' })).not.toEqual(cell(1, 'item'));
  expect(at({ sheet: 'Main', address: 'Z20' })).toBeUndefined();
  expect(at(small.at('Other', 'Second'))).toEqual(cell(1, 'step', 'Progress'));
});

test('named cells and texts too', async () => {
  const { small, finder, at } = await read();
  const currency = small.at('Main', 'EUR');
  expect(at(currency)).toEqual({ kind: 'name', name: 'Engagement.Currency' });
  expect(finder.place?.({ kind: 'name', name: 'Engagement.Currency' })).toEqual({
    ...{ sheet: 'Main', cell: currency.address },
  });
  const link: Ref = { kind: 'text', block: 'main.head', row: 1, column: 2 };
  const { address } = small.at('Main', 'See Other');
  expect(at({ sheet: 'Main', address })).toEqual(link);
  expect(finder.place?.(link)).toEqual({ sheet: 'Main', cell: address });
  expect(finder.standing(link)).toMatchObject({ value: 'See Other' });
  expect(finder.standing({ ...link, column: 9 })).toBeUndefined();
  expect(finder.standing({ ...link, block: 'gone' })).toBeUndefined();
  expect(at({ sheet: 'Other', address })).not.toEqual(link);
});

test('what stands there is read; a blank is nothing, a formula’s blank a text, its error an error', async () => {
  const { finder, spec } = await read(async (small) => {
    small.type(small.at('Main', 'Slow', 0, 2), 'Yes');
    await small.act(({ workbook }) => {
      const first = workbook.worksheets
        .getItem('Main')
        .getRange(small.at('Main', 'Slow', 0, 3).address);
      first.getResizedRange(2, 0).formulas = [[''], ['=""'], ['=1/0']];
    });
  });
  const of = (row: number, column: string) => finder.cell('PainPoints', row, column);
  expect([of(0, 'pick'), of(0, 'comment'), of(0, 'called')]).toEqual(['Yes', null, 'Yes!']);
  expect(of(1, 'comment')).toBe('');
  expect(of(2, 'comment')).toEqual(new RuleError('#DIV/0!'));
  expect(finder.rows('PainPoints')).toBe(5);
  expect(finder.name('Engagement.Currency')).toBe('EUR');
  expect(finder.name('Engagement.Client')).toBeNull();
  expect(finder.first('PainPoints')).toBe(finder.standing(cell(0, 'id'))!.row + 1);
  const [head] = spec.sheets[0]!.blocks;
  const [, [label, count] = []] = head?.kind === 'text' ? head.rows : [];
  expect([finder.text(label!), finder.text(count!)]).toEqual(['Pains', 3]);
  expect(finder.standing(cell(2, 'called'))).toMatchObject({
    formula: expect.stringMatching(/^=/) as string,
  });
});

test('where a cell is gone its rule is asked', async () => {
  const { finder } = await read();
  expect(finder.cell('PainPoints', 5, 'item')).toBe('rule PainPoints 5 item');
  expect(finder.cell('PainPoints', 0, 'gone')).toBe('rule PainPoints 0 gone');
  expect(finder.cell('Gone', 0, 'item')).toBe('rule Gone 0 item');
  expect([finder.rows('Gone'), finder.first('Gone')]).toEqual([99, 1]);
  expect(finder.name('Gone')).toBe('rule Gone');
  expect(finder.text({ text: 'nowhere' } as never)).toBe('rule');
  expect(finder.place?.(cell(5, 'item'))).toBeUndefined();
  expect(finder.standing(cell(0, 'gone'))).toBeUndefined();
});
