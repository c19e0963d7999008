import { underlay } from '../engagement/underlay';
import { answerTables } from '../engagement/register';
import type { Catalog } from '../catalog/schema';
import { emptyEngagement, openProject } from '../engagement/project';
import type { Engagement } from '../engagement/schema';
import { LANGS, type Lang } from '../messages';
import { addInVersion } from './version';
import {
  describeWorkbook,
  layoutVersion,
  listTable,
  tableNames,
  type WorkbookSpec,
} from '../workbook';
import { amountChanges } from './amounts';
import type { RunOptions } from './batch';
import { DateSystemError, NotOursError, NewerLayoutError, UnderwayError } from './errors';
import { inspect, outline, type Inspection, type Outline } from './inspect';
import { layOutAgain, layOutNew, readBack, restore, type LaidOut, type Read } from './layOut';
import { departing, retiredRows, withoutDeparting } from './retired';
import type { ReadResult } from './interpret';
import { isFresh } from './journal';
import { isEarlier, told } from './told';
import { recover, transact, type Within } from './transact';

export interface CatalogOptions extends Within {
  /** Catalogs that do not come with the product, or stand for those that do. */
  catalogs?: readonly Catalog[];
}

export interface LayOutOptions extends CatalogOptions, RunOptions {
  lang?: Lang;
  /** ISO date: the day that amounts are of in a new workbook, where the engagement names none. */
  today?: string;
  /** Put back what is missing and renew overwritten formulas. */
  repair?: boolean;
  /** Take out rows that the catalog no longer has and nobody has answered. */
  retire?: boolean;
}

/** The engagement as a described workbook. */
export async function describe(
  engagement: Engagement,
  lang: Lang,
  options: CatalogOptions & { collected?: boolean } = {},
): Promise<WorkbookSpec> {
  const { catalog, catalogs } = await openProject(
    engagement.catalogs.map(({ id }) => id),
    lang,
    options.catalogs,
  );
  const collected = options.collected ?? false;
  return describeWorkbook({ lang, catalog, catalogs, engagement, addInVersion, collected });
}

/**
 * Lays an engagement out: into a workbook that holds none, or over the one it holds. In the second
 * case what stands in the workbook comes first, and `engagement` adds what is not answered there.
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
  const first = await readOurs(context, options, seen);
  const lang = options.lang ?? first.blank.lang;
  const retired = departing(options.retire ? retiredRows(first.read, first.blank) : []);
  const found = withoutDeparting(first.read.engagement, retired, first.blank);
  const merged = engagement ? underlay(found, engagement) : found;
  const previous = await describe(first.read.engagement, first.blank.lang, options);
  // What an earlier layout did not have yet is brought, and its formulas are renewed.
  const older = isEarlier(first.inspection.facts);
  if (!options.repair && !older) {
    const spec = await describe(merged, lang, options);
    const how = { ...options, retired };
    const laid = await layOutAgain(context, first.inspection, first.read, spec, previous, how);
    const isOther = first.read.findings.some(({ kind }) => kind === 'catalog-differs');
    return isOther
      ? { ...laid, amounts: amountChanges(first.read.results, spec, 'catalog') }
      : laid;
  }
  const mend = options.repair ? mended : (engagement: Engagement) => engagement;
  const wanted = mend(merged, first.blank);
  const restored = await restore(
    context,
    first.inspection,
    first.read,
    await describe(wanted, first.blank.lang, options),
    options,
  );
  if (restored && restored.findings.length > 0) return restored;
  const amountsOf = (spec: WorkbookSpec) =>
    older ? { amounts: amountChanges(first.read.results, spec) } : {};
  if (restored && options.dry)
    return { ...restored, ...amountsOf(await describe(wanted, lang, options)) };
  const now = restored ? await readOurs(context, options) : first;
  const spec = await describe(
    mend(underlay(now.read.engagement, wanted), now.blank),
    lang,
    options,
  );
  const how = { ...options, repair: true };
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
async function withNothingUnderway(
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
}

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
  const ids = [...facts.keys()]
    .filter((key) => key.startsWith('catalog.'))
    .map((key) => key.slice('catalog.'.length));
  const blank = await describe(
    emptyEngagement(
      ids.map((id) => ({ id })),
      lang,
    ),
    lang,
    { ...options, collected: seen.tables.some(({ name }) => answerTables.includes(name)) },
  );
  return readFrom(inspection, blank);
}

/** @param blank the workbook as described without answers */
export function readFrom(inspection: Inspection, blank: WorkbookSpec): Ours {
  const read = readBack(inspection, blank);
  const findings = told(inspection.facts, blank, read);
  return { inspection, read: { ...read, findings }, blank };
}
