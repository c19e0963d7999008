import { signatures, standing } from '../engagement/ledger';
import { isoOf, serialOfIso } from '../rules';
import { type WorkbookSpec, NothingToSignError, settlementFigures, signOff } from '../workbook';
import { compare, study, type Study } from './agreement';
import { asOfDay } from './asOf';
import { refuseProtected, type RunOptions } from './batch';
import { mergeTable } from './mergeTable';
import { namingOf, tablesOf } from './naming';
import { NotSignableError, type Refusal } from './notSignable';
import { misplaced, superseding } from './supersede';
import { previewSigning, type SigningPreview } from './signing';
import { scopeOf } from './steps';
import { transact, trying, type Within } from './transact';
import { verdictOf } from './verdict';
import { describe } from './describe';
import { type CatalogOptions } from './workbook';

export interface SignOptions extends CatalogOptions, Pick<RunOptions, 'owner' | 'signal'> {
  /** Number of the settlement period. */
  period: number;
  /** ISO dates: the day the figures are of, else the workbook's own; and the day of signing. */
  asOf?: string;
  signedOn: string;
  /** ISO date of today: what lies after it is signed only when that is acknowledged. */
  today: string;
  /** Who signs; nobody signs without a name. */
  vendor: string;
  business?: string;
  it?: string;
  /** Why what is unusual about the signature is meant; it goes into the ledger. */
  acknowledged?: string;
  /** Number of a signature of the period that was wrong: this one takes its place, and says why. */
  supersedes?: number;
  because?: string;
}

export interface Signed {
  no: number;
  period: number;
  asOf: string;
  signedOn: string;
  /** What this signature settles. */
  amount: number;
  /** Money that stays open: the period can be signed again once it is judged. */
  pending: number;
  /** Whoever keeps it can show that no later hand has shortened the ledger. */
  digest: string;
  /** Cells written. */
  cells: number;
}

/** Checks without which an amount means nothing; what else fails is told before the signature. */
const vital = new Set([
  ...['inputs', 'weights', 'shares', 'contract', 'terms', 'curves', 'instalments'],
  ...['invariant', 'statement', 'ledger', 'errors'],
]);

/**
 * Freezes a period's settlement into the ledger of the workbook: its amounts as values, who signed
 * when, a fingerprint of what the amounts rest on, chained to the signature before. A period that is
 * still open, or of which something stays pending, can be signed again later. A wrong signature stays
 * in the ledger and counts no more once a later one supersedes it.
 * @throws NotSignableError, NotOursError, NewerLayoutError, UnknownCatalogError
 */
export async function sign(context: Excel.RequestContext, options: SignOptions): Promise<Signed> {
  const { period, vendor } = options;
  if (vendor.trim() === '') throw new NotSignableError(period, { kind: 'no-name' });
  return transact(context, { ...options, task: 'sign' }, (work) =>
    superseding(context, work, options, refuseMisplaced(options), () =>
      signAlone(context, { ...options, work }),
    ),
  );
}

const refuseMisplaced =
  ({ period, supersedes, because }: Pick<SignOptions, 'period' | 'supersedes' | 'because'>) =>
  (engagement: Study['read']['engagement']) => {
    if (supersedes === undefined) return;
    const kind = misplaced(engagement, period, {
      supersedes,
      ...(because !== undefined && { because }),
    });
    if (kind) throw new NotSignableError(period, { kind, signature: supersedes });
  };

async function signAlone(context: Excel.RequestContext, options: SignOptions): Promise<Signed> {
  const { period, signedOn, vendor, business, it, supersedes, because } = options;
  const studied = await asOfDay(context, options.asOf, options, () => study(context, options));
  const { engagement } = studied.read;
  const asOf = refuseUnsound(studied, period);
  const figures = figuresOf(studied, period);
  refuseUntimely(studied, period, asOf, figures);
  const acknowledged = refuseUnusual(studied, options);
  const signed = signOff(studied, engagement, figures, {
    asOf,
    signedOn,
    vendor,
    ...(business !== undefined && { business }),
    ...(it !== undefined && { it }),
    ...(acknowledged !== undefined && { acknowledged }),
    ...(supersedes !== undefined && { supersedes, because: because?.trim() ?? '' }),
  });
  const spec = await describe(signed, studied.spec.lang, studied);
  const cells = await write(context, studied, spec, options);
  const last = signatures(signed).at(-1);
  return {
    no: last?.no ?? 0,
    period,
    asOf,
    signedOn,
    amount: Number(figures.statement.amount),
    pending: Number(figures.statement.pending),
    digest: String(last?.digest),
    cells,
  };
}

/** What `sign` would freeze with the same options; nothing is written. */
export const previewOf = (
  context: Excel.RequestContext,
  options: Omit<SignOptions, 'vendor'>,
): Promise<SigningPreview> =>
  trying(context, { ...options, task: 'preview' }, (work) =>
    superseding(context, work, options, refuseMisplaced(options), () =>
      asOfDay(context, options.asOf, { ...options, work }, async () =>
        previewSigning(await study(context, { ...options, work }), options.period, options),
      ),
    ),
  );

type Figures = ReturnType<typeof settlementFigures>;

/** What people call a period: its name, else its number. */
const nameOf = ({ computed }: Study, period: number): string =>
  String(computed.cell('Statement', period - 1, 'item') || period);

/** Refuses to sign the period. */
const refusalFor =
  (studied: Study, period: number) =>
  (refusal: Refusal): NotSignableError =>
    new NotSignableError(period, refusal, nameOf(studied, period));

function figuresOf(studied: Study, period: number): Figures {
  const { computed } = studied;
  const refuse = refusalFor(studied, period);
  try {
    return settlementFigures(computed, period);
  } catch (error) {
    if (!(error instanceof NothingToSignError)) throw error;
    throw refuse(
      error.reason === '' ? { kind: 'to-come' } : { kind: 'no-amount', reason: error.reason },
    );
  }
}

/** @returns the ISO day that the figures are of */
function refuseUnsound(studied: Study, period: number): string {
  const { computed, read } = studied;
  const count = Number(computed.name('Contract.PeriodCount'));
  if (!Number.isInteger(period) || period < 1 || period > count)
    throw new NotSignableError(period, { kind: 'no-period' });
  const refuse = refusalFor(studied, period);
  const lacks = read.findings.some(
    ({ kind, severity }) => severity === 'error' && kind !== 'formula-overwritten',
  );
  if (lacks) throw refuse({ kind: 'incomplete' });
  const compared = compare(studied);
  if (compared.differences.length > 0) throw refuse({ kind: 'differs', ...compared });
  const verdict = verdictOf(studied);
  const problems = verdict.ledger.filter(({ kind }) => kind !== 'inputs');
  if (problems.length > 0) throw refuse({ kind: 'ledger', problems });
  const failing = verdict.failing.filter(({ check }) => vital.has(check));
  const reason = String(computed.name('Contract.Problem') ?? '');
  if (reason !== '' && verdict.faults.length === 0) throw refuse({ kind: 'no-amount', reason });
  if (failing.length > 0) throw refuse({ kind: 'checks', failing, faults: verdict.faults });
  const at = computed.name('Contract.At');
  if (typeof at !== 'number' || at <= 0) throw refuse({ kind: 'no-day' });
  return isoOf(at);
}

/**
 * Periods are signed one after the other; what stays open of one is settled with the next, or by
 * signing it again while it is the last.
 */
function refuseUntimely(studied: Study, period: number, asOf: string, figures: Figures) {
  const { computed, read } = studied;
  const refuse = refusalFor(studied, period);
  const line = (no: number, column: string) => computed.cell('Statement', no - 1, column);
  const given = standing(read.engagement);
  const isFinal = (no: number, day: unknown) =>
    (serialOfIso(String(day)) ?? 0) >= Number(line(no, 'date'));
  const earlier = Array.from({ length: period - 1 }, (_, i) => i + 1).find(
    (no) => line(no, 'due') !== 0 || !given.some((one) => one.period === no),
  );
  if (earlier !== undefined)
    throw refuse({ kind: 'earlier-open', period: earlier, name: nameOf(studied, earlier) });
  const final = isFinal(period, asOf);
  const unknown = [figures.statement.gain, figures.statement.shortfall].includes(null);
  if (final && unknown) throw refuse({ kind: 'value-unknown' });

  const before = given.filter((one) => one.period === period).at(-1);
  if (before) {
    const due = figures.statement.amount !== 0;
    if (!due && before.pending === 0 && isFinal(period, before.asOf))
      throw refuse({ kind: 'signed' });
    const same = (['earned', 'bonus', 'pending', 'forfeited', 'entitlement'] as const).every(
      (amount) => before[amount] === figures.statement[amount],
    );
    if (!due && same && (isFinal(period, before.asOf) || !final))
      throw refuse({ kind: 'nothing-new' });
  }
  const latest = Math.max(0, ...given.map((one) => Number(one.period)));
  const left = line(latest, 'due');
  if (latest > period && typeof left === 'number' && Number(figures.statement.amount) > left)
    throw refuse({ kind: 'later-signed', period: latest, name: nameOf(studied, latest) });
}

/** @returns the words that acknowledge what is unusual; undefined where nothing is */
function refuseUnusual(studied: Study, options: SignOptions): string | undefined {
  const { period, signedOn, today } = options;
  const { unusual } = previewSigning(studied, period, { signedOn, today });
  if (unusual.length === 0) return undefined;
  const words = options.acknowledged?.trim() ?? '';
  if (words === '') throw refusalFor(studied, period)({ kind: 'unusual', unusual });
  return words;
}

/** Writes the new rows of the ledger and nothing else. */
async function write(
  context: Excel.RequestContext,
  { read, inspection }: Study,
  spec: WorkbookSpec,
  options: RunOptions & Within,
): Promise<number> {
  const naming = namingOf(spec.sheets, read.matching.actual);
  const input = {
    spec,
    previous: spec,
    inspection,
    matching: read.matching,
    found: naming,
    naming,
    order: read.order,
    repair: false,
  };
  const tables = tablesOf(spec.sheets).filter(({ id }) => id === 'ledger' || id === 'signedTerms');
  const merged = tables.flatMap((block) => {
    const matched = read.matching.tables.get(block.id);
    return matched ? [mergeTable(input, block, matched)] : [];
  });
  const operations = [
    ...merged.flatMap(({ cells }) => cells),
    ...merged.flatMap(({ shape }) => shape),
  ];
  refuseProtected(inspection, operations);
  await transact(context, options, (work) =>
    work.run(operations, scopeOf(inspection, read.matching)),
  );
  return operations.reduce((sum, { cells }) => sum + (cells ?? 0), 0);
}
