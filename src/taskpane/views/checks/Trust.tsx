import { Body1, Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useMemo, useState } from 'react';
import { compare, type Agreement } from '../../../office';
import type { CellValue } from '../../../workbook';
import { useBook } from '../../core/book';
import { Notice } from '../../parts/Notice';
import { Waiting } from '../../parts/Waiting';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  ok: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  item: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
});

const fewest = 10;

/** Excel's values against the same rules worked out by the add-in, cell by cell. */
export default function Trust() {
  const say = useSay();
  const styles = useStyles();
  const { study, look } = useBook();
  const isWhole = study.unread.size === 0;
  useEffect(() => {
    if (!isWhole) void look();
  }, [isWhole, look]);
  const agreement = useMemo(() => (isWhole ? compare(study) : undefined), [study, isWhole]);
  if (!agreement) return <Waiting text="pane.trust.comparing" />;
  const { cells, differences } = agreement;
  if (differences.length === 0) {
    return (
      <>
        <Body1 className={styles.ok}>
          <CheckmarkCircleRegular className={styles.good} aria-hidden />
          {say('pane.trust.agree', { cells })}
        </Body1>
        <Caption1 className={styles.muted}>{say('pane.trust.how')}</Caption1>
      </>
    );
  }
  return (
    <>
      <Notice
        intent="error"
        text={say('pane.trust.differ', {
          agreeing: cells - differences.length,
          cells,
          differing: differences.length,
        })}
      />
      <Differences differences={differences} />
      <Caption1 className={styles.muted}>{say('pane.trust.cure')}</Caption1>
    </>
  );
}

function Differences({ differences }: Pick<Agreement, 'differences'>) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { goTo } = useBook();
  const [all, setAll] = useState(false);
  const value = (cell: CellValue) =>
    cell === null ? say('pane.trust.blank') : format.number(cell, 6);
  return (
    <>
      <ul className={styles.list}>
        {differences.slice(0, all ? undefined : fewest).map((one) => (
          <li key={`${one.sheet} ${one.cell}`} className={styles.item}>
            <Link as="button" onClick={() => void goTo({ on: one.sheet, cell: one.cell })}>
              {say('pane.trust.cell', { sheet: one.sheet, cell: one.cell })}
            </Link>
            <Caption1>
              {say(one.overwritten ? 'pane.trust.overwritten' : 'pane.trust.values', {
                workbook: value(one.workbook),
                rules: value(one.rules),
              })}
            </Caption1>
          </li>
        ))}
      </ul>
      {differences.length > fewest && !all && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {say('pane.findings.more', { count: differences.length - fewest })}
        </Button>
      )}
    </>
  );
}
