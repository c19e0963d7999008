import { readFileSync } from 'node:fs';
import { Engagement } from '../../src/engagement/schema';
import {
  Explainer,
  bridgeOf,
  chainOf,
  linesOf,
  valueOf,
  type Chain,
  type Ref,
  type Moment,
} from '../../src/explain';
import type { Lang } from '../../src/messages';
import { describe as describeWorkbook } from '../../src/office';
import { isError } from '../../src/rules';
import { functions } from '../../src/rules/functions';
import { compute, type WorkbookSpec } from '../../src/workbook';
import { signed } from '../rules/value/bet';
import { formulaRefs, isSame } from '../support/formulaRefs';

const exampleOf = (name: string) =>
  Engagement.parse(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')));

const explaining = (spec: WorkbookSpec) => {
  const computed = compute(spec);
  return { computed, explainer: new Explainer(spec, { ...computed, first: () => 1 }) };
};
const cell = (table: string, row: number, column: string): Ref => ({
  ...{ kind: 'cell', table, row, column },
});

const cases: [string, Lang][] = [
  ['key-account.en', 'en'],
  ['after-sales', 'zh-CN'],
];

describe.each(cases)('%s', (name, lang) => {
  let spec: WorkbookSpec;
  let explained: ReturnType<typeof explaining>;
  let refs: Ref[];
  beforeAll(async () => {
    spec = await describeWorkbook(exampleOf(name), lang);
    explained = explaining(spec);
    // Every column, in so many rows that each of its branches is taken somewhere.
    refs = formulaRefs(spec, (table) => Math.min(12, explained.computed.rows(table)));
  });

  test('what is said of a rule gives its value from its inputs alone, in every column', () => {
    const { explainer } = explained;
    const wrong: unknown[] = [];
    const unresolved = new Set<string>();
    for (const ref of refs) {
      const applied = explainer.applied(ref);
      const value = applied && valueOf(applied);
      if (value === undefined || !isSame(value, explainer.read(ref)))
        wrong.push([ref, value, explainer.read(ref)]);
      for (const input of applied?.inputs ?? [])
        if (input.kind === 'found' && input.of.type === 'call' && !isError(input.value))
          unresolved.add(input.of.function);
    }
    expect(wrong).toEqual([]);
    expect(refs.length).toBeGreaterThan(3_000);
    // All else is followed to the cells that count.
    expect([...unresolved].filter((one) => !['MATCH', 'ROW'].includes(one))).toEqual([]);
  }, 60_000);

  test('a rule is said in words, never as a formula', () => {
    const { explainer } = explained;
    const isFormula = new RegExp(
      `(?:${Object.keys(functions).join('|')}|IF|IFERROR)\\(|\\[[@#]|^=`,
    );
    const seen = new Set<string>();
    const said = refs.flatMap((ref) => {
      const column = ref.kind === 'cell' ? `${ref.table}.${ref.column}` : JSON.stringify(ref);
      if (seen.has(column)) return [];
      seen.add(column);
      const { says = '', rule = '', figures = '', because } = explainer.explain(ref);
      expect([ref, says !== '', rule !== '']).toEqual([ref, true, true]);
      return [says, rule, figures, ...because];
    });
    expect(said.filter((text) => isFormula.test(text))).toEqual([]);
  }, 60_000);
});

describe('the amount due of the example', () => {
  let spec: WorkbookSpec;
  let explainer: Explainer;
  beforeAll(async () => {
    spec = await describeWorkbook(exampleOf('key-account.en'), 'en');
    explainer = explaining(spec).explainer;
  });

  test('is said in names, in figures and by what decided it', () => {
    const { title, shown, says, figures, because, sheet } = explainer.explain(
      cell('Statement', 1, 'due'),
    );
    expect({ title, shown, says, figures, because, sheet }).toEqual({
      title: 'Due now (Final, after a year)',
      shown: '150,483.47',
      says: 'the larger of 0 and (Entitlement to date − Settled to date, rounded (decimals: Decimals of money))',
      figures: 'the larger of 0 and (593,860.39 − 443,376.92, rounded (decimals: 2))',
      because: ['Clawback is not “Yes”'],
      sheet: 'Statement',
    });
  });

  test('is followed to readings with their evidence, contract and signatures, each once', () => {
    const leaves = new Map<string, Chain[]>();
    let formulas = 0;
    const visit = (chain: Chain) => {
      if (chain.origin === 'formula') formulas += 1;
      else leaves.set(chain.origin, [...(leaves.get(chain.origin) ?? []), chain]);
      for (const input of chain.inputs)
        for (const one of [input, ...(input.rows ?? [])]) if (one.chain) visit(one.chain);
    };
    visit(chainOf(explainer, { kind: 'name', name: 'Statement.Due' }));
    expect(formulas).toBeGreaterThan(100);
    expect([...leaves.keys()]).toEqual(expect.arrayContaining(['reading', 'contract', 'signed']));
    for (const { evidence } of leaves.get('reading') ?? [])
      expect(evidence.map(({ name }) => name)).toContain('Evidence');
    for (const { title, evidence } of leaves.get('signed') ?? [])
      if (title.startsWith('Settled')) expect(evidence[0]?.name).toBe('Digest');
  });

  test('has the rows that count most, the largest first, and how many more there are', () => {
    const { inputs } = explainer.explain(cell('Settlement', 6, 'stake'));
    const [rows] = inputs.filter((input) => input.rows);
    expect(rows).toMatchObject({ title: 'Share of pool where No is at most 7', value: 7, more: 2 });
    expect(rows?.rows?.map(({ shown }) => shown)).toEqual(['0.18', '0.12', '0.08', '0.08', '0.06']);
  });

  test('reads as lines, the value above what it is made of', () => {
    const chain = chainOf(explainer, cell('Settlement', 6, 'payout'), 1);
    expect(linesOf('en', chain).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)).toEqual([
      'Payout (M1 · Win rate on target · 2): 100% (Settlement)',
      '  = taken from After interim credit',
      '  because Guards is not “breached” or If a guard is breached (M1 · Win rate on target) is not “Void”',
      '  After interim credit: 100%',
      '  Decided by: Guards: breached · If a guard is breached (M1 · Win rate on target): Flag',
    ]);
  });
});

describe('the bridge between two amounts due', () => {
  const example = exampleOf('key-account');
  const bridged = async (
    change: (engagement: Engagement) => void,
    since: Moment = { signature: 1 },
    until?: Moment,
  ) => {
    const engagement = structuredClone(example);
    change(engagement);
    const spec = await describeWorkbook(engagement, 'zh-CN');
    const bridge = await bridgeOf(spec, since, until);
    const minor = (amount: number) => Math.round(amount * 100);
    const sum = bridge.items.reduce((total, { amount }) => total + minor(amount), 0);
    // To the minor unit, and to what the workbook's own rules give.
    expect(minor(bridge.from.amount) + sum).toBe(minor(bridge.to.amount));
    if (!until) expect(bridge.to.amount).toBe(compute(spec).name('Statement.Due'));
    return bridge;
  };
  const causes = ({ items }: Awaited<ReturnType<typeof bridged>>) => [
    ...new Set(items.map(({ cause }) => cause)),
  ];

  test('begins with what a signature settled', async () => {
    const bridge = await bridged(() => undefined);
    expect(bridge.from).toEqual({ day: '2026-11-30', amount: 443_376.92, signature: 1 });
    expect(causes(bridge)).toEqual(['time', 'reading', 'settled']);
  });

  test('begins with what was due on a day', async () => {
    const bridge = await bridged(() => undefined, { day: '2026-11-30' });
    expect(bridge.from).toEqual({ day: '2026-11-30', amount: 0 });
    expect(causes(bridge)).toEqual(['time', 'reading']);
  });

  test('tells apart what was changed since of that on which the signature rests', async () => {
    const { metric } = Object.values(example.terms).find(({ code }) => code === 'M4') ?? {};
    const contract = await bridged(({ settings }) => (settings.fee = Number(settings.fee) + 1000));
    expect(contract.items[0]?.cause).toBe('contract');
    const adjusted = await bridged(({ metrics }) =>
      Object.assign(metrics[String(metric)] ?? {}, { adjustment: 0.01, reason: 'scope' }),
    );
    expect(causes(adjusted)).toEqual(['adjustment', 'time', 'reading', 'settled']);
    const corrected = await bridged(({ readings }) => {
      for (const one of Object.values(readings))
        if (one.metric === metric && String(one.date) <= '2026-11-30')
          one.numerator = Number(one.numerator) + 1;
    });
    expect(causes(corrected)).toEqual(['correction', 'time', 'reading', 'settled']);
  });

  test('ends with what a later signature settled, whatever was changed after it', async () => {
    const { ledger, signedTerms } = await signed(example, 2, '2027-08-31');
    const second = (engagement: Engagement) => Object.assign(engagement, { ledger, signedTerms });
    const plain = await bridged(second, { signature: 1 }, { signature: 2 });
    expect(plain.to).toEqual({ day: '2027-08-31', amount: 150_483.47, signature: 2 });
    expect(causes(plain)).toEqual(['time', 'reading', 'settled']);
    const { metric } = Object.values(example.terms).find(({ code }) => code === 'M4') ?? {};
    const later = await bridged(
      (engagement) => {
        second(engagement);
        for (const one of Object.values(engagement.readings))
          if (one.metric === metric && String(one.date) > '2026-11-30') one.numerator = 0;
      },
      { signature: 1 },
      { signature: 2 },
    );
    expect(later.to).toEqual(plain.to);
    expect(causes(later)).toContain('correction');
  });

  test('is the sum of two bridges that meet on a day', async () => {
    const [whole, first, second] = [
      await bridged(() => undefined, { day: '2026-06-30' }, { day: '2027-05-31' }),
      await bridged(() => undefined, { day: '2026-06-30' }, { day: '2026-10-31' }),
      await bridged(() => undefined, { day: '2026-10-31' }, { day: '2027-05-31' }),
    ];
    expect(first.to.amount).toBe(second.from.amount);
    expect([whole.from, whole.to]).toEqual([first.from, second.to]);
  });

  test('names what it lacks', async () => {
    const spec = await describeWorkbook(example, 'zh-CN');
    await expect(bridgeOf(spec, { signature: 9 })).rejects.toThrow('explain-no-signature');
    await expect(bridgeOf(spec, { signature: 1 }, { signature: 1 })).rejects.toThrow(
      'explain-order',
    );
    await expect(bridgeOf(spec, { day: '2027-01-31' }, { day: '2026-11-30' })).rejects.toThrow(
      'explain-order',
    );
  });
});
