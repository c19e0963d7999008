import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ZoomFitRegular } from '@fluentui/react-icons/svg/zoom-fit';
import { ZoomInRegular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOutRegular } from '@fluentui/react-icons/svg/zoom-out';
import { useMemo, useRef, useState, type KeyboardEvent, type WheelEvent } from 'react';
import { layOutMap, lookOf, type Box } from '../../../deliver/map';
import { useBook } from '../../core/book';
import { useSay } from '../../words/say';
import { selectionMap } from './selectionMap';
import { steps, type Step } from '../../../catalog/steps';
import { stepItems, type StepItem } from './stepItems';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px' },
  grow: { flexGrow: 1 },
  frame: {
    height: 'calc(100vh - 190px)',
    minHeight: '320px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  node: {
    cursor: 'pointer',
    outlineStyle: 'none',
    ':focus-visible rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: 3 },
  },
});

const stepNames = new Set<string>(steps);
const closest = 2;
const farthest = 0.08;

/** The whole selection as a mind map; a node leads to its cell. */
export default function StepMap({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study, goTo } = useBook();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0.5);
  const { laid, stepOf, count } = useMemo(() => {
    const byStep = <T,>(of: (step: Step) => T) =>
      Object.fromEntries(steps.map((step) => [step, of(step)])) as Record<Step, T>;
    const items = byStep((step): StepItem[] => stepItems(study, step));
    const names = byStep((step) => study.read.matching.sheets.get(step) ?? step);
    const title = study.read.engagement.settings.client ?? study.spec.title;
    const owners = new Map(steps.flatMap((step) => items[step].map(({ id }) => [id, step])));
    const picked = steps.flatMap((step) => items[step].filter(({ pick }) => pick === 'yes'));
    return {
      laid: layOutMap(selectionMap(title, names, items)),
      stepOf: owners,
      count: picked.length,
    };
  }, [study]);

  const fit = () => {
    const box = frame.current;
    if (box) setZoom(clamp(Math.min(box.clientWidth / laid.width, box.clientHeight / laid.height)));
  };
  const open = (id: string) => {
    const step = stepOf.get(id);
    if (step) return void goTo({ table: step, row: id, column: 'pick' });
    const [, named = ''] = id.split('.');
    if (stepNames.has(named)) void goTo({ sheet: named });
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey)
      setZoom((now) => clamp(now * 1.1 ** -Math.sign(event.deltaY)));
  };

  return (
    <>
      <div className={styles.bar}>
        <Button autoFocus icon={<ArrowLeftRegular />} appearance="subtle" onClick={onBack}>
          {say('pane.back')}
        </Button>
        <span className={styles.grow} />
        <Button
          icon={<ZoomOutRegular />}
          appearance="subtle"
          aria-label={say('pane.map.out')}
          onClick={() => setZoom(clamp(zoom / 1.25))}
        />
        <Button
          icon={<ZoomFitRegular />}
          appearance="subtle"
          aria-label={say('pane.map.fit')}
          onClick={fit}
        />
        <Button
          icon={<ZoomInRegular />}
          appearance="subtle"
          aria-label={say('pane.map.in')}
          onClick={() => setZoom(clamp(zoom * 1.25))}
        />
      </div>
      {count === 0 && <Body1>{say('pane.map.empty')}</Body1>}
      <div
        ref={frame}
        className={styles.frame}
        role="group"
        aria-label={say('pane.map.label', { count })}
        onWheel={wheel}
      >
        <svg
          width={laid.width * zoom}
          height={laid.height * zoom}
          viewBox={`0 0 ${laid.width} ${laid.height}`}
        >
          {laid.boxes.map((box) => (
            <Edge key={`edge ${box.node.id}`} box={box} />
          ))}
          {laid.boxes.map((box) => (
            <Node key={box.node.id} box={box} className={styles.node} onOpen={open} />
          ))}
        </svg>
      </div>
    </>
  );
}

const clamp = (zoom: number) => Math.min(closest, Math.max(farthest, zoom));

function Edge({ box }: { box: Box }) {
  const { parent, side } = box;
  if (!parent) return null;
  const from = side === 'right' ? parent.x + parent.width : parent.x;
  const to = side === 'right' ? box.x : box.x + box.width;
  const [y0, y1] = [parent.y + parent.height / 2, box.y + box.height / 2];
  const middle = (from + to) / 2;
  return (
    <path
      d={`M${from} ${y0}C${middle} ${y0} ${middle} ${y1} ${to} ${y1}`}
      fill="none"
      stroke={tokens.colorNeutralStrokeAccessible}
      strokeWidth={box.depth === 1 ? 2 : 1}
    />
  );
}

interface NodeProps {
  box: Box;
  className: string;
  onOpen: (id: string) => void;
}

function Node({ box, className, onOpen }: NodeProps) {
  const { size, padX, padY, lead } = lookOf(box.depth);
  const strong = box.depth < 2;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen(box.node.id);
  };
  return (
    <g
      role="button"
      tabIndex={0}
      className={className}
      onClick={() => onOpen(box.node.id)}
      onKeyDown={press}
    >
      <title>{box.node.text}</title>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={6}
        fill={strong ? tokens.colorBrandBackground : tokens.colorNeutralBackground3}
        stroke={tokens.colorNeutralStroke1}
      />
      <text
        fontSize={size}
        fontWeight={strong ? 600 : 400}
        fill={strong ? tokens.colorNeutralForegroundOnBrand : tokens.colorNeutralForeground1}
      >
        {box.lines.map((line, i) => (
          <tspan key={line + String(i)} x={box.x + padX} y={box.y + padY + lead * (i + 0.75)}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
