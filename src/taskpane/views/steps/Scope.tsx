import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { choicesIn, rowsIn } from '../../../office';
import { useBook } from '../../core/book';
import { Bar } from '../../parts/Bar';
import { CellInput } from '../../parts/CellInput';
import { Figure } from '../../parts/Figure';
import { Fold } from '../../parts/Fold';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  phases: { display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  over: { color: tokens.colorPaletteRedForeground1 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
});

/** What is picked for each phase, in days, against the days that the phase has. */
export function Scope() {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const names = new Map(choicesIn(study, 'phase').map(({ id, label }) => [id, label]));
  const phases = rowsIn(study, 'phaseBudget').map(({ id, cells }) => ({
    id,
    phase: String(cells.phase ?? ''),
    days: Number(cells.days ?? 0),
    functions: Number(cells.functions ?? 0),
    capacity: typeof cells.capacity === 'number' ? cells.capacity : null,
    over: cells.over === 1,
  }));
  const used = phases.filter(({ functions, capacity }) => functions > 0 || capacity !== null);
  const most = Math.max(1, ...used.map(({ days, capacity }) => Math.max(days, capacity ?? 0)));
  if (used.length === 0) return null;
  return (
    <section className={styles.phases} aria-label={say('sheet.scope')}>
      {used.map(({ id, phase, days, capacity, over }) => (
        <div key={id}>
          <div className={styles.line}>
            <Caption1Strong>{names.get(phase) ?? say('scope.noPhase')}</Caption1Strong>
            <Caption1 className={over ? styles.over : undefined}>
              <Figure
                of={{ table: 'phaseBudget', row: id, column: 'days' }}
                name={names.get(phase) ?? say('scope.noPhase')}
              >
                {capacity === null
                  ? say('pane.scope.days', { days: format.number(days) })
                  : say(over ? 'pane.scope.over' : 'pane.scope.of', {
                      days: format.number(days),
                      capacity: format.number(capacity),
                    })}
              </Figure>
            </Caption1>
          </div>
          <Bar to={days / most} {...(capacity !== null && { mark: capacity / most })} />
        </div>
      ))}
      <Fold title={say('scope.column.capacity')}>
        <div className={styles.pair}>
          {phases
            .filter(({ phase }) => phase !== '')
            .map(({ id, phase }) => (
              <CellInput
                key={id}
                table="phaseBudget"
                row={id}
                column="capacity"
                label={names.get(phase) ?? phase}
              />
            ))}
        </div>
      </Fold>
    </section>
  );
}
