import { makeStyles, tokens } from '@fluentui/react-components';
import { fieldIn, type Return } from '../../../office';
import { useBook } from '../../core/book';
import { CellInput, FieldInput } from '../../parts/CellInput';
import { Fold } from '../../parts/Fold';
import { GoTo } from '../../parts/GoTo';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: `4px ${tokens.spacingHorizontalL}` },
});

const sheets = ['roi', 'costs', 'benefits', 'monetisation', 'drivers'] as const;

/** What the return is computed with, to change here or where it stands. */
export function Inputs({ years, open }: Pick<Return, 'years'> & { open?: boolean }) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  return (
    <Section title={say('pane.return.inputs')}>
      <div className={styles.pair}>
        {[
          ...['Roi.Horizon', 'Roi.Rate', 'Roi.Timing', 'Value.AsOf'],
          ...['Roi.Prices', 'Roi.Tax', 'Roi.WithVendor'],
        ].map((name) => {
          // What a blank stands for is told while it is blank.
          const { value = null, note } = fieldIn(study, name);
          return <FieldInput key={name} name={name} hint={value === null ? note : undefined} />;
        })}
      </div>
      <Fold title={say('pane.return.ramp')} open={open}>
        <div className={styles.pair}>
          {years.map(({ year }) => (
            <CellInput
              key={year}
              table="roi.years"
              row={`year.${year}`}
              column="ramp"
              label={say('pane.return.yearNo', { year })}
            />
          ))}
        </div>
      </Fold>
      <div className={styles.ways}>
        {sheets.map((sheet) => (
          <GoTo key={sheet} place={{ sheet }}>
            {say('pane.goTo', { sheet: study.read.matching.sheets.get(sheet) ?? '' })}
          </GoTo>
        ))}
      </div>
    </Section>
  );
}
