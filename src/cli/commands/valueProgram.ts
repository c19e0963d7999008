import type { MessageKey } from '../../messages';
import type { Declaring, OptionsOf } from '../declare';

/** So many draws take seconds; more of them tell nothing new. */
const mostDraws = 1_000_000;

const about = (say: Declaring['say'], ...keys: MessageKey[]) => `\n${keys.map(say).join('\n\n')}`;

const settle = ({ command, say, ...d }: Declaring) =>
  command('settle', 'cli.settle', [
    'settle plan.xlsx',
    'settle plan.xlsx --as-of 2026-06-30',
    'settle plan.xlsx --json',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.day('--as-of <date>', 'cli.option.asOf'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', about(say, 'cli.value.about'));
export type SettleOptions = OptionsOf<typeof settle>;

const explain = ({ command, option, say, ...d }: Declaring) =>
  command('explain', 'cli.explain', [
    'explain plan.xlsx Statement!D24',
    'explain plan.xlsx Statement.Due --depth 3',
    'explain plan.xlsx "Settlement[earned]" --row 7 --md',
    'explain plan.xlsx --since 2026-11-30',
    'explain plan.xlsx --since 1 --until 2',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .argument('[cell]', say('cli.argument.cell'))
    .addOption(d.whole('--depth <steps>', 'cli.option.depth', 1))
    .addOption(option('--row <row>', 'cli.option.row'))
    .addOption(option('--since <since>', 'cli.option.since').conflicts(['depth', 'row']))
    .addOption(option('--until <until>', 'cli.option.until').conflicts('asOf'))
    .addOption(d.day('--as-of <date>', 'cli.option.asOf'))
    .addOption(option('--md', 'cli.option.md').conflicts('json'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', about(say, 'cli.explain.about'))
    .hook('preAction', d.needs({ until: ['since'] }));
export type ExplainOptions = OptionsOf<typeof explain>;

const roi = ({ command, say, ...d }: Declaring) =>
  command('roi', 'cli.roi', ['roi plan.xlsx', 'roi plan.xlsx --json'])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', about(say, 'cli.value.about'));
export type RoiOptions = OptionsOf<typeof roi>;

const payoff = ({ command, say, ...d }: Declaring) =>
  command('payoff', 'cli.payoff', [
    'payoff plan.xlsx',
    'payoff plan.xlsx --simulate 10000 --seed 7',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.whole('--simulate <draws>', 'cli.option.simulate', 1, mostDraws))
    .addOption(d.whole('--seed <number>', 'cli.option.seed', 0))
    .addOption(d.share('--pass-chance <share>', 'cli.option.passChance'))
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', about(say, 'cli.payoff.about', 'cli.value.about'))
    .hook('preAction', d.needs({ seed: ['simulate'], passChance: ['simulate'] }));
export type PayoffOptions = OptionsOf<typeof payoff>;

const sign = ({ command, option, say, ...d }: Declaring) =>
  command('sign', 'cli.sign', [
    'sign plan.xlsx --period 1 --by "Lin Wei" --client-business "Wang Fang" --client-it "Zhao Lei" --yes',
    'sign plan.xlsx --period 1 --by "Lin Wei" --as-of 2026-06-30 --out signed.xlsx --yes',
  ])
    .argument('<file>', say('cli.argument.workbook'))
    .addOption(d.whole('--period <number>', 'cli.option.period', 1).makeOptionMandatory())
    .addOption(option('--by <name>', 'cli.option.by').makeOptionMandatory())
    .addOption(option('--client-business <name>', 'cli.option.clientBusiness'))
    .addOption(option('--client-it <name>', 'cli.option.clientIt'))
    .addOption(d.day('--as-of <date>', 'cli.option.asOfSign'))
    .addOption(d.day('--on <date>', 'cli.option.on'))
    .addOption(option('--acknowledge <words>', 'cli.option.acknowledge'))
    .addOption(d.whole('--supersedes <number>', 'cli.option.supersedes', 1))
    .addOption(option('--reason <words>', 'cli.option.reason'))
    .addOption(option('--yes', 'cli.option.yes'))
    .addOption(option('--out <file>', 'cli.option.outLay'))
    .addOption(d.force)
    .addOption(d.catalog)
    .addOption(d.json)
    .addOption(d.speech)
    .addHelpText('after', about(say, 'cli.sign.about'))
    .hook('preAction', d.needs({ reason: ['supersedes'] }));
export type SignOptions = OptionsOf<typeof sign>;

/** What the engagement is worth and who pays whom: `appfi settle`, `explain`, `roi`, `payoff`, `sign`. */
export function addValueCommands(declaring: Declaring): void {
  const { perform } = declaring;
  perform(settle(declaring), async () => (await import('./settle')).run);
  perform(explain(declaring), async () => (await import('./explain')).run);
  perform(roi(declaring), async () => (await import('./roi')).run);
  perform(payoff(declaring), async () => (await import('./payoff')).run);
  perform(sign(declaring), async () => (await import('./sign')).run);
}
