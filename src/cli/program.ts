import { Command, CommanderError } from '@commander-js/extra-typings';
import { message, type MessageKey } from '../messages';
import { addInVersion } from '../office';
import { addCatalogCommands } from './commands/catalogProgram';
import { addDeliverCommands } from './commands/deliverProgram';
import { addEngagementCommands } from './commands/engagementProgram';
import { addExchangeCommands } from './commands/exchangeProgram';
import { addExperienceCommands } from './commands/experienceProgram';
import { addReadingsCommand } from './commands/readingsProgram';
import { addValueCommands } from './commands/valueProgram';
import { addWorkbookCommands } from './commands/workbookProgram';
import { declaring } from './declare';
import { describeFailure } from './failure';
import { chooseLang, done, refused, type Io, type Shell } from './io';

/**
 * The `appfi` command.
 * @param argv what the user typed after `appfi`
 * @returns the exit code: 0 done · 1 a check failed · 2 bad input, with one line on stderr
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const lang = chooseLang(argv, io.env);
  let code = done;
  let file = '';
  const program = build({ io, lang }, (result) => (code = result));
  program.hook('preAction', (_, action) => {
    file = action.args[0] ?? '';
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return done;
      if (error.code === 'commander.help') return refused;
    }
    io.err(`appfi: ${describeFailure(lang, error, file)}\n`);
    if (io.env.APPFI_DEBUG && error instanceof Error) io.err(`${error.stack}\n`);
    return refused;
  }
}

function build(shell: Shell, finish: (code: number) => void) {
  const { io, lang } = shell;
  const say = (key: MessageKey) => message(lang, key);
  const titles: Record<string, MessageKey> = {
    'Usage:': 'cli.help.usage',
    'Arguments:': 'cli.help.arguments',
    'Options:': 'cli.help.options',
    'Commands:': 'cli.help.commands',
  };
  const program = new Command('appfi')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: () => undefined,
    })
    .configureHelp({ styleTitle: (title) => (titles[title] ? say(titles[title]) : title) })
    .description(say('cli.about'))
    .version(addInVersion, '-V, --version', say('cli.option.version'))
    .helpOption('-h, --help', say('cli.option.help'))
    .helpCommand(false)
    .addHelpText('after', `\n${say('cli.exitCodes')}`);
  const group = (name: string, about: MessageKey) =>
    declaring(
      shell,
      program
        .command(name)
        .description(say(about))
        .helpOption('-h, --help', say('cli.option.help'))
        .helpCommand(false),
      finish,
    );
  const top = declaring(shell, program, finish);
  addWorkbookCommands(top);
  addValueCommands(top);
  addReadingsCommand(top);
  addDeliverCommands(top);
  addExperienceCommands(top);
  addExchangeCommands(top);
  addCatalogCommands(group('catalog', 'cli.catalog'));
  addEngagementCommands(group('engagement', 'cli.engagement'));
  return program;
}
