import { digestOf } from '../catalog/digest';
import type { Engagement } from './schema';

/**
 * Sign-offs. A signature freezes the amounts of one settlement, with a fingerprint of what they rest
 * on, and is chained to the one before by its digest; nothing here changes an earlier signature.
 * A chain shows that something in it was changed, taken out or put in; that its last signature is
 * gone shows only against the digest that was handed out when it was signed.
 */

type Signature = Engagement['ledger'][string];
type SignedTerm = Engagement['signedTerms'][string];

/** What a settlement shows on the day it is signed. */
export interface SettlementFigures {
  period: number;
  statement: Required<
    Pick<
      Signature,
      | 'earned'
      | 'bonus'
      | 'pending'
      | 'forfeited'
      | 'gain'
      | 'shortfall'
      | 'entitlement'
      | 'value'
      | 'amount'
    >
  >;
  /** Of the period, and of earlier ones what was still open. */
  terms: Omit<SignedTerm, 'signature'>[];
}

export interface Signing {
  /** ISO dates: the day the figures are of, and the day of signing. */
  asOf: string;
  signedOn: string;
  vendor?: string;
  business?: string;
  it?: string;
  /** Why what is unusual about the signature is meant. */
  acknowledged?: string;
  /** Number of the signature that this one takes the place of, and why. */
  supersedes?: number;
  because?: string;
}

export interface LedgerProblem {
  /**
   * digest: a signed figure differs · chain: a signature is missing, put in or without a number ·
   * inputs: what a frozen amount rests on was edited · stray: frozen figures that nobody signed ·
   * earlier: no problem: an earlier version made the fingerprint of the inputs, and this one reads
   * some of them otherwise, so that it cannot tell whether they were edited; the amounts are as signed
   */
  kind: 'digest' | 'chain' | 'inputs' | 'stray' | 'earlier';
  /** Number of the signature; absent where a row has none. */
  signature?: number;
}

type Row = Record<string, unknown>;

/** A cell that says nothing. */
export const isBlank = (value: unknown) => value === null || value === undefined || value === '';

/** Blanks do not count, keys are sorted, numbers have the 15 digits that a cell keeps. */
const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(15));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const row = value as Row;
  const said = Object.keys(row).filter((key) => !isBlank(row[key]));
  return Object.fromEntries(said.sort().map((key) => [key, row[key]]));
};

/** A digest of what cells say, the same however they came to say it. */
export const cellsDigest = (value: unknown): string => digestOf(value, plain);

/** Rows whose order does not matter, in one that is always the same; empty ones do not count. */
export const unordered = (rows: readonly Row[]): unknown[] => {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row, plain) }));
  const filled = keyed.filter(({ key }) => key !== '{}');
  return filled.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
};

/** What a signature froze, term by term. */
export const signedTermsOf = (engagement: Engagement, no: number): SignedTerm[] =>
  Object.values(engagement.signedTerms).filter((row) => row.signature === no);

const signatureDigest = (signature: Signature, terms: SignedTerm[]): string =>
  cellsDigest({ ...signature, digest: undefined, comment: undefined, terms: unordered(terms) });

type Numbered = Signature & { no: number };
const isNumbered = (row: Signature): row is Numbered => typeof row.no === 'number';

/** In the order in which they were given. */
export const signatures = (engagement: Engagement): Numbered[] =>
  Object.values(engagement.ledger)
    .filter(isNumbered)
    .sort((a, b) => a.no - b.no);

/** Numbers of the signatures that later ones have taken the place of. */
export const supersededBy = (engagement: Engagement): ReadonlyMap<number, number> =>
  new Map(
    signatures(engagement).flatMap(({ no, supersedes }): [number, number][] =>
      typeof supersedes === 'number' ? [[supersedes, no]] : [],
    ),
  );

/** Those that count: no later one has taken their place. */
export const standing = (engagement: Engagement): Numbered[] => {
  const gone = supersededBy(engagement);
  return signatures(engagement).filter(({ no }) => !gone.has(no));
};

/**
 * The engagement with one signature more; what was signed before stays as it is.
 * @param inputs fingerprint of what the figures rest on
 */
export function signSettlement(
  engagement: Engagement,
  figures: SettlementFigures,
  signing: Signing,
  inputs: string,
): Engagement {
  const last = signatures(engagement).at(-1);
  const no = (last?.no ?? 0) + 1;
  const terms = figures.terms.map((row) => ({ ...row, signature: no }));
  const signature: Signature = {
    no,
    period: figures.period,
    ...signing,
    ...figures.statement,
    inputs: `${form}${inputs}`,
    ...(last?.digest && { previous: last.digest }),
  };
  return {
    ...engagement,
    ledger: {
      ...engagement.ledger,
      [rowFor(engagement, signing) ?? `signature.${no}`]: {
        ...signature,
        digest: signatureDigest(signature, terms),
      },
    },
    signedTerms: {
      ...engagement.signedTerms,
      ...Object.fromEntries(terms.map((row, i) => [`signed.${no}.${i + 1}`, row])),
    },
  };
}

/** The row that names the superseded signature already, while the figures without it are looked at. */
const rowFor = ({ ledger }: Engagement, { supersedes }: Signing): string | undefined =>
  supersedes === undefined
    ? undefined
    : Object.keys(ledger).find((id) => {
        const row = ledger[id] as Signature;
        return !isNumbered(row) && row.supersedes === supersedes;
      });

/** Before a fingerprint of inputs: the form in which they are put. Version 0.1 wrote none. */
const form = '2-';

/** Whether a frozen amount, or what it rests on, is no longer as it was signed. */
export const isTampered = ({ kind }: LedgerProblem): boolean => kind !== 'earlier';

/** Whether the n-th signature names one that is not there, of another period, or superseded already. */
function isMisplaced(signed: readonly Numbered[], n: number): boolean {
  const { supersedes, period } = signed[n] as Numbered;
  if (isBlank(supersedes)) return false;
  const before = signed.slice(0, n);
  return (
    !before.some((one) => one.no === supersedes && one.period === period) ||
    before.some((one) => one.supersedes === supersedes)
  );
}

/**
 * What is no longer as it was signed.
 * @param inputsOf fingerprint that the inputs of a signature have now
 */
export function verifyLedger(
  engagement: Engagement,
  inputsOf: (signature: Signature & { no: number }) => string,
): LedgerProblem[] {
  const problems: LedgerProblem[] = [];
  const signed = signatures(engagement);
  const gone = supersededBy(engagement);
  for (const row of Object.values(engagement.ledger)) {
    const says = [row.no, row.period, row.amount, row.digest].some((value) => !isBlank(value));
    if (says && !isNumbered(row)) problems.push({ kind: 'chain' });
  }
  let previous: unknown;
  signed.forEach((row, i) => {
    const report = (kind: LedgerProblem['kind']) => problems.push({ kind, signature: row.no });
    if (signatureDigest(row, signedTermsOf(engagement, row.no)) !== row.digest) report('digest');
    if (row.no !== i + 1 || (row.previous ?? '') !== (previous ?? '') || isMisplaced(signed, i))
      report('chain');
    const inputs = String(row.inputs ?? '');
    const isPresent = inputs.startsWith(form);
    if (!gone.has(row.no) && inputsOf(row) !== inputs.slice(isPresent ? form.length : 0))
      report(isPresent ? 'inputs' : 'earlier');
    previous = row.digest;
  });
  const numbers = new Set<unknown>(signed.map(({ no }) => no));
  const stray = Object.values(engagement.signedTerms).filter(
    ({ signature, term }) => !isBlank(term) && !numbers.has(signature),
  );
  if (stray.length > 0) problems.push({ kind: 'stray' });
  return problems;
}
