import type { Declaring, OptionsOf } from '../declare';

const collect = ({ command, option, say, ...d }: Declaring) =>
  command('collect', 'cli.collect', [
    'collect engagements --out portfolio.xlsx',
    'collect engagements --out picks.csv --table picks',
    'collect engagements --out lake --shard 3/16',
  ])
    .argument('<folder>', say('cli.argument.folder'))
    .addOption(option('--out <file>', 'cli.option.outPortfolio').makeOptionMandatory())
    .addOption(option('--table <name>', 'cli.option.table'))
    .addOption(option('--format <name>', 'cli.option.format'))
    .addOption(option('--shard <i/n>', 'cli.option.shard'))
    .addOption(option('--read-at <time>', 'cli.option.readAt'))
    .addOption(option('--cache <folder>', 'cli.option.cache'))
    .addOption(d.catalog)
    .addOption(d.langOf('cli.option.langOfPortfolio'))
    // A part always replaces the same part.
    .addOption(option('--force', 'cli.option.force').conflicts('shard'))
    .addOption(d.json)
    .addHelpText('after', `\n${say('cli.collect.about')}`);
export type CollectOptions = OptionsOf<typeof collect>;

const upgrade = ({ command, option, say, ...d }: Declaring) =>
  command('upgrade', 'cli.upgrade', [
    'upgrade plan.xlsx --catalog our-model-1.1.json --dry-run',
    'upgrade plan.xlsx --catalog our-model-1.1.json --out plan-new.xlsx',
    'upgrade engagements --catalog our-model-1.1.json --dry-run',
  ])
    .argument('<file>', say('cli.argument.workbookOrFolder'))
    .addOption(d.catalog)
    .addOption(option('--from <file...>', 'cli.option.fromEdition'))
    .addOption(option('--take <id...>', 'cli.option.take'))
    .addOption(option('--successor <old=new...>', 'cli.option.successor'))
    .addOption(option('--dry-run', 'cli.option.dryRun').conflicts('out'))
    .addOption(option('--out <file>', 'cli.option.outWorkbook'))
    .addOption(d.force)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', `\n${say('cli.upgrade.about')}`)
    .hook('preAction', d.needs({ force: ['out'] }));
export type UpgradeOptions = OptionsOf<typeof upgrade>;

const harvest = ({ command, option, say, ...d }: Declaring) =>
  command('harvest', 'cli.harvest', [
    'harvest a.xlsx b.xlsx --into our-model.json --review review.xlsx',
    'harvest --into our-model.json --accept review.xlsx --by "Lin Wei" --out our-model-1.1.json',
  ])
    .argument('[files...]', say('cli.argument.workbooks'))
    .addOption(option('--into <catalog>', 'cli.option.into').makeOptionMandatory())
    .addOption(option('--review <file>', 'cli.option.review'))
    .addOption(
      option('--accept <file>', 'cli.option.accept').conflicts(['review', 'keep', 'catalog']),
    )
    .addOption(option('--by <name>', 'cli.option.byHarvest'))
    .addOption(d.day('--on <date>', 'cli.option.onHarvest'))
    .addOption(option('--out <file>', 'cli.option.outCatalog'))
    .addOption(option('--keep <what...>', 'cli.option.keep'))
    .addOption(option('--withhold <file>', 'cli.option.withhold'))
    .addOption(d.catalog)
    .addOption(d.force)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', `\n${say('cli.harvest.about')}`)
    .hook('preAction', d.needs({ by: ['accept'], on: ['accept'], out: ['accept'] }));
export type HarvestOptions = OptionsOf<typeof harvest>;

/** What one engagement leaves for the next: `appfi collect`, `upgrade`, `harvest`. */
export function addExperienceCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(collect(declaring), async () => (await import('./collect')).run);
  perform(upgrade(declaring), async () => (await import('./upgrade')).run);
  perform(harvest(declaring), async () => (await import('./harvest')).run);
}
