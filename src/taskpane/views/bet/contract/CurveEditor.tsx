import { Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId, useRef, useState } from 'react';
import { columnIn, rowsIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';
import { useBook } from '../../../core/book';
import { CellInput } from '../../../parts/CellInput';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { CurveChart } from './CurveChart';
import { curveOf, isSound, nextPoint, payoutOf, pointsOf } from './curves';
import { attainedBy, termsOf, type Term } from './term';

const useStyles = makeStyles({
  editor: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  points: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 32px',
    gap: '6px',
    alignItems: 'center',
  },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  muted: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  start: { alignSelf: 'flex-start' },
});

/** How a term or a point names a curve: the product's by id, others by their name. */
const curveWord = (row: string, name: CellValue): CellValue =>
  row.startsWith('curve.') ? row.slice('curve.'.length) : name;

/** Which curve a term pays by, drawn as its points are edited. */
export function CurveEditor({ term }: { term: Term }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const list = rowsIn(study, 'curves').filter(({ cells }) => cells.name);
  const named = (value: CellValue) =>
    list.find(({ id, cells }) => id === `curve.${String(value)}` || cells.name === value);
  const chosen = named(term.cells.curve ?? null);
  const choose = (id: string) => {
    const name = list.find((one) => one.id === id)?.cells.name ?? null;
    const curve = id === '' ? null : curveWord(id, name);
    void edit([{ table: 'terms', row: term.id, cells: { curve } }]);
  };
  return (
    <div className={styles.editor}>
      <Field label={columnIn(study, 'terms', 'curve').header}>
        <Select value={chosen?.id ?? ''} disabled={busy} onChange={(_, { value }) => choose(value)}>
          <option value="">–</option>
          {list.map(({ id, cells }) => (
            <option key={id} value={id}>
              {String(cells.name)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen ? (
        <Points key={chosen.id} term={term} row={chosen.id} cells={chosen.cells} />
      ) : (
        <Caption1 className={styles.muted}>{say('pane.bet.curve.none')}</Caption1>
      )}
    </div>
  );
}

interface PointsProps {
  term: Term;
  row: string;
  cells: Readonly<Record<string, CellValue>>;
}

function Points({ term, row, cells }: PointsProps) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const [typed, setTyped] = useState<Record<string, Record<string, CellValue>>>({});
  const heading = useId();
  const adder = useRef<HTMLButtonElement>(null);
  const name = String(cells.name);
  const rows = pointsOf(rowsIn(study, 'points'), row, cells.name ?? null);
  const curve = curveOf(
    { ...cells, ...typed[row] },
    rows.map(({ id, cells: point }) => ({ id, cells: { ...point, ...typed[id] } })),
  );
  const stored = curveOf(cells, rows);
  const now = attainedBy(study, term);
  const others = termsOf(study).filter(
    ({ id, cells: { curve: one } }) =>
      id !== term.id && (one === cells.name || `curve.${String(one)}` === row),
  );
  const points = curve.points
    .map(([at, pays]) =>
      say('pane.bet.curve.point', { at: format.percent(at, 1), pays: format.percent(pays, 1) }),
    )
    .join(', ');
  const told =
    now === undefined
      ? ''
      : say('pane.bet.curve.now', {
          at: format.percent(now, 1),
          pays: format.percent(payoutOf(curve, now), 1),
        });
  const onTyped = (id: string, column: string) => (value: CellValue | undefined) =>
    setTyped((before) => {
      const rest = Object.fromEntries(
        Object.entries(before[id] ?? {}).filter(([key]) => key !== column),
      );
      return { ...before, [id]: value === undefined ? rest : { ...rest, [column]: value } };
    });
  const copy = async () => {
    const own = say('pane.bet.curve.ownName', { curve: name, code: term.code });
    const { mode, deadband } = cells;
    await edit([
      { table: 'curves', add: { name: own, mode: mode ?? null, deadband: deadband ?? null } },
      ...stored.points.map(([attainment, payout]) => ({
        table: 'points',
        add: { curve: own, attainment, payout },
      })),
      { table: 'terms', row: term.id, cells: { curve: own } },
    ]);
  };
  return (
    <>
      <CurveChart
        label={[say('pane.bet.curve.label', { name, points }), told].filter(Boolean).join(' ')}
        curve={curve}
        {...(now !== undefined && { now, nowLabel: told })}
      />
      {others.length > 0 && (
        <Caption1 className={styles.muted}>
          {say('pane.bet.curve.shared', { terms: others.map(({ code }) => code).join(', ') })}
        </Caption1>
      )}
      <div className={styles.points} role="group" aria-labelledby={heading}>
        <Caption1 id={heading} className={styles.muted}>
          {say('pane.bet.curve.attainment')}
        </Caption1>
        <Caption1 className={styles.muted}>{say('pane.bet.curve.payout')}</Caption1>
        <span />
        {rows.map(({ id }, i) => {
          const n = i + 1;
          return [
            ...(['attainment', 'payout'] as const).map((side) => (
              <CellInput
                key={`${side} ${id}`}
                quiet
                table="points"
                row={id}
                column={side}
                label={say(`pane.bet.curve.${side}Of`, { n })}
                onTyped={onTyped(id, side)}
              />
            )),
            <Button
              key={`x ${id}`}
              appearance="subtle"
              icon={<DismissRegular />}
              disabled={busy || rows.length === 1}
              aria-label={say('pane.bet.curve.removePoint', { n })}
              onClick={() => {
                adder.current?.focus();
                void edit([{ table: 'points', clear: id }]);
              }}
            />,
          ];
        })}
      </div>
      {(String(cells.problem ?? '') !== '' || !isSound(curve)) && (
        <Caption1 className={styles.wrong} role="status">
          {String(cells.problem || say('pane.bet.curve.below'))}
        </Caption1>
      )}
      <Button
        ref={adder}
        className={styles.start}
        size="small"
        icon={<AddRegular />}
        disabledFocusable={busy}
        onClick={() =>
          void edit([
            { table: 'points', add: { curve: curveWord(row, name), ...nextPoint(stored) } },
          ])
        }
      >
        {say('pane.bet.curve.addPoint')}
      </Button>
      <div className={styles.pair}>
        <CellInput table="curves" row={row} column="mode" onTyped={onTyped(row, 'mode')} />
        <CellInput table="curves" row={row} column="deadband" onTyped={onTyped(row, 'deadband')} />
      </div>
      {others.length > 0 && (
        <Button className={styles.start} size="small" disabled={busy} onClick={() => void copy()}>
          {say('pane.bet.curve.own', { code: term.code })}
        </Button>
      )}
    </>
  );
}
