import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import type { Host } from '../host';
import { formatA1 } from '../host/wire/area';
import { message, type Lang } from '../messages';
import { AskFirst } from './AskFirst';
import { CellMenu, type CellAction } from './CellMenu';
import { ColumnMenu } from './ColumnMenu';
import { sumsOf } from './cells/sums';
import { columnAt, columnsWithButtons, textsIn } from './cells/tableColumn';
import { ChartView } from './chart/ChartView';
import { DropDown } from './DropDown';
import { chartData } from './chart/data';
import { textOf } from './cells/content';
import { arrange } from './grid/arrange';
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
  dark: boolean;
  toast: Toasts;
}

/** What somebody means to do although formulas would be lost. */
interface Losing {
  count: number;
  go: () => void;
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

interface Told extends Pick<Toasts, 'tell' | 'settle'> {
  setPlace(place: Selected): void;
  setOpen(open: boolean): void;
  setFinding(finding: boolean): void;
  setLosing(losing: Losing): void;
  redraw: Dispatch<SetStateAction<number>>;
}

/** Apart from the view, whose functions know the grid before: each would keep the one before it alive. */
function openGrid(element: HTMLElement, host: Host, lang: Lang, told: Told): Promise<Grid> {
  const { tell, settle } = told;
  const again = () => told.redraw((count) => count + 1);
  let shown: Selected | undefined;
  return Grid.open(element, host, lang, {
    onSelect: (selected) => {
      told.setPlace(selected);
      // The same cell is selected again when its sheet is drawn anew.
      if (isOther(shown, selected)) told.setOpen(false);
      shown = selected;
    },
    onOffer: () => told.setOpen(true),
    onFind: () => told.setFinding(true),
    onAttempt: () => settle('cell'),
    onOverwrite: (count, go) => told.setLosing({ count, go }),
    onUnfit: (cells) => tell('cell', unfit(lang, cells)),
    onMove: again,
    onShow: again,
    onRefused: (error) => tell('cell', refusal(lang, error)),
    onBlocked: () => tell('cell', message(lang, 'pane.workbench.onlyCells')),
  });
}

/** The workbook's grid with its sheet tabs, drop-downs and charts. */
export function GridView({ host, lang, dark, toast: { tell, settle } }: GridViewProps) {
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid>();
  const [place, setPlace] = useState<Selected>();
  const [open, setOpen] = useState(false);
  const [finding, setFinding] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number }>();
  const [losing, setLosing] = useState<Losing>();
  const [, redraw] = useState(0);

  useEffect(() => {
    const element = document.createElement('div');
    element.style.height = '100%';
    container.current?.append(element);
    let ended = false;
    let opened: Grid | undefined;
    void openGrid(element, host, lang, {
      ...{ tell, settle, setPlace, setOpen, setFinding, setLosing, redraw },
    }).then((created) => {
      if (ended) return created.dispose();
      opened = created;
      setGrid(created);
    });
    return () => {
      ended = true;
      opened?.dispose();
      element.remove();
      setGrid(undefined);
      setPlace(undefined);
    };
  }, [host, lang, tell, settle]);

  useEffect(() => grid?.setDark(dark), [grid, dark]);

  const { book } = host;
  const sheet = grid?.sheet ?? book.sheets.find(({ id }) => id === book.activeSheet);
  const entries = sheet && place && entriesAt(book, sheet, place.row, place.column);
  const cellBox = place && grid?.boxOf(place);
  const column = sheet && place && columnAt(sheet, place.row, place.column);
  const arranging = (
    ...how: Parameters<typeof arrange> extends [Host, ...infer Rest] ? Rest : never
  ) => {
    settle('cell');
    void arrange(host, ...how).catch((error: unknown) => tell('cell', refusal(lang, error)));
  };
  const act = (action: CellAction) => {
    setMenu(undefined);
    if (!grid || !sheet || !place) return;
    if (action === 'find') return setFinding(true);
    if (action === 'up' || action === 'down') {
      if (column) arranging(column, { ascending: action === 'up' });
    } else if (action === 'only' || action === 'all') {
      const text = textOf(sheet.cells[place.row]?.[place.column]);
      if (column) arranging(column, { keep: action === 'all' ? undefined : [text] });
    } else grid.do(action);
  };
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
        <div
          ref={container}
          className={styles.univer}
          onContextMenu={(event) => {
            event.preventDefault();
            if (place) setMenu({ x: event.clientX, y: event.clientY });
          }}
        />
        <CellMenu
          lang={lang}
          at={menu}
          inTable={column !== undefined && place?.row !== column.row}
          filtered={column?.kept !== undefined}
          onDo={act}
          onClose={() => setMenu(undefined)}
        />
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
            {columnsWithButtons(sheet).map((one) => {
              const box = grid.headerBox(one);
              return (
                box && (
                  <ColumnMenu
                    key={`${one.table} ${one.position}`}
                    lang={lang}
                    column={one}
                    box={box}
                    texts={() => textsIn(sheet, one)}
                    onSort={(ascending) => arranging(one, { ascending })}
                    onFilter={(keep) => arranging(one, { keep })}
                  />
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
      {losing && (
        <AskFirst
          lang={lang}
          title={message(lang, 'pane.workbench.overwrite', { count: losing.count })}
          text={message(lang, 'pane.workbench.overwrite.text')}
          go={message(lang, 'pane.workbench.overwrite.go')}
          onGo={() => {
            setLosing(undefined);
            losing.go();
          }}
          onStay={() => setLosing(undefined)}
        />
      )}
      <SheetTabs
        lang={lang}
        sums={sheet && place && isSeveral(place) ? sumsOf(sheet, place.area) : undefined}
        onFind={() => setFinding(true)}
        sheets={book.sheets.filter(({ visibility }) => visibility === 'Visible')}
        active={sheet?.id ?? ''}
        onShow={(id) => grid?.show(id)}
      />
    </div>
  );
}

const isSeveral = ({ area }: Selected): boolean => area.rows * area.columns > 1;

const isOther = (before: Selected | undefined, { sheet, row, column }: Selected): boolean =>
  before?.sheet !== sheet || before.row !== row || before.column !== column;
