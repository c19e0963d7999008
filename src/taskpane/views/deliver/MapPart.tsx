import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { drawPages, mapFormats, mapOf, svgOf, type Outline } from '../../../deliver';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';
import { useSave } from '../../core/useSave';

const useStyles = makeStyles({
  picture: {
    display: 'block',
    width: '100%',
    maxHeight: '320px',
    objectFit: 'contain',
    backgroundColor: '#FFFFFF',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  formats: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The engagement as a mind map, in the formats that map editors open. */
export function MapPart({ outline }: { outline: Outline }) {
  const say = useSay();
  const styles = useStyles();
  const { save, disabled } = useSave(outline);
  const map = useMemo(() => mapOf(outline), [outline]);
  const pages = useMemo(
    () => drawPages(map, outline.lang).map((page) => svgOf(page)),
    [map, outline],
  );
  const source = `data:image/svg+xml,${encodeURIComponent(pages[0] ?? '')}`;
  return (
    <Section title={say('pane.deliver.map')}>
      <img className={styles.picture} src={source} alt={say('pane.deliver.map.alt')} />
      <Caption1 className={styles.muted}>
        {say('pane.deliver.map.pages', { count: pages.length })}
      </Caption1>
      <div className={styles.formats}>
        {Object.entries(mapFormats).map(([ending, { write }]) => (
          <Button
            key={ending}
            size="small"
            disabled={disabled}
            onClick={() => save('map', ending, write(map, outline.lang))}
          >
            {say('pane.deliver.save', { ending })}
          </Button>
        ))}
        <Button
          size="small"
          disabled={disabled}
          onClick={() => pages.forEach((page, i) => save(`map-${i + 1}`, '.svg', page))}
        >
          {say('pane.deliver.save', { ending: '.svg' })}
        </Button>
      </div>
    </Section>
  );
}
