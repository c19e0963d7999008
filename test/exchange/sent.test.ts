import fc from 'fast-check';
import { templateOf } from '../../src/exchange';
import { isMark, packSent, unpackSent, type Sent } from '../../src/exchange/sent';
import { project, specOf } from './paper';

let sent: Sent;
beforeAll(async () => {
  const options = { audience: 'department', respondent: 'Li', due: '', sent: '' } as const;
  sent = templateOf(await specOf(project()), project(), options).sent;
});

test('what was sent comes back, wherever it begins in the column', () => {
  const cells = packSent(sent);
  expect(cells[0]).toMatch(/^appfi-template\/2 [0-9a-f]{16} 1$/);
  expect(unpackSent(cells)).toEqual({ sent });
  expect(unpackSent([null, 'anything', ...cells, 'below'])).toEqual({ sent });
});

test('long ones stand in several cells, none longer than a cell holds, no sign cut in two', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.constantFrom('a', '好', '😀'), (shift, sign) => {
      const text = `${'x'.repeat(shift)}${sign.repeat(40_000)}`;
      const cells = packSent({ ...sent, texts: [text] });
      expect(cells.length).toBeGreaterThan(2);
      for (const cell of cells) {
        expect(cell.length).toBeLessThan(32_767);
        expect(() => encodeURIComponent(cell)).not.toThrow();
      }
      expect(unpackSent(cells)).toEqual({ sent: { ...sent, texts: [text] } });
    }),
    { numRuns: 12 },
  );
});

test.each<[string, (cells: string[]) => unknown[], string]>([
  ['no base', () => ['Id', 's.pain.1', null], 'not-template'],
  ['a letter changed', ([head = '', json = '']) => [head, json.replace('Li', 'Lo')], 'damaged'],
  ['a piece lost', ([head]) => [head], 'damaged'],
  ['another digest', ([, json]) => ['appfi-template/2 0123456789abcdef 1', json], 'damaged'],
  ['a newer release', ([, json]) => ['appfi-template/3 0123456789abcdef 1', json], 'newer'],
])('%s is told', (_, change, error) => {
  expect(unpackSent(change(packSent(sent)))).toEqual({ error });
});

test('whole, but nothing that this release understands: damaged', () => {
  const cells = packSent({ ...sent, audience: 'nobody' as never });
  expect(unpackSent(cells)).toEqual({ error: 'damaged' });
});

test('only a text that begins so is the mark', () => {
  expect(['appfi-template/1 a 1', ' appfi-template/1', 7, null].map(isMark)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
