import { redefinitions } from '../../catalog/editions';
import { listsOf, type Entry } from '../../catalog/kept';
import type { Catalog, Text } from '../../catalog/schema';
import { textOf } from '../../catalog/text';
import { signatures } from '../../engagement/ledger';
import { MESSAGES, message, type Lang, type MessageKey } from '../../messages';
import { amountChanges, type AmountChange } from '../amounts';
import type { LaidOut } from '../layOut';
import { fieldsOf, tablesOf } from '../naming';
import { isAnswered, retiredRows } from '../retired';
import {
  describeBlank,
  describeRenewed,
  layOut,
  readOurs,
  type LayOutOptions,
  type Ours,
} from '../workbook';
import { Comparison, upgraded } from './changes';
import { planFor, tableOf, type Plan } from './plan';
import type { Decisions, Figure, Upgrade, UpgradeChange } from './upgrade';

export type { Decisions, Upgrade, UpgradeChange } from './upgrade';

/**
 * Lays out from newer editions of the workbook's catalogs, and says what that changes by id and in money:
 * what it carries, what stands there now and what the catalog says are compared. What people said stays;
 * answered items that the catalog has retired stay and say so. Whatever a contract bets on or somebody has
 * signed keeps its definition until it is decided about. In a dry run nothing is written.
 * @throws NotUpgradableError, NotOursError, NewerLayoutError, UnknownCatalogError
 */
export async function upgrade(
  context: Excel.RequestContext,
  options: LayOutOptions & Decisions = {},
): Promise<{ upgrade: Upgrade; laid: LaidOut }> {
  const ours = await readOurs(context, options);
  const plan = await planFor(ours, options.catalogs ?? [], options);
  const { catalogs, carryOver } = plan;
  const comparison = new Comparison(ours, await describeBlank(ours, catalogs));
  const changes = inOrder([
    ...comparison.changes().filter((change) => !isTold(plan, change)),
    ...redefined(ours, plan),
    ...(await retired(ours, plan, comparison)),
  ]);
  const renewal = { catalogs, carryOver };
  const laid = await layOut(context, undefined, { task: 'upgrade', ...options, renewal });
  return {
    upgrade: {
      catalogs: plan.editions,
      changes,
      links: comparison.links(),
      figures: figuresOf(ours, laid.amounts, await amountsTaken(ours, changes, options)),
      affected: affectedBy(ours, changes),
    },
    laid,
  };
}

/** By table, in the order of the method. */
const inOrder = (changes: readonly UpgradeChange[]): UpgradeChange[] =>
  [...upgraded, 'nodes'].flatMap((table) => changes.filter((one) => one.table === table));

/** What the editions tell themselves is not told again by what stands in the cells. */
const isTold = ({ pairs }: Plan, { kind, id, outcome }: UpgradeChange): boolean =>
  kind === 'redefined' &&
  outcome === 'renewed' &&
  pairs.some(({ from, to }) => from && redefinitions(from, to).some((one) => one.id === id));

function redefined({ blank: { lang }, read }: Ours, plan: Plan): UpgradeChange[] {
  return plan.pairs.flatMap(({ from, to }) => {
    if (!from) return [];
    const name = namer(lang, [to, from]);
    return redefinitions(from, to).flatMap(({ list, id, fields }): UpgradeChange[] => {
      const table = tableOf[list];
      if (table && !read.order.get(table)?.includes(id)) return [];
      return [
        {
          kind: 'redefined',
          table: list,
          ...{ id, text: name(id), pick: null, rests: plan.rests.get(id) ?? null },
          columns: fields.map((one) => ({
            id: one.field,
            header: message(lang, `upgrade.field.${one.field}` as MessageKey),
            from: inWords(lang, one.field, one.from, name),
            to: inWords(lang, one.field, one.to, name),
          })),
          outcome: plan.isOpen(id) ? 'open' : 'renewed',
        },
      ];
    });
  });
}

type Named = Entry & { text?: Text; name?: Text };

/** The name of whatever has the id in these catalogs. */
function namer(lang: Lang, catalogs: readonly Catalog[]): (id: string) => string {
  const entries = catalogs.flatMap((catalog) => Object.values(listsOf(catalog)).flat() as Named[]);
  return (id) => {
    const found = entries.find((one) => one.id === id);
    const text = found?.text ?? found?.name;
    return text ? textOf(text, lang) : id;
  };
}

/** What a field of a definition says, as people read it. */
function inWords(lang: Lang, field: string, value: unknown, name: (id: string) => string): string {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map((id) => name(String(id))).join(', ');
  if (typeof value === 'object') return textOf(value as Text, lang);
  const list = field === 'period' ? 'cadence' : field;
  const key = `list.${list}.${String(value)}`;
  if (key in MESSAGES[lang]) return message(lang, key as MessageKey);
  if (value === true) return message(lang, 'list.yesNo.yes');
  return typeof value === 'string' ? name(value) : String(value as number);
}

/** Items that are offered no longer; of what carries no catalog, rows that none has. */
async function retired(ours: Ours, plan: Plan, comparison: Comparison): Promise<UpgradeChange[]> {
  const { read, blank } = ours;
  const blocks = new Map(tablesOf(blank.sheets).map((block) => [block.id, block]));
  const base = { kind: 'retired' as const, columns: [] };
  const text = (table: string, id: string) => String(comparison.standing(table, id, 'item') ?? '');
  const name = namer(
    blank.lang,
    plan.pairs.map(({ to }) => to),
  );
  const known = plan.successions.flatMap((one): UpgradeChange[] => {
    const { table, id, follows, asks } = one;
    const block = blocks.get(table);
    const wasRetired = plan.pairs.some(({ from }) =>
      from
        ? Object.values(listsOf(from))
            .flat()
            .some((is) => is.id === id && is.retired)
        : false,
    );
    if (!block || (wasRetired && follows === undefined)) return [];
    const answered = isAnswered(read, block, id);
    const stays = asks.length > 0 ? 'open' : answered ? 'stays' : 'goes';
    return [
      {
        ...{ ...base, table, id, text: text(table, id), pick: comparison.pickOf(block, id) },
        outcome: follows === undefined ? stays : 'follows',
        rests: plan.rests.get(id) ?? null,
        ...((follows ?? asks[0]) !== undefined && {
          into: (follows ? [follows] : asks).map((to) => ({ id: to, text: name(to) })),
        }),
      },
    ];
  });
  const told = new Set(known.map(({ id }) => id));
  const uncarried = plan.pairs.flatMap(({ from, to }) => (from ? [] : [to]));
  if (uncarried.length === 0) return known;
  const others = retiredRows(read, await describeBlank(ours, plan.catalogs)).flatMap(
    ({ table, id, answered }): UpgradeChange[] => {
      const block = blocks.get(table);
      if (!block || told.has(id) || comparison.wasRetired(table, id)) return [];
      const outcome = answered ? 'stays' : 'goes';
      const pick = comparison.pickOf(block, id);
      return [{ ...base, table, id, text: text(table, id), outcome, pick, rests: null }];
    },
  );
  return [...known, ...others];
}

/** Amounts that change when every open redefinition is taken; undefined where none is open. */
async function amountsTaken(
  ours: Ours,
  changes: readonly UpgradeChange[],
  { catalogs = [], take = [], into = {} }: LayOutOptions & Decisions,
): Promise<readonly AmountChange[] | undefined> {
  const open = changes.flatMap(({ kind, outcome, id }) =>
    kind === 'redefined' && outcome === 'open' ? id : [],
  );
  if (open.length === 0) return undefined;
  const all = await planFor(ours, catalogs, { take: [...take, ...open], into });
  return amountChanges(ours.read.results, await describeRenewed(ours, all), 'catalog');
}

const watched = { npv: 'Roi.Npv', due: 'Statement.Due' } as const;

/** Net present value and what is due, changed or not, and the attainment of what is bet on. */
function figuresOf(
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
function affectedBy({ read }: Ours, changes: readonly UpgradeChange[]): Upgrade['affected'] {
  const resting = changes.filter(({ kind, rests }) => rests && kind !== 'reworded');
  const ids = new Set(resting.map(({ id }) => id));
  return {
    signatures: resting.some(({ rests }) => rests === 'signed')
      ? signatures(read.engagement).map(({ no }) => no)
      : [],
    terms: Object.values(read.engagement.terms).flatMap(({ metric, code }) =>
      ids.has(String(metric ?? '')) ? [String(code ?? metric)] : [],
    ),
  };
}
