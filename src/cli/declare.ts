import {
  Option,
  type Command,
  type CommandUnknownOpts,
  type OptionValues,
} from '@commander-js/extra-typings';
import { LANGS, message, type Lang, type MessageKey } from '../messages';
import { fraction, isoDay, wholeNumber } from './days';
import { InputError, type Shell } from './io';

/** The options that a declared command gives its `run`. */
export type OptionsOf<Declare extends (declaring: Declaring) => { opts(): unknown }> = ReturnType<
  ReturnType<Declare>['opts']
>;

export type Declaring = ReturnType<typeof declaring>;

type Run<Args, Options> = (shell: Shell, args: Args, options: Options) => Promise<number>;

/**
 * What declares commands below `parent`: words in the user's language, and the options that many
 * commands share. A value that an option cannot take is refused while the command line is read.
 * @param finish takes the exit code of the command that ran
 */
export function declaring(
  shell: Shell,
  parent: CommandUnknownOpts,
  finish: (code: number) => void,
) {
  const { lang } = shell;
  const say = (key: MessageKey) => message(lang, key);
  const option = <Flags extends string>(flags: Flags, about: MessageKey) =>
    new Option(flags, say(about));
  const langOf = (about: MessageKey) =>
    option('--lang <lang>', about).argParser((value): Lang => {
      const known = LANGS.find((one) => one === value);
      if (known) return known;
      const params = { name: value, values: LANGS.join(', ') };
      throw new InputError(message(lang, 'cli.lang.unknown', params));
    });
  return {
    say,
    option,
    command: (usage: string, about: MessageKey, examples: readonly string[]) =>
      parent
        .command(usage)
        .description(say(about))
        .helpOption('-h, --help', say('cli.option.help'))
        .addHelpText('after', () => helpOn(say, examples))
        .hook('preAction', (_, command) => refuseBlank(shell, command)),
    perform: <Args extends unknown[], Options extends OptionValues>(
      command: Command<Args, Options>,
      load: () => Promise<Run<Args, Options>>,
    ): void => {
      command.action(async () => {
        const run = await load();
        finish(await run(shell, command.processedArgs, command.opts()));
      });
    },
    /** For `hook('preAction')`: refuses each of these options without any of those it is about. */
    needs:
      (about: Readonly<Record<string, readonly string[]>>) =>
      (command: CommandUnknownOpts): void => {
        for (const [name, needed] of Object.entries(about)) {
          const isGiven = (key: string) => command.getOptionValueSource(key) === 'cli';
          if (!isGiven(name) || needed.some(isGiven)) continue;
          const params = {
            name: flagOf(command, name),
            other: needed.map(flagIn(command)).join(' · '),
          };
          throw new InputError(message(lang, 'cli.usage.needs', params));
        }
      },
    day: <Flags extends string>(flags: Flags, about: MessageKey) =>
      option(flags, about).argParser((text) => isoDay(lang, text)),
    whole: <Flags extends string>(flags: Flags, about: MessageKey, least: number, most?: number) =>
      option(flags, about).argParser((text) => wholeNumber(lang, text, least, most)),
    share: <Flags extends string>(flags: Flags, about: MessageKey) =>
      option(flags, about).argParser((text) => fraction(lang, text)),
    langOf,
    speech: langOf('cli.option.lang'),
    model: option('--model <model>', 'cli.option.model'),
    catalog: option('--catalog <file...>', 'cli.option.catalog'),
    engagement: option('--engagement <file>', 'cli.option.engagement'),
    force: option('--force', 'cli.option.force'),
    json: option('--json', 'cli.option.json'),
  };
}

function helpOn(say: (key: MessageKey) => string, examples: readonly string[]): string {
  const lines = examples.map((example) => `  $ appfi ${example}`);
  return ['', say('cli.help.examples'), ...lines].join('\n');
}

const flagOf = (command: CommandUnknownOpts, name: string): string =>
  command.options.find((one) => one.attributeName() === name)?.long ?? name;

const flagIn = (command: CommandUnknownOpts) => (name: string) => flagOf(command, name);

/** Nobody means a name, a file or a number that is nothing. @throws InputError */
function refuseBlank({ lang }: Shell, command: CommandUnknownOpts): void {
  const isBlank = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(isBlank) : typeof value === 'string' && value.trim() === '';
  const options = Object.entries(command.opts()).map(([name, value]) => ({
    name: flagOf(command, name),
    value,
  }));
  const args = command.registeredArguments.map((argument, i) => ({
    name: argument.name(),
    value: command.processedArgs[i] as unknown,
  }));
  const blank = [...args, ...options].find(({ value }) => isBlank(value));
  if (blank) throw new InputError(message(lang, 'cli.usage.blank', { name: blank.name }));
}
