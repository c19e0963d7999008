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
import { ascends, curveOf, mostPoints, nextPoint, payoutOf, withoutPoint } from './curves';
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
    const row = list.find((one) => one.id === id);
    const preset = id.startsWith('curve.') ? id.slice('curve.'.length) : row?.cells.name;
    void edit([{ table: 'terms', row: term.id, cells: { curve: preset ?? null } }]);
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
  const [typed, setTyped] = useState<Record<string, CellValue>>({});
  const heading = useId();
  const adder = useRef<HTMLButtonElement>(null);
  const curve = curveOf({ ...cells, ...typed });
  const stored = curveOf(cells);
  const name = String(cells.name);
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
  const onTyped = (column: string) => (value: CellValue | undefined) =>
    setTyped((before) => {
      const rest = Object.fromEntries(Object.entries(before).filter(([key]) => key !== column));
      return value === undefined ? rest : { ...rest, [column]: value };
    });
  const write = (changed: Record<string, CellValue>) =>
    void edit([{ table: 'curves', row, cells: changed }]);
  const copy = async () => {
    const own = say('pane.bet.curve.ownName', { curve: name, code: term.code });
    const shape = Object.fromEntries(
      Object.entries(cells).filter(([key]) => /^(mode|deadband|[ap]\d)$/.test(key)),
    );
    await edit([
      { table: 'curves', add: { ...shape, name: own } },
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
        {stored.points.map((_, i) => {
          const n = i + 1;
          return [
            ...(['a', 'p'] as const).map((side) => (
              <CellInput
                key={`${side}${n}`}
                quiet
                table="curves"
                row={row}
                column={`${side}${n}`}
                label={say(
                  side === 'a' ? 'pane.bet.curve.attainmentOf' : 'pane.bet.curve.payoutOf',
                  { n },
                )}
                onTyped={onTyped(`${side}${n}`)}
              />
            )),
            <Button
              key={`x${n}`}
              appearance="subtle"
              icon={<DismissRegular />}
              disabled={busy || stored.points.length === 1}
              aria-label={say('pane.bet.curve.removePoint', { n })}
              onClick={() => {
                adder.current?.focus();
                write(withoutPoint(cells, n));
              }}
            />,
          ];
        })}
      </div>
      {(String(cells.problem ?? '') !== '' || !ascends(curve)) && (
        <Caption1 className={styles.wrong} role="status">
          {String(cells.problem || say('pane.bet.curve.ascend'))}
        </Caption1>
      )}
      <Button
        ref={adder}
        className={styles.start}
        size="small"
        icon={<AddRegular />}
        disabledFocusable={busy || stored.points.length >= mostPoints}
        onClick={() => write(nextPoint(stored))}
      >
        {say('pane.bet.curve.addPoint')}
      </Button>
      <div className={styles.pair}>
        <CellInput table="curves" row={row} column="mode" onTyped={onTyped('mode')} />
        <CellInput table="curves" row={row} column="deadband" onTyped={onTyped('deadband')} />
      </div>
      {others.length > 0 && (
        <Button className={styles.start} size="small" disabled={busy} onClick={() => void copy()}>
          {say('pane.bet.curve.own', { code: term.code })}
        </Button>
      )}
    </>
  );
}
