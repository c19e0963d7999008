import type { Declaring, OptionsOf } from '../declare';

const list = ({ command, ...d }: Declaring) =>
  command('list', 'cli.catalog.list', ['catalog list', 'catalog list --json'])
    .addOption(d.json)
    .addOption(d.speech);
export type ListOptions = OptionsOf<typeof list>;

const check = ({ command, option, say, ...d }: Declaring) =>
  command('check', 'cli.catalog.check', [
    'catalog check our-model.json',
    'catalog check our-changes.json --catalog our-model.json --json',
    'catalog check our-model-2.0.json --against engagements',
  ])
    .argument('<file>', say('cli.argument.catalog'))
    .addOption(option('--catalog <file...>', 'cli.option.base'))
    .addOption(option('--against <folder>', 'cli.option.against'))
    .addOption(d.json)
    .addOption(d.speech);
export type CheckOptions = OptionsOf<typeof check>;

const schema = ({ command, option, ...d }: Declaring) =>
  command('schema', 'cli.catalog.schema', ['catalog schema', 'catalog schema --overlay'])
    .addOption(option('--overlay', 'cli.option.overlay'))
    .addOption(d.speech);
export type SchemaOptions = OptionsOf<typeof schema>;

const exportBook = ({ command, option, say, ...d }: Declaring) =>
  command('export', 'cli.catalog.export', [
    'catalog export our-model.json --out our-model.xlsx',
    'catalog export key-account --out ka.xlsx',
  ])
    .argument('<catalog>', say('cli.argument.catalogOrModel'))
    .addOption(option('--out <file>', 'cli.option.outWorkbook').makeOptionMandatory())
    .addOption(d.langOf('cli.option.langOfPortfolio'))
    .addOption(d.force);
export type ExportOptions = OptionsOf<typeof exportBook>;

const importBook = ({ command, option, say, ...d }: Declaring) =>
  command('import', 'cli.catalog.import', ['catalog import our-model.xlsx --out our-model.json'])
    .argument('<file>', say('cli.argument.catalogBook'))
    .addOption(option('--out <file>', 'cli.option.outCatalog').makeOptionMandatory())
    .addOption(d.force)
    .addOption(d.json)
    .addOption(d.speech);
export type ImportOptions = OptionsOf<typeof importBook>;

/** Model catalogs: `appfi catalog list`, `check`, `schema`, `export`, `import`. */
export function addCatalogCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(list(declaring), async () => (await import('./catalog')).list);
  perform(check(declaring), async () => (await import('./catalog')).check);
  perform(schema(declaring), async () => (await import('./catalog')).schema);
  perform(exportBook(declaring), async () => (await import('./catalogBook')).exportBook);
  perform(importBook(declaring), async () => (await import('./catalogBook')).importBook);
}
