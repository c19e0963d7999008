import type { Declaring, OptionsOf } from '../declare';

const deliver = ({ command, option, say, ...d }: Declaring) =>
  command('deliver', 'cli.deliver', [
    'deliver plan.xlsx --mindmap map.mm map.svg --slides steering.pptx --audience steering',
    'deliver plan.xlsx --statement statement.docx statement.pdf --annex annex.docx --period 1',
    'deliver plan.xlsx --print client.xlsx',
    'deliver plan.xlsx --slides en.pptx --lang en --brand firm.json',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--mindmap <file...>', 'cli.option.mindmap'))
    .addOption(option('--slides <file>', 'cli.option.slides'))
    .addOption(option('--statement <file...>', 'cli.option.statement'))
    .addOption(option('--annex <file...>', 'cli.option.annex'))
    .addOption(option('--interview <file...>', 'cli.option.interview'))
    .addOption(option('--requests <file...>', 'cli.option.requests'))
    .addOption(option('--print <file>', 'cli.option.print'))
    .addOption(option('--audience <who>', 'cli.option.audience'))
    .addOption(option('--brand <file>', 'cli.option.brand'))
    .addOption(option('--template <file>', 'cli.option.slideTemplate'))
    .addOption(d.whole('--period <number>', 'cli.option.periodToState', 1))
    .addOption(option('--font <file...>', 'cli.option.font'))
    .addOption(d.langOf('cli.option.langOfDeliverables'))
    .addOption(d.catalog)
    .addOption(d.force)
    .addOption(d.json)
    .hook(
      'preAction',
      d.needs({
        audience: ['slides'],
        brand: ['slides'],
        template: ['slides'],
        period: ['statement'],
        font: ['mindmap', 'statement', 'annex', 'interview', 'requests'],
      }),
    );
export type DeliverOptions = OptionsOf<typeof deliver>;

const mergeMap = ({ command, option, say, ...d }: Declaring) =>
  command('merge-map', 'cli.merge-map', [
    'merge-map plan.xlsx edited.mm --sent map.mm --out merged.xlsx',
    'merge-map plan.xlsx edited.xmind --sent map.mm --out engagement.json --json',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .argument('<map>', say('cli.argument.map'))
    .addOption(option('--sent <file>', 'cli.option.sent').makeOptionMandatory())
    .addOption(option('--out <file>', 'cli.option.outMerged').makeOptionMandatory())
    .addOption(option('--other-engagement', 'cli.option.otherMap'))
    .addOption(option('--sweeping', 'cli.option.sweeping'))
    .addOption(d.catalog)
    .addOption(d.force)
    .addOption(d.json)
    .addOption(d.speech);
export type MergeMapOptions = OptionsOf<typeof mergeMap>;

/** `appfi deliver` and the way back, `appfi merge-map`. */
export function addDeliverCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(deliver(declaring), async () => (await import('./deliver')).run);
  perform(mergeMap(declaring), async () => (await import('./deliverMerge')).run);
}
