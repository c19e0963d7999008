import type { CellValue } from '../../../../workbook';
import { StackedBar, type BarLook } from '../../../parts/StackedBar';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';

const fates = ['earned', 'pending', 'forfeited'] as const;
const looks: Record<(typeof fates)[number], BarLook> = {
  earned: 'solid',
  pending: 'hatched',
  forfeited: 'empty',
};

const number = (value: CellValue): number => (typeof value === 'number' ? value : 0);

/** What a stake was earned, is pending and was forfeited of, as sentences and as parts of a bar. */
export function StakeBar({ amounts }: { amounts: Record<(typeof fates)[number], CellValue> }) {
  const say = useSay();
  const money = useMoney();
  const stake = fates.reduce((sum, fate) => sum + Math.max(0, number(amounts[fate])), 0);
  if (stake === 0) return null;
  const words = fates
    .filter((fate) => number(amounts[fate]) > 0)
    .map((fate) => say(`pane.bet.line.${fate}`, { amount: money(amounts[fate], true) }));
  return (
    <StackedBar
      label={say('pane.bet.line.label', {
        stake: money(stake, true),
        parts: words.join(say('pane.bet.and')),
      })}
      parts={fates.map((fate) => ({
        id: fate,
        label: say(`pane.bet.${fate}`),
        share: Math.max(0, number(amounts[fate])) / stake,
        look: looks[fate],
      }))}
    />
  );
}
