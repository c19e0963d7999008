import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Host } from '../host';
import { formatA1 } from '../host/wire/area';
import { message, type Lang } from '../messages';
import { ChartView } from './chart/ChartView';
import { DropDown } from './DropDown';
import { chartData } from './chart/data';
import { textOf } from './cells/content';
import { Grid } from './grid/grid';
import type { Selected } from './grid/selection';
import { entriesAt } from './grid/lookup';
import { FindBar } from './FindBar';
import { NameBox } from './NameBox';
import { refusal, unfit } from './refusal';
import { SheetTabs } from './SheetTabs';
import type { Toasts } from './Toast';

interface GridViewProps {
  host: Host;
  lang: Lang;
  toast: Toasts;
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
export function GridView({ host, lang, toast: { tell, settle } }: GridViewProps) {
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid>();
  const [place, setPlace] = useState<Selected>();
  const [open, setOpen] = useState(false);
  const [finding, setFinding] = useState(false);
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
      onFind: () => setFinding(true),
      onAttempt: () => settle('cell'),
      onUnfit: (cells) => tell('cell', unfit(lang, cells)),
      onMove: again,
      onShow: again,
      onRefused: (error) => tell('cell', refusal(lang, error)),
      onBlocked: () => tell('cell', message(lang, 'pane.workbench.onlyCells')),
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
  }, [host, lang, tell, settle]);

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
            settle('place');
            const found = grid?.goTo(text) ?? false;
            if (!found) tell('place', message(lang, 'pane.workbench.nowhere', { text }));
            return found;
          }}
          onLeave={() => {
            settle('place');
            grid?.focus();
          }}
        />
        {finding && grid && (
          <FindBar
            lang={lang}
            book={book}
            at={place}
            onGo={({ sheet: { id }, row, column }) =>
              grid.reveal(id, { row, column, rows: 1, columns: 1 })
            }
            onClose={() => {
              setFinding(false);
              grid.focus();
            }}
          />
        )}
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
