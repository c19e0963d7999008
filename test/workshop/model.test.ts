import fc from 'fast-check';
import { calledFor, dotsOf, whysOf } from '../../src/workshop/model/called';
import { moveBy, moveOnto } from '../../src/workshop/model/moves';
import { minutesOf } from '../../src/workshop/model/plan';
import { withSaid, type Saying } from '../../src/workshop/model/said';
import { find, foldsAtFirst, treeOf, unfolded, type TreeNode } from '../../src/workshop/model/tree';
import { placesOf, type Place } from '../../src/workshop/model/layout';
import { itemOf, scopeOf } from './scope';

/** The tree in brackets: "Acme(ask(First(a b)))". */
const drawn = ({ text, children }: TreeNode): string =>
  children.length === 0 ? text : `${text}(${children.map(drawn).join(' ')})`;

const picked = { pick: 'yes' } as const;

describe('the tree', () => {
  const scope = scopeOf([
    itemOf({ id: 'a', step: 'ask', said: picked }),
    itemOf({ id: 'b', step: 'ask', dimension: 'd2', said: { pick: 'no' } }),
    itemOf({ id: 'f', step: 'function', module: 'm1' }),
    itemOf({ id: 'g', step: 'function', module: 'Our module', dimension: 'Our branch', own: true }),
  ]);

  test('holds branches, dimensions, modules and items; branches of somebody’s own come last', () =>
    expect(drawn(treeOf(scope))).toBe(
      'Acme(ask(First(a) Second(b)) function(First(Module(f)) Second Our branch(Our module(g))))',
    ));
  test.each([
    ['picked', 'Acme(ask(First(a)) function)'],
    ['open', 'Acme(ask function(First(Module(f)) Our branch(Our module(g))))'],
    ['suggested', 'Acme(ask function)'],
  ] as const)('shows only what is %s', (show, wanted) =>
    expect(drawn(treeOf(scope, show))).toBe(wanted),
  );
  test('counts what is picked whatever is shown', () =>
    expect(treeOf(scope, 'open')).toMatchObject({ picked: 1, offered: 4 }));
  test('shows an item in the client’s words', () =>
    expect(
      drawn(treeOf(scopeOf([itemOf({ id: 'a', step: 'ask', said: { wording: 'Ours' } })]))),
    ).toBe('Acme(ask(First(Ours) Second))'));
  test('starts folded as far as is needed to be read', () => {
    const many = scopeOf(
      Array.from({ length: 300 }, (_, i) =>
        itemOf({ id: `i${i}`, step: 'pain', dimension: i % 2 ? 'd1' : 'd2' }),
      ),
    );
    const tree = treeOf(many);
    expect([...unfolded(tree, foldsAtFirst(tree))].map(({ text }) => text)).toEqual([
      'Acme',
      'pain',
      'First',
      'Second',
    ]);
    expect(foldsAtFirst(treeOf(scope)).size).toBe(0);
  });
});

test('of a branch that is too large what is settled starts folded', () => {
  const items = (dimension: string, length: number, said: object) =>
    Array.from({ length }, (_, i) =>
      itemOf({ id: `${dimension}${i}`, step: 'pain', dimension, said }),
    );
  const branchOf = (...all: ReturnType<typeof items>[]) =>
    find(treeOf(scopeOf(all.flat())), 'step.pain') as TreeNode;
  const [settled, open] = [items('d1', 100, picked), items('d2', 50, {})];
  expect([...foldsAtFirst(branchOf(settled, open))]).toEqual(['group.pain.d1']);
  expect(foldsAtFirst(branchOf(settled)).size).toBe(0);
  expect([...foldsAtFirst(branchOf(settled, items('d2', 50, picked)))]).toEqual([
    'group.pain.d1',
    'group.pain.d2',
  ]);
});

describe('the layout', () => {
  const tree = treeOf(
    scopeOf(
      Array.from({ length: 24 }, (_, i) =>
        itemOf({
          id: `i${i}`,
          step: (['ask', 'plan', 'pain'] as const)[i % 3] as 'ask',
          item: 'A sentence of many words that needs more than one line'.repeat(1 + (i % 3)),
        }),
      ),
    ),
  );
  test.each(['both', 'right'] as const)('puts no box over another (%s)', (sides) => {
    const { places } = placesOf(tree, new Set(), sides, () => 'A figure');
    expect(overlapping(places)).toEqual([]);
    expect(new Set(places.map(({ side }) => side)).size).toBe(sides === 'both' ? 2 : 1);
    expect(places.filter(({ figure, lines }) => lines.includes(figure))).toEqual([]);
  });
  test('300 picks unfolded at once fill a screen: read down columns, each within its branch’s line', () => {
    const many = treeOf(
      scopeOf(
        Array.from({ length: 300 }, (_, i) =>
          itemOf({
            id: `i${i}`,
            step: (['pain', 'function', 'innovation'] as const)[i % 3] as 'pain',
            dimension: i % 2 ? 'd1' : 'd2',
            ...(i % 4 && { module: 'm1' }),
            item: 'A sentence of many words that needs more than one line',
            said: picked,
          }),
        ),
      ),
    );
    const laid = placesOf(many, new Set(), 'both', () => 'A figure');
    expect(laid.places).toHaveLength([...unfolded(many, new Set())].length);
    expect(overlapping(laid.places)).toEqual([]);
    expect(Math.min(1_920 / laid.width, 1_000 / laid.height)).toBeGreaterThan(0.33);
    const blocks = new Set(laid.places.flatMap(({ block = [] }) => block));
    expect(blocks.size).toBe(3);
    const order = [...unfolded(many, new Set())].map(({ id }) => id);
    for (const block of blocks) {
      const within = laid.places
        .filter((place) => place.block === block)
        .sort((a, b) => a.x - b.x || a.y - b.y);
      const outside = within.filter(
        ({ x, y, width, height }) =>
          x <= block.x ||
          y <= block.y ||
          x + width >= block.x + block.width ||
          y + height >= block.y + block.height,
      );
      expect(outside).toEqual([]);
      const read = within.map(({ node }) => node.id);
      expect(read).toEqual(order.filter((id) => read.includes(id)));
      // What names others stands with the first of them.
      const alone = within.filter(
        ({ node, x }, i) => node.children.length > 0 && within[i + 1]?.x !== x,
      );
      expect(alone).toEqual([]);
    }
  });

  test.each([
    ['near', 1_440, 11],
    ['present', 1_440, 13.5],
  ] as const)('a branch of 164 is read at once across the screen (%s)', (desk, screen, least) => {
    const tree = treeOf(
      scopeOf(
        Array.from({ length: 164 }, (_, i) =>
          itemOf({
            id: `i${i}`,
            step: 'pain',
            dimension: `d${i % 9}`,
            item: 'A few words '.repeat(6),
          }),
        ),
      ),
    );
    const branch = find(tree, 'step.pain') as TreeNode;
    const { places, width } = placesOf(branch, new Set(), 'both', () => '', desk);
    expect(overlapping(places)).toEqual([]);
    const smallest = Math.min(...places.map(({ look }) => look.size));
    expect((smallest * (screen - 48)) / width).toBeGreaterThan(least);
    const [root, ...below] = places;
    expect(root?.y).toBe(below[0]?.block?.y);
    const read = below.sort((a, b) => a.x - b.x || a.y - b.y).map(({ node }) => node.id);
    expect(read).toEqual([...unfolded(branch, new Set())].slice(1).map(({ id }) => id));
  });
});

const overlapping = (places: readonly Place[]) =>
  places.flatMap((a, i) =>
    places
      .slice(i + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      ),
  );

test('a pick calls for what comes after it; a decline calls for nothing', () => {
  const scope = scopeOf(
    [
      itemOf({ id: 'a', step: 'ask', said: picked }),
      itemOf({ id: 'b', step: 'ask', said: { pick: 'no' } }),
      itemOf({ id: 'p', step: 'pain' }),
    ],
    {
      calls: [
        { from: 'a', to: 'p', strength: 2 },
        { from: 'b', to: 'p', strength: 3 },
      ],
    },
  );
  expect([...calledFor(scope)]).toEqual([['p', 4]]);
  expect(whysOf(scope, 'p').because.map(({ text }) => text)).toEqual(['a']);
  expect(whysOf(scope, 'b').next.map(({ text, strength }) => [text, strength])).toEqual([['p', 3]]);
  expect([0, 1, 6, 18].map(dotsOf)).toEqual([0, 1, 2, 3]);
});

describe('own items', () => {
  const own = (id: string, dimension = 'd1') =>
    itemOf({ id, step: 'pain', dimension, own: true, cells: { item: id, dimension } });
  const scope = scopeOf([itemOf({ id: 'c', step: 'pain' }), own('x'), own('y'), own('z', 'd2')]);
  const item = (id: string) => scope.items.find((one) => one.id === id) ?? own(id);
  const onto = (id: string) => find(treeOf(scope), id) as TreeNode;

  test('move next to another of their kind, into its dimension', () =>
    expect(moveOnto(scope, item('z'), onto('x'))).toEqual([
      { table: 'pain', order: ['z', 'x', 'y'] },
      { table: 'pain', row: 'z', cells: { dimension: 'd1' } },
    ]));
  test('move to where an item of the catalog is without changing its place', () =>
    expect(moveOnto(scope, item('z'), onto('c'))).toEqual([
      { table: 'pain', row: 'z', cells: { dimension: 'd1' } },
    ]));
  test('stay in their step', () => expect(moveOnto(scope, item('z'), onto('map'))).toEqual([]));
  test('move up and down among their like', () => {
    expect(moveBy(scope, item('x'), 1)).toEqual([{ table: 'pain', order: ['y', 'x', 'z'] }]);
    expect(moveBy(scope, item('x'), -1)).toEqual([]);
  });
});

test('a picked item, whose text is bold, has room for it', () => {
  const linesOf = (said: object) => {
    const item = itemOf({ id: 'a', step: 'ask', item: 'word '.repeat(8).trim(), said });
    const tree = treeOf(scopeOf([item]));
    return placesOf(tree, new Set(), 'both').places.find(({ node }) => node.id === 'a')?.lines;
  };
  const widest = (lines: string[] = []) => Math.max(...lines.map(({ length }) => length));
  expect(widest(linesOf(picked))).toBeLessThan(widest(linesOf({})));
});

test('what was said shows before the workbook has been read again', () => {
  const own = (id: string) => itemOf({ id, step: 'ask', own: true, cells: { item: id } });
  const scope = scopeOf([itemOf({ id: 'a', step: 'ask' }), own('x'), own('y')]);
  const after = (...sayings: Saying[]) =>
    withSaid(scope, sayings).items.map(({ id, item, said }) => [id, item, said]);
  expect(after({ table: 'ask', row: 'a', cells: { pick: 'yes', owner: null } })[0]).toEqual([
    'a',
    'a',
    picked,
  ]);
  expect(after({ table: 'ask', clear: 'x' }).map(([id]) => id)).toEqual(['a', 'y']);
  expect(after({ table: 'ask', order: ['y', 'x'] }).map(([id]) => id)).toEqual(['a', 'y', 'x']);
  expect(after({ table: 'ask', add: { item: 'New', pick: 'yes' } }).at(-1)).toEqual([
    'custom.ask.new',
    'New',
    picked,
  ]);
});

test('the minutes of a meeting are whole, and all of them are used', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 960 }),
      (open, minutes) => {
        const shared = minutesOf(open, minutes);
        expect(shared.reduce((sum, one) => sum + one, 0)).toBe(minutes);
        expect(shared.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
      },
    ),
  ));
