import { redefinitions } from '../../catalog/editions';
import { listsOf, type Entry } from '../../catalog/kept';
import type { Catalog, Text } from '../../catalog/schema';
import { textOf } from '../../catalog/text';
import type { Engagement } from '../../engagement/schema';
import { MESSAGES, message, type Lang, type MessageKey } from '../../messages';
import type { WorkbookSpec } from '../../workbook';
import type { AmountChange } from '../amounts';
import { UnknownEditionError } from '../errors';
import type { LaidOut } from '../layOut';
import { tablesOf } from '../naming';
import { isAnswered, retiredRows } from '../retired';
import { isEarlier } from '../told';
import { transact } from '../transact';
import {
  describeBlank,
  layOutOver,
  readOurs,
  withNothingUnderway,
  type CatalogOptions,
  type LayOutOptions,
  type Ours,
  type Renewal,
} from '../workbook';
import { Comparison, upgraded } from './changes';
import { affectedBy, amountsFrom, amountsTaken, figuresOf } from './figures';
import { planFor, tableOf, type Plan } from './plan';
import type { Decisions, Upgrade, UpgradeChange } from './upgrade';

export { strayDecision, type Decisions, type Upgrade, type UpgradeChange } from './upgrade';

/** What an upgrade changes, or would change, and of whose workbook. */
export interface UpgradePreview {
  upgrade: Upgrade;
  /** Amounts that get another value; of a workbook of an earlier layout also where none does. */
  amounts?: readonly AmountChange[];
  /** As it was read before. */
  engagement: Engagement;
}

type Options = CatalogOptions & Decisions;

/**
 * Says what newer editions of a workbook's catalogs would change by id and in money: what it carries, what
 * stands there now and what the catalog says are compared. Nothing is written.
 * @throws NotUpgradableError, NotOursError, NewerLayoutError, UnknownCatalogError, UnderwayError
 */
export async function previewUpgrade(
  context: Excel.RequestContext,
  options: Options = {},
): Promise<UpgradePreview> {
  const seen = await compare(await readOurs(context, withFormer(options)), options);
  const amounts = await amountsFrom(seen.ours, seen.plan);
  const isTold = amounts.length > 0 || isEarlier(seen.ours.inspection.facts);
  return previewOf(seen, options, isTold ? amounts : undefined);
}

/**
 * Lays out from newer editions of the workbook's catalogs. What people said stays; answered items that the
 * catalog has retired stay and say so. Whatever a contract bets on or somebody has signed keeps its
 * definition until it is decided about.
 * @throws UnknownEditionError and what `previewUpgrade` and `transact` throw
 */
export async function upgrade(
  context: Excel.RequestContext,
  options: LayOutOptions & Decisions = {},
): Promise<UpgradePreview & { laid: LaidOut }> {
  return transact(context, { task: 'upgrade', ...options }, async (work) => {
    const within = { task: 'upgrade' as const, ...options, work };
    const outlined = await withNothingUnderway(context, within);
    const ours = await readOurs(context, withFormer(within), outlined);
    const seen = await compare(ours, options);
    refuseUndecided(seen);
    const laid = await layOutOver(context, ours, within, { renewal: seen.renewal });
    return { ...(await previewOf(seen, options, laid.amounts)), laid };
  });
}

/** A workbook that carries no edition is read by what it was made from, where that was given. */
function withFormer<T extends Options>(options: T): T {
  const { former = [], catalogs = [] } = options;
  const others = catalogs.filter(({ id }) => !former.some((one) => one.id === id));
  return { ...options, catalogs: [...former, ...others] };
}

interface Seen {
  ours: Ours;
  plan: Plan;
  renewal: Renewal;
  changes: UpgradeChange[];
  links: Upgrade['links'];
}

async function compare(ours: Ours, options: Options): Promise<Seen> {
  const plan = await planFor(ours, options.catalogs ?? [], options);
  const { catalogs, carryOver } = plan;
  const blank = await describeBlank(ours, catalogs);
  const comparison = new Comparison(ours, blank);
  const changes = inOrder([
    ...wholeEditions(ours, plan, options),
    ...comparison.changes().filter((change) => !isTold(plan, change)),
    ...redefined(ours, plan),
    ...retired(ours, plan, comparison, blank),
  ]);
  const renewal = { catalogs, carryOver, blank };
  return { ...{ ours, plan, renewal, changes }, links: comparison.links() };
}

async function previewOf(
  { ours, plan, changes, links }: Seen,
  options: Options,
  amounts: readonly AmountChange[] | undefined,
): Promise<UpgradePreview> {
  return {
    upgrade: {
      ...{ catalogs: plan.editions, changes, links },
      figures: figuresOf(ours, amounts, await amountsTaken(ours, changes, options)),
      affected: affectedBy(ours, changes),
    },
    ...(amounts && { amounts }),
    engagement: ours.read.engagement,
  };
}

/** By table, in the order of the method. */
const inOrder = (changes: readonly UpgradeChange[]): UpgradeChange[] =>
  ['catalog', ...upgraded, 'nodes'].flatMap((table) =>
    changes.filter((one) => one.table === table),
  );

/**
 * Editions that cannot be compared with what the workbook was made from, though money rests on it: what is
 * defined otherwise cannot stay, so the new one is taken as a whole or not at all.
 */
const wholeEditions = (
  { blank: { lang } }: Ours,
  { pairs, editions, rests }: Plan,
  { take = [] }: Decisions,
): UpgradeChange[] =>
  pairs.flatMap(({ from, to }): UpgradeChange[] => {
    const [on] = rests.values();
    const had = editions.find(({ id }) => id === to.id)?.from;
    if (from || !on || !had) return [];
    const header = message(lang, 'upgrade.field.version');
    return [
      {
        ...{ kind: 'redefined', table: 'catalog', id: to.id, text: textOf(to.name, lang) },
        ...{ pick: null, rests: on },
        columns: [{ id: 'version', header, from: had.version, to: to.version }],
        outcome: take === 'all' || take.includes(to.id) ? 'renewed' : 'open',
      },
    ];
  });

/** @throws UnknownEditionError */
function refuseUndecided({ changes }: Seen): void {
  const open = changes.find(({ table, outcome }) => table === 'catalog' && outcome === 'open');
  const [version] = open?.columns ?? [];
  if (open && version) throw new UnknownEditionError(open.id, version.from);
}

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
function retired(
  { read, blank }: Ours,
  plan: Plan,
  comparison: Comparison,
  renewed: WorkbookSpec,
): UpgradeChange[] {
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
  const others = retiredRows(read, renewed).flatMap(({ table, id, answered }): UpgradeChange[] => {
    const block = blocks.get(table);
    if (!block || told.has(id) || comparison.wasRetired(table, id)) return [];
    const outcome = answered ? 'stays' : 'goes';
    const pick = comparison.pickOf(block, id);
    return [{ ...base, table, id, text: text(table, id), outcome, pick, rests: null }];
  });
  return [...known, ...others];
}
