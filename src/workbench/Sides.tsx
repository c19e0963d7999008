import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { message, type Lang } from '../messages';

export type Side = 'grid' | 'pane';

/** Below it, as on a phone or at 200 %, grid and pane take turns. */
export const narrow = '@media (max-width: 760px)';

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 350px',
    gridTemplateRows: 'minmax(0, 1fr)',
    minHeight: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)' },
  },
  choice: {
    display: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'flex' },
  },
  grid: { position: 'relative', minWidth: 0, minHeight: 0, [narrow]: { gridArea: '2 / 1' } },
  pane: {
    overflowY: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    minWidth: 0,
    minHeight: 0,
    [narrow]: { gridArea: '2 / 1', borderLeft: 'none' },
  },
  // It keeps its size, and with it where it was scrolled to.
  behind: { [narrow]: { visibility: 'hidden' } },
});

interface SidesProps {
  lang: Lang;
  side: Side;
  onSide: (side: Side) => void;
  children: [grid: ReactNode, pane: ReactNode];
}

/** Grid and pane side by side, or one of them where there is no room for both. */
export function Sides({ lang, side, onSide, children: [grid, pane] }: SidesProps) {
  const styles = useStyles();
  return (
    <div className={styles.body}>
      <TabList
        className={styles.choice}
        aria-label={message(lang, 'pane.workbench.side')}
        selectedValue={side}
        onTabSelect={(_, { value }) => onSide(value as Side)}
      >
        <Tab value="grid">{message(lang, 'pane.workbench.side.grid')}</Tab>
        <Tab value="pane">{message(lang, 'pane.workbench.side.pane')}</Tab>
      </TabList>
      <section
        className={mergeClasses(styles.grid, side !== 'grid' && styles.behind)}
        aria-label={message(lang, 'pane.workbench.grid')}
      >
        {grid}
      </section>
      <div className={mergeClasses(styles.pane, side !== 'pane' && styles.behind)} id="pane">
        {pane}
      </div>
    </div>
  );
}
