import { hashCatalog } from '../../../src/catalog/hash';
import type { Catalog } from '../../../src/catalog/schema';
import type { Engagement } from '../../../src/engagement/schema';
import { planFor } from '../../../src/office/upgrade/plan';
import type { Decisions } from '../../../src/office/upgrade/upgrade';
import { engagementOf } from '../../support/desk';
import { smallCatalog, type SmallJson } from '../../support/smallCatalog';

const older = smallCatalog();
const newer = (change: (json: SmallJson) => void = () => undefined): Catalog =>
  smallCatalog((json) => {
    json.version = '1.1.0';
    change(json);
  });

interface Workbook {
  /** What is said; no rows stand in it but those named. */
  said?: Partial<Engagement>;
  rows?: Record<string, string[]>;
  carried?: Catalog[];
  hash?: string;
}

/** What planning looks at of a workbook that was laid out from the older edition. */
const workbook = ({
  said = {},
  rows = {},
  carried = [older],
  hash = hashCatalog(older),
}: Workbook) => {
  const engagement = engagementOf(said);
  const order = new Map(Object.entries(rows));
  return {
    inspection: { facts: new Map([['catalog.small', `1.0.0 ${hash}`]]) },
    ...{ carried, catalogs: carried },
    read: { engagement, order, results: { tables: {}, names: {} } },
    blank: { sheets: [] },
  } as unknown as Parameters<typeof planFor>[0];
};

const planned = (of: Workbook, to: Catalog, decisions: Decisions = {}) =>
  planFor(workbook(of), [to], decisions);

describe('what is refused', () => {
  const refusal = (of: Workbook, given: Catalog, decisions: Decisions = {}) =>
    planned(of, given, decisions).then(
      () => 'none',
      (error: { code?: string; why?: string; message: string }) => error.message,
    );

  test('an edition older than the workbook’s own', async () => {
    const oldest = smallCatalog((json) => (json.version = '0.9.0'));
    expect(await refusal({}, oldest)).toContain('0.9.0');
    expect(await refusal({}, newer())).toBe('none');
    expect(await refusal({}, older)).toBe('none');
  });

  test('a catalog that the workbook was not laid out from', async () => {
    const other = smallCatalog((json) => (json.id = 'other'));
    expect(await refusal({}, other)).toContain('other');
  });

  test('as its own edition one that is not, unless it carries its own', async () => {
    const stranger = smallCatalog((json) => (json.asks[0]!.text.en = 'Something else'));
    const bare = { carried: [], hash: hashCatalog(older) };
    expect(await refusal(bare, newer(), { former: [stranger] })).toContain(bare.hash);
    expect(await refusal(bare, newer(), { former: [older] })).toBe('none');
    expect(await refusal({}, newer(), { former: [stranger] })).toBe('none');
  });
});

test('the editions, by number and by what they hold', async () => {
  const to = newer();
  expect((await planned({}, to)).editions).toEqual([
    {
      id: 'small',
      from: { version: '1.0.0', hash: hashCatalog(older) },
      to: { version: '1.1.0', hash: hashCatalog(to) },
    },
  ]);
});

describe('who takes over what was said of a retired item', () => {
  const answered = { 's.pain.1': { pick: 'yes' } } as Partial<Engagement>['pain'];
  const rows = { pain: ['s.pain.1', 's.pain.2', 's.pain.3', 's.pain.4'] };
  const retire = (json: SmallJson, ids: string[], more: object = {}) => {
    for (const pain of json.pains)
      if (ids.includes(pain.id)) Object.assign(pain, { retired: '1.1.0', calledBy: {} }, more);
    for (const one of json.functions)
      Object.assign(one, {
        calledBy: Object.fromEntries(
          Object.entries(one.calledBy).filter(([id]) => !ids.includes(id)),
        ),
      });
    for (const one of json.innovations)
      Object.assign(one, {
        calledBy: Object.fromEntries(
          Object.entries(one.calledBy).filter(([id]) => !ids.includes(id)),
        ),
      });
  };
  const successions = async (of: Workbook, to: Catalog, decisions: Decisions = {}) =>
    (await planned({ rows, ...of }, to, decisions)).successions.map(({ id, follows, asks }) => [
      id,
      follows ?? null,
      asks,
    ]);

  test('the one that replaces it, where nobody has answered that', async () => {
    const to = newer((json) => retire(json, ['s.pain.1'], { replacedBy: 's.pain.2' }));
    expect(await successions({ said: { pain: answered } }, to)).toEqual([
      ['s.pain.1', 's.pain.2', []],
    ]);
    const both = { ...answered, 's.pain.2': { comment: 'ours' } } as typeof answered;
    expect(await successions({ said: { pain: both } }, to)).toEqual([
      ['s.pain.1', null, ['s.pain.2']],
    ]);
  });

  test('nobody of what nobody has answered, or has no row', async () => {
    const to = newer((json) => retire(json, ['s.pain.1'], { replacedBy: 's.pain.2' }));
    expect(await successions({}, to)).toEqual([['s.pain.1', null, []]]);
    const blank = { 's.pain.1': { pick: null, comment: '' } } as typeof answered;
    expect(await successions({ said: { pain: blank } }, to)).toEqual([['s.pain.1', null, []]]);
    expect(await successions({ rows: { pain: [] }, said: { pain: answered } }, to)).toEqual([]);
    expect(await successions({ rows: {}, said: { pain: answered } }, to)).toEqual([]);
  });

  test('somebody has to say of several, or of two that one takes over', async () => {
    const split = newer((json) =>
      retire(json, ['s.pain.1'], { splitInto: ['s.pain.2', 's.pain.3'] }),
    );
    expect(await successions({ said: { pain: answered } }, split)).toEqual([
      ['s.pain.1', null, ['s.pain.2', 's.pain.3']],
    ]);
    const merged = newer((json) => retire(json, ['s.pain.1', 's.pain.4'], { replacedBy: 's.pain.2' })); // prettier-ignore
    const two = { ...answered, 's.pain.4': { pick: 'no' } } as typeof answered;
    expect(await successions({ said: { pain: two } }, merged)).toEqual([
      ['s.pain.1', null, ['s.pain.2']],
      ['s.pain.4', null, ['s.pain.2']],
    ]);
  });

  test('over several editions, to what is on offer', async () => {
    const to = newer((json) => {
      retire(json, ['s.pain.1'], { replacedBy: 's.pain.2' });
      retire(json, ['s.pain.2'], { replacedBy: 's.pain.4' });
    });
    expect(await successions({ said: { pain: answered } }, to)).toEqual([
      ['s.pain.1', 's.pain.4', []],
      ['s.pain.2', null, []],
    ]);
  });

  test('once where ways meet again, and without end where they go in a circle', async () => {
    const to = newer((json) => {
      retire(json, ['s.pain.1'], { splitInto: ['s.pain.2', 's.pain.3'] });
      retire(json, ['s.pain.2', 's.pain.3'], { replacedBy: 's.pain.4' });
    });
    const said = { pain: answered };
    expect((await successions({ said }, to))[0]).toEqual(['s.pain.1', 's.pain.4', []]);
    // Of what is no longer there the older edition may have said who replaces it.
    const before = newer((json) => retire(json, ['s.pain.1'], { replacedBy: 's.pain.2' }));
    const after = smallCatalog((json) => {
      json.version = '1.2.0';
      retire(json, ['s.pain.1']);
      json.pains = json.pains.filter(({ id }) => id !== 's.pain.1');
      retire(json, ['s.pain.2'], { splitInto: ['s.pain.3', 's.pain.4'] });
    });
    const of = { said, rows, carried: [before], hash: hashCatalog(before) };
    const plan = await planned(of, after);
    expect(plan.successions.find(({ id }) => id === 's.pain.1')?.asks).toEqual([
      ...['s.pain.3', 's.pain.4'],
    ]);
  });

  test('whom somebody has said, if the item is on offer', async () => {
    const to = newer((json) => {
      retire(json, ['s.pain.1'], { splitInto: ['s.pain.2', 's.pain.3'] });
      retire(json, ['s.pain.4']);
    });
    const said = { pain: answered };
    const asked = ['s.pain.2', 's.pain.3'];
    const into = (id: string) => successions({ said }, to, { into: { 's.pain.1': id } });
    const [first] = await into('s.pain.3');
    expect(first).toEqual(['s.pain.1', 's.pain.3', []]);
    for (const id of ['s.pain.4', 's.pain.9']) expect((await into(id))[0]).toEqual(['s.pain.1', null, asked]); // prettier-ignore
  });

  test.each(['unit', 'direction', 'measure', 'period'])(
    'a metric that differs in its %s does not follow of itself',
    async (field) => {
      const other = { unit: 'days', direction: 'lower', measure: 'flow', period: 'quarter' };
      const to = (differs: boolean) =>
        newer((json) => {
          Object.assign(json.metrics[0]!, { retired: '1.1.0', replacedBy: 's.metric.2' });
          for (const one of json.functions) one.moves = {};
          const changed = { [field]: other[field as keyof typeof other] };
          if (differs) Object.assign(json.metrics[1]!, changed, field === 'measure' && { base: 1 });
        });
      const of: Workbook = {
        rows: { metrics: ['s.metric.1', 's.metric.2'] },
        said: { metrics: { 's.metric.1': { baseline: 1 } } } as Partial<Engagement>,
      };
      expect(await successions(of, to(false))).toEqual([['s.metric.1', 's.metric.2', []]]);
      expect(await successions(of, to(true))).toEqual([['s.metric.1', null, ['s.metric.2']]]);
    },
  );

  test('a metric that only readings or terms name is taken over, too', async () => {
    const to = newer((json) => {
      Object.assign(json.metrics[0]!, { retired: '1.1.0', replacedBy: 's.metric.2' });
      for (const one of json.functions) one.moves = {};
    });
    const of = (said: object): Workbook => ({
      rows: { metrics: ['s.metric.1', 's.metric.2'] },
      said: said as Partial<Engagement>,
    });
    const reading = { readings: { r1: { metric: 's.metric.1', value: 1 } } };
    expect(await successions(of(reading), to)).toEqual([['s.metric.1', 's.metric.2', []]]);
    // A contract bets on it: somebody has to say.
    const term = { terms: { t1: { metric: 's.metric.1' } } };
    expect(await successions(of(term), to)).toEqual([['s.metric.1', null, ['s.metric.2']]]);
    const carried = (await planned(of(reading), to)).carryOver(engagementOf(of(reading).said));
    expect(carried.readings).toEqual({ r1: { metric: 's.metric.2', value: 1 } });
  });
});

test('what rests on a metric keeps its definition until somebody takes the new one', async () => {
  const to = newer((json) => (json.metrics[0]!.unit = 'days'));
  const said = { terms: { t1: { metric: 's.metric.1' } } } as unknown as Partial<Engagement>;
  const isOpen = async (take: Decisions['take'] = []) =>
    ['s.metric.1', 's.metric.2'].map((await planned({ said }, to, { take })).isOpen);
  expect(await isOpen()).toEqual([true, false]);
  expect(await isOpen(['s.metric.2'])).toEqual([true, false]);
  expect(await isOpen(['s.metric.1'])).toEqual([false, false]);
  expect(await isOpen('all')).toEqual([false, false]);
  const units = async (take: Decisions['take'] = []) =>
    (await planned({ said }, to, { take })).catalogs[0]!.metrics[0]!.unit;
  expect([await units(), await units('all')]).toEqual(['count', 'days']);
});
