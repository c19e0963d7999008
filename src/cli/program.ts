import { Command, CommanderError, Option } from 'commander';
import { LANGS, message, type MessageKey } from '../messages';
import { addInVersion } from '../office';
import { defineDeliver } from './commands/deliverProgram';
import { defineCatalogBook, defineExperience } from './commands/experienceProgram';
import { defineExchange } from './commands/exchangeProgram';
import { describeFailure } from './failure';
import { chooseLang, done, InputError, refused, type Io, type Shell } from './io';

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

type Run = (shell: Shell, args: string[], options: never) => Promise<number>;

function build(shell: Shell, finish: (code: number) => void): Command {
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

  const define = (
    parent: Command,
    usage: string,
    about: MessageKey,
    examples: string[],
    load: () => Promise<Run>,
  ) => {
    const lines = examples.map((example) => `  $ appfi ${example}`).join('\n');
    return parent
      .command(usage)
      .description(say(about))
      .helpOption('-h, --help', say('cli.option.help'))
      .addHelpText('after', `\n${say('cli.help.examples')}\n${lines}`)
      .action(async (...given: unknown[]) => {
        const command = given.pop() as Command;
        const run = await load();
        finish(await run(shell, command.args, command.opts() as never));
      });
  };
  const option = (flags: string, about: MessageKey) => new Option(flags, say(about));
  const langOption = (about: MessageKey) =>
    option('--lang <lang>', about).argParser((value) => {
      const known = LANGS.find((one) => one === value);
      if (known) return known;
      const params = { name: value, values: LANGS.join(', ') };
      throw new InputError(message(lang, 'cli.lang.unknown', params));
    });
  const model = option('--model <model>', 'cli.option.model');
  const catalog = option('--catalog <file...>', 'cli.option.catalog');
  const engagement = option('--engagement <file>', 'cli.option.engagement');
  const force = option('--force', 'cli.option.force');
  const json = option('--json', 'cli.option.json');
  const speech = langOption('cli.option.lang');
  const layout = langOption('cli.option.langOfWorkbook');

  define(
    program,
    'new',
    'cli.new',
    [
      'new --model after-sales --lang zh-CN --out plan.xlsx',
      'new --engagement examples/key-account.json --out plan.xlsx --force',
      'new --model key-account --catalog our-changes.json --out plan.xlsx',
    ],
    async () => (await import('./commands/new')).run,
  )
    .addOption(model)
    .addOption(layout)
    .addOption(catalog)
    .addOption(engagement)
    .addOption(option('--out <file>', 'cli.option.outWorkbook').makeOptionMandatory())
    .addOption(force)
    .addOption(json);

  define(
    program,
    'read',
    'cli.read',
    ['read plan.xlsx', 'read plan.xlsx --out engagement.json'],
    async () => (await import('./commands/read')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(catalog)
    .addOption(option('--out <file>', 'cli.option.outJson'))
    .addOption(force)
    .addOption(speech);

  define(
    program,
    'check',
    'cli.check',
    ['check plan.xlsx', 'check plan.xlsx --json'],
    async () => (await import('./commands/check')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(catalog)
    .addOption(json)
    .addOption(speech);

  const asOf = (about: MessageKey) => option('--as-of <date>', about);
  const about = (...keys: MessageKey[]) => `\n${keys.map(say).join('\n\n')}`;
  define(
    program,
    'settle',
    'cli.settle',
    ['settle plan.xlsx', 'settle plan.xlsx --as-of 2026-06-30', 'settle plan.xlsx --json'],
    async () => (await import('./commands/settle')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(asOf('cli.option.asOf'))
    .addOption(catalog)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', about('cli.value.about'));

  define(
    program,
    'roi',
    'cli.roi',
    ['roi plan.xlsx', 'roi plan.xlsx --json'],
    async () => (await import('./commands/roi')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(catalog)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', about('cli.value.about'));

  define(
    program,
    'payoff',
    'cli.payoff',
    ['payoff plan.xlsx', 'payoff plan.xlsx --simulate 10000 --seed 7'],
    async () => (await import('./commands/payoff')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--simulate <draws>', 'cli.option.simulate'))
    .addOption(option('--seed <number>', 'cli.option.seed'))
    .addOption(option('--pass-chance <share>', 'cli.option.passChance'))
    .addOption(catalog)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', about('cli.payoff.about', 'cli.value.about'));

  define(
    program,
    'sign',
    'cli.sign',
    [
      'sign plan.xlsx --period 1 --by "Lin Wei" --client-business "Wang Fang" --client-it "Zhao Lei" --yes',
      'sign plan.xlsx --period 1 --by "Lin Wei" --as-of 2026-06-30 --out signed.xlsx --yes',
    ],
    async () => (await import('./commands/sign')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--period <number>', 'cli.option.period').makeOptionMandatory())
    .addOption(option('--by <name>', 'cli.option.by').makeOptionMandatory())
    .addOption(option('--client-business <name>', 'cli.option.clientBusiness'))
    .addOption(option('--client-it <name>', 'cli.option.clientIt'))
    .addOption(asOf('cli.option.asOfSign'))
    .addOption(option('--on <date>', 'cli.option.on'))
    .addOption(option('--acknowledge <words>', 'cli.option.acknowledge'))
    .addOption(option('--yes', 'cli.option.yes'))
    .addOption(option('--out <file>', 'cli.option.outLay'))
    .addOption(force)
    .addOption(catalog)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', about('cli.sign.about'));

  define(
    program,
    'lay',
    'cli.lay',
    [
      'lay plan.xlsx',
      'lay plan.xlsx --repair --out mended.xlsx',
      'lay plan.xlsx --lang en --out plan-en.xlsx',
      'lay our-own.xlsx --model after-sales --out with-plan.xlsx',
    ],
    async () => (await import('./commands/lay')).run,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--repair', 'cli.option.repair'))
    .addOption(model)
    .addOption(layout)
    .addOption(catalog)
    .addOption(engagement)
    .addOption(option('--out <file>', 'cli.option.outLay'))
    .addOption(force)
    .addOption(json);

  const lent = {
    define: (usage: string, text: MessageKey, examples: string[], load: () => Promise<Run>) =>
      define(program, usage, text, examples, load),
    option,
    lang: langOption,
    say,
    catalog,
    force,
    json,
    speech,
  };
  defineDeliver(lent);
  defineExperience(lent);
  defineExchange(lent);

  define(
    program,
    'describe',
    'cli.describe',
    [
      'describe --model after-sales --lang en',
      'describe --markdown --out docs/workbook.md --force',
    ],
    async () => (await import('./commands/describe')).run,
  )
    .addOption(model)
    .addOption(layout)
    .addOption(catalog)
    .addOption(option('--markdown', 'cli.option.markdown'))
    .addOption(option('--out <file>', 'cli.option.outText'))
    .addOption(force);

  const group = (name: string, about: MessageKey) =>
    program
      .command(name)
      .description(say(about))
      .helpOption('-h, --help', say('cli.option.help'))
      .helpCommand(false);
  const catalogs = group('catalog', 'cli.catalog');
  define(
    catalogs,
    'list',
    'cli.catalog.list',
    ['catalog list', 'catalog list --json'],
    async () => (await import('./commands/catalog')).list,
  )
    .addOption(json)
    .addOption(speech);
  define(
    catalogs,
    'check',
    'cli.catalog.check',
    ['catalog check our-model.json', 'catalog check our-changes.json --json'],
    async () => (await import('./commands/catalog')).check,
  )
    .argument('<file>', say('cli.argument.catalog'))
    .addOption(json)
    .addOption(speech);
  define(
    catalogs,
    'schema',
    'cli.catalog.schema',
    ['catalog schema', 'catalog schema --overlay'],
    async () => (await import('./commands/catalog')).schema,
  )
    .addOption(option('--overlay', 'cli.option.overlay'))
    .addOption(speech);

  defineCatalogBook({
    ...lent,
    define: (usage, text, examples, load) => define(catalogs, usage, text, examples, load),
  });

  const engagements = group('engagement', 'cli.engagement');
  define(
    engagements,
    'check',
    'cli.engagement.check',
    ['engagement check examples/after-sales.json'],
    async () => (await import('./commands/engagement')).check,
  )
    .argument('<file>', say('cli.argument.engagement'))
    .addOption(catalog)
    .addOption(json)
    .addOption(speech);
  define(
    engagements,
    'schema',
    'cli.engagement.schema',
    ['engagement schema'],
    async () => (await import('./commands/engagement')).schema,
  ).addOption(speech);
  return program;
}
