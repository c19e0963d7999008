import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useRef } from 'react';
import { rowsIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';
import { useBook } from '../../../core/book';
import { CellInput } from '../../../parts/CellInput';
import { Figure } from '../../../parts/Figure';
import { Fold } from '../../../parts/Fold';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useMoney } from '../useMoney';
import { missingOf } from '../../../../engagement/shares';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 84px',
    gap: '6px 8px',
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  foot: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  start: { alignSelf: 'flex-start' },
  muted: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

type Share = (row: Readonly<Record<string, CellValue>>) => number;
const shareOf: Share = ({ share }) => (typeof share === 'number' ? share : 0);

/** When the fee is paid: fixed instalments by their date, the rest by settlement. */
export function Instalments() {
  const say = useSay();
  const money = useMoney();
  const format = useFormat();
  const { study } = useBook();
  const rows = rowsIn(study, 'instalments');
  const title = say('pane.bet.instalments', {
    list: rows.map(({ cells }) => format.percent(shareOf(cells), 1)).join(' + ') || '–',
  });
  return (
    <Fold title={title}>
      <Rows
        table="instalments"
        columns={['date', 'share']}
        more={['kind']}
        usual={{ kind: 'fixed' }}
        figureOf={{ column: 'amount', write: money }}
      />
    </Fold>
  );
}

/** When it is settled, and how much of the pool each period can earn. */
export function Periods() {
  const say = useSay();
  const format = useFormat();
  const { study } = useBook();
  const rows = rowsIn(study, 'periods');
  const title = say('pane.bet.periods', {
    list: rows.map(({ cells }) => format.percent(shareOf(cells), 1)).join(' + ') || '–',
  });
  return (
    <Fold title={title}>
      <Rows table="periods" columns={['date', 'share']} more={['value']} usual={{}} />
    </Fold>
  );
}

interface RowsProps {
  table: 'instalments' | 'periods';
  /** Side by side under the name, the second one narrow. */
  columns: [string, string];
  more: string[];
  /** What a row that is added holds. */
  usual: Record<string, CellValue>;
  /** An amount of the row that explains itself. */
  figureOf?: { column: string; write: (amount: number) => string };
}

function Rows({ table, columns, more, usual, figureOf }: RowsProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const adder = useRef<HTMLButtonElement>(null);
  const rows = rowsIn(study, table);
  const missing = missingOf(rows.map(({ cells }) => shareOf(cells)));
  return (
    <>
      <Caption1 className={styles.muted}>{say(`pane.bet.${table}.lead`)}</Caption1>
      <ul className={styles.list}>
        {rows.map(({ id, cells }, i) => (
          <li key={id} className={styles.item}>
            <div className={styles.wide}>
              <CellInput table={table} row={id} column="item" />
            </div>
            {columns.map((column) => (
              <CellInput key={column} table={table} row={id} column={column} />
            ))}
            {more.map((column) => (
              <div key={column} className={styles.wide}>
                <CellInput table={table} row={id} column={column} />
              </div>
            ))}
            <div className={styles.foot}>
              <Body1Strong>
                {figureOf && typeof cells[figureOf.column] === 'number' && (
                  <Figure
                    of={{ table, row: id, column: figureOf.column }}
                    name={String(cells.item ?? '')}
                  >
                    {figureOf.write(Number(cells[figureOf.column]))}
                  </Figure>
                )}
              </Body1Strong>
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                disabled={busy}
                onClick={() => {
                  adder.current?.focus();
                  void edit([{ table, clear: id }]);
                }}
                aria-label={say('pane.bet.row.remove', { name: String(cells.item ?? i + 1) })}
              />
            </div>
          </li>
        ))}
      </ul>
      <Caption1 className={missing === 0 ? styles.muted : styles.wrong} role="status">
        {missing === 0
          ? say('pane.bet.shares.whole')
          : say(missing > 0 ? 'pane.bet.weights.missing' : 'pane.bet.weights.over', {
              share: format.percent(Math.abs(missing), 1),
            })}
      </Caption1>
      <Button
        ref={adder}
        className={styles.start}
        size="small"
        icon={<AddRegular />}
        disabled={busy}
        onClick={() =>
          void edit([
            {
              table,
              add: { ...usual, ...(missing > 0 && { share: Number(missing.toFixed(6)) }) },
            },
          ])
        }
      >
        {say(`pane.bet.${table}.add`)}
      </Button>
    </>
  );
}
