import path from 'node:path';
import { savedAt } from '../../book';
import { hashCatalog } from '../../catalog/hash';
import { builtinModels, loadBuiltin } from '../../catalog/models';
import { readJson } from '../../catalog/parse';
import { describeProblem } from '../../catalog/problem';
import type { Catalog } from '../../catalog/schema';
import type { PlacedProblem } from '../../catalog/sheets/reader';
import { harvest } from '../../experience/harvest/apply';
import {
  describeReviewBook,
  otherCatalog,
  reviewFrom,
  reviewFromJson,
  type ReadReview,
} from '../../experience/harvest/book';
import { proposals } from '../../experience/harvest/propose';
import type { Review } from '../../experience/harvest/review';
import { hostOf, newHost } from '../hosts';
import { message, type Lang } from '../../messages';
import { layOutSpec, sheetValues, study, type Study } from '../../office';
import { fileRows, portfolioRows, type PortfolioRow } from '../../portfolio';
import { catalogAt, loadCatalogs } from '../catalogFile';
import { today } from '../days';
import { mayWrite, readBytes, readText, writeOut } from '../files';
import { done, found, InputError, progressLine, type Shell } from '../io';
import { placedSentence } from '../placed';
import { firmSetting } from '../settings';
import { sha256 } from './collectStore';
import type { HarvestOptions } from './experienceProgram';

/**
 * What finished engagements leave for a firm's catalog: first as proposals to review, then, with
 * --accept, what was accepted as the catalog's next version.
 */
export async function run(
  shell: Shell,
  [files]: [string[]],
  options: HarvestOptions,
): Promise<number> {
  const { lang } = shell;
  const catalog = await catalogAt(lang, options.into);
  if (options.accept !== undefined && files.length > 0)
    throw new InputError(message(lang, 'cli.harvest.acceptAlone'));
  if (options.accept !== undefined) return accept(shell, catalog, options.accept, options);
  if (files.length === 0 || options.review === undefined)
    throw new InputError(message(lang, 'cli.harvest.how'));
  const once = new Map(files.map((file) => [path.resolve(file), file]));
  return propose(shell, catalog, [...once.values()], options.review, options);
}

const isBook = (lang: Lang, file: string): boolean => {
  const ending = path.extname(file).toLowerCase();
  if (ending === '.xlsx' || ending === '.json') return ending === '.xlsx';
  throw new InputError(message(lang, 'cli.harvest.ending', { file }));
};

/** A firm's own words that never leave: a line each, what follows # is a remark. */
async function withheldWords(shell: Shell, options: HarvestOptions): Promise<string[]> {
  const { lang } = shell;
  const file = options.withhold ?? (await firmSetting(shell, 'withhold'));
  if (file === undefined) return [];
  const lines = (await readText(lang, file)).replace(/^\uFEFF/, '').split(/\r?\n/);
  const words = lines.map((line) => line.replace(/#.*$/, '').trim()).filter((word) => word !== '');
  const short = words.find((word) => [...word].length < 2);
  if (short === undefined) return words;
  throw new InputError(message(lang, 'cli.harvest.shortWord', { file, word: short }));
}

/** The words of every model that comes with the product are nobody's. */
const models = () => Promise.all(builtinModels.map(({ id }) => loadBuiltin(id)));

async function propose(
  shell: Shell,
  catalog: Catalog,
  files: string[],
  target: string,
  options: HarvestOptions,
): Promise<number> {
  const { io, lang } = shell;
  const asBook = isBook(lang, target);
  const withheld = await withheldWords(shell, options);
  mayWrite(lang, target, options);
  const keep = options.keep ?? [];
  const stray = keep.find((one) => one !== 'names' && one !== 'figures');
  if (stray !== undefined) throw new InputError(message(lang, 'cli.harvest.keep', { name: stray }));
  const catalogs = [...(await loadCatalogs(lang, options.catalog ?? [])), catalog];
  const progress = progressLine(io);
  const read: { studied: Study; row: PortfolioRow }[] = [];
  for (const [i, file] of files.entries()) {
    const params = { count: i + 1, total: files.length, file };
    progress.show(message(lang, 'cli.collect.reading', params));
    const bytes = await readBytes(lang, file);
    const host = await hostOf(bytes);
    const studied = await host.run((context) => study(context, { catalogs }));
    if (!studied.read.engagement.catalogs.some(({ id }) => id === catalog.id))
      throw new InputError(message(lang, 'cli.harvest.other', { file, id: catalog.id }));
    const source = {
      file,
      sha256: sha256(bytes),
      savedAt: savedAt(bytes),
      values: 'cached' as const,
    };
    const [row = {}] = portfolioRows(studied, source).engagements;
    read.push({ studied, row });
  }
  // An engagement is heard once, by its latest state, as `collect` counts it.
  const standing = fileRows(
    read.map(({ row }) => row),
    [],
    '',
  );
  const older = standing
    .filter((row) => row.standing !== 'counted')
    .map(({ file, counted_file: counted }) => ({ file: String(file), counted: String(counted) }));
  const finished = read
    .filter(({ row }) => older.every(({ file }) => file !== row.file))
    .map(({ studied }) => studied);
  const keeping = { names: keep.includes('names'), figures: keep.includes('figures') };
  const review = proposals(finished, catalog, { keeping, withheld, ordinary: await models() });
  progress.clear();
  await writeOut(
    lang,
    target,
    asBook ? await bookOf(review, options.lang ?? lang) : `${JSON.stringify(review, null, 2)}\n`,
  );
  const counts = {
    items: review.items.length,
    wordings: review.wordings.length,
    figures: review.figures.length,
    suspicious: [...review.items, ...review.wordings].filter((one) => one.suspicious).length,
  };
  if (options.json) io.out(`${JSON.stringify({ file: target, ...counts, older }, null, 2)}\n`);
  else {
    for (const one of older)
      io.out(`${message(lang, 'cli.severity.note')} ${message(lang, 'cli.collect.older', one)}\n`);
    io.out(`${message(lang, 'cli.harvest.proposed', counts)}\n`);
    if (counts.suspicious > 0)
      io.out(`${message(lang, 'cli.harvest.suspicious', { count: counts.suspicious })}\n`);
    io.out(`${message(lang, 'cli.wrote', { file: target })}\n`);
    io.out(`${message(lang, 'cli.harvest.next', { file: target })}\n`);
  }
  return done;
}

async function bookOf(review: Review, lang: Lang): Promise<Uint8Array> {
  const host = newHost();
  await host.run((context) => layOutSpec(context, describeReviewBook(review, lang)));
  return host.save();
}

async function readReview(lang: Lang, file: string): Promise<ReadReview> {
  if (!isBook(lang, file)) {
    const { json, problems } = readJson(await readText(lang, file));
    return problems.length > 0 ? { problems, place: (problem) => problem } : reviewFromJson(json);
  }
  const host = await hostOf(await readBytes(lang, file));
  return reviewFrom(await host.run(sheetValues));
}

async function accept(
  shell: Shell,
  catalog: Catalog,
  file: string,
  options: HarvestOptions,
): Promise<number> {
  const { io, lang } = shell;
  const { out, by } = options;
  if (out === undefined || by === undefined)
    throw new InputError(message(lang, 'cli.harvest.acceptNeeds'));
  mayWrite(lang, out, options, '.json');
  const on = options.on ?? today();
  const { review, problems: unread, place } = await readReview(lang, file);
  const wrong = review ? otherCatalog(review, catalog.id) : [];
  if (!review || wrong.length > 0) return tell(shell, options, [...unread, ...wrong]);
  const lists = [...review.items, ...review.wordings, ...review.figures];
  if (!lists.some((one) => one.accept !== undefined))
    throw new InputError(message(lang, 'cli.harvest.nothing', { file }));
  const withheld = await withheldWords(shell, options);
  const result = harvest(catalog, review, { by, on, withheld, ordinary: await models() });
  const problems = result.problems.map(place);
  if (!result.catalog) return tell(shell, options, problems);
  await writeOut(lang, out, `${JSON.stringify(result.catalog, null, 2)}\n`);
  const { version } = result.catalog;
  const { added, reworded, observed, refused } = result;
  if (options.json) {
    const hash = hashCatalog(result.catalog);
    const report = { ok: true, file: out, version, hash, added, reworded, observed, refused };
    io.out(`${JSON.stringify({ ...report, problems: told(lang, problems) }, null, 2)}\n`);
    return done;
  }
  print(shell, problems);
  const counts = {
    ...{ id: catalog.id, from: catalog.version, to: version },
    ...{ added: added.length, reworded: reworded.length, observed: observed.length },
    refused,
  };
  io.out(`${message(lang, 'cli.harvest.accepted', counts)}\n`);
  io.out(`${message(lang, 'cli.wrote', { file: out })}\n`);
  return done;
}

const told = (lang: Lang, problems: PlacedProblem[]) =>
  problems.map((one) => ({ ...one, text: describeProblem(lang, one) }));

function print({ io, lang }: Shell, problems: PlacedProblem[]): void {
  for (const one of problems)
    io.out(`${message(lang, `cli.severity.${one.severity}`)} ${placedSentence(lang, one)}\n`);
}

/** Nothing was written. */
function tell(shell: Shell, { json }: HarvestOptions, problems: PlacedProblem[]): number {
  const { io, lang } = shell;
  if (json) io.out(`${JSON.stringify({ ok: false, problems: told(lang, problems) }, null, 2)}\n`);
  else {
    print(shell, problems);
    io.out(`${message(lang, 'cli.harvest.refused')}\n`);
  }
  return found;
}
