import type { Command, Option } from 'commander';
import type { MessageKey } from '../../messages';

/** What the program lends for defining commands. */
export interface Defining {
  define(usage: string, about: MessageKey, examples: string[], load: () => Promise<never>): Command;
  option(flags: string, about: MessageKey): Option;
  lang(about: MessageKey): Option;
  say(key: MessageKey): string;
  catalog: Option;
  force: Option;
  json: Option;
  speech: Option;
}

/** `appfi deliver` and the way back, `appfi merge-map`. */
export function defineDeliver({
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
    'deliver',
    'cli.deliver',
    [
      'deliver plan.xlsx --mindmap map.mm map.svg --slides steering.pptx --audience steering',
      'deliver plan.xlsx --statement statement.docx statement.pdf --annex annex.docx --period 1',
      'deliver plan.xlsx --slides en.pptx --lang en --brand firm.json',
    ],
    async () => (await import('./deliver')).run as never,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(option('--mindmap <file...>', 'cli.option.mindmap'))
    .addOption(option('--slides <file>', 'cli.option.slides'))
    .addOption(option('--statement <file...>', 'cli.option.statement'))
    .addOption(option('--annex <file...>', 'cli.option.annex'))
    .addOption(option('--audience <who>', 'cli.option.audience'))
    .addOption(option('--brand <file>', 'cli.option.brand'))
    .addOption(option('--period <number>', 'cli.option.periodToState'))
    .addOption(option('--font <file...>', 'cli.option.font'))
    .addOption(lang('cli.option.langOfDeliverables'))
    .addOption(catalog)
    .addOption(force)
    .addOption(json);
  define(
    'merge-map',
    'cli.merge-map',
    [
      'merge-map plan.xlsx edited.mm --sent map.mm --out merged.xlsx',
      'merge-map plan.xlsx edited.xmind --sent map.mm --out engagement.json --json',
    ],
    async () => (await import('./deliverMerge')).run as never,
  )
    .argument('<file>', say('cli.argument.workbook'))
    .argument('<map>', say('cli.argument.map'))
    .addOption(option('--sent <file>', 'cli.option.sent').makeOptionMandatory())
    .addOption(option('--out <file>', 'cli.option.outMerged').makeOptionMandatory())
    .addOption(catalog)
    .addOption(force)
    .addOption(json)
    .addOption(speech);
}
