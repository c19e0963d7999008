/**
 * Derives the examples in Traditional Chinese from those in Simplified Chinese, and signs them anew:
 * a signature covers names, and those are written otherwise.
 *   npx tsx tools/examples.ts           writes examples/*.zh-TW.json
 *   npx tsx tools/examples.ts --check   writes nothing, fails when one is out of date
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Converter, CustomConverter } from 'opencc-js/cn2t';
import prettier from 'prettier';
import {
  signedTermsOf,
  signatures,
  type SettlementFigures,
  type Signing,
} from '../src/engagement/ledger';
import { parseEngagementText } from '../src/engagement/parse';
import type { Engagement } from '../src/engagement/schema';
import { describe } from '../src/office';
import { compute } from '../src/workbook/compute';
import { signOff } from '../src/workbook/signOff';

const folder = path.join(__dirname, '../examples');
const models = ['key-account', 'after-sales'];

const amounts = [
  ...['earned', 'bonus', 'pending', 'forfeited', 'gain', 'shortfall'],
  ...['entitlement', 'value', 'amount'],
];

const computed = ['no', 'period', 'inputs', 'digest', 'previous'];

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Every text in Traditional Chinese as it is written in Taiwan; ids and days are the same in both. */
async function converter(): Promise<(text: string) => string> {
  const file = path.join(__dirname, '../src/catalog/taiwan-terms.json');
  const terms = JSON.parse(await readFile(file, 'utf8')) as [string, string][];
  const [general, own] = [Converter({ from: 'cn', to: 'twp' }), CustomConverter(terms)];
  return (text) => own(general(text));
}

function converted(value: Json, convert: (text: string) => string): Json {
  if (typeof value === 'string') return convert(value);
  if (Array.isArray(value)) return value.map((one) => converted(one, convert));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, converted(one, convert)]),
  );
}

/** The same settlements, signed one after the other. */
async function signedAnew(engagement: Engagement): Promise<Engagement> {
  let signed: Engagement = { ...engagement, ledger: {}, signedTerms: {} };
  for (const one of signatures(engagement)) {
    const { no, period } = one;
    const isAmount = ([id]: [string, unknown]) => amounts.includes(id);
    const figures = {
      period,
      statement: Object.fromEntries(Object.entries(one).filter(isAmount)),
      terms: signedTermsOf(engagement, no).map(({ signature: _no, ...term }) => term),
    } as unknown as SettlementFigures;
    const signing = Object.fromEntries(
      Object.entries(one).filter((part) => !isAmount(part) && !computed.includes(part[0])),
    );
    const spec = await describe(signed, 'zh-TW');
    signed = signOff(
      { spec, computed: compute(spec) },
      signed,
      figures,
      signing as unknown as Signing,
    );
  }
  return signed;
}

async function derive(model: string, convert: (text: string) => string): Promise<string> {
  const source = JSON.parse(await readFile(path.join(folder, `${model}.json`), 'utf8')) as Json;
  const text = JSON.stringify({ ...(converted(source, convert) as object), lang: 'zh-TW' });
  const { engagement, problems } = parseEngagementText(text);
  if (!engagement) throw new Error(JSON.stringify(problems));
  const { ledger, signedTerms } = await signedAnew(engagement);
  const derived = JSON.stringify({ ...(JSON.parse(text) as object), ledger, signedTerms });
  return prettier.format(derived, { ...(await prettier.resolveConfig(folder)), parser: 'json' });
}

async function main(): Promise<void> {
  const convert = await converter();
  for (const model of models) {
    const file = path.join(folder, `${model}.zh-TW.json`);
    const wanted = await derive(model, convert);
    if ((await readFile(file, 'utf8').catch(() => '')) === wanted) continue;
    if (!process.argv.includes('--check')) await writeFile(file, wanted);
    else {
      console.error(`${file} is out of date. Run: npx tsx tools/examples.ts`);
      process.exitCode = 1;
    }
  }
}

void main();
