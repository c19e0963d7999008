import { useMemo } from 'react';
import { useFormat } from '../../taskpane/words/format';
import { useSay } from '../../taskpane/words/say';
import { pickOf, type Scope, type ScopeItem } from '../model/scope';
import type { TreeNode } from '../model/tree';

/** What items move and what that is worth, in words; money as the workbook computed it. */
export function useWorth({ metrics, currency }: Pick<Scope, 'metrics' | 'currency'>) {
  const say = useSay();
  const format = useFormat();
  return useMemo(() => {
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    const moved = (item: ScopeItem) => item.moves.flatMap((id) => byId.get(id) ?? []);
    const money = (net: number) => format.compact(net, currency);
    return {
      metrics: (item: ScopeItem) =>
        moved(item).map(({ id, name, net }) => ({ id, name, net: net ? money(net) : '' })),
      /** Beside a picked item. */
      figureOf: ({ item }: TreeNode): string => {
        if (!item || pickOf(item) !== 'yes') return '';
        const all = moved(item);
        if (all.length === 0) return '';
        const nets = all.flatMap(({ net }) => (net === null || net === 0 ? [] : net));
        return nets.length === 0
          ? say('workshop.moves.count', { count: all.length })
          : say('workshop.moves.worth', {
              count: all.length,
              money: money(nets.reduce((sum, net) => sum + net, 0)),
            });
      },
    };
  }, [metrics, currency, say, format]);
}
