import { message, type Lang, type MessageKey } from '../../messages';
import { payoff, type Payoff } from '../../office';
import { money, printAgreement, share } from '../figures';
import { done, found, type Io, type Shell } from '../io';
import { textTable } from '../table';
import { readFrom } from '../workbookFile';
import type { PayoffOptions } from './valueProgram';

/** Both sides' outcome at each attainment; with --simulate also how likely it is. */
export async function run(shell: Shell, [file]: [string], options: PayoffOptions): Promise<number> {
  const { io, lang } = shell;
  const { simulate: draws, seed = 1, passChance = 0.5 } = options;
  const bet = await readFrom(shell, file, options.catalog, (context, catalogs) =>
    payoff(context, { catalogs, seed, passChance, ...(draws !== undefined && { draws }) }),
  );
  if (options.json) io.out(`${JSON.stringify(bet, null, 2)}\n`);
  else print(io, lang, bet);
  return bet.agreement.differences.length > 0 ? found : done;
}

function print(io: Io, lang: Lang, bet: Payoff): void {
  const say = (key: string) => message(lang, key as MessageKey);
  io.out(`${message(lang, 'cli.payoff.head', { currency: bet.currency ?? '–' })}\n\n`);
  if (bet.problem !== null) io.out(`${bet.problem}\n\n`);
  const columns = [
    ...(['earned', 'bonus', 'gain', 'shortfall', 'income', 'against', 'value'] as const),
    'client' as const,
  ];
  io.out(
    `${textTable([
      [say('bet.payoff.level'), ...columns.map((id) => say(`bet.payoff.${id}`))],
      ...bet.levels.map((row) => [share(row.level), ...columns.map((id) => money(row[id]))]),
    ])}\n\n`,
  );
  for (const [id, value] of [
    ['vendorBreakEven', bet.breakEven.vendor],
    ['clientBreakEven', bet.breakEven.client],
  ] as const)
    io.out(`${say(`bet.field.${id}`)}: ${share(value)}\n`);
  io.out('\n');
  if (bet.simulation) printSimulation(io, lang, bet.simulation);
  printAgreement(io, lang, bet.agreement);
}

const barLength = 40;

function printSimulation(io: Io, lang: Lang, one: NonNullable<Payoff['simulation']>): void {
  const { draws, seed, mean, quantiles, histogram } = one;
  io.out(`${message(lang, 'cli.simulation.head', { draws, seed })}\n`);
  const chance = share(one.passChance);
  if (one.certain.length > 0)
    io.out(`${message(lang, 'cli.simulation.certain', { metrics: one.certain.join(', ') })}\n`);
  if (one.unjudged.length > 0) {
    const params = { terms: one.unjudged.join(', '), chance };
    io.out(`${message(lang, 'cli.simulation.unjudged', params)}\n`);
  }
  const figures = Object.entries(quantiles).map(([id, value]) => [id.slice(1), money(value)]);
  io.out(
    `\n${textTable([
      [message(lang, 'cli.simulation.percentile'), message(lang, 'cli.simulation.payable')],
      ...figures,
      [message(lang, 'cli.simulation.mean'), money(mean)],
    ])}\n\n`,
  );
  const most = Math.max(...histogram.map((bar) => bar.share));
  const bars = histogram.map(({ from, to, share: part }) => [
    `${money(from)} … ${money(to)}`,
    share(part),
    '█'.repeat(Math.round((part / most) * barLength)),
  ]);
  io.out(`${textTable([['', '', ''], ...bars]).trimStart()}\n\n`);
  const even = one.even.map(({ from, to }) =>
    from === to ? share(from) : `${share(from)} … ${share(to)}`,
  );
  const none = message(lang, 'cli.simulation.never');
  io.out(`${message(lang, 'cli.simulation.vendorLoses', { share: share(one.vendorLoses) })}\n`);
  io.out(`${message(lang, 'cli.simulation.clientLoses', { share: share(one.clientLoses) })}\n`);
  io.out(`${message(lang, 'cli.simulation.even', { share: even.join(', ') || none })}\n\n`);
}
