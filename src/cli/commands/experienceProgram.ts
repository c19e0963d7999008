import type { Defining } from './deliverProgram';

/** What one engagement leaves for the next: `appfi collect`, `upgrade`, `harvest`. */
export function defineExperience({
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
    'collect',
    'cli.collect',
    [
      'collect engagements --out portfolio.xlsx',
      'collect engagements --out picks.csv --table picks',
      'collect engagements --out lake --shard 3/16',
    ],
    async () => (await import('./collect')).run as never,
  )
    .argument('<folder>', say('cli.argument.folder'))
    .addOption(option('--out <file>', 'cli.option.outPortfolio').makeOptionMandatory())
    .addOption(option('--table <name>', 'cli.option.table'))
    .addOption(option('--format <name>', 'cli.option.format'))
    .addOption(option('--shard <i/n>', 'cli.option.shard'))
    .addOption(option('--read-at <time>', 'cli.option.readAt'))
    .addOption(catalog)
    .addOption(lang('cli.option.langOfPortfolio'))
    .addOption(force)
    .addOption(json)
    .addHelpText('after', `\n${say('cli.collect.about')}`);
  define(
    'upgrade',
    'cli.upgrade',
    [
      'upgrade plan.xlsx --catalog our-model-1.1.json --dry-run',
      'upgrade plan.xlsx --catalog our-model-1.1.json --out plan-new.xlsx',
    ],
    async () => (await import('./upgrade')).run as never,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(catalog)
    .addOption(option('--dry-run', 'cli.option.dryRun'))
    .addOption(option('--out <file>', 'cli.option.outWorkbook'))
    .addOption(force)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', `\n${say('cli.upgrade.about')}`);
  define(
    'harvest',
    'cli.harvest',
    [
      'harvest a.xlsx b.xlsx --into our-model.json --review review.xlsx',
      'harvest --into our-model.json --accept review.xlsx --by "Lin Wei" --out our-model-1.1.json',
    ],
    async () => (await import('./harvest')).run as never,
  )
    .argument('[files...]', say('cli.argument.workbooks'))
    .addOption(option('--into <catalog>', 'cli.option.into').makeOptionMandatory())
    .addOption(option('--review <file>', 'cli.option.review'))
    .addOption(option('--accept <file>', 'cli.option.accept'))
    .addOption(option('--by <name>', 'cli.option.byHarvest'))
    .addOption(option('--on <date>', 'cli.option.onHarvest'))
    .addOption(option('--out <file>', 'cli.option.outCatalog'))
    .addOption(option('--keep <what...>', 'cli.option.keep'))
    .addOption(catalog)
    .addOption(force)
    .addOption(json)
    .addOption(speech)
    .addHelpText('after', `\n${say('cli.harvest.about')}`);
}

/** `appfi catalog export` and the way back. */
export function defineCatalogBook({
  define,
  option,
  lang,
  say,
  force,
  json,
  speech,
}: Defining): void {
  define(
    'export',
    'cli.catalog.export',
    [
      'catalog export our-model.json --out our-model.xlsx',
      'catalog export key-account --out ka.xlsx',
    ],
    async () => (await import('./catalogBook')).exportBook as never,
  )
    .argument('<catalog>', say('cli.argument.catalogOrModel'))
    .addOption(option('--out <file>', 'cli.option.outWorkbook').makeOptionMandatory())
    .addOption(lang('cli.option.langOfPortfolio'))
    .addOption(force);
  define(
    'import',
    'cli.catalog.import',
    ['catalog import our-model.xlsx --out our-model.json'],
    async () => (await import('./catalogBook')).importBook as never,
  )
    .argument('<file>', say('cli.argument.catalogBook'))
    .addOption(option('--out <file>', 'cli.option.outCatalog').makeOptionMandatory())
    .addOption(force)
    .addOption(json)
    .addOption(speech);
}
