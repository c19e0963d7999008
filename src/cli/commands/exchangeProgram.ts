import type { Declaring, OptionsOf } from '../declare';

const template = ({ command, option, say, ...d }: Declaring) =>
  command('template', 'cli.template', [
    'template plan.xlsx --for department --respondent "Service North" --due 2026-03-30 --out north.xlsx',
    'template plan.xlsx --for finance --respondent "Lin" --due 2026-04-10 --lang en --out lin.xlsx',
  ])
    .argument('<file>', say('cli.argument.master'))
    .addOption(option('--for <audience>', 'cli.option.for').makeOptionMandatory())
    .addOption(option('--respondent <name>', 'cli.option.respondent').makeOptionMandatory())
    .addOption(d.day('--due <date>', 'cli.option.due').makeOptionMandatory())
    .addOption(option('--out <file>', 'cli.option.outTemplate').makeOptionMandatory())
    .addOption(option('--steps <table...>', 'cli.option.steps'))
    .addOption(option('--dimensions <dimension...>', 'cli.option.dimensions'))
    .addOption(option('--blank', 'cli.option.blank'))
    .addOption(option('--prefilled', 'cli.option.prefilled').conflicts('blank'))
    .addOption(d.langOf('cli.option.langOfWorkbook'))
    .addOption(d.catalog)
    .addOption(d.force)
    .addOption(d.json);
export type TemplateOptions = OptionsOf<typeof template>;

const merge = ({ command, option, say, ...d }: Declaring) =>
  command('merge', 'cli.merge', [
    'merge plan.xlsx north.xlsx south.xlsx --dry-run',
    'merge plan.xlsx north.xlsx --answers questions.json --dry-run',
    'merge plan.xlsx north.xlsx south.xlsx --rule majority --out plan.xlsx',
    'merge plan.xlsx --undo --out plan.xlsx',
  ])
    .argument('<file>', say('cli.argument.master'))
    .argument('[filled...]', say('cli.argument.filled'))
    .addOption(option('--out <file>', 'cli.option.outMaster'))
    .addOption(option('--dry-run', 'cli.option.dryMerge').conflicts('out'))
    .addOption(option('--rule <rule>', 'cli.option.rule'))
    .addOption(
      option('--undo', 'cli.option.undo').conflicts(['rule', 'answers', 'sent', 'otherEngagement']),
    )
    .addOption(option('--answers <file>', 'cli.option.answers'))
    .addOption(option('--sent <file...>', 'cli.option.sentTemplate'))
    .addOption(option('--other-engagement', 'cli.option.otherEngagement'))
    .addOption(d.catalog)
    .addOption(d.force)
    .addOption(d.json)
    .addOption(d.speech)
    .hook('preAction', d.needs({ force: ['out'] }));
export type MergeOptions = OptionsOf<typeof merge>;

/** `appfi template`, and the way back, `appfi merge`. */
export function addExchangeCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(template(declaring), async () => (await import('./template')).run);
  perform(merge(declaring), async () => (await import('./merge')).run);
}
