import { readdirSync, readFileSync } from 'node:fs';
import type { OpenErrorCode } from '../../src/book/errors';
import { Failure, failureText, LANGS, MESSAGES, type FailureCode } from '../../src/messages';

const codes = Object.keys(MESSAGES.en).flatMap((key) =>
  key.startsWith('failure.') ? [key.slice('failure.'.length) as FailureCode] : [],
);

/** Errors of src that are no Failure, and why a person is told them all the same, or never meets them. */
const others: Record<string, string> = {
  Failure: 'the list itself',
  InputError: 'says its own sentence',
  OpenError: 'has one of the codes: the file layer knows no messages',
  ExampleError: 'is told as not-loaded',
  HostRefusal: 'has Excel’s code, as Excel’s own errors do',
  FormulaError: 'is caught where a formula is parsed',
  NoCalculationError: 'becomes a given figure: the appendix takes it as it stands',
  NothingToSignError: 'becomes a NotSignableError',
  CircularError: 'a rule that refers to itself; no workbook brings it about',
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'));

test('every error is a Failure, or it is known why not', () => {
  const found = sources.flatMap((text) =>
    [...text.matchAll(/class (\w+) extends (\w*(?:Error|Failure))\b/g)].map(
      ([, name = '', base = '']) => ({ name, base }),
    ),
  );
  expect(found.length).toBeGreaterThan(Object.keys(others).length);
  const own = found.filter(({ base }) => base !== 'Failure').map(({ name }) => name);
  expect(own.sort()).toEqual(Object.keys(others).sort());
});

test.each(LANGS)('every code has one sentence of its own in %s', (lang) => {
  const sentences = codes.map((code) => failureText(lang, new Failure(code)).text);
  expect(sentences.filter((text) => !/[.。]$|\}$/.test(text ?? ''))).toEqual([]);
  expect(new Set(sentences).size).toBe(codes.length);
});

test('every code is thrown somewhere, or given by others', () => {
  const text = sources.join('\n');
  const made = [...text.matchAll(/super\(`(\w+)-\$\{/g)].map(([, family]) => `${family}-`);
  expect(
    codes.filter(
      (code) => !text.includes(`'${code}'`) && !made.some((family) => code.startsWith(family)),
    ),
  ).toEqual([]);
});

test('a file that cannot be opened is told by its code', () => {
  const told: Record<OpenErrorCode, FailureCode> = {
    'not-xlsx': 'not-xlsx',
    encrypted: 'encrypted',
    broken: 'broken',
    'too-large': 'too-large',
    'old-xls': 'old-xls',
  };
  for (const [code, of] of Object.entries(told))
    expect(failureText('en', Object.assign(new Error(), { code })).code).toBe(of);
});

test('what is put into a sentence is said in its language', () => {
  class Late extends Failure {
    constructor() {
      super('unknown-catalog', (lang) => ({ catalog: lang === 'en' ? 'ours' : '我们的' }));
    }
  }
  expect(failureText('en', new Late()).text).toContain('“ours”');
  expect(failureText('zh-CN', new Late()).text).toContain('“我们的”');
});

test('what is no error of ours has a code at most', () => {
  expect(failureText('en', new TypeError('x'))).toEqual({ code: 'TypeError' });
  expect(failureText('en', 'x')).toEqual({ code: '?' });
  expect(failureText('en', Object.assign(new Error('x'), { code: 'AccessDenied' })).code).toBe(
    'access-denied',
  );
});
