import { message, type Lang } from '../messages';
import { InputError } from './io';

const usage = {
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.optionMissingArgument': 'cli.usage.optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.excessArguments': 'cli.usage.excessArguments',
  'commander.conflictingOption': 'cli.usage.conflict',
} as const;

const field = (error: Error, name: string): string =>
  String((error as unknown as Record<string, unknown>)[name] ?? '');

/** Whatever went wrong, with the file that was worked on, as one line that says what to do. */
export function describeFailure(lang: Lang, error: unknown, file: string): string {
  return sentence(lang, error, file).replaceAll(/\s*\n\s*/g, ' ');
}

/** Errors are told apart by name, so that what throws them need not be loaded. */
function sentence(lang: Lang, error: unknown, file: string): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) return message(lang, 'cli.unexpected', { detail: String(error) });
  const code = field(error, 'code');
  switch (error.name) {
    case 'CommanderError':
      return describeUsage(lang, code, error.message);
    case 'OpenError':
      return describeOpening(lang, code, error.message, file);
    case 'NotOursError':
      return message(lang, 'cli.notOurs', { file });
    case 'NewerLayoutError':
      return message(lang, 'cli.newerLayout', { file, version: field(error, 'addIn') });
    case 'UnknownCatalogError':
      return message(lang, 'cli.unknownCatalog', { id: field(error, 'catalog') });
    case 'NotUpgradableError': {
      const params = { file, ...named(error, 'catalog', 'version', 'has') };
      const isOther = field(error, 'reason') === 'other';
      return message(lang, isOther ? 'cli.upgrade.other' : 'cli.upgrade.older', params);
    }
    default:
      return message(lang, 'cli.unexpected', { detail: error.message });
  }
}

const named = (error: Error, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, field(error, name)]));

function describeUsage(lang: Lang, code: string, text: string): string {
  const key = Object.entries(usage).find(([known]) => known === code)?.[1];
  const [name = '', other = ''] = [...text.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  return key
    ? message(lang, key, { name, other })
    : message(lang, 'cli.usage.other', { detail: text.replace(/^error: /, '') });
}

function describeOpening(lang: Lang, code: string, text: string, file: string): string {
  switch (code) {
    case 'not-xlsx':
    case 'encrypted':
    case 'old-xls':
    case 'too-large':
      return message(lang, `cli.open.${code}`, { file });
    default:
      return message(lang, 'cli.open.broken', { file, detail: /\((.*)\)/.exec(text)?.[1] ?? text });
  }
}
