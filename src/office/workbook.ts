import { underlay } from '../engagement/underlay';
import { answerTables } from '../engagement/register';
import { hashCatalog } from '../catalog/hash';
import { keptIn } from '../catalog/kept';
import type { Catalog } from '../catalog/schema';
import { emptyEngagement } from '../engagement/project';
import type { Engagement } from '../engagement/schema';
import { LANGS, type Lang } from '../messages';
import { layoutVersion, listTable, tableNames, type WorkbookSpec } from '../workbook';
import { amountChanges } from './amounts';
import { describe } from './describe';
import type { RunOptions } from './batch';
import { DateSystemError, NotOursError, NewerLayoutError, UnderwayError } from './errors';
import { carriedCatalogs, editionFindings, editionsIn } from './carried';
import { inspect, outline, type Inspection, type Outline } from './inspect';
import { layOutAgain, layOutNew, readBack, restore, type LaidOut, type Read } from './layOut';
import { departing, retiredRows, withoutDeparting } from './retired';
import type { ReadResult } from './interpret';
import { isFresh } from './journal';
import { isEarlier, told } from './told';
import { recover, transact, type Within } from './transact';
import { refuseUntaken, unknownEditions } from './unknownEdition';

export interface CatalogOptions extends Within {
  /** Catalogs that do not come with the product, or stand for those that do and the workbook does not carry. */
  catalogs?: readonly Catalog[];
}

/** What a newer edition of its catalogs makes of a workbook (see `upgrade`). */
export interface Renewal {
  /** The catalogs, as the workbook will carry them. */
  catalogs: readonly Catalog[];
  /** What people said, with what it takes over from items that have gone. */
  carryOver(engagement: Engagement): Engagement;
  /** The workbook as described from them without answers. */
  blank: WorkbookSpec;
}

export interface LayOutOptions extends CatalogOptions, RunOptions {
  lang?: Lang;
  /** ISO date: the day that amounts are of in a new workbook, where the engagement names none. */
  today?: string;
  /** Put back what is missing and renew overwritten formulas. */
  repair?: boolean;
  /** Catalogs whose edition at hand is taken as a whole, where the workbook does not carry its own. */
  take?: readonly string[] | 'all';
}

/**
 * Lays an engagement out: into a workbook that holds none, or over the one it holds. In the second
 * case what stands in the workbook comes first, and `engagement` adds what is not answered there.
 * @throws UnknownEditionError where money rests on an edition that is not there, and none is taken; a dry run tells it
 */
export async function layOut(
  context: Excel.RequestContext,
  engagement: Engagement | undefined,
  options: LayOutOptions = {},
): Promise<LaidOut> {
  const task = options.task ?? taskOf(engagement, options);
  return transact(context, { ...options, task }, (work) =>
    layOutOnce(context, engagement, { ...options, ...(!options.dry && { work }) }),
  );
}

const taskOf = (engagement: Engagement | undefined, { repair }: LayOutOptions) =>
  repair ? 'repair' : engagement ? 'layOut' : 'refresh';

async function layOutOnce(
  context: Excel.RequestContext,
  engagement: Engagement | undefined,
  options: LayOutOptions,
): Promise<LaidOut> {
  const seen = await withNothingUnderway(context, options);
  if (!seen.ours) {
    if (!engagement) throw new NotOursError();
    if (seen.from1904) throw new DateSystemError();
    const lang = options.lang ?? engagement.lang ?? 'zh-CN';
    const dated = asOfToday(engagement, options.today);
    return layOutNew(context, seen, await describe(dated, lang, options), options);
  }
  const ours = await readOurs(context, options, seen);
  const editions = unknownEditions(ours, options.take);
  if (!options.dry) refuseUntaken(editions);
  const laid = await layOutOver(context, ours, options, { ...(engagement && { engagement }) });
  return editions.length > 0 ? { ...laid, editions } : laid;
}

/**
 * Lays out over a workbook of ours as it was read.
 * @param engagement adds what is not answered there
 * @param renewal lays it out from these catalogs, without rows that they no longer have and nobody has answered
 */
export async function layOutOver(
  context: Excel.RequestContext,
  first: Ours,
  options: LayOutOptions,
  { engagement, renewal }: { engagement?: Engagement; renewal?: Renewal },
): Promise<LaidOut> {
  // What the workbook stands on decides, not today's catalogs; those only add models that it has not.
  const onto = { ...options, catalogs: renewal?.catalogs ?? first.catalogs };
  const previous = await describe(first.read.engagement, first.blank.lang, {
    catalogs: first.catalogs,
  });
  const lang = options.lang ?? first.blank.lang;
  const said = renewal?.carryOver(first.read.engagement) ?? first.read.engagement;
  const retired = departing(
    renewal ? retiredRows({ ...first.read, engagement: said }, renewal.blank) : [],
  );
  const found = withoutDeparting(
    renewal ? { ...said, catalogs: renewal.catalogs.map(referenceTo) } : said,
    retired,
    first.blank,
  );
  const merged = engagement ? underlay(found, engagement) : found;
  // What an earlier layout did not have yet is brought, and its formulas are renewed.
  const older = isEarlier(first.inspection.facts);
  if (!options.repair && !older) {
    const spec = await describe(merged, lang, onto);
    const how = { ...onto, retired };
    const laid = await layOutAgain(context, first.inspection, first.read, spec, previous, how);
    const isOther =
      renewal !== undefined || first.read.findings.some(({ kind }) => kind === 'catalog-differs');
    const amounts = isOther ? amountChanges(first.read.results, spec, 'catalog') : [];
    return amounts.length > 0 ? { ...laid, amounts } : laid;
  }
  const mend = options.repair ? mended : (engagement: Engagement) => engagement;
  const wanted = mend(merged, first.blank);
  const restored = await restore(
    context,
    first.inspection,
    first.read,
    await describe(wanted, first.blank.lang, onto),
    options,
  );
  if (restored && restored.findings.length > 0) return restored;
  const amountsOf = (spec: WorkbookSpec) =>
    older ? { amounts: amountChanges(first.read.results, spec) } : {};
  if (restored && options.dry)
    return { ...restored, ...amountsOf(await describe(wanted, lang, onto)) };
  const now = restored ? await readOurs(context, options) : first;
  const spec = await describe(mend(underlay(now.read.engagement, wanted), now.blank), lang, onto);
  const how = { ...onto, retired, repair: true };
  const laid = await layOutAgain(context, now.inspection, now.read, spec, previous, how);
  return {
    ...laid,
    cells: laid.cells + (restored?.cells ?? 0),
    added: restored?.added ?? [],
    ...amountsOf(spec),
  };
}

/**
 * The outline, once nothing is under way but what these options are part of: what was broken off is taken
 * back first.
 * @throws UnderwayError
 */
export async function withNothingUnderway(
  context: Excel.RequestContext,
  { work, owner, dry }: LayOutOptions,
): Promise<Outline> {
  const seen = await outline(context);
  const { underway } = seen;
  if (!underway || work?.isOf(underway)) return seen;
  if (dry || (isFresh(underway) && underway.owner !== owner)) throw new UnderwayError(underway);
  await recover(context, underway);
  return outline(context);
}

const asOfToday = (engagement: Engagement, today: string | undefined): Engagement =>
  today === undefined || (engagement.settings.asOf ?? null) !== null
    ? engagement
    : { ...engagement, settings: { ...engagement.settings, asOf: today } };

/** Lays any described workbook out in one that holds nothing of ours. */
export const layOutSpec = async (
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  options: RunOptions = {},
): Promise<LaidOut> => layOutNew(context, await outline(context), spec, options);

/** Rows that were deleted are wanted again, and the words that formulas compare with. */
function mended(engagement: Engagement, blank: WorkbookSpec): Engagement {
  const edits = { ...engagement.edits };
  for (const list of blank.lists.filter(({ open }) => !open)) {
    const known = new Set(list.entries.map(({ id }) => id));
    const rows = Object.entries(edits[listTable(list.id)] ?? {});
    edits[listTable(list.id)] = Object.fromEntries(rows.filter(([id]) => !known.has(id)));
  }
  return { ...engagement, removed: {}, edits };
}

/** Everything that people have said in the workbook, what it computed, and what looks wrong. */
export async function readWorkbook(
  context: Excel.RequestContext,
  options: CatalogOptions = {},
): Promise<ReadResult> {
  return (await readOurs(context, options)).read;
}

/** A workbook of ours as it was read. */
export interface Ours {
  inspection: Inspection;
  read: Read;
  /** The workbook as described without answers. */
  blank: WorkbookSpec;
  /** What it stands on: the catalogs that it carries; of others those that were given. */
  catalogs: readonly Catalog[];
  /** Those of them that it carries. */
  carried: readonly Catalog[];
  /** Other editions of them that were given as well. */
  offered: readonly Catalog[];
}

/** A workbook without answers, as it would be from other editions of its catalogs. */
export const describeBlank = (
  { blank: { lang } }: Pick<Ours, 'blank'>,
  catalogs: readonly Catalog[],
): Promise<WorkbookSpec> =>
  describe(emptyEngagement(catalogs.map(referenceTo), lang), lang, { catalogs });

/** The workbook with what people said, as it would be laid out from other editions of its catalogs. */
export const describeRenewed = (
  { read, blank: { lang } }: Pick<Ours, 'read' | 'blank'>,
  { catalogs, carryOver }: Pick<Renewal, 'catalogs' | 'carryOver'>,
): Promise<WorkbookSpec> =>
  describe({ ...carryOver(read.engagement), catalogs: catalogs.map(referenceTo) }, lang, {
    catalogs,
  });

const referenceTo = (catalog: Catalog) => {
  const kept = keptIn(catalog);
  return { id: catalog.id, ...(kept && { kept }) };
};

/**
 * What was read, the cells it was read from, and the workbook as described without answers.
 * @throws NotOursError, DateSystemError, NewerLayoutError, UnknownCatalogError, UnderwayError
 */
export async function readOurs(
  context: Excel.RequestContext,
  options: CatalogOptions,
  outlined?: Outline,
): Promise<Ours> {
  const seen = outlined ?? (await outline(context));
  if (seen.underway && !options.work?.isOf(seen.underway)) throw new UnderwayError(seen.underway);
  if (!seen.ours) throw new NotOursError();
  if (seen.from1904) throw new DateSystemError();
  const inspection = await inspect(context, seen, tableNames);
  const { facts } = inspection;
  const layout = Number(facts.get('layout'));
  if (!Number.isFinite(layout)) throw new NotOursError();
  if (layout > layoutVersion) throw new NewerLayoutError(facts.get('addIn') ?? '?');
  const lang = LANGS.find((one) => one === facts.get('lang')) ?? 'zh-CN';
  const carried = await carriedCatalogs(facts);
  const given = options.catalogs ?? [];
  const own = standingIn(facts, carried, given);
  const catalogs = [...own, ...given.filter(({ id }) => !own.some((one) => one.id === id))];
  const references = [...editionsIn(facts).keys()].map((id) => {
    const standing = own.find((one) => one.id === id);
    return standing ? referenceTo(standing) : { id };
  });
  const blank = await describe(emptyEngagement(references, lang), lang, {
    catalogs,
    collected: seen.tables.some(({ name }) => answerTables.includes(name)),
    mapped: seen.tables.some(({ name }) => name === 'Mapping'),
  });
  return readFrom(inspection, {
    ...{ blank, catalogs, carried },
    offered: otherEditions(own, given),
  });
}

/** What the workbook was made from: as it carries it, or as it was given. */
const standingIn = (
  facts: ReadonlyMap<string, string>,
  carried: readonly Catalog[],
  given: readonly Catalog[],
): Catalog[] =>
  [...editionsIn(facts)].flatMap(
    ([id, { hash }]) =>
      carried.find((one) => one.id === id) ??
      given.find((one) => one.id === id && hashCatalog(one) === hash) ??
      [],
  );

const otherEditions = (standing: readonly Catalog[], given: readonly Catalog[]) =>
  given.filter((one) => {
    const own = standing.find(({ id }) => id === one.id);
    if (!own) return false;
    // What it keeps of earlier editions makes no other edition of it.
    const isOther = !keptIn(own) && hashCatalog(own) !== hashCatalog(one);
    return isOther || own.version !== one.version;
  });

/** @param as what the workbook stands on, and how it is described without answers */
export function readFrom(
  inspection: Inspection,
  as: Pick<Ours, 'blank' | 'catalogs' | 'carried' | 'offered'>,
): Ours {
  const { blank, catalogs, carried, offered } = as;
  const read = readBack(inspection, blank);
  const findings = [
    ...told(inspection.facts, blank, read),
    ...editionFindings(read, catalogs, offered),
  ];
  const kept = new Map(catalogs.map((one) => [one.id, referenceTo(one)]));
  const engagement = {
    ...read.engagement,
    catalogs: read.engagement.catalogs.map((one) => ({ ...one, ...kept.get(one.id) })),
  };
  return { inspection, read: { ...read, engagement, findings }, blank, catalogs, carried, offered };
}
