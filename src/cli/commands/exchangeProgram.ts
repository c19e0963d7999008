import type { Defining } from './deliverProgram';

/** `appfi template`, and the way back, `appfi merge`. */
export function defineExchange({
  define,
  option,
  lang,
  say,
  catalog,
  force,
  json,
  speech,
}: Defining): void {
  define(
    'template',
    'cli.template',
    [
      'template plan.xlsx --for department --respondent "Service North" --due 2026-03-30 --out north.xlsx',
      'template plan.xlsx --for finance --respondent "Lin" --due 2026-04-10 --lang en --out lin.xlsx',
    ],
    async () => (await import('./template')).run as never,
  )
    .argument('<file>', say('cli.argument.master'))
    .addOption(option('--for <audience>', 'cli.option.for').makeOptionMandatory())
    .addOption(option('--respondent <name>', 'cli.option.respondent').makeOptionMandatory())
    .addOption(option('--due <date>', 'cli.option.due').makeOptionMandatory())
    .addOption(option('--out <file>', 'cli.option.outTemplate').makeOptionMandatory())
    .addOption(option('--steps <table...>', 'cli.option.steps'))
    .addOption(option('--dimensions <dimension...>', 'cli.option.dimensions'))
    .addOption(option('--blank', 'cli.option.blank'))
    .addOption(option('--prefilled', 'cli.option.prefilled').conflicts('blank'))
    .addOption(lang('cli.option.langOfWorkbook'))
    .addOption(catalog)
    .addOption(force)
    .addOption(json);
  define(
    'merge',
    'cli.merge',
    [
      'merge plan.xlsx north.xlsx south.xlsx --dry-run',
      'merge plan.xlsx north.xlsx south.xlsx --rule majority --out plan.xlsx',
      'merge plan.xlsx --undo --out plan.xlsx',
    ],
    async () => (await import('./merge')).run as never,
  )
    .argument('<file>', say('cli.argument.master'))
    .argument('[filled...]', say('cli.argument.filled'))
    .addOption(option('--out <file>', 'cli.option.outMaster'))
    .addOption(option('--dry-run', 'cli.option.dryMerge'))
    .addOption(option('--rule <rule>', 'cli.option.rule'))
    .addOption(option('--undo', 'cli.option.undo'))
    .addOption(option('--sent <file...>', 'cli.option.sentTemplate'))
    .addOption(option('--other-engagement', 'cli.option.otherEngagement'))
    .addOption(catalog)
    .addOption(force)
    .addOption(json)
    .addOption(speech);
}
