import type { Declaring, OptionsOf } from '../declare';

const check = ({ command, say, ...d }: Declaring) =>
  command('check', 'cli.engagement.check', ['engagement check examples/after-sales.json'])
    .argument('<file>', say('cli.argument.engagement'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech);
export type CheckOptions = OptionsOf<typeof check>;

const schema = ({ command, option, speech }: Declaring) =>
  command('schema', 'cli.engagement.schema', ['engagement schema', 'engagement schema --mapping'])
    .addOption(option('--mapping', 'cli.option.mappingSchema'))
    .addOption(speech);
export type SchemaOptions = OptionsOf<typeof schema>;

/** Engagement files: `appfi engagement check`, `schema`. */
export function addEngagementCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(check(declaring), async () => (await import('./engagement')).check);
  perform(schema(declaring), async () => (await import('./engagement')).schema);
}
