import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Host } from '../host';
import { formatA1 } from '../host/wire/area';
import { message, type Lang } from '../messages';
import { ChartView } from './chart/ChartView';
import { DropDown } from './DropDown';
import { chartData } from './chart/data';
import { Grid, type Selected } from './grid/grid';
import { entriesAt } from './grid/lookup';
import { textOf } from './grid/project';
import { NameBox } from './NameBox';
import { SheetTabs } from './SheetTabs';

interface GridViewProps {
  host: Host;
  lang: Lang;
  onRefused: (error: unknown) => void;
  onBlocked: () => void;
  /** Somebody asked for a place that is not here. */
  onNowhere: (text: string) => void;
}

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, height: '100%' },
  window: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'hidden' },
  // Univer stacks its canvases with z-indexes of their own.
  univer: { position: 'absolute', inset: 0, isolation: 'isolate' },
  floats: { position: 'absolute', zIndex: 1, overflow: 'hidden', pointerEvents: 'none' },
  float: { pointerEvents: 'auto' },
});

const pixels = (points: number) => (points * 4) / 3;

/** The workbook's grid with its sheet tabs, drop-downs and charts. */
export function GridView({ host, lang, onRefused, onBlocked, onNowhere }: GridViewProps) {
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid>();
  const [place, setPlace] = useState<Selected>();
  const [open, setOpen] = useState(false);
  const [, redraw] = useState(0);

  useEffect(() => {
    const element = document.createElement('div');
    element.style.height = '100%';
    container.current?.append(element);
    let ended = false;
    let opened: Grid | undefined;
    let shown: Selected | undefined;
    const again = () => redraw((count) => count + 1);
    void Grid.open(element, host, lang, {
      onSelect: (selected) => {
        setPlace(selected);
        // The same cell is selected again when its sheet is drawn anew.
        if (isOther(shown, selected)) setOpen(false);
        shown = selected;
      },
      onOffer: () => setOpen(true),
      onMove: again,
      onShow: again,
      onRefused,
      onBlocked,
    }).then((created) => {
      if (ended) return created.dispose();
      opened = created;
      setGrid(created);
    });
    return () => {
      ended = true;
      opened?.dispose();
      element.remove();
      setPlace(undefined);
    };
  }, [host, lang, onRefused, onBlocked]);

  const { book } = host;
  const sheet = grid?.sheet ?? book.sheets.find(({ id }) => id === book.activeSheet);
  const entries = sheet && place && entriesAt(book, sheet, place.row, place.column);
  const cellBox = place && grid?.boxOf(place);
  return (
    <div className={styles.view}>
      <div className={styles.window}>
        <NameBox
          label={message(lang, 'pane.workbench.nameBox')}
          value={place ? formatA1(place.area) : ''}
          onGo={(text) => {
            const found = grid?.goTo(text) ?? false;
            if (!found) onNowhere(text);
            return found;
          }}
          onLeave={() => grid?.focus()}
        />
        <div ref={container} className={styles.univer} />
        {grid && sheet && (
          <div className={styles.floats} style={grid.window}>
            {sheet.charts.map((chart) => {
              const box = grid.floating({
                left: pixels(chart.left),
                top: pixels(chart.top),
                width: pixels(chart.width),
                height: pixels(chart.height),
              });
              return (
                box && (
                  <ChartView key={chart.id} chart={chart} data={chartData(book, chart)} box={box} />
                )
              );
            })}
            {entries && cellBox && (
              <span className={styles.float}>
                <DropDown
                  label={message(lang, 'pane.workbench.entries')}
                  box={cellBox}
                  entries={entries}
                  value={textOf(sheet.cells[place.row]?.[place.column])}
                  open={open}
                  onOpen={setOpen}
                  onChoose={(entry) => {
                    setOpen(false);
                    grid.enter(place, entry);
                  }}
                />
              </span>
            )}
          </div>
        )}
      </div>
      <SheetTabs
        label={message(lang, 'pane.workbench.sheets')}
        sheets={book.sheets.filter(({ visibility }) => visibility === 'Visible')}
        active={sheet?.id ?? ''}
        onShow={(id) => grid?.show(id)}
      />
    </div>
  );
}

const isOther = (before: Selected | undefined, { sheet, row, column }: Selected): boolean =>
  before?.sheet !== sheet || before.row !== row || before.column !== column;
