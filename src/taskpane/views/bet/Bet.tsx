import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { rowsIn } from '../../../office';
import { useBook } from '../../core/book';
import { Segments } from '../../parts/Segments';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { Contract } from './contract/Contract';
import { Headline } from './Headline';
import { Ledger } from './ledger/Ledger';
import { Payoff } from './payoff/Payoff';
import { Settlement } from './settlement/Settlement';

const parts = {
  contract: Contract,
  payoff: Payoff,
  settlement: Settlement,
  ledger: Ledger,
} as const satisfies Record<string, ComponentType>;
type Part = keyof typeof parts;
const partIds = Object.keys(parts) as Part[];

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
});

/** The bet on value: what is agreed, what it may come to, what is due, and what was signed. */
export default function Bet() {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const { part: wanted, open } = useRoute();
  const part = partIds.find((id) => id === wanted) ?? 'contract';
  const started = rowsIn(study, 'terms').length > 0 || rowsIn(study, 'ledger').length > 0;
  const Shown = parts[started ? part : 'contract'];
  return (
    <>
      {started && (
        <>
          <Headline onSettle={() => open('bet', 'settlement')} />
          <Segments
            label={say('pane.bet.parts')}
            options={partIds.map((id) => ({ id, label: say(`pane.bet.${id}`) }))}
            value={part}
            onChange={(id) => open('bet', id)}
          />
        </>
      )}
      <div className={styles.part}>
        <Shown />
      </div>
    </>
  );
}
