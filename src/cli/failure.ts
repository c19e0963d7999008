import { CommanderError } from '@commander-js/extra-typings';
import { failureText, message, type Lang } from '../messages';
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

/** Whatever went wrong, with the file that was worked on, as one line that says what to do. */
export function describeFailure(lang: Lang, error: unknown, file: string): string {
  return sentence(lang, error, file).replaceAll(/\s*\n\s*/g, ' ');
}

/** What the sentence asks for, as it is said on the command line. */
const how: Readonly<Record<string, string>> = {
  'unknown-catalog': '--catalog',
  'not-ours': 'appfi lay --model …',
  'not-template': '--sent',
  damaged: '--sent',
  'ask-dimensionless': '--dimensions',
  'map-foreign': '--other-engagement',
  'map-sweeping': '--sweeping',
  'unsigned-no-name': '--by',
  'unsigned-unusual': '--acknowledge "…"',
  'unsigned-no-period': 'appfi settle',
  'unsigned-to-come': '--as-of',
  'unsigned-no-day': '--as-of',
  'unsigned-incomplete': 'appfi check, appfi lay --repair',
  'unsigned-differs': 'appfi lay --repair',
};

function sentence(lang: Lang, error: unknown, file: string): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) return message(lang, 'cli.unexpected', { detail: String(error) });
  if (error instanceof CommanderError) return describeUsage(lang, error.code, error.message);
  const { code, text } = failureText(lang, error);
  if (text === undefined) return message(lang, 'cli.unexpected', { detail: error.message });
  const about = file === '' ? text : `${file}: ${text}`;
  return how[code] === undefined ? about : `${about} (${how[code]})`;
}

function describeUsage(lang: Lang, code: string, text: string): string {
  const key = Object.entries(usage).find(([known]) => known === code)?.[1];
  const [name = '', other = ''] = [...text.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  return key
    ? message(lang, key, { name, other })
    : message(lang, 'cli.usage.other', { detail: text.replace(/^error: /, '') });
}
