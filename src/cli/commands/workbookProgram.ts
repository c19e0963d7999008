import type { Declaring, OptionsOf } from '../declare';

const newCommand = ({ command, option, ...d }: Declaring) =>
  command('new', 'cli.new', [
    'new --model after-sales --lang zh-CN --out plan.xlsx',
    'new --engagement examples/key-account.json --out plan.xlsx --force',
    'new --model key-account --catalog our-changes.json --out plan.xlsx',
  ])
    .addOption(d.model)
    .addOption(d.langOf('cli.option.langOfWorkbook'))
    .addOption(d.catalog)
    .addOption(d.engagement)
    .addOption(option('--out <file>', 'cli.option.outWorkbook').makeOptionMandatory())
    .addOption(d.force)
    .addOption(d.json);
export type NewOptions = OptionsOf<typeof newCommand>;

const read = ({ command, option, say, ...d }: Declaring) =>
  command('read', 'cli.read', ['read plan.xlsx', 'read plan.xlsx --out engagement.json'])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.catalog)
    .addOption(option('--out <file>', 'cli.option.outJson'))
    .addOption(d.force)
    .addOption(d.speech)
    .hook('preAction', d.needs({ force: ['out'] }));
export type ReadOptions = OptionsOf<typeof read>;

const check = ({ command, say, ...d }: Declaring) =>
  command('check', 'cli.check', ['check plan.xlsx', 'check plan.xlsx --json'])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech);
export type CheckOptions = OptionsOf<typeof check>;

const lay = ({ command, option, say, ...d }: Declaring) =>
  command('lay', 'cli.lay', [
    'lay plan.xlsx',
    'lay plan.xlsx --repair --out mended.xlsx',
    'lay plan.xlsx --lang en --out plan-en.xlsx',
    'lay our-own.xlsx --model after-sales --out with-plan.xlsx',
    'lay plan-0.1.xlsx --take after-sales --out next.xlsx',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--repair', 'cli.option.repair'))
    .addOption(d.model)
    .addOption(d.langOf('cli.option.langOfWorkbook'))
    .addOption(d.catalog)
    .addOption(d.engagement)
    .addOption(option('--take <id...>', 'cli.option.takeEdition'))
    .addOption(option('--out <file>', 'cli.option.outLay'))
    .addOption(d.force)
    .addOption(d.json);
export type LayOptions = OptionsOf<typeof lay>;

const describe = ({ command, option, ...d }: Declaring) =>
  command('describe', 'cli.describe', [
    'describe --model after-sales --lang en',
    'describe --markdown --out docs/workbook.md --force',
  ])
    .addOption(d.model)
    .addOption(d.langOf('cli.option.langOfWorkbook'))
    .addOption(d.catalog)
    .addOption(option('--markdown', 'cli.option.markdown'))
    .addOption(option('--out <file>', 'cli.option.outText'))
    .addOption(d.force)
    .hook('preAction', d.needs({ force: ['out'] }));
export type DescribeOptions = OptionsOf<typeof describe>;

/** One workbook made, read, checked, laid out again: `appfi new`, `read`, `check`, `lay`, `describe`. */
export function addWorkbookCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(newCommand(declaring), async () => (await import('./new')).run);
  perform(read(declaring), async () => (await import('./read')).run);
  perform(check(declaring), async () => (await import('./check')).run);
  perform(lay(declaring), async () => (await import('./lay')).run);
  perform(describe(declaring), async () => (await import('./describe')).run);
}
