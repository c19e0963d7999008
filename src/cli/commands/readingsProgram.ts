import type { Declaring, OptionsOf } from '../declare';

const readings = ({ command, option, say, ...d }: Declaring) =>
  command('readings', 'cli.readings', [
    'readings plan.xlsx --from exports/*.csv --mapping mapping.json --dry-run',
    'readings plan.xlsx --from exports/*.csv --as-of 2027-03-31 --out plan.xlsx',
    'readings plan.xlsx --readings computed.csv --out plan.xlsx',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--from <file...>', 'cli.option.from'))
    .addOption(option('--mapping <file>', 'cli.option.mapping'))
    .addOption(
      option('--readings <file>', 'cli.option.readings').conflicts(['from', 'mapping', 'sql']),
    )
    .addOption(d.day('--as-of <date>', 'cli.option.asOfReadings'))
    .addOption(option('--over-signed', 'cli.option.overSigned'))
    .addOption(option('--partial', 'cli.option.partial'))
    .addOption(option('--dry-run', 'cli.option.dryReadings').conflicts(['out', 'force']))
    .addOption(
      option('--sql [dialect]', 'cli.option.sql')
        .choices(['duckdb', 'spark', 'trino'] as const)
        .conflicts(['out', 'overSigned', 'partial']),
    )
    .addOption(option('--out <file>', 'cli.option.outReadings'))
    .addOption(d.force)
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', `\n${say('cli.readings.about')}`);
export type ReadingsOptions = OptionsOf<typeof readings>;

/** `appfi readings`. */
export function addReadingsCommand(declaring: Declaring): void {
  declaring.perform(readings(declaring), async () => (await import('./readings')).run);
}
