import { signatures } from '../../engagement/ledger';
import { amountChanges, type AmountChange } from '../amounts';
import { fieldsOf, tablesOf } from '../naming';
import { isEarlier } from '../told';
import { describeRenewed, type CatalogOptions, type Ours } from '../workbook';
import { planFor, type Plan } from './plan';
import type { Decisions, Figure, Upgrade, UpgradeChange } from './upgrade';

/** Amounts that change when every open redefinition is taken; undefined where none is open. */
export async function amountsTaken(
  ours: Ours,
  changes: readonly UpgradeChange[],
  { catalogs = [], into = {}, former = [] }: CatalogOptions & Decisions,
): Promise<readonly AmountChange[] | undefined> {
  if (!changes.some(({ kind, outcome }) => kind === 'redefined' && outcome === 'open'))
    return undefined;
  const all = await planFor(ours, catalogs, { take: 'all', into, former });
  return amountsFrom(ours, all);
}

/** Amounts that change from these editions on, as a layout tells them. */
export const amountsFrom = async (ours: Ours, plan: Plan): Promise<readonly AmountChange[]> =>
  amountChanges(
    ours.read.results,
    await describeRenewed(ours, plan),
    isEarlier(ours.inspection.facts) ? undefined : 'catalog',
  );

const watched = { npv: 'Roi.Npv', due: 'Statement.Due' } as const;

/** Net present value and what is due, changed or not, and the attainment of what is bet on. */
export function figuresOf(
  { read, blank }: Ours,
  amounts: readonly AmountChange[] = [],
  taken?: readonly AmountChange[],
): Figure[] {
  const { results, engagement } = read;
  const within = (all: readonly AmountChange[], at: string, before: Figure['before']) => {
    const changed = all.find((one) => one.at === at);
    return changed ? changed.to : before;
  };
  const values = (at: string, before: Figure['before']) => ({
    before,
    after: within(amounts, at, before),
    ...(taken && { taken: within(taken, at, before) }),
  });
  const named = Object.entries(watched).flatMap(([id, name]): Figure[] => {
    const field = fieldsOf(blank.sheets).find((one) => one.name === name);
    const before = results.names[name];
    if (!field || before === undefined) return [];
    const { label, kind } = field;
    return [{ id: id as 'npv', label, kind, ...values(name, before) }];
  });
  const metrics = tablesOf(blank.sheets).find(({ id }) => id === 'metrics');
  const column = metrics?.columns.find(({ id }) => id === 'attainment');
  const bet = new Set(Object.values(engagement.terms).map(({ metric }) => String(metric ?? '')));
  const attained = [...bet].flatMap((id): Figure[] => {
    const row = results.tables.metrics?.[id];
    if (!column || row?.attainment === undefined) return [];
    const { header: label, kind } = column;
    const of = String(row.name ?? id);
    return [
      {
        ...{ id: 'attainment', of, label, kind },
        ...values(`metrics.attainment ${id}`, row.attainment),
      },
    ];
  });
  return [...named, ...attained];
}

/** Signatures and terms that rest on what is defined otherwise, or has gone. */
export function affectedBy({ read }: Ours, changes: readonly UpgradeChange[]): Upgrade['affected'] {
  const resting = changes.filter(({ kind, rests }) => rests && kind !== 'reworded');
  const ids = new Set(resting.map(({ id }) => id));
  const isWhole = resting.some(({ table }) => table === 'catalog');
  return {
    signatures: resting.some(({ rests }) => rests === 'signed')
      ? signatures(read.engagement).map(({ no }) => no)
      : [],
    terms: Object.values(read.engagement.terms).flatMap(({ metric, code }) =>
      isWhole || ids.has(String(metric)) ? [String(code ?? metric)] : [],
    ),
  };
}
