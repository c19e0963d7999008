import {
  Body1,
  Caption1,
  Caption1Strong,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { choicesIn, columnIn, rowsIn, type StudiedRow } from '../../../office';
import { useBook } from '../../core/book';
import { CellInput } from '../../parts/CellInput';
import { SubPage } from '../../parts/SubPage';
import { useSay } from '../../words/say';

const levels = [1, 2, 3, 4, 5] as const;

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) repeat(5, 30px)',
    gap: '2px',
    alignItems: 'center',
  },
  open: {
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    padding: '4px 0',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  level: {
    height: '30px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  reached: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  wanted: { border: `2px dashed ${tokens.colorBrandStroke1}`, fontWeight: 600 },
  detail: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 0 12px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '20px' },
});

/** Every module on five levels: filled as far as it is, dashed as far as it shall be. */
export default function Maturity({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const [opened, setOpened] = useState<string>();
  const modules = new Map(choicesIn(study, 'module').map(({ id, label }) => [id, label]));
  const rows = rowsIn(study, 'maturity');
  const areas = choicesIn(study, 'dimension.function')
    .map(({ id, label }) => ({ label, rows: rows.filter(({ cells }) => cells.dimension === id) }))
    .filter((area) => area.rows.length > 0);
  return (
    <SubPage title={say('sheet.maturity')} back={say('pane.steps.path')} onBack={onBack}>
      <Body1 className={styles.muted}>{say('pane.maturity.lead')}</Body1>
      {areas.map((area) => (
        <section key={area.label} className={styles.group} aria-label={area.label}>
          <Subtitle2 as="h2" className={styles.name}>
            {area.label}
          </Subtitle2>
          {area.rows.map((row) => (
            <ModuleRow
              key={row.id}
              row={row}
              name={modules.get(String(row.cells.module)) ?? String(row.cells.module ?? '')}
              open={opened === row.id}
              onOpen={() => setOpened(opened === row.id ? undefined : row.id)}
            />
          ))}
        </section>
      ))}
    </SubPage>
  );
}

interface ModuleRowProps {
  row: StudiedRow;
  name: string;
  open: boolean;
  onOpen: () => void;
}

function ModuleRow({ row: { id, cells }, name, open, onOpen }: ModuleRowProps) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const [asIs, toBe] = [Number(cells.asIs ?? 0), Number(cells.toBe ?? 0)];
  const evidence = (n: number) => String(cells[`level${n}`] ?? '');
  const input = (column: string) => <CellInput table="maturity" row={id} column={column} />;
  return (
    <>
      <div className={styles.row} role="group" aria-label={name}>
        <button type="button" className={styles.open} aria-expanded={open} onClick={onOpen}>
          <Caption1>{name}</Caption1>
        </button>
        {levels.map((n) => (
          <button
            key={n}
            type="button"
            className={mergeClasses(
              styles.level,
              n <= asIs && styles.reached,
              n > asIs && n <= toBe && styles.wanted,
            )}
            disabled={busy}
            aria-pressed={n === asIs}
            aria-label={say('pane.maturity.level', { level: n, evidence: evidence(n) })}
            title={evidence(n)}
            onClick={() =>
              void edit([{ table: 'maturity', row: id, cells: { asIs: n === asIs ? null : n } }])
            }
          >
            {n}
          </button>
        ))}
      </div>
      {open && (
        <div className={styles.detail}>
          <ol className={styles.list}>
            {levels.map((n) => (
              <li key={n}>
                <Caption1>{evidence(n)}</Caption1>
              </li>
            ))}
          </ol>
          <div className={styles.pair}>
            {input('asIs')}
            {input('toBe')}
          </div>
          {input('evidence')}
          <Caption1Strong>
            {columnIn(study, 'maturity', 'picked').header}: {String(cells.picked ?? 0)}
          </Caption1Strong>
        </div>
      )}
    </>
  );
}
